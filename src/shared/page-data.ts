import type { CompiledIndex, Match } from '../list/types.ts'
import type { Words } from '../sites/types.ts'
import type { LabelStatus } from './settings.ts'
import type { Label } from './wording.ts'

/**
 * All that a page needs of us, kept ready in storage.local: what can be worked out beforehand is
 * data here, so that the script in every page stays small and asks nobody.
 */
export interface PageData {
  index: CompiledIndex
  wording: Wording
  look: BadgeLook
  /** Each site's words by language. */
  words: Readonly<Record<string, Readonly<Record<string, Words>>>>
}

export interface BadgeLook {
  styles: string
  /** Path data on a 16 × 16 grid. */
  icons: Record<LabelStatus, string>
}

/** What a label says, in the browser's language and of the day it was written. */
export interface Wording {
  unlisted: Label
  /** By list and entry id; null for what is never labelled. */
  entries: Record<string, Record<string, Label | null>>
}

/** @returns null for what is never labelled */
export function labelOf(match: Match | undefined, wording: Wording): Label | null {
  return match ? (wording.entries[match.list.id]?.[match.entry.id] ?? null) : wording.unlisted
}
