/**
 * A constant table of text keys and values, in the manner of D. J. Bernstein's cdb: one string that is
 * searched as it is. Opening it parses nothing, so a million keys cost no more than their checksum.
 */
export interface PackedTable {
  /** See {@link checksumOf}. */
  checksum: number
  buckets: number
  /** Digits of a place. */
  width: number
  /**
   * For every bucket its place, to the base of 36; then the buckets. A bucket is its records
   * and a line feed, a record is key, tab, value, line feed. Everything is ASCII, so that
   * engines keep one byte a character.
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

/** FNV-1a of 32 bits: another character anywhere gives another hash. */
export function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Of all that a table says of itself, and of the number of its format. */
export function checksumOf({ buckets, width, text }: Omit<PackedTable, 'checksum'>): number {
  return hash(text) ^ hash(`2 ${buckets} ${width}`)
}

/** How a key stands in the text, with the tab after it; `escape` writes other letters as "%u65E5". */
export function writtenKey(key: string): string {
  return `${key.replace(/[^ -$&-~]/g, escape)}\t`
}

/** @throws Error for what isn't such a table, or is a damaged one */
export function openTable(packed: PackedTable): Table {
  const { checksum, buckets, width, text } = packed
  if (checksum !== checksumOf(packed)) throw new Error('bad table')
  return {
    get(wanted) {
      const key = writtenKey(wanted)
      const bare = key.replaceAll(' ', '')
      const slot = (hash(bare) % buckets) * width
      let close: TableHit | undefined
      for (let at = Number.parseInt(text.slice(slot, slot + width), 36); text[at] !== '\n'; at = text.indexOf('\n', at) + 1) {
        const from = at
        let same = 0
        // The key's spaces are gone, the record's are passed over.
        for (; bare[same] && (text[at] === bare[same] ? ++same : text[at] === ' '); at++);
        if (!bare[same]) {
          const hit = { value: text.slice(at, text.indexOf('\n', at)), spaces: at - from - key.length }
          if (text.slice(from, at) === key) return hit
          // Of several, the first that was written.
          close ??= hit
        }
      }
      return close
    },
  }
}
