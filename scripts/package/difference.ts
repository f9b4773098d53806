import { filesIn } from './unzip.ts'

/** @returns null where both zips are the same bytes, otherwise what differs first */
export async function differenceOf(one: Uint8Array, other: Uint8Array): Promise<string | null> {
  if (Buffer.compare(one, other) === 0) return null
  const [ones, others] = [await contentsOf(one), await contentsOf(other)]
  for (const path of [...new Set([...ones.keys(), ...others.keys()])].toSorted()) {
    const [left, right] = [ones.get(path), others.get(path)]
    if (!left || !right) return `${path} is only in the ${left ? 'first' : 'second'}`
    if (Buffer.compare(left, right) !== 0) return `${path}, from its byte ${firstDifference(left, right)} on`
  }
  return 'how the zips are written: the files in them are the same'
}

async function contentsOf(zip: Uint8Array): Promise<Map<string, Uint8Array>> {
  return new Map((await filesIn(zip)).map(({ path, bytes }) => [path, bytes]))
}

/** Counted from 0. */
function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, place) => byte !== other[place])
  return at === -1 ? one.length : at
}
