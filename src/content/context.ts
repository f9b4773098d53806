import { api } from '../shared/api.ts'
import { textLocale } from '../shared/text-locale.ts'
import { textReader } from '../shared/texts.ts'
import type { Translate } from '../shared/wording.ts'

export const translate: Translate = textReader((name) => api.i18n.getMessage(name))

export function uiLocale(): string {
  return textLocale(translate('textLanguage'), api.i18n.getUILanguage())
}

export function uiDirection(): 'ltr' | 'rtl' {
  return translate('textDirection') as 'ltr' | 'rtl'
}

/** False once the extension was updated or removed under this page. */
export function isAlive(): boolean {
  try {
    return api.runtime?.id !== undefined
  } catch {
    return false
  }
}
