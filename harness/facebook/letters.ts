import { pick, type Random } from '../../demo/random.ts'

/** One piece of a scrambled text: a letter (or letters that must stay together), or a decoy nobody sees. */
export interface Glyph {
  text: string
  decoy: boolean
}

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** After these the next letter joins the one before into one shape. */
const VIRAMA = /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D]\u200C?$/
/** Arabic letters that don't join the next one. */
const UNJOINED = /[اأإآدذرزژوؤةىء]\p{Mn}*$/u

export function graphemes(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
}

/**
 * A text in as many pieces as can stand apart and still read well: grapheme clusters, but no
 * conjunct or joined Arabic letters torn. A space becomes one that boxes don't swallow.
 */
export function pieces(text: string): string[] {
  const result: string[] = []
  for (const next of graphemes(text)) {
    const last = result.at(-1)
    const joined = last !== undefined && next !== ' ' && last !== '\u00A0' && (VIRAMA.test(last) || (/\p{Script=Arabic}/u.test(last) && /\p{Script=Arabic}/u.test(next) && !UNJOINED.test(last)))
    if (joined) result[result.length - 1] = last + next
    else result.push(next === ' ' ? '\u00A0' : next)
  }
  return result
}

/** Whether each letter has a place of its own; the others change with their neighbours. */
export function isSeparable(text: string): boolean {
  return !/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Malayalam}\p{Script=Thai}]/u.test(text)
}

/** What decoys were seen to be beside letters of the text. */
const OTHERS = ['t', 'a', 'h', 'm', '3', '5', '9']

/** Decoys for a text: those that are given, all of them and in order, else letters like its own and digits. */
export function decoysFor(text: string, random: Random, given?: string): string[] {
  if (given !== undefined) return pieces(given).filter((piece) => piece !== '\u00A0')
  const pool = [...pieces(text).filter((piece) => piece !== '\u00A0'), ...OTHERS]
  return Array.from({ length: pieces(text).length + 2 }, () => pick(random, pool))
}

/** A text with decoys among its letters; given ones sometimes stand in a row, to be read as a word. */
export function mixed(text: string, random: Random, given?: string): Glyph[] {
  const letters = pieces(text).map((piece): Glyph => ({ text: piece, decoy: false }))
  const decoys = decoysFor(text, random, given).map((piece): Glyph => ({ text: piece, decoy: true }))
  const inRow = given !== undefined && random() < 0.4
  const places = inRow
    ? decoys.map(() => 0).fill(Math.floor(random() * (letters.length + 1)))
    : decoys.map(() => Math.floor(random() * (letters.length + 1))).sort((a, b) => a - b)
  const result: Glyph[] = []
  for (let at = 0; at <= letters.length; at++) {
    result.push(...decoys.filter((_, index) => places[index] === at))
    const letter = letters[at]
    if (letter) result.push(letter)
  }
  return result
}

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** A name for a class or id that no other piece of the page has. */
export function unique(random: Random): string {
  let name = 'x'
  while (name.length < 9) name += '0123456789abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(random() * 36))
  return name
}

/** About how wide a text is at 13 pixels, rather more than less; without a font, each code point is a box. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (/\p{Mn}/u.test(letter) && /\p{Script=Arabic}|\p{Script=Inherited}/u.test(letter) ? 0 : isWide(letter) ? 14 : 8), 4)
}

export function isWide(letter: string): boolean {
  return /[\u0900-\u0EFF\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF]/.test(letter)
}

/** Parts of a text that can be put at places of their own: letters, or words where nobody but the browser knows how wide letters are. */
export function placeable(text: string): string[] {
  if (isSeparable(text)) return pieces(text)
  return /\p{Script=Arabic}/u.test(text) ? text.split(' ') : [text]
}
