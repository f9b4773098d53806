import { hash } from '../list/table.ts'
import { TEXT_PLACES } from './text-places.ts'

/**
 * The texts of `_locales` as the package has them: all of a language in one message, since twenty languages that name each of 600 texts
 * would take a fifth of what the package may. `scripts/pack-texts.ts` writes it, the browser still chooses the language.
 */

/** The message that holds all texts. */
export const ALL_TEXTS = 'texts'
/** Stands between them, and in none of them. */
export const TEXT_END = '|'

export interface TextPlaces {
  /** How many there are. */
  count: number
  /** A character for each bucket of keys, with which they come to places of their own. */
  seeds: string
}

/** Where a text stands among all. The key must be one that there is: others come to the place of some text. */
export function textPlace(key: string, { count, seeds }: TextPlaces = TEXT_PLACES): number {
  return hash(`${seeds[hash(key) % seeds.length]}${key}`) % count
}

/** Gets a text by name, with its placeholders filled; what there is no text for in the language is ''. */
export type TextReader = (key: string, substitutions?: readonly string[]) => string

/** @param getMessage the browser's */
export function textReader(getMessage: (name: string) => string): TextReader {
  let texts: readonly string[] | undefined
  return (key, substitutions = []) => {
    texts ??= getMessage(ALL_TEXTS).split(TEXT_END)
    return (texts[textPlace(key)] ?? '').replace(/\{([1-9])\}/g, (_, place: string) => substitutions[Number(place) - 1] ?? '')
  }
}
