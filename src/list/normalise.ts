import type { Table } from './table.ts'
import { MARKS } from '../shared/characters.ts'

/** Longest name that is read, in UTF-16 units: page text may be any length, no company's name is. */
const NAME_CAP = 200

/** Quotes, signs, and what has no glyph. */
const NO_LETTERS = /[\p{Quotation_Mark}`´ʼ™®©℠\p{Default_Ignorable_Code_Point}]/gu
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu

/**
 * The form in which names are compared: lower case, no marks, signs or punctuation, "&" as "and", a
 * leading "the" gone where a name remains. Idempotent; linear in the capped length. Legal forms stay: findName and nameKey know them.
 * @param words the table of words that all lists share, for letters that decompose into none
 * @returns '' when nothing readable is left, or the name is longer than any real one
 */
export function normaliseName(name: string, words: Table): string {
  if (name.length > NAME_CAP) return ''
  const folded = name
    // Before compatibility forms, which would spell ™ out as "tm" and ´ as a space with an accent.
    .replace(NO_LETTERS, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(NO_LETTERS, '')
    .replace(MARKS, '')
    // What was taken away may have stood between marks that have an order.
    .normalize('NFKC')
    .replace(/[&＆+]/g, ' and ')
    .replace(NOT_WORD, ' ')
    .replace(/[^ -~]/gu, (letter) => words.get(`f${letter}`)?.value ?? letter)
    .trim()
    // A word and nothing else is another name with it: "The Truth".
    .replace(/^(the )+(?=\S+ )/, '')
  return folded.length > NAME_CAP ? '' : folded
}

/**
 * Platforms compare pages without case, and Facebook without dots; ids are digits.
 * @returns '' for what is too long to be a page
 */
export function normalisePage(page: string, platform = 'facebook'): string {
  if (page.length > NAME_CAP) return ''
  return platform === 'facebook' ? page.toLowerCase().replaceAll('.', '') : page.toLowerCase()
}

/** A page's key in a list's table: the same handle is somebody else's on another platform. */
export function pageKey(page: string, platform = 'facebook'): string {
  return `p${platform === 'facebook' ? '' : `${platform}/`}${normalisePage(page, platform)}`
}
