import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import { hash } from '../list/table.ts'
import type { TextPlaces } from './texts.ts'

/**
 * Where each text stands among all, so that the package needn't name them: a perfect hash. Keys that share a bucket share its seed, with
 * which each of them comes to a place of its own. The build puts what comes of it in the place of this module.
 */

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']
/** More is smaller, fewer is found sooner. */
const KEYS_PER_BUCKET = 3
/** Tried in this order. */
const SEEDS = Array.from({ length: 500 }, (_, at) => String.fromCharCode(33 + at)).filter((one) => !/[\p{C}\p{Z}]/u.test(one))
/** A few places are left free, as the last keys would need many seeds otherwise. */
const FILLED = 0.9

/** Every key that a language can have: other languages have other forms for numbers than English. */
export const TEXT_KEYS: readonly string[] = [...new Set(Object.keys(english).flatMap((key) => {
  const base = /^(.+)_(?:one|other)$/.exec(key)?.[1]
  return base !== undefined && `${base}_one` in english ? PLURALS.map((form) => `${base}_${form}`) : [key]
}))]

export const TEXT_PLACES = placesFor(TEXT_KEYS)

function placesFor(keys: readonly string[]): TextPlaces {
  const count = Math.ceil(keys.length / FILLED) | 1
  const buckets: { keys: string[]; seed: string }[] = Array.from({ length: Math.ceil(keys.length / KEYS_PER_BUCKET) | 1 }, () => ({ keys: [], seed: ' ' }))
  for (const key of keys) buckets[hash(key) % buckets.length]?.keys.push(key)
  const taken = new Set<number>()
  for (const bucket of buckets.toSorted((a, b) => b.keys.length - a.keys.length)) {
    const placesWith = (seed: string) => new Set(bucket.keys.map((key) => hash(`${seed}${key}`) % count))
    const seed = SEEDS.find((one) => {
      const places = placesWith(one)
      return places.size === bucket.keys.length && [...places].every((place) => !taken.has(place))
    })
    if (seed === undefined) throw new Error('no place was found for some text: leave more of them free')
    bucket.seed = seed
    for (const place of placesWith(seed)) taken.add(place)
  }
  return { count, seeds: buckets.map(({ seed }) => seed).join('') }
}
