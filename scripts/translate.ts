import type { Translate } from '../src/shared/wording.ts'
import { ENGLISH, readMessages } from './locale-files.ts'

/**
 * The texts of a language, as a browser gives them to an extension.
 * @throws Error when a text is asked for that there is none of
 */
export function readTexts(language = ENGLISH): Translate {
  const messages = readMessages(language)
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
