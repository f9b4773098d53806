import { buildTable } from '../../list/build-table.ts'
import { filterChecksum } from '../../list/key-filter.ts'
import type { ShardedTable } from '../../list/shards.ts'
import { hash, openTable, type PackedTable, type Table } from '../../list/table.ts'
import type { BadgeEntry, EntryRecord, ListIndex } from '../../list/types.ts'
import type { LoadedLists } from '../loaded-lists.ts'

/**
 * A list that is too large for pages, as the background keeps it: in parts small enough to read only what a look-up needs.
 * `filter` a {@link ShardedTable} · `keys` its shards · `entries` what labels and cards are made of, some entries a part · `names` what is searched.
 */
export type PartKind = 'filter' | 'keys' | 'entries' | 'names'

export type PartKey = [source: string, list: number, kind: PartKind, number: number]

export type LargePart = ShardedTable | PackedTable | CheckedText

/** JSON, and the hash that tells whether it is what was written. */
export interface CheckedText {
  checksum: number
  text: string
}

/** Of a published source, written when all its parts are there: without it there is nothing. */
export interface LargeSource extends Omit<LoadedLists, 'files'> {
  lists: ListIndex[]
}

/** Nothing to look up in, as pages have it of these lists. */
export const NO_KEYS = buildTable([])

/** What is kept of an entry. */
export interface LargeEntry {
  badge: BadgeEntry
  record: EntryRecord
}

/** A name in its compared form, whose it is, and whether that is a party's or campaign's, which get no label. */
export type LargeName = readonly [key: string, place: number, isPolitical: boolean]

/** How many entries are in a part, by its kind. */
export const ENTRIES_PER_PART = { entries: 16, names: 1_000 } as const

/** What a part is once it is read. */
export interface OpenParts {
  filter: ShardedTable
  keys: Table
  entries: readonly LargeEntry[]
  names: readonly LargeName[]
}

/** A part that is missing, or isn't what was written: its source is to be written anew. */
export class DamagedPart extends Error {
  readonly source: string

  constructor([source, ...part]: PartKey) {
    super(`damaged: ${part.join(' ')}`)
    this.source = source
  }
}

export function checked(value: unknown): CheckedText {
  const text = JSON.stringify(value)
  return { checksum: hash(text), text }
}

/** @throws DamagedPart */
export function openPart<Kind extends PartKind>(key: PartKey & { 2: Kind }, stored: LargePart | undefined): OpenParts[Kind] {
  try {
    return OPEN[key[2]](stored as never)
  } catch {
    throw new DamagedPart(key)
  }
}

const OPEN: { [Kind in PartKind]: (stored: never) => OpenParts[Kind] } = {
  filter: (stored: ShardedTable) => {
    if (!(stored.shards > 0) || filterChecksum(stored.filter) !== stored.checksum) throw new Error('bad filter')
    return stored
  },
  keys: (stored: PackedTable) => openTable(stored),
  entries: (stored: CheckedText) => parsed(stored) as LargeEntry[],
  names: (stored: CheckedText) => parsed(stored) as LargeName[],
}

function parsed({ checksum, text }: CheckedText): unknown {
  if (hash(text) !== checksum) throw new Error('bad text')
  return JSON.parse(text)
}
