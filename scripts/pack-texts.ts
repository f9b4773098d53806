import { ALL_TEXTS, TEXT_END, textPlace } from '../src/shared/texts.ts'
import { TEXT_KEYS, TEXT_PLACES } from '../src/shared/text-places.ts'
import type { Message, Messages } from './locale-files.ts'

/** The background compares by it, before it reads any text, whether labels were written in the same language. */
const LANGUAGE = 'textLanguage'

/**
 * A language's messages as the package has them: one that holds all texts (see src/shared/texts.ts), and those that the browser itself reads.
 * @param english what a text that is missing is taken from
 * @param named keys of what the browser reads by name, and nobody else
 * @throws Error naming the text that can't be written so
 */
export function packTexts(messages: Messages, english: Messages, named: readonly string[]): Record<string, { message: string }> {
  const all: string[] = Array.from({ length: TEXT_PLACES.count }, () => '')
  for (const key of Object.keys(messages)) if (!TEXT_KEYS.includes(key)) throw new Error(`the text ${key} isn't one that English has`)
  for (const key of TEXT_KEYS) {
    const message = messages[key] ?? english[key]
    if (message && !named.includes(key)) all[textPlace(key)] = packed(key, message)
  }
  const byName = [...named, LANGUAGE].map((key) => [key, { message: (messages[key] ?? english[key])?.message ?? '' }] as const)
  return { ...Object.fromEntries(byName), [ALL_TEXTS]: { message: all.join(TEXT_END) } }
}

/** With `{1}` where the browser's form has `$NAME$`, which it would fill by itself. */
function packed(key: string, { message, placeholders = {} }: Message): string {
  if (/[|{}]/.test(message)) throw new Error(`the text ${key} has a "|", "{" or "}", by which texts are told apart in the package`)
  const text = message.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.content.replace(/^\$([1-9])$/, '{$1}') ?? whole)
  if (text.includes('$')) throw new Error(`the text ${key} has a "$" that stands for nothing`)
  return text
}
