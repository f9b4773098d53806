import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tagOf } from '../harness/languages.ts'

/** The texts of the extension: `public/_locales/LANGUAGE/messages.json`, as browsers read them. English is what the others are made from. */

const LOCALES = 'public/_locales'
export const ENGLISH = 'en'

export interface Message {
  message: string
  /** For translators; in English alone. */
  description?: string
  placeholders?: Record<string, { content: string; example?: string }>
}
export type Messages = Record<string, Message>

/** A form of a text for a number, `KEY_few`; the forms that a language has are those of `Intl.PluralRules`. */
const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/

export function readMessages(locale: string): Messages {
  return JSON.parse(readFileSync(`${LOCALES}/${locale}/messages.json`, 'utf8')) as Messages
}

export function writeMessages(locale: string, messages: Messages): void {
  mkdirSync(`${LOCALES}/${locale}`, { recursive: true })
  writeFileSync(`${LOCALES}/${locale}/messages.json`, `${JSON.stringify(messages, null, 2)}\n`)
}

/** What a language must have: each of its keys with the English key that it stands for, in the order of the English file. */
export function wantedKeys(english: Messages, locale: string): Map<string, string> {
  const wanted = new Map<string, string>()
  for (const key of Object.keys(english)) {
    const base = PLURAL.exec(key)?.[1]
    if (base === undefined || !(`${base}_one` in english)) wanted.set(key, key)
    else for (const form of new Intl.PluralRules(tagOf(locale)).resolvedOptions().pluralCategories) wanted.set(`${base}_${form}`, `${base}_other`)
  }
  return wanted
}

/** Whether a key is the form for one number alone, which may then be written out or left out: "one" is also 21 in Ukrainian, and 0 in French. */
export function mayLeaveOutNumber(key: string, locale: string): boolean {
  const form = PLURAL.exec(key)?.[2]
  const rules = new Intl.PluralRules(tagOf(locale))
  return form !== undefined && Array.from({ length: 200 }, (_, number) => rules.select(number)).filter((other) => other === form).length === 1
}

/**
 * A language's file as it should be: keys in the order of English, placeholders as there, and nothing that English no longer has.
 * @returns what is missing has no text
 */
export function completed(english: Messages, messages: Messages, locale: string): { messages: Messages; missing: string[] } {
  const made: Messages = {}
  const missing: string[] = []
  for (const [key, source] of wantedKeys(english, locale)) {
    const text = messages[key]?.message
    if (text === undefined) missing.push(key)
    else made[key] = { message: text, ...placeholdersOf(text, english[source]) }
  }
  return { messages: made, missing }
}

function placeholdersOf(text: string, source: Message | undefined): Pick<Message, 'placeholders'> {
  const used = Object.entries(source?.placeholders ?? {}).filter(([name]) => text.toUpperCase().includes(`$${name.toUpperCase()}$`))
  return used.length === 0 ? {} : { placeholders: Object.fromEntries(used.map(([name, { content }]) => [name, { content }])) }
}
