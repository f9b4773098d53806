import browser from 'webextension-polyfill'
import { buildTable } from '../list/build-table.ts'
import type { CompiledEntries, CompiledIndex } from '../list/types.ts'
import { BADGE_STYLES } from '../shared/badge-styles.ts'
import { STATUS_ICONS } from '../shared/icons.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import { type Label, labelFor, labelText, type WordingContext } from '../shared/wording.ts'
import { siteData } from '../sites/data.ts'

const PRESSES = ['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown', 'keyup', 'keypress']

/** Writes out every label that the index can give, in the browser's language and as of now. */
export function pageDataOf(index: CompiledIndex, { entries }: CompiledEntries): PageData {
  const context: WordingContext = {
    translate: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
    locale: browser.i18n.getUILanguage(),
    now: new Date(),
  }
  const labels = index.lists.map((list) =>
    buildTable(
      (entries[list.id] ?? []).flatMap((entry, number) => {
        const label = written(labelFor({ list, entry }, context), entry.id)
        return label ? [[String(number), asciiJson(label)] as const] : []
      }),
    ),
  )
  const unlisted = written(labelFor(null, context), null)
  if (!unlisted) throw new Error('no wording for what is on no list')
  return {
    index,
    wording: { unlisted, labels },
    look: { styles: BADGE_STYLES, icons: STATUS_ICONS, events: PRESSES },
    sites: siteData,
  }
}

function written(label: Label | null, entry: string | null): BadgeLabel | null {
  return label && { status: label.status, text: labelText(label), dates: label.dates, entryName: label.entryName, entry }
}

/** Tables hold ASCII only. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
