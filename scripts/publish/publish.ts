import { join } from 'node:path'
import { dataPath, HEAD_PATH, headPath } from '../../src/distribution/addresses.ts'
import { type Bytes, utf8 } from '../../src/distribution/encoding.ts'
import { writeEnvelope } from '../../src/distribution/envelope.ts'
import type { Head } from '../../src/distribution/head.ts'
import type { PublicKey } from '../../src/distribution/public-key.ts'
import { type Difference, differencesOf } from './differences.ts'
import type { SigningKey } from './keys.ts'
import { type Notice, PublishedFolder, type PublishedHead } from './published.ts'
import { readLists, shrinking, undated } from './since-last.ts'
import type { SourceList, SourceLists, SourceSites } from './source-lists.ts'
import { putFile } from './static-files.ts'
import { type Succession, checkMayFollow, succeed } from './succession.ts'
import { verifyHead, verifyPublished } from './verify.ts'

/** Differences lead from what lists were in so many versions before. */
const VERSIONS_BACK = 10
/** Removals are added up over so many. */
const VERSIONS_COMPARED = 100

export interface PublishOptions {
  lists: SourceLists
  /** Absolute path of the folder to publish in. */
  folder: string
  key: SigningKey
  /** The key that the signing one hands over to. */
  nextKey: PublicKey | null
  /** null: one more than the newest. */
  version: number | null
  created: Date
  /** After so many days. */
  expires: number
  allowRemovals: boolean
  notice: Notice
}

export interface Published {
  head: Head
  lists: readonly PublishedList[]
  sites: SourceSites | null
  /** Whether anything had to be written. */
  isNew: boolean
}

export interface PublishedList {
  list: SourceList
  differences: readonly Difference[]
}

/**
 * Signs lists as the next version of a folder of static files, and verifies what was written as clients do.
 * With version and moment given, the same input gives the same bytes.
 * @throws Error when that can't or shouldn't be, before anything is written
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { key, notice } = options
  const { sites } = options.lists
  for (const doubt of sites?.doubts ?? []) notice(`warning: ${doubt}`)
  const folder = await PublishedFolder.open(options.folder, key.publicKey, notice)
  const newest = folder.newest
  if (newest) await checkMayFollow(newest, key.publicKey)
  const version = options.version ?? (newest?.head.version ?? 0) + 1
  if (newest && version < newest.head.version) throw new Error(tooLow(newest))

  const compared = await folder.before(version, VERSIONS_COMPARED)
  const earlier = compared.slice(0, VERSIONS_BACK)
  const last = compared[0] ?? null
  const succession = await succeed(last?.changes ?? [], key, options.nextKey)
  const shrunk = last && (await compare(last, compared, folder, options))
  const lists: PublishedList[] = []
  for (const list of options.lists.lists) lists.push({ list, differences: await differencesOf(list, earlier, folder) })

  const head = headOf(options, version, lists, shrunk ?? null, succession)
  const text = `${JSON.stringify(head)}\n`
  const bytes = utf8(writeEnvelope({ changes: succession.changes, signature: key.sign(utf8(text)), text }))
  if (newest?.head.version === version && !newest.bytes.equals(bytes)) throw new Error(tooLow(newest))
  // A head that no client would take is not put out at all.
  await verifyHead(bytes, succession.changes, key.publicKey)
  const isNew = write(options.folder, version, bytes, lists, sites)
  await verifyPublished(options.folder, succession.changes, key.publicKey)
  return { head, lists, sites, isNew }
}

function tooLow({ head }: PublishedHead): string {
  return `version ${head.version} is there already, with other content: the next must be higher`
}

/**
 * Small losses of many versions add up: who comes from far back must not take them for a mishap.
 * @returns the version from which on nobody loses much, null when that is every one
 */
async function compare(last: PublishedHead, earlier: readonly PublishedHead[], folder: PublishedFolder, { lists: { lists }, allowRemovals, notice }: PublishOptions): Promise<number | null> {
  const old = await readLists(last, folder)
  for (const line of undated(last, old, lists)) notice(`warning: ${line}`)
  const gone = shrinking(old, lists)
  if (gone !== null && !allowRemovals) throw new Error(`${gone}, compared with version ${last.head.version}; if they are meant to be, say --allow-removals`)
  let shrunk = last.head.shrunk ?? 0
  for (const one of earlier) if (one.head.version >= shrunk && shrinking(await readLists(one, folder), lists) !== null) shrunk = one.head.version + 1
  return shrunk === 0 ? null : shrunk
}

function headOf({ lists: { name, sites }, created, expires }: PublishOptions, version: number, lists: readonly PublishedList[], shrunk: number | null, { nextKey }: Succession): Head {
  const end = new Date(created)
  end.setUTCDate(end.getUTCDate() + expires)
  return {
    format: 1,
    name,
    version,
    created: moment(created),
    expires: moment(end),
    ...(shrunk !== null && { shrunk }),
    ...(nextKey !== null && { nextKey }),
    files: [
      ...lists.map(({ list: { file, bytes, sha256 }, differences }) => ({
        kind: 'list',
        id: file.id,
        size: bytes.length,
        sha256,
        differences: differences.map(({ from, bytes, sha256 }) => ({ from, size: bytes.length, sha256 })),
      })),
      ...(sites ? [{ kind: 'sites', id: 'sites', size: sites.bytes.length, sha256: sites.sha256, differences: [] }] : []),
    ],
  }
}

/** To the second. */
function moment(date: Date): string {
  return `${date.toISOString().slice(0, -'.000Z'.length)}Z`
}

/**
 * What heads speak of comes first, and the head that clients ask for last.
 * @returns whether anything was missing
 */
function write(folder: string, version: number, head: Bytes, lists: readonly PublishedList[], sites: SourceSites | null): boolean {
  const data = [...lists.flatMap(({ list, differences }) => [list, ...differences]), ...(sites ? [sites] : [])]
  return [
    ...data.map(({ sha256, bytes }) => putFile(join(folder, dataPath(sha256)), bytes)),
    putFile(join(folder, headPath(version)), head),
    putFile(join(folder, HEAD_PATH), head),
  ].includes(true)
}
