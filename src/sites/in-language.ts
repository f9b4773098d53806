/** Apart from the words themselves, which the pages of the extension need not load. */

/**
 * What there is in a language, else in its base language, else in English.
 * @param language BCP 47, as in `html[lang]`
 */
export function inLanguage<Data>(data: Readonly<Record<string, Data>>, language: string): Data | undefined {
  return data[language] ?? data[baseOf(language)] ?? data['en']
}

export function baseOf(language: string): string {
  return language.replace(/[-_].*/s, '').toLowerCase()
}
