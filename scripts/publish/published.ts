import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataPath, HEAD_PATH, headPath } from '../../src/distribution/addresses.ts'
import { fromUtf8, sha256 } from '../../src/distribution/encoding.ts'
import { type KeyChange, readEnvelope, verifyEnvelope } from '../../src/distribution/envelope.ts'
import { type Head, parseHead } from '../../src/distribution/head.ts'
import { ListProblem } from '../../src/distribution/problem.ts'
import type { PublicKey } from '../../src/distribution/public-key.ts'

/** What a folder holds of earlier versions. Nothing of it is believed that isn't signed. */

export interface PublishedHead {
  /** Relative to the folder. */
  path: string
  bytes: Buffer
  head: Head
  changes: KeyChange[]
  signer: PublicKey
}

export type Notice = (line: string) => void

export class PublishedFolder {
  readonly #folder: string
  readonly #notice: Notice
  /** Where each version's head is. */
  readonly #paths: Map<number, string>
  /** The key that all heads here can be verified from. */
  readonly #first: PublicKey
  readonly #texts = new Map<string, Promise<string | null>>()
  /** The head with the highest version, null in an empty folder. */
  readonly newest: PublishedHead | null

  private constructor(folder: string, notice: Notice, paths: Map<number, string>, newest: PublishedHead | null, first: PublicKey) {
    this.#folder = folder
    this.#notice = notice
    this.#paths = paths
    this.newest = newest
    this.#first = first
  }

  /**
   * @param key the key that is to sign next: the newest head must be signed by it, or by a key in a chain with it
   * @throws Error when the newest head isn't, or is damaged: then no next one can be told
   */
  static async open(folder: string, key: PublicKey, notice: Notice): Promise<PublishedFolder> {
    const paths = new Map(versionsIn(join(folder, 'heads')).map((version) => [version, headPath(version)]))
    const current = await readIfThere(folder, HEAD_PATH, key)
    if (current) paths.set(current.head.version, HEAD_PATH)
    const highest = Math.max(0, ...paths.keys())
    const newest = highest === 0 || highest === current?.head.version ? current : await readHead(folder, headPath(highest), key)
    return new PublishedFolder(folder, notice, paths, newest, newest ? firstKey(newest.changes, key) : key)
  }

  /** The heads of the last versions before one, the newest first; those that are damaged are left out with a notice. */
  async before(version: number, most: number): Promise<PublishedHead[]> {
    const versions = [...this.#paths.keys()].filter((one) => one < version).toSorted((a, b) => b - a)
    const heads: PublishedHead[] = []
    for (const one of versions.slice(0, most)) {
      const path = this.#paths.get(one) ?? ''
      try {
        const found = await readHead(this.#folder, path, this.#first, this.#first)
        if (found.head.version !== one) throw new Error(`${path}: its version is ${found.head.version}`)
        heads.push(found)
      } catch (error) {
        this.#notice(`notice: passed over: ${(error as Error).message}`)
      }
    }
    return heads
  }

  /** The text of a data file, null with one notice when it is missing or damaged. */
  text(hash: string): Promise<string | null> {
    const known = this.#texts.get(hash) ?? this.#read(hash)
    this.#texts.set(hash, known)
    return known
  }

  async #read(hash: string): Promise<string | null> {
    const path = dataPath(hash)
    try {
      const bytes = new Uint8Array(readFileSync(join(this.#folder, path)))
      if ((await sha256(bytes)) === hash) return fromUtf8(bytes)
      this.#notice(`notice: ${path} is damaged, so no difference from it is published`)
    } catch {
      this.#notice(`notice: ${path} can't be read, so no difference from it is published`)
    }
    return null
  }
}

/**
 * Reads one head and verifies it.
 * @param from the key to begin with; otherwise the one that its own changes begin with
 * @throws Error naming the file
 */
async function readHead(folder: string, path: string, key: PublicKey, from?: PublicKey): Promise<PublishedHead> {
  const bytes = readFileSync(join(folder, path))
  try {
    const envelope = readEnvelope(bytes)
    const signer = await verifyEnvelope(envelope, from ?? firstKey(envelope.changes, key), null)
    return { path, bytes, head: parseHead(envelope.text), changes: envelope.changes, signer }
  } catch (error) {
    if (!(error instanceof ListProblem)) throw error
    const why = error.code === 'signature' ? 'it is damaged, or signed by another key that does not lead to this one' : error.detail
    throw new Error(`${path}: ${why}`, { cause: error })
  }
}

async function readIfThere(folder: string, path: string, key: PublicKey): Promise<PublishedHead | null> {
  try {
    return await readHead(folder, path, key)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function firstKey(changes: readonly KeyChange[], otherwise: PublicKey): PublicKey {
  return changes[0]?.from ?? otherwise
}

function versionsIn(folder: string): number[] {
  try {
    return readdirSync(folder).flatMap((name) => (/^[1-9]\d{0,14}\.txt$/.test(name) ? [Number.parseInt(name, 10)] : []))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
