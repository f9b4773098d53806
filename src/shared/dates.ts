import type { PartialDate } from '../list/types.ts'

/** The first and the last moment that a partial date covers, in milliseconds since 1970, UTC. */
export function spanOf(date: PartialDate): { start: number; end: number } {
  const [year = 0, month, day] = date.split('-').map(Number)
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const next = day !== undefined ? Date.UTC(year, (month ?? 1) - 1, day + 1) : month !== undefined ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)
  return { start, end: next - 1 }
}

/** "July 2020", or "2020" where only the year is known. */
export function monthOf(date: PartialDate, locale: string): string {
  const options: Intl.DateTimeFormatOptions = date.length > 4 ? { month: 'long', year: 'numeric' } : { year: 'numeric' }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(spanOf(date).start)
}

/** "July 2020" or "June – July 2020". */
export function monthsOf(from: PartialDate, until: PartialDate, locale: string): string {
  if (from.slice(0, 7) === until.slice(0, 7)) return monthOf(from.slice(0, 7), locale)
  const options: Intl.DateTimeFormatOptions = from.length > 4 && until.length > 4 ? { month: 'long', year: 'numeric' } : { year: 'numeric' }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatRange(spanOf(from).start, spanOf(until).start)
}

/** The date as exactly as it is known: "29 June 2020", "June 2020", "2020". */
export function dayOf(date: PartialDate, locale: string): string {
  if (date.length < 10) return monthOf(date, locale)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(spanOf(date).start)
}
