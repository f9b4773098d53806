import type { LogFilter } from '../shared/log.ts'
import type { NewRow } from './log-row.ts'

/** Makes what tells whether a filter takes a row. */
export function taker({ text, status, site, from, until }: LogFilter): (row: NewRow) => boolean {
  const wanted = text.trim().toLowerCase()
  const hasText = (part: string | null) => part !== null && part.toLowerCase().includes(wanted)
  return (row) =>
    (status === null || row.status === status) &&
    (site === null || row.site === site) &&
    (from === null || row.day >= from) &&
    (until === null || row.day <= until) &&
    (wanted === '' || hasText(row.advertiser) || hasText(row.entryName) || hasText(row.domain))
}
