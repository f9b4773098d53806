import type { LogAdvertisers, LogFilter, LogRow, LogTotals } from '../shared/log.ts'
import type { LabelStatus } from '../shared/settings.ts'
import type { AdLog } from './ad-log.ts'
import { database, type DayCount } from './database.ts'

/** As many advertisers as a chart can tell apart. */
const TOP = 12

/** How many rows a filter takes, by day, status and site. Without a text they needn't be read. */
export async function logTotals(log: AdLog, filter: LogFilter): Promise<LogTotals> {
  return sumUp(filter.text.trim() === '' ? await countedDays(filter) : await readDays(log, filter))
}

async function countedDays({ status, site, from, until }: LogFilter): Promise<DayCount[]> {
  // No range for a database.
  if (from !== null && until !== null && from > until) return []
  const all = await (await database()).getAll('days', IDBKeyRange.bound([from ?? ''], [until ?? '9999', []]))
  return all.filter((one) => (status === null || one.status === status) && (site === null || one.site === site))
}

async function readDays(log: AdLog, filter: LogFilter): Promise<DayCount[]> {
  const days: DayCount[] = []
  for await (const rows of log.matching(filter)) for (const { day, site, status } of rows) days.push({ day, site, status, count: 1 })
  return days
}

function sumUp(counts: readonly DayCount[]): LogTotals {
  const days = new Map<string, Partial<Record<LabelStatus, number>>>()
  const sites = new Map<string, number>()
  let total = 0
  for (const { day, site, status, count } of counts) {
    const ofDay = days.get(day) ?? {}
    ofDay[status] = (ofDay[status] ?? 0) + count
    days.set(day, ofDay)
    sites.set(site, (sites.get(site) ?? 0) + count)
    total += count
  }
  return {
    total,
    days: [...days].map(([day, counts]) => ({ day, counts })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    sites: [...sites].map(([site, count]) => ({ site, count })).toSorted((a, b) => b.count - a.count),
  }
}

/** Advertisers by the number of their ads; an entry's name goes before what a page calls it. Takes reading every row. */
export async function logAdvertisers(log: AdLog, filter: LogFilter): Promise<LogAdvertisers> {
  const counts = new Map<string, LogAdvertisers['top'][number]>()
  const days = new Map<string, Map<string, number>>()
  for await (const rows of log.matching(filter)) {
    for (const row of rows) {
      const advertiser = nameOf(row)
      let of = counts.get(advertiser)
      if (!of) counts.set(advertiser, (of = { advertiser, counts: {}, count: 0 }))
      of.count++
      of.counts[row.status] = (of.counts[row.status] ?? 0) + 1
      let byDay = days.get(advertiser)
      if (!byDay) days.set(advertiser, (byDay = new Map()))
      byDay.set(row.day, (byDay.get(row.day) ?? 0) + 1)
    }
  }
  const top = [...counts.values()].toSorted((a, b) => b.count - a.count || a.advertiser.localeCompare(b.advertiser)).slice(0, TOP)
  const ofTop = top.flatMap(({ advertiser }) => [...(days.get(advertiser) ?? [])].map(([day, count]) => ({ day, advertiser, count })))
  return { top, days: ofTop, count: counts.size }
}

function nameOf({ entryName, advertiser }: LogRow): string {
  return entryName ?? advertiser
}
