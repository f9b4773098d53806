/**
 * A constant table of text keys and values, in the manner of D. J. Bernstein's cdb: one string that is
 * searched as it is. Opening it parses nothing, so a million keys cost no more than their checksum.
 */
export interface PackedTable {
  /** Of the text, see {@link hash}. */
  checksum: number
  buckets: number
  /** Digits of a place. */
  width: number
  /**
   * For every bucket the place of its first record and last the end of all, to the base of
   * 36; then the records, bucket by bucket: key, tab, value, line feed. Everything is
   * ASCII, so that engines keep one byte a character.
   */
  text: string
}

export interface Table {
  /** A key's value; without that very key, the value of one that differs in nothing but its spaces. */
  get(key: string): TableHit | undefined
}

export interface TableHit {
  value: string
  /** How many spaces more than asked for the key on record has; 0 when it is the same. */
  spaces: number
}

/** FNV-1a of 32 bits, over all characters but one. */
export function hash(text: string, skipped?: number): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== skipped) sum = Math.imul(sum ^ code, 0x01000193)
  }
  return sum >>> 0
}

/** By which bucket a key is found: its spaces don't matter. */
export function bucketHash(key: string): number {
  return hash(key, 32)
}

/** Other letters are written as in HTML: "&26085;". */
export function encodeKey(key: string): string {
  return key.replace(/[^ -~]/g, (unit) => `&${unit.charCodeAt(0)};`)
}

/** @throws Error for what isn't such a table, or is a damaged one */
export function openTable({ checksum, buckets, width, text }: PackedTable): Table {
  if (checksum !== hash(text)) throw new Error('unreadable table')
  const placeOf = (bucket: number) => Number.parseInt(text.slice(bucket * width, (bucket + 1) * width), 36)
  return {
    get(wanted) {
      const key = encodeKey(wanted)
      const bucket = bucketHash(key) % buckets
      let close: TableHit | undefined
      for (const line of text.slice(placeOf(bucket), placeOf(bucket + 1)).split('\n')) {
        const [found = '', value] = line.split('\t')
        if (!value || found.replaceAll(' ', '') !== key.replaceAll(' ', '')) continue
        const hit = { value, spaces: found.length - key.length }
        if (found === key) return hit
        // Of several, the one that sorts last: a look-alike's "x" comes after all numbers.
        if (!close || value > close.value) close = hit
      }
      return close
    },
  }
}
