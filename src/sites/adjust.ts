import { normaliseLabel } from './text.ts'
import type { Labels, SiteData, SiteFile, WordKind } from './types.ts'
import { LANGUAGE_ALIASES } from './words.ts'

/** What a published list may change in how a site is read: it can calm a site and name more labels, and nothing else. */
export interface SiteAdjustment {
  /** No ad is labelled there. */
  readonly off?: boolean
  /** Signs for ads that don't count for now. */
  readonly ignore?: readonly string[]
  /** It holds for versions of the extension below this one, which has the site mended. */
  readonly below?: string
  /** More of what the site's interface calls things. */
  readonly labels?: Labels
}

/** By the site's id. */
export type SiteAdjustments = Readonly<Record<string, SiteAdjustment>>

/** How a site is to be read. */
export interface AdjustedSite {
  calmed: boolean
  file: SiteFile
  ignored: SiteData['ignored']
}

/** In characters as labels are compared. */
const SHORTEST_WORD = 2
const LONGEST_WORD = 60

/** Around a name. */
const PATTERNS: readonly WordKind[] = ['promotedBy', 'paidFor']
/** What makes an ad of a post. */
const FOR_ADS: readonly WordKind[] = ['sponsored', ...PATTERNS]

/** @param version of the extension */
export function adjustSite(id: string, file: SiteFile, adjustments: SiteAdjustments, version: string): AdjustedSite {
  const { off = false, ignore = [], below, labels = {} } = (Object.hasOwn(adjustments, id) && adjustments[id]) || {}
  if (below !== undefined && !isBelow(version, below)) return { calmed: false, file, ignored: [] }
  // A sign that this version doesn't know is never met.
  return { calmed: off, file: withWords(file, labels), ignored: ignore as SiteData['ignored'] }
}

/** Adds words to a site's own; what isn't fit is left out. */
function withWords(file: SiteFile, more: Labels): SiteFile {
  const labels: Record<string, Labels[string]> = { ...file.labels }
  for (const [code, kinds] of Object.entries(more)) {
    const language = Object.hasOwn(labels, code) ? code : (LANGUAGE_ALIASES[code] ?? code)
    const merged = { ...labels[language] }
    for (const [kind, words] of Object.entries(kinds) as [WordKind, readonly string[]][]) {
      merged[kind] = [...(merged[kind] ?? []), ...words.filter((word) => isFit(word, kind, file))]
    }
    labels[language] = merged
  }
  return { ...file, labels }
}

/**
 * Whether a word may be added to a site's. No list can make an ad of what the site calls a suggestion, a partnership or a
 * time, in whatever language: pages that don't say theirs are read with the words of all.
 */
export function isFit(word: string, kind: WordKind, { labels }: SiteFile): boolean {
  const parts = word.split('…').map(normaliseLabel)
  const [before = '', after = ''] = parts
  const { length } = Array.from(before + after)
  if (parts.length !== (PATTERNS.includes(kind) ? 2 : 1) || length < SHORTEST_WORD || length > LONGEST_WORD) return false
  if (!FOR_ADS.includes(kind)) return true
  // A digit makes a time.
  if (/\p{Nd}/u.test(word)) return false
  const others = Object.values(labels).flatMap(({ partnership = [], suggested = [], time = [] }) => [...partnership, ...suggested, ...time]).map(normaliseLabel)
  // "Paid partnership with …" begins with such a word, "Suggested …" takes in all that do.
  return !others.some((other) => `${before} `.startsWith(`${other} `) || (parts.length > 1 && other.startsWith(before) && other.endsWith(after)))
}

/** Of numbers with dots, as versions of extensions are. */
function isBelow(version: string, other: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(other)]
  const at = Math.max(left.length, right.length)
  const place = Array.from({ length: at }, (_, index) => index).find((index) => (left[index] ?? 0) !== (right[index] ?? 0))
  return place !== undefined && (left[place] ?? 0) < (right[place] ?? 0)
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number)
}
