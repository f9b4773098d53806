import { buildTable } from './build-table.ts'
import { COUNTRY_ENDINGS } from './country-endings.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import { normaliseName } from './normalise.ts'
import { PLATFORMS } from './platforms.ts'
import { REDIRECTORS } from './redirectors.ts'
import { openTable, type PackedTable } from './table.ts'
import type { TailKind, WordKey } from './types.ts'

/** Letters that carry no combining mark and so survive decomposition. */
const PLAIN_LETTERS = { ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'e' }

/** The sections of tails.txt. */
const SECTIONS: Record<string, TailKind> = { country: 'c', code: 'w', region: 'r', language: 'l', department: 'd', official: 'o', link: 'k' }

/** The table of words that all lists share; see {@link wordPairs}. */
export function compileWords(tails: string): PackedTable {
  return buildTable(wordPairs(tails))
}

/**
 * What the table of words is made of, as keys and values.
 * @param tails text of tails.txt: `[section]` lines, then a line a thing, its forms separated by `|`; `#` begins a comment
 * @throws Error naming the line of what is wrong
 */
export function wordPairs(tails: string): ReadonlyMap<string, string> {
  const pairs = new Map<`${WordKey}${string}`, string>(Object.entries(PLAIN_LETTERS).map(([letter, plain]) => [`f${letter}`, plain]))
  const letters = openTable(buildTable(pairs))
  for (const form of LEGAL_FORMS) pairs.set(`t${normaliseName(form, letters)}`, 'f' satisfies TailKind)
  let section: TailKind | undefined
  for (const [at, line] of tails.split(/\r?\n/).entries()) {
    const fault = (what: string) => new Error(`tails.txt, line ${at + 1}: ${what}`)
    const text = line.replace(/#.*/, '').trim()
    if (text === '') continue
    const heading = /^\[(.*)\]$/.exec(text)?.[1]
    if (heading !== undefined) {
      section = Object.hasOwn(SECTIONS, heading) ? SECTIONS[heading] : undefined
      if (!section) throw fault(`no section is called "${heading}"; there are ${Object.keys(SECTIONS).join(', ')}`)
      continue
    }
    if (!section) throw fault('stands before the first [section]')
    for (const form of text.split('|')) {
      const key = `t${normaliseName(form, letters)}` as const
      if (key === 't') throw fault(`"${form.trim()}" has nothing to read`)
      // A legal form that is a country as well (SA, CV) says nothing; otherwise the first section holds.
      if (!pairs.has(key)) pairs.set(key, section)
    }
  }
  for (const platform of PLATFORMS) pairs.set(`p${platform}`, '1')
  for (const [redirector, parameters] of Object.entries(REDIRECTORS)) pairs.set(`r${redirector}`, parameters)
  for (const ending of COUNTRY_ENDINGS) pairs.set(`c${ending}`, '1')
  return pairs
}
