import type { CompiledIndex, Match } from '../list/types.ts'
import type { SiteData } from '../sites/types.ts'
import type { LabelStatus } from './settings.ts'

/**
 * All that a page needs of us, kept ready in storage.local: what can be worked out beforehand is
 * data here, so that the script in every page stays small and asks nobody.
 */
export interface PageData {
  index: CompiledIndex
  wording: Wording
  look: BadgeLook
  /** By site and language. */
  sites: Readonly<Record<string, Readonly<Record<string, SiteData>>>>
}

export interface BadgeLook {
  styles: string
  /** Path data on a 16 × 16 grid. */
  icons: Record<LabelStatus, string>
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
}

/** What each label says, in the browser's language and of the day it was written. */
export interface Wording {
  unlisted: BadgeLabel
  /** By list and entry id; null for what is never labelled. */
  entries: Record<string, Record<string, BadgeLabel | null>>
}

/** @returns null for what is never labelled */
export function labelOf(match: Match | undefined, wording: Wording): BadgeLabel | null {
  return match ? (wording.entries[match.list.id]?.[match.entry.id] ?? null) : wording.unlisted
}
