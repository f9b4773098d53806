/**
 * What dates and numbers are written for: the language of the texts. A browser in a language that there are no texts in shows
 * English ones, and "23. marraskuuta" would stand out in them. In the same language and script the browser's own locale says more:
 * its region.
 * @param textLanguage BCP 47, of the texts
 * @param browserLanguage BCP 47, of the browser
 * @returns BCP 47
 */
export function textLocale(textLanguage: string, browserLanguage: string): string {
  return written(browserLanguage) === written(textLanguage) ? browserLanguage : textLanguage
}

/** "de-Latn"; '' for what is no language tag. */
function written(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language}-${script}`
  } catch {
    return ''
  }
}
