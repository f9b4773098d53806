/** Longest name that is read, in UTF-16 units: page text may be any length, no company's name is. */
const NAME_CAP = 200

const INVISIBLE = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]/g
/** Only where marks are accents: in other scripts they are vowels. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu
const SIGNS = /[™®©℠]/g
const QUOTES = /['’‘‛`´ʼ＇"“”„«»]/g
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu

/** Letters that carry no combining mark and so survive decomposition. */
const FOLDED: Record<string, string> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i' }

/**
 * The form in which names are compared: lower case, no marks, signs or punctuation,
 * "&" as "and", legal forms and a leading "the" gone. Idempotent; linear in the capped length.
 * @param legalForms words that say nothing of who it is at the end of a name
 * @returns '' when nothing readable is left, or the name is longer than any real one
 */
export function normaliseName(name: string, legalForms: readonly string[]): string {
  const words = foldName(name).split(' ')
  while (words.length > 1 && legalForms.includes(words.at(-1) ?? '')) {
    words.pop()
    if (words.length > 1 && words.at(-1) === 'and') words.pop()
  }
  while (words.length > 1 && words[0] === 'the') words.shift()
  return words.join(' ')
}

/**
 * As {@link normaliseName}, but with every word kept: where a legal form is all that tells two
 * apart ("Merck KGaA" is not "Merck & Co."), names are compared like this.
 */
export function foldName(name: string): string {
  if (name.length > NAME_CAP) return ''
  const folded = name
    // Before compatibility forms, which would spell ™ out as "tm" and ´ as a space with an accent.
    .replace(SIGNS, '')
    .replace(QUOTES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(QUOTES, '')
    .replace(ACCENTS, '')
    // What was taken away may have stood between marks that have an order.
    .normalize('NFKD')
    .replace(/[ßøđłæœı]/g, (letter) => FOLDED[letter] ?? letter)
    // "S.A." and "N.V." are one word each, "acme.com" is two.
    .replace(/\b(\p{L})\.(?=\p{L}\b|\s|$)/gu, '$1')
    .replace(/[&＆+]/g, ' and ')
    .replace(NOT_WORD, ' ')
    .trim()
  return folded.length > NAME_CAP ? '' : folded
}

/**
 * Facebook compares usernames without case and dots; ids are digits.
 * @returns '' for what can't be a page
 */
export function normalisePage(page: string): string {
  if (page.length > NAME_CAP) return ''
  const folded = page.toLowerCase().replaceAll('.', '')
  return /^[\p{L}\p{N}_-]+$/u.test(folded) ? folded : ''
}
