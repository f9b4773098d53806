import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { dataPath, HEAD_PATH } from '../../src/distribution/addresses.ts'
import { writeDataFile } from '../../src/distribution/data-file.ts'
import { writeDifference } from '../../src/distribution/difference.ts'
import { utf8 } from '../../src/distribution/encoding.ts'
import { writeEnvelope } from '../../src/distribution/envelope.ts'
import type { Head } from '../../src/distribution/head.ts'
import type { PublicKey } from '../../src/distribution/public-key.ts'
import { isPublicSuffix } from '../../src/distribution/public-suffix.ts'
import type { ListFile, ListFileEntry } from '../../src/list/schema.ts'
import { openTable, type PackedTable } from '../../src/list/table.ts'
import { makeList } from './entries.ts'
import { Random } from './random.ts'

/** Two versions of a made-up list, published as `list:publish` does, the second with one entry in a hundred changed. */

/** That share of entries changes, the first of them every time. */
const CHANGED = 100
/** How long a version holds, in milliseconds. */
const HELD = 91 * 24 * 3_600_000
/** The real list has 297 entries and 253 sources. */
const CITED = 0.85

export interface Published {
  publicKey: PublicKey
  old: Version
  next: Version
}

export interface Version {
  file: ListFile
  text: string
  /** What a host hands out, by path. */
  files: Map<string, Buffer>
  /** Path of the list, and of the difference that leads to it. */
  list: string
  difference: string | null
}

/** @param created what is published then holds for 91 days */
export function publishMade(size: number, words: PackedTable, created = new Date('2020-07-02T00:00:00Z')): Published {
  const file = complete(makeList(size, openTable(words)).file)
  const entries = file.entries.map((entry, at) => (at % CHANGED === 0 ? { ...entry, until: '2020-08-31', note: `It went on, which became known later. ${entry.note}` } : entry))
  const changed: ListFile = { ...file, updated: '2020-07-02', entries }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signer = (bytes: Uint8Array) => sign(null, bytes, privateKey).toString('base64')
  const old = publishVersion(1, file, null, signer, created)
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    old,
    next: publishVersion(2, changed, old, signer, created),
  }
}

/** Fields that looking up needs nothing of, with text of its own in each, as long as in the real list: it compresses as well as that. */
function complete(file: ListFile): ListFile {
  const random = new Random(file.entries.length)
  const sources: ListFile['sources'] = {}
  const prose = (length: number) => {
    let text = ''
    while (text.length < length) text += `${random.pick(file.entries).name.toLowerCase()} ${random.pick(PROSE)} `
    return `${text.charAt(0).toUpperCase()}${text.slice(1, length).trimEnd()}.`
  }
  const cite = (number: number): string => {
    const id = `source-${Math.floor(number * CITED)}`
    sources[id] ??= { title: prose(70), url: `https://news${random.below(200)}.example/2020/06/${random.below(1e9).toString(36)}/${random.below(1e9).toString(36)}`, date: '2020-06-28', kind: 'news' }
    return id
  }
  const entries = file.entries.flatMap((entry, at): ListFileEntry[] => {
    const domains = entry.domains.filter((domain) => !isPublicSuffix(domain))
    return [{ ...entry, domains, industry: random.pick(['retail', 'food', 'software', 'travel']), country: 'US', statement: prose(90), scope: prose(40), sources: [cite(at)], note: prose(120) }]
  })
  return { ...file, campaign: { ...file.campaign, claimed_participants: null, claimed_participants_source: null }, entries, sources }
}

const PROSE = ['said it', 'paused ads on', 'in the United States', 'and Instagram', 'until the end of July', 'joined', 'as reported by', 'a spokesperson told', 'from 1 July 2020', 'its brands', 'campaign', 'announced']

function publishVersion(version: number, file: ListFile, before: Version | null, signer: (bytes: Uint8Array) => string, created: Date): Version {
  const files = new Map<string, Buffer>()
  const put = (text: string) => {
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.set(dataPath(sha256), bytes)
    return { size: bytes.length, sha256 }
  }
  const text = writeDataFile(file)
  const list = put(text)
  const difference = before && put(writeDifference(before.text, text))
  const differences = before && difference ? [{ from: createHash('sha256').update(before.text).digest('hex'), ...difference }] : []
  const head: Head = { format: 1, name: 'Made up', version, created: written(created), expires: written(new Date(created.getTime() + HELD)), files: [{ kind: 'list', id: file.id, ...list, differences }] }
  const signed = `${JSON.stringify(head)}\n`
  files.set(HEAD_PATH, Buffer.from(writeEnvelope({ changes: [], signature: signer(utf8(signed)), text: signed })))
  return { file, text, files, list: dataPath(list.sha256), difference: difference && dataPath(difference.sha256) }
}

/** As heads have it: to the second. */
function written(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}
