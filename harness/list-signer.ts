import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { dataPath, HEAD_PATH } from '../src/distribution/addresses.ts'
import { writeDataFile } from '../src/distribution/data-file.ts'
import { writeDifference } from '../src/distribution/difference.ts'
import { type KeyChange, keyStatement, writeEnvelope } from '../src/distribution/envelope.ts'
import type { ListFile } from '../src/list/schema.ts'

/** Signs lists for tests, and whatever else a test wants to have signed. */

export interface TestKey {
  /** As base64. */
  publicKey: string
  /** @returns base64 */
  sign(bytes: Uint8Array): string
}

/** A list, or the very text or bytes of a data file. */
export type ListSource = object | string | Uint8Array

export interface Signing {
  key: TestKey
  version: number
  lists: readonly ListSource[]
  /** What is to be changed in how sites are read: the file's content, or the very text of it. */
  sites?: object | string
  /** Fields of the head that are to be others; undefined leaves one out. */
  head?: Record<string, unknown>
  changes?: readonly KeyChange[]
  /** Data files that differences are to lead from. */
  from?: readonly string[]
}

export interface SignedLists {
  /** All that is to be published, by path. */
  files: Map<string, Buffer>
  head: Buffer
  /** The data files' texts, in the order of the lists; what is said of sites comes last. */
  texts: string[]
}

export function newKey(): TestKey {
  return testKey(generateKeyPairSync('ed25519').privateKey)
}

/** The key that is kept in a file, which is made when there is none. */
export function keyKeptIn(path: string): TestKey {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  }
  return testKey(createPrivateKey(readFileSync(path)))
}

/** One key's word for the next. */
export function handOver(from: TestKey, to: TestKey): KeyChange {
  const change = { from: from.publicKey, to: to.publicKey }
  return { ...change, signature: from.sign(keyStatement(change)) }
}

/** A head of any text, signed. */
export function signText(key: TestKey, text: string, changes: readonly KeyChange[] = []): Buffer {
  return Buffer.from(writeEnvelope({ changes: [...changes], signature: key.sign(Buffer.from(text)), text }))
}

/** Lists as they are published, with every head of theirs right unless it is said otherwise. */
export function signLists({ key, version, lists, sites, head = {}, changes = [], from = [] }: Signing): SignedLists {
  const written = lists.map(bytesOf)
  const texts = written.map((bytes) => bytes.toString())
  const files = new Map<string, Buffer>()
  const put = (bytes: Buffer) => {
    const sha256 = sha256Of(bytes)
    files.set(dataPath(sha256), bytes)
    return { size: bytes.length, sha256 }
  }
  const described = written.map((bytes, at) => ({
    kind: 'list',
    id: idOf(lists[at], at),
    ...put(bytes),
    differences: from.map((old) => ({ from: sha256Of(old), ...put(Buffer.from(writeDifference(old, texts[at] ?? ''))) })),
  }))
  const ofSites = sites === undefined ? [] : [typeof sites === 'string' ? sites : JSON.stringify(sites)]
  const more = ofSites.map((text) => ({ kind: 'sites', id: 'sites', ...put(Buffer.from(text)), differences: [] }))
  const signed = { format: 1, name: 'Test lists', version, created: '2026-05-01T00:00:00Z', expires: '2026-09-01T00:00:00Z', files: [...described, ...more], ...head }
  const signedHead = signText(key, `${JSON.stringify(signed)}\n`, changes)
  files.set(HEAD_PATH, signedHead)
  return { files, head: signedHead, texts: [...texts, ...ofSites] }
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function bytesOf(list: ListSource): Buffer {
  if (list instanceof Uint8Array) return Buffer.from(list)
  return Buffer.from(typeof list === 'string' ? list : writeDataFile(list as ListFile))
}

function idOf(list: ListSource | undefined, at: number): string {
  const id = typeof list === 'object' && 'id' in list ? list.id : undefined
  return typeof id === 'string' ? id : at === 0 ? 'small' : `small-${at}`
}

function testKey(key: KeyObject): TestKey {
  return {
    publicKey: Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  }
}
