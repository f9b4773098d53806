import browser from 'webextension-polyfill'
import type { CompiledIndex } from '../list/types.ts'
import { BADGE_STYLES } from '../shared/badge-styles.ts'
import { STATUS_ICONS } from '../shared/icons.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import { type Label, labelFor, labelText, type WordingContext } from '../shared/wording.ts'
import { siteData } from '../sites/data.ts'

/** Writes out every label that the index can give, in the browser's language and as of now. */
export function pageDataOf(index: CompiledIndex): PageData {
  const context: WordingContext = {
    translate: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
    locale: browser.i18n.getUILanguage(),
    now: new Date(),
  }
  const entries = index.lists.map((list) => [list.id, Object.fromEntries(list.entries.map((entry) => [entry.id, written(labelFor({ list, entry, evidence: [] }, context))]))])
  const unlisted = written(labelFor(null, context))
  if (!unlisted) throw new Error('no wording for what is on no list')
  return {
    index,
    wording: { unlisted, entries: Object.fromEntries(entries) },
    look: { styles: BADGE_STYLES, icons: STATUS_ICONS },
    sites: siteData,
  }
}

function written(label: Label | null): BadgeLabel | null {
  return label && { status: label.status, text: labelText(label), dates: label.dates, entryName: label.entryName }
}
