import type { LogFilter, LogRow } from '../shared/log.ts'

/** Whether a filter takes a row. */
export function takes({ text, status, site, from, until }: LogFilter, row: Omit<LogRow, 'id'>): boolean {
  if (status !== null && row.status !== status) return false
  if (site !== null && row.site !== site) return false
  if (from !== null && row.day < from) return false
  if (until !== null && row.day > until) return false
  const wanted = text.trim().toLocaleLowerCase()
  return wanted === '' || [row.advertiser, row.entryName, row.domain].some((part) => part?.toLocaleLowerCase().includes(wanted))
}
