import { readFileSync } from 'node:fs'
import type { Translate } from '../src/shared/wording.ts'

interface Message {
  message: string
  placeholders?: Record<string, { content: string }>
}

/**
 * The texts of a language, as a browser gives them to an extension.
 * @throws Error when a text is asked for that there is none of
 */
export function readTexts(language = 'en'): Translate {
  const messages = JSON.parse(readFileSync(new URL(`../public/_locales/${language}/messages.json`, import.meta.url), 'utf8')) as Record<string, Message>
  return (key, substitutions = []) => {
    const found = messages[key]
    if (!found) throw new Error(`no text is called "${key}"`)
    const fill = (content: string) => content.replace(/\$(\d)/g, (_all, place: string) => substitutions[Number(place) - 1] ?? '')
    return found.message.replace(/\$(\w+)\$/g, (all, name: string) => {
      const placeholder = found.placeholders?.[name.toLowerCase()]
      return placeholder ? fill(placeholder.content) : all
    })
  }
}
