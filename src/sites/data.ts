import type { SiteData, SiteFile } from './types.ts'
import { compileWords } from './words.ts'

const files = import.meta.glob<SiteFile>('./*.data.json', { eager: true, import: 'default' })

/** What is written of each site, by its id. */
export const siteFiles: Readonly<Record<string, SiteFile>> = Object.fromEntries(Object.entries(files).map(([path, file]) => [path.replace(/^\.\/|\.data\.json$/g, ''), file]))

/** A site's data by language, as its pages get it. */
export function compileSite({ labels, notPages }: SiteFile, ignored: SiteData['ignored'] = []): Readonly<Record<string, SiteData>> {
  return Object.fromEntries(Object.entries(compileWords(labels)).map(([language, words]) => [language, { words, notPages, ignored }]))
}
