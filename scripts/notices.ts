import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What others' work is in the package, and on which terms: its THIRD-PARTY-NOTICES.txt. */

export interface Notice {
  name: string
  /** As SPDX names it. */
  licence: string
  /** The licence file, null for work whose terms are told by an address. */
  text: string | null
  /** Where its source is. */
  source: string
}

/** Their text must come along. */
const IN_FULL = ['BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']
/** Whoever hands on the work unchanged says which licence it has, and where its source is. */
const BY_ADDRESS: Readonly<Record<string, string>> = { 'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/', 'MPL-2.0': 'https://www.mozilla.org/MPL/2.0/' }

const HOLDER = /^copyright\s+(\(c\)|©|\d)/i
const TITLE = /^(the )?[\w -]+ licen[cs]e( \([\w-]+\))?$/i

/**
 * Reads what an installed package says of itself.
 * @throws Error where its terms aren't known, or aren't ones that are dealt with here
 */
export function noticeOf(folder: string): Notice {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: unknown; repository?: string | { url?: string } }
  const titled = `${name} ${version}`
  if (typeof license !== 'string' || license === '') throw new Error(`${titled} is in the package and says no licence`)
  const address = typeof repository === 'string' ? repository : (repository?.url ?? '')
  const source = address.replace(/^git\+/, '').replace(/^(ssh|git):\/\/(git@)?/, 'https://').replace(/\.git$/, '')
  if (Object.hasOwn(BY_ADDRESS, license)) {
    if (!source.startsWith('https://')) throw new Error(`${titled} is in the package, and doesn’t say where its source is, which ${license} asks for`)
    return { name: titled, licence: license, text: null, source }
  }
  if (!IN_FULL.includes(license)) throw new Error(`${titled} is in the package with a licence that is not dealt with: ${license}`)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry))
  if (file === undefined) throw new Error(`${titled} is in the package without the text of its licence`)
  const text = readFileSync(join(folder, file), 'utf8')
  if (holdersIn(text).length === 0) throw new Error(`${titled} is in the package, and its licence names nobody who holds the copyright`)
  return { name: titled, licence: license, text, source }
}

/** Each licence's text once, after all that have it. */
export function noticesText(own: { name: string; text: string }, notices: readonly Notice[]): string {
  const sorted = notices.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const groups = new Map<string, string[]>([[termsIn(own.text), [titled(own.name, own.text)]]])
  for (const { name, text } of sorted) {
    if (text !== null) groups.set(termsIn(text), [...(groups.get(termsIn(text)) ?? []), titled(name, text)])
  }
  const byAddress = sorted.filter(({ text }) => text === null).map(({ name, licence, source }) => `${name}\n${licence}: ${BY_ADDRESS[licence] ?? ''}\nSource: ${source}`)
  return `${[...byAddress, ...[...groups].map(([terms, titles]) => `${titles.join('\n')}\n\n${terms}`)].join('\n\n---\n\n')}\n`
}

function titled(name: string, text: string): string {
  return [name, ...holdersIn(text)].join('\n')
}

function holdersIn(text: string): string[] {
  return linesOf(text).filter((line) => HOLDER.test(line))
}

/** As nobody's own text has it: wrapped otherwise and with other quotation marks it is the same licence. */
function termsIn(text: string): string {
  const lines = linesOf(text).filter((line) => !HOLDER.test(line) && !TITLE.test(line))
  const end = lines.indexOf('end of terms and conditions')
  const parts = lines.slice(0, end === -1 ? undefined : end).join('\n').trim().split(/\n{2,}/)
  return parts.map((part) => part.replaceAll('\n', ' ')).join('\n\n').replaceAll(/[“”]/g, '"')
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim())
}
