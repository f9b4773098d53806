import { buildTable } from './build-table.ts'
import { addKey, emptyFilter, filterChecksum, type KeyFilter, mayHave } from './key-filter.ts'
import { hash, type PackedTable, type Table, writtenKey } from './table.ts'
import { forEach, type Steps } from '../shared/steps.ts'

/** A table that is too large to be held, cut into small ones by its keys' hashes. */
export interface ShardedTable {
  /** How many there are. */
  shards: number
  filter: KeyFilter
  /** Of the filter. */
  checksum: number
}

/** On average, some 20 kB of text: read in no time, and few enough to be written one by one. */
const KEYS_PER_SHARD = 800

/** @param pairs as {@link buildTable} takes them */
export function* buildShards(pairs: ReadonlyMap<string, string>): Steps<{ table: ShardedTable; shards: Iterable<PackedTable> }> {
  const count = Math.ceil(pairs.size / KEYS_PER_SHARD) || 1
  const filter = emptyFilter(pairs.size)
  const parts: [key: string, value: string][][] = Array.from({ length: count }, () => [])
  yield* forEach(pairs, (pair) => {
    const bare = bareKey(pair[0])
    addKey(filter, bare)
    parts[shardOf(bare, count)]?.push(pair)
  })
  return { table: { shards: count, filter, checksum: filterChecksum(filter) }, shards: packed(parts) }
}

/** One after the other, so that whoever stores them may do something else in between. */
function* packed(parts: readonly [key: string, value: string][][]): Generator<PackedTable> {
  for (const part of parts) yield buildTable(part)
}

/**
 * The table as one, as far as its shards are here.
 * @param shard a shard that is here
 * @param lack told which one isn't; its keys count as missing until then
 */
export function openShards({ shards, filter }: ShardedTable, shard: (number: number) => Table | undefined, lack: (number: number) => void): Table {
  return {
    get(wanted) {
      const bare = bareKey(wanted)
      if (!mayHave(filter, bare)) return undefined
      const number = shardOf(bare, shards)
      const table = shard(number)
      if (!table) lack(number)
      return table?.get(wanted)
    },
  }
}

/** What decides where a key is: without its spaces, so that what differs in nothing else is found as well. */
function bareKey(key: string): string {
  return writtenKey(key).replaceAll(' ', '')
}

/** By the hash's upper part: the lower one tells the bucket in the shard. */
function shardOf(bare: string, shards: number): number {
  return Math.floor((hash(bare) / 2 ** 32) * shards)
}
