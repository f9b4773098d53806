import browser from 'webextension-polyfill'
import type { CompiledIndex } from '../list/types.ts'
import { BADGE_STYLES } from '../shared/badge-styles.ts'
import { STATUS_ICONS } from '../shared/icons.ts'
import type { PageData } from '../shared/page-data.ts'
import { labelFor, type WordingContext } from '../shared/wording.ts'
import { labels } from '../sites/labels.ts'
import { compileWords } from '../sites/words.ts'

/** Writes out every label that the index can give, in the browser's language and as of now. */
export function pageDataOf(index: CompiledIndex): PageData {
  const context: WordingContext = {
    translate: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
    locale: browser.i18n.getUILanguage(),
    now: new Date(),
  }
  const entries = index.lists.map((list) => [list.id, Object.fromEntries(list.entries.map((entry) => [entry.id, labelFor({ list, entry, evidence: [] }, context)]))])
  const unlisted = labelFor(null, context)
  if (!unlisted) throw new Error('no wording for what is on no list')
  return {
    index,
    wording: { unlisted, entries: Object.fromEntries(entries) },
    look: { styles: BADGE_STYLES, icons: STATUS_ICONS },
    words: Object.fromEntries(Object.entries(labels).map(([site, words]) => [site, compileWords(words)])),
  }
}
