import { LOG_METHOD, type LogFilter } from '../shared/log.ts'

/** A list in use, as rows name it. */
export interface CitedList {
  id: string
  name: string
  /** Day of its data. */
  updated: string
  /** Of the published list; null for the one that came with the extension. */
  version: number | null
}

/** What rows are cited by. */
export interface CitedRows {
  count: number
  /** First and last day, `YYYY-MM-DD`; null without rows. */
  days: [first: string, last: string] | null
}

export type CitationKey = 'logCitation' | 'logCitationNone' | 'logCitationList' | 'logCitationBundled' | 'logCitationNoList' | 'logCitationFiltered'

export interface CitationContext {
  text: (key: CitationKey, ...substitutions: string[]) => string
  /** Of the extension. */
  version: string
}

/** One line by which rows can be cited: how they came about, what they were compared with, and which they are. */
export function citationOf({ count, days }: CitedRows, lists: readonly CitedList[], filter: LogFilter, { text, version }: CitationContext): string {
  const named = lists.map(({ name, updated, version }) => text('logCitationList', name, version === null ? text('logCitationBundled') : String(version), updated))
  const compared = named.length === 0 ? text('logCitationNoList') : named.join('; ')
  const which = days === null ? text('logCitationNone') : text('logCitation', version, LOG_METHOD, compared, days[0], days[1], String(count))
  const filtered = filterWords(filter)
  return days === null || filtered === '' ? which : `${which} ${text('logCitationFiltered', filtered)}`
}

/** What a filter takes, in the words of a file's columns: `status=joined, from=2026-01-01`; '' for all. */
export function filterWords(filter: LogFilter): string {
  const { text, status, site, from, until } = filter
  const parts = { text: text.trim() === '' ? null : JSON.stringify(text.trim()), status, site, from, until }
  return Object.entries(parts).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join(', ')
}
