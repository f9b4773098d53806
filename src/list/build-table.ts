import { checksumOf, hash, type PackedTable, writtenKey } from './table.ts'

/** Buckets hold this many keys on average: more is smaller, fewer is faster. */
const KEYS_PER_BUCKET = 4

/**
 * Packs a table as `table.ts` reads it. The same pairs give the same table, in whatever order.
 * @param pairs keys and values; a key may come once
 * @throws Error when a key comes twice, or a value is empty, not ASCII or holds what separates records
 */
export function buildTable(pairs: Iterable<readonly [key: string, value: string]>): PackedTable {
  const seen = new Set<string>()
  const records: (readonly [key: string, value: string])[] = []
  for (const [name, value] of pairs) {
    if (!/^[ -~]+$/.test(value)) throw new Error(`not for a table: ${JSON.stringify(name)} ${JSON.stringify(value)}`)
    if (seen.has(name)) throw new Error(`twice in a table: ${JSON.stringify(name)}`)
    seen.add(name)
    records.push([writtenKey(name), value])
  }
  const count = Math.ceil(records.length / KEYS_PER_BUCKET) || 1
  const buckets: (typeof records)[] = Array.from({ length: count }, () => [])
  // Their spaces don't matter to where keys are found.
  for (const record of records) buckets[hash(record[0].replaceAll(' ', '')) % count]?.push(record)
  const texts = buckets.map((bucket) => `${bucket.sort(inBucket).map(([key, value]) => `${key}${value}\n`).join('')}\n`)

  const size = texts.reduce((sum, { length }) => sum + length, 0)
  let width = 1
  while (count * width + size >= 36 ** width) width++
  let place = count * width
  const places = texts.map(({ length }) => {
    place += length
    return (place - length).toString(36).padStart(width, '0')
  })
  const text = places.join('') + texts.join('')
  return { checksum: checksumOf({ buckets: count, width, text }), buckets: count, width, text }
}

/** The first is taken of several that differ from what was asked in their spaces: the last value, as a look-alike's "x" comes after all numbers. */
function inBucket([a, x]: readonly [string, string], [b, y]: readonly [string, string]): number {
  if (x === y) return a < b ? -1 : 1
  return x < y ? 1 : -1
}
