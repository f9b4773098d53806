/** How alike two texts look: for those who keep a list, never for a match. */

/** Letters of other scripts, large and small, and the Latin ones that they look like. From Unicode's confusables, those that forgers use. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  // Cyrillic
  А: 'a', В: 'b', Е: 'e', Ѕ: 's', І: 'i', Ј: 'j', К: 'k', М: 'm', Н: 'h', О: 'o', Р: 'p', С: 'c', Т: 't', У: 'y', Х: 'x', Ԛ: 'q', Ԝ: 'w', Ѵ: 'v', Ү: 'y', Ԍ: 'g',
  а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ԛ: 'q', ԝ: 'w', ѵ: 'v', ү: 'y', ԁ: 'd', һ: 'h', ӏ: 'l', Ӏ: 'l', п: 'n', г: 'r', ь: 'b',
  // Greek
  Α: 'a', Β: 'b', Ε: 'e', Ζ: 'z', Η: 'h', Ι: 'i', Κ: 'k', Μ: 'm', Ν: 'n', Ο: 'o', Ρ: 'p', Τ: 't', Υ: 'y', Χ: 'x', Ϲ: 'c', Ϳ: 'j',
  α: 'a', β: 'b', γ: 'y', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w', ϲ: 'c', ϳ: 'j',
  // Armenian, and Latin letters that are none of the alphabet's
  օ: 'o', ո: 'n', ս: 'u', հ: 'h', զ: 'q', ց: 'g', ɑ: 'a', ɡ: 'g', ɩ: 'i', ɪ: 'i', ʟ: 'l', ꜱ: 's', ƅ: 'b',
}

/** What a reader may take a text for: letters of other scripts as the Latin ones that they look like. */
export function asLatin(text: string): string {
  return text.replace(/[^ -~]/gu, (letter) => LOOKS_LIKE[letter] ?? letter)
}

/** The letters of a text that {@link asLatin} takes for others, each once, with their code points: “о” (U+043E). */
export function foreignLetters(text: string): string {
  const letters = new Set(Array.from(text).filter((letter) => Object.hasOwn(LOOKS_LIKE, letter)))
  return [...letters].map((letter) => `“${letter}” (U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`).join(', ')
}

/** Texts that look alike have the same skeleton: "f0rd" and "ford", "rnicrosoft" and "microsoft". */
export function skeleton(text: string): string {
  return asLatin(text.normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('rn', 'm').replaceAll('vv', 'w')
}

/** How many letters a name of so many may be off to be called near: none of a short one's, which has too many neighbours. */
export function mayBeOff(letters: number): number {
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0
}

/**
 * Levenshtein's distance: letters put in, left out or exchanged.
 * @returns `most` + 1 for all that is more
 */
export function lettersOff(one: string, other: string, most: number): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = b.map((_letter, at) => at + 1)
  for (const [line, letter] of a.entries()) {
    let left = line + 1
    let corner = line
    row = row.map((above, at) => {
      left = Math.min(left + 1, above + 1, corner + (b[at] === letter ? 0 : 1))
      corner = above
      return left
    })
  }
  return Math.min(row.at(-1) ?? a.length, most + 1)
}
