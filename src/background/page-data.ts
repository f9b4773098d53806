import browser from 'webextension-polyfill'
import { buildTable } from '../list/build-table.ts'
import type { PackedTable } from '../list/table.ts'
import type { BadgeEntry, ListIndex } from '../list/types.ts'
import { badgeStyles } from '../shared/badge-styles.ts'
import { STATUS_ICONS } from '../shared/icons.ts'
import type { OwnLabel } from '../shared/messages.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import type { Appearance } from '../shared/settings.ts'
import { textLocale } from '../shared/text-locale.ts'
import { type Label, labelFor, labelText, type WordingContext } from '../shared/wording.ts'
import { sites } from '../sites/registry.ts'
import { translate } from './text.ts'

const PRESSES = ['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown', 'keyup', 'keypress']

export interface ListToWrite {
  index: ListIndex
  /** The list's entries, or a person's own labels. */
  entries: readonly BadgeEntry[] | readonly OwnLabel[]
}

/** All that pages need besides what they look up in. */
export function pageParts(appearance: Appearance): Omit<PageData, 'index' | 'wording'> {
  const { corner } = appearance
  return { look: { styles: badgeStyles(appearance), lang: translate('textLanguage'), dir: translate('textDirection') as 'ltr' | 'rtl', icons: STATUS_ICONS, events: PRESSES, corner: corner === 'auto' ? null : CORNERS[corner] } }
}

const CORNERS: Record<Exclude<Appearance['corner'], 'auto'>, string> = { 'top-start': '0,0', 'top-end': '1,0', 'bottom-start': '0,1', 'bottom-end': '1,1' }

/** Writes out every label that lists can give, in the browser's language and as of now. */
export function writeLabels(lists: readonly ListToWrite[], now: Date): PageData['wording'] {
  const context: WordingContext = {
    translate,
    locale: textLocale(translate('textLanguage'), browser.i18n.getUILanguage()),
    now,
  }
  return { unlisted: unlistedLabel(context), labels: lists.map((list) => labelsOf(list, context)) }
}

function unlistedLabel(context: WordingContext): BadgeLabel {
  const unlisted = written(labelFor(null, context), null)
  if (!unlisted) throw new Error('no wording for what is on no list')
  return unlisted
}

/** By the entry's place; after `o` as it reads on platforms that the list isn't about. */
function labelsOf({ index, entries }: ListToWrite, context: WordingContext): PackedTable {
  const here = (elsewhere: boolean) => sites.some(({ id }) => index.platforms.includes(id) !== elsewhere)
  const pairs = [false, true].filter(here).flatMap((elsewhere) =>
    entries.flatMap((entry, number) => {
      const label = 'text' in entry ? ownLabel(entry, context) : written(labelFor({ list: index, entry, elsewhere }, context), entry.id)
      return label ? [[`${elsewhere ? 'o' : ''}${number}`, asciiJson(label)] as const] : []
    }),
  )
  return buildTable(pairs)
}

function ownLabel({ id, name, text }: OwnLabel, { translate }: WordingContext): BadgeLabel {
  return { status: 'yours', text: translate('labelYours', [text]), dates: null, entryName: name, entry: id }
}

function written(label: Label | null, entry: string | null): BadgeLabel | null {
  return label && { status: label.status, text: labelText(label), dates: label.dates, entryName: label.entryName, entry }
}

/** Tables hold ASCII only. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
