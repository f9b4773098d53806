import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { dataPath, HEAD_PATH } from '../../src/distribution/addresses.ts'
import { writeDataFile } from '../../src/distribution/data-file.ts'
import { writeDifference } from '../../src/distribution/difference.ts'
import { type Bytes, sha256, utf8 } from '../../src/distribution/encoding.ts'
import { type Envelope, type KeyChange, writeEnvelope } from '../../src/distribution/envelope.ts'
import type { Head } from '../../src/distribution/head.ts'
import { handOver, type TestKey } from '../../harness/list-signer.ts'
import { acme, file, type Json, parse } from '../list-json.ts'

/**
 * Published lists in memory, which `list:publish` wouldn't make: of texts that are no lists, with differences that don't
 * fit, and with keys that are the same in every run, so that one seed gives the same bytes again.
 */

/** What comes before the 32 bytes of an Ed25519 key in PKCS#8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function testKey(number: number): TestKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(32, number)]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { publicKey: Buffer.from(x ?? '', 'base64url').toString('base64'), sign: (bytes) => sign(null, bytes, privateKey).toString('base64') }
}

export const [FIRST, SECOND, THIRD, STRANGER] = [testKey(1), testKey(2), testKey(3), testKey(4)] as const

/** Each key's word for the next. */
export function succession(...keys: TestKey[]): KeyChange[] {
  return keys.slice(1).map((to, at) => handOver(keys[at] as TestKey, to))
}

export interface ListSource {
  /** `list` unless it is another. */
  kind?: string
  id: string
  text: string
}

export interface PublishedList extends ListSource {
  sha256: string
  bytes: Bytes
}

export interface Publication {
  head: Head
  envelope: Envelope
  lists: PublishedList[]
  /** What a host hands out, by path below its folder. */
  files: Map<string, Bytes>
}

export interface PublicationOptions {
  version: number
  lists: readonly ListSource[]
  key?: TestKey
  changes?: readonly KeyChange[]
  /** Differences lead from these. */
  before?: readonly Publication[]
  difference?: (old: string, wanted: string) => string
  head?: Partial<Head>
}

export async function publication({ version, lists, key = FIRST, changes = [], before = [], difference = writeDifference, head: more = {} }: PublicationOptions): Promise<Publication> {
  const files = new Map<string, Bytes>()
  const put = async (text: string) => {
    const bytes = utf8(text)
    const hash = await sha256(bytes)
    files.set(dataPath(hash), bytes)
    return { bytes, sha256: hash }
  }
  const published: PublishedList[] = []
  const named: Head['files'] = []
  for (const { kind = 'list', id, text } of lists) {
    const list = { id, text, ...(await put(text)) }
    published.push(list)
    const differences: Head['files'][number]['differences'] = []
    for (const old of before.flatMap(({ lists }) => lists.find((one) => one.id === id && one.text !== text) ?? [])) {
      const { bytes, sha256 } = await put(difference(old.text, text))
      differences.push({ from: old.sha256, size: bytes.length, sha256 })
    }
    named.push({ kind, id, size: list.bytes.length, sha256: list.sha256, differences })
  }
  const head: Head = { format: 1, name: 'Somebody’s lists', version, created: '2026-01-31T12:00:00Z', expires: '2026-05-01T12:00:00Z', files: named, ...more }
  const envelope = signed(`${JSON.stringify(head)}\n`, key, changes)
  files.set(HEAD_PATH, utf8(writeEnvelope(envelope)))
  return { head, envelope, lists: published, files }
}

/** Any text, signed as it is. */
export function signed(text: string, key: TestKey, changes: readonly KeyChange[] = []): Envelope {
  return { changes: [...changes], signature: key.sign(utf8(text)), text }
}

/** A list as `list:publish` writes it; `change` adds to an entry by its number. */
export function listText(id: string, size: number, change: (number: number) => Json = () => ({})): ListSource {
  const entries = Array.from({ length: size }, (_, at) =>
    acme({ id: `firm-${at}`, name: `Firm ${at} Ümläut`, aliases: [`Фирма ${at}`, `会社${at}`], domains: [`firm${at}.com`], handles: { facebook: [`firm${at}`] }, ...change(at) }),
  )
  const notTheSame = entries.slice(0, 1).map(({ name }) => ({ name: 'Firm Zoo', confusable_with: name, domain: 'firmzoo.org', relation: 'unrelated' }))
  return { id, text: writeDataFile(parse(file({ id, entries, not_the_same: notTheSame }))) }
}
