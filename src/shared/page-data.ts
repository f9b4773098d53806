import type { CompiledIndex, Match } from '../list/types.ts'
import type { PackedTable } from '../list/table.ts'
import type { SiteData } from '../sites/types.ts'
import type { LabelStatus } from './settings.ts'

/**
 * All that a page needs of us, kept ready in storage.local: what can be worked out beforehand is
 * data here, so that the scripts in pages stay small and ask nobody.
 */
export interface PageData {
  index: CompiledIndex
  wording: Wording
  look: BadgeLook
}

/** What the pages of one site need besides, under {@link siteKey}. */
export interface SitePart {
  /** Its permission is held, and nothing has calmed the site. */
  on: boolean
  /** A published list has switched it off until it is mended. */
  calmed: boolean
  /** By language. */
  languages: Readonly<Record<string, SiteData>>
}

export interface BadgeLook {
  styles: string
  /** The language that labels are in (BCP 47), and its direction. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** Path data on a 16 × 16 grid. */
  icons: Record<LabelStatus, string>
  /** What on a badge must not set off anything in the page. */
  events: readonly string[]
  /** Where on the largest picture it goes if there is room: `X,Y` from the start and from the top, each 0 or 1; null: beside the ad's label. */
  corner: string | null
}

/** What a badge says. */
export interface BadgeLabel {
  status: LabelStatus
  /** "Joined Stop Hate for Profit · July 2020 · US only" */
  text: string
  /** "July 2020"; null where nothing is claimed. */
  dates: string | null
  /** The entry's name; null for an advertiser that is on no list. */
  entryName: string | null
  /** The entry's id. */
  entry: string | null
}

/** What a list has on record about an advertiser; its label is null where none may be. */
export type LabelledMatch = Match & { label: BadgeLabel | null }

/** What each label says, in the browser's language and of the day it was written. */
export interface Wording {
  unlisted: BadgeLabel
  /** Each list's labels, see read-label.ts. What is never labelled isn't in them. */
  labels: PackedTable[]
}
