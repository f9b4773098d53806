import { hash } from './table.ts'

/**
 * A Bloom filter: tells of nearly every key that isn't in a table that it isn't, so that nothing has to be read for it.
 * Names are looked up word by word, so most questions are about keys that nobody has.
 */
export type KeyFilter = Uint8Array

/** With as many probes a key in a hundred and twenty is taken for one that may be there. */
const BITS_PER_KEY = 10
const PROBES = 7

export function emptyFilter(keys: number): KeyFilter {
  return new Uint8Array(Math.ceil((keys * BITS_PER_KEY) / 8) || 1)
}

/** @param key as it is written in tables, without spaces */
export function addKey(filter: KeyFilter, key: string): void {
  const hashes = hashesOf(key)
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(filter, hashes, probe)
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
}

/** @returns false where the key certainly isn't there */
export function mayHave(filter: KeyFilter, key: string): boolean {
  const hashes = hashesOf(key)
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(filter, hashes, probe)
    if (!((filter[bit >>> 3] ?? 0) & (1 << (bit & 7)))) return false
  }
  return true
}

/** Tells whether it is as it was built: one bit less, and somebody would be missing. */
export function filterChecksum(filter: KeyFilter): number {
  let sum = 0x811c9dc5
  for (const byte of filter) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum >>> 0
}

/** Two hashes make all of them (Kirsch and Mitzenmacher). */
function hashesOf(key: string): readonly [first: number, second: number] {
  const first = hash(key)
  return [first, Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) | 1]
}

function bitOf({ length }: KeyFilter, [first, second]: readonly [number, number], probe: number): number {
  return ((first + Math.imul(probe, second)) >>> 0) % (length * 8)
}
