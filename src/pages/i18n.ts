import type messages from '../../public/_locales/en/messages.json'
import { browser } from '../shared/browser.ts'
import { textLocale } from '../shared/text-locale.ts'
import { textReader } from '../shared/texts.ts'

export type MessageKey = keyof typeof messages
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never

/** Gets a text of `_locales` by name, with its placeholders filled. */
export const translate = textReader((name) => browser.i18n.getMessage(name))

/** The same for a name that is known. */
export function text(key: MessageKey, ...substitutions: string[]): string {
  return translate(key, substitutions)
}

/** Gets the form of a text that fits a number, which fills its first placeholder. */
export function countText(key: PluralKey, count: number): string {
  const category = new Intl.PluralRules(locale()).select(count)
  const number = numberText(count)
  return translate(`${key}_${category}`, [number]) || text(`${key}_other`, number)
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(locale()).format(value)
}

/** "Joined 3, Not on the list 12", with what the language has between parts. */
export function listText(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit' }).format(parts)
}

/** @param moment ISO 8601; '' comes back for anything else */
export function momentText(moment: string): string {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? '' : new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(time)
}

/** The time of day. @param time in milliseconds since 1970 */
export function clockText(time: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(time)
}

/** BCP 47 */
export function locale(): string {
  return textLocale(text('textLanguage'), browser.i18n.getUILanguage())
}

/** Tells the browser, and with it screen readers, which language and direction the page is in. */
export function setLanguage(root: HTMLElement): void {
  root.lang = text('textLanguage')
  root.dir = text('textDirection')
}
