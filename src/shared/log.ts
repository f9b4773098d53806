import type { MatchLevel } from '../list/types.ts'
import type { LabelStatus } from './settings.ts'

/** Names what a row holds and how it came about; see docs/ad-log.md. A change of either gets a new name. */
export const LOG_METHOD = 'adpledge-log/1'

/** A label that was shown on an ad. */
export interface LogRow {
  /** The newer, the smaller; below zero. */
  id: number
  /** When the label was shown, in milliseconds since 1970; rows of one device have one each. */
  time: number
  /** The device's calendar day then, `YYYY-MM-DD`. */
  day: string
  site: string
  /** As the page names it. */
  advertiser: string
  /** Handle, slug or numeric id of its page. */
  page: string | null
  /** Domain that the ad leads to, else the one printed on it. */
  domain: string | null
  status: LabelStatus
  /** What the badge said. */
  label: string
  /** Id and name of the entry; null for an advertiser that is on no list. */
  entry: string | null
  entryName: string | null
  /** Id of its list, and the day of the list's data. */
  list: string | null
  listUpdated: string | null
  level: MatchLevel | null
  /** What spoke for the entry: "name Ford; domain ford.com". */
  evidence: string
  /** Version of the extension. */
  extension: string
}

/** Which rows are meant; null and '' take all. */
export interface LogFilter {
  /** Stands in the advertiser's name, the entry's or the domain, whatever its case. */
  text: string
  status: LabelStatus | null
  site: string | null
  /** First and last day, `YYYY-MM-DD`. */
  from: string | null
  until: string | null
}

export const NO_FILTER: LogFilter = { text: '', status: null, site: null, from: null, until: null }

export interface LogTotals {
  total: number
  days: { day: string; counts: Partial<Record<LabelStatus, number>> }[]
  sites: { site: string; count: number }[]
}

/** The advertisers with the most ads, and how many advertisers there are. */
export interface LogAdvertisers {
  top: { advertiser: string; counts: Partial<Record<LabelStatus, number>>; count: number }[]
  /** The same by day, of {@link top} alone. */
  days: { day: string; advertiser: string; count: number }[]
  count: number
}

export interface LogState {
  rows: number
  /** Day of the oldest row. */
  since: string | null
  /** Why the last ads were not written down; null while all is well. */
  problem: 'full' | 'failed' | null
}

/** How many rows cross at once, at most. */
export const MOST_ROWS = 1_000

/** Rows that can have the same moment. */
export const SLOTS = 1_024
/** The latest moment of a row, in milliseconds since 1970: ids hold it exactly, up to the year 2248. */
export const LATEST = Math.floor(Number.MAX_SAFE_INTEGER / SLOTS) - 1
