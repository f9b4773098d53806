import type { SiteData, SiteFile } from './types.ts'
import { compileWords } from './words.ts'

const files = import.meta.glob<SiteFile>('./*.data.json', { eager: true, import: 'default' })

/** Each site's data by language, by its id; pages get it through storage. */
export const siteData: Readonly<Record<string, Readonly<Record<string, SiteData>>>> = Object.fromEntries(
  Object.entries(files).map(([path, { labels, notPages }]) => {
    const byLanguage = Object.entries(compileWords(labels)).map(([language, words]) => [language, { words, notPages }])
    return [path.replace(/^\.\/|\.data\.json$/g, ''), Object.fromEntries(byLanguage) as Record<string, SiteData>]
  }),
)
