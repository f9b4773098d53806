import { readFileSync } from 'node:fs'
import type { Translate } from '../src/shared/wording.ts'

interface Message {
  message: string
  placeholders?: Record<string, { content: string }>
}
const messages = JSON.parse(readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<string, Message>

/** As the browser does it, but a text or a substitution that is missing is an error. */
export const translate: Translate = (key, substitutions = []) => {
  const found = messages[key]
  if (!found) throw new Error(`no message "${key}"`)
  return found.message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
    const content = found.placeholders?.[name.toLowerCase()]?.content
    const value = substitutions[Number(content?.slice(1)) - 1]
    if (value === undefined) throw new Error(`message "${key}": nothing for $${name}$`)
    return value
  })
}
