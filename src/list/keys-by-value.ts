/** Pairs as the package has them: keys by their value, in their order. Compressed, that is a good deal smaller than the table that is made of them. */
export type KeysByValue = Readonly<Record<string, readonly string[]>>

export function keysByValue(pairs: Iterable<readonly [key: string, value: string]>): KeysByValue {
  const found: Record<string, string[]> = {}
  for (const [key, value] of [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1))) (found[value] ??= []).push(key)
  return found
}

export function pairsOf(keys: KeysByValue): [key: string, value: string][] {
  return Object.entries(keys).flatMap(([value, those]) => those.map((key): [string, string] => [key, value]))
}
