import browser from 'webextension-polyfill'
import { buildTable } from '../list/build-table.ts'
import type { PackedTable } from '../list/table.ts'
import type { BadgeEntry, ListIndex } from '../list/types.ts'
import { badgeStyles } from '../shared/badge-styles.ts'
import { STATUS_ICONS } from '../shared/icons.ts'
import type { OwnLabel } from '../shared/messages.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import type { LabelText } from '../shared/read-label.ts'
import type { Appearance } from '../shared/settings.ts'
import { textLocale } from '../shared/text-locale.ts'
import { labelFor, type WordingContext } from '../shared/wording.ts'
import { variantsOf, writtenLabel } from './written-label.ts'
import { translate } from './text.ts'

const PRESSES = ['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown', 'keyup', 'keypress']

export interface ListToWrite {
  index: ListIndex
  /** The list's entries, or a person's own labels; none of a list that is too large for pages. */
  entries: readonly BadgeEntry[] | readonly OwnLabel[]
}

/** All that pages need besides what they look up in. */
export function pageParts(appearance: Appearance): Omit<PageData, 'index' | 'wording'> {
  const { corner } = appearance
  return { look: { styles: badgeStyles(appearance), lang: translate('textLanguage'), dir: translate('textDirection') as 'ltr' | 'rtl', icons: STATUS_ICONS, events: PRESSES, corner: corner === 'auto' ? null : CORNERS[corner] } }
}

const CORNERS: Record<Exclude<Appearance['corner'], 'auto'>, string> = { 'top-start': '0,0', 'top-end': '1,0', 'bottom-start': '0,1', 'bottom-end': '1,1' }

/** Writes out every label that lists can give, in the browser's language and as of now; of lists that are too large for pages none. */
export function writeLabels(lists: readonly ListToWrite[], now: Date): PageData['wording'] {
  const context = wordingContext(now)
  return { unlisted: unlistedLabel(context), labels: lists.map((list) => labelsOf(list, context)) }
}

export function wordingContext(now: Date): WordingContext {
  return {
    translate,
    locale: textLocale(translate('textLanguage'), browser.i18n.getUILanguage()),
    now,
  }
}

function unlistedLabel(context: WordingContext): BadgeLabel {
  const unlisted = writtenLabel(labelFor(null, context), null)
  if (!unlisted) throw new Error('no wording for what is on no list')
  return unlisted
}

/** As read-label.ts reads it. */
function labelsOf({ index, entries }: ListToWrite, context: WordingContext): PackedTable {
  const texts = new Map<string, number>()
  const pairs = entries.flatMap((entry, place) => {
    const labels = variantsOf(index).flatMap((elsewhere) => labelOf(entry, index, elsewhere, context) ?? [])
    const [first] = labels
    if (!first) return []
    const numbers = labels.map(({ status, text, dates }) => {
      const json = asciiJson({ status, text, dates } satisfies LabelText)
      texts.set(json, texts.get(json) ?? texts.size)
      return texts.get(json)
    })
    return [[String(place), asciiJson([first.entryName, first.entry, ...numbers])] as const]
  })
  return buildTable([...pairs, ...[...texts].map(([json, number]) => [`t${number}`, json] as const)])
}

/** null for what is never labelled. */
function labelOf(entry: BadgeEntry | OwnLabel, list: ListIndex, elsewhere: boolean, context: WordingContext): BadgeLabel | null {
  return 'text' in entry ? ownLabel(entry, context) : writtenLabel(labelFor({ list, entry, elsewhere }, context), entry.id)
}

function ownLabel({ id, name, text }: OwnLabel, { translate }: WordingContext): BadgeLabel {
  return { status: 'yours', text: translate('labelYours', [text]), dates: null, entryName: name, entry: id }
}

/** Tables hold ASCII only. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
