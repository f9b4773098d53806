import { bucketHash, encodeKey, hash, type PackedTable } from './table.ts'

/** Buckets hold this many keys on average: more is smaller, fewer is faster. */
const KEYS_PER_BUCKET = 2

/**
 * Packs a table as `table.ts` reads it. The same pairs give the same table, in whatever order.
 * @param pairs keys and values; a key may come once
 * @throws Error when a key comes twice, a value is empty or not ASCII, or one holds what separates them
 */
export function buildTable(pairs: Iterable<readonly [key: string, value: string]>): PackedTable {
  const seen = new Set<string>()
  const records: [bucket: number, record: string][] = []
  for (const [name, value] of pairs) {
    const key = encodeKey(name)
    if (!/^[ -~]+$/.test(value) || /[^ -~]/.test(key)) throw new Error(`not for a table: ${JSON.stringify(name)} ${JSON.stringify(value)}`)
    if (seen.has(key)) throw new Error(`twice in a table: ${JSON.stringify(name)}`)
    seen.add(key)
    records.push([bucketHash(key), `${key}\t${value}\n`])
  }
  const buckets = Math.ceil(records.length / KEYS_PER_BUCKET) || 1
  for (const record of records) record[0] %= buckets
  records.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1))

  const size = records.reduce((sum, [, record]) => sum + record.length, 0)
  let width = 1
  while ((buckets + 1) * width + size >= 36 ** width) width++
  const places: string[] = []
  let place = (buckets + 1) * width
  let next = 0
  for (let bucket = 0; bucket <= buckets; bucket++) {
    places.push(place.toString(36).padStart(width, '0'))
    for (; records[next]?.[0] === bucket; next++) place += records[next]?.[1].length ?? 0
  }
  const text = places.join('') + records.map(([, record]) => record).join('')
  return { checksum: hash(text), buckets, width, text }
}
