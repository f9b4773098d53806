import { locale, text } from '../pages/i18n.ts'
import { dayOf, spanOf } from '../shared/dates.ts'
import { siteById } from '../sites/registry.ts'
import type { Bucket } from './buckets.ts'

/** A site's name; its id where a later version of the extension wrote it down. */
export function siteName(id: string): string {
  return siteById(id)?.name ?? id
}

/** "21 September 2026" */
export function dayText(day: string): string {
  return dayOf(day, locale())
}

/** "21 Sep, 14:03", with the year where it isn't this one. */
export function timeText(time: number): string {
  const thisYear = new Date(time).getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }), hour: 'numeric', minute: '2-digit' }).format(time)
}

/** "21 Sep", or "21 – 27 Sep" for a week. */
export function bucketText({ first, last }: Pick<Bucket, 'first' | 'last'>): string {
  const format = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return first === last ? format.format(spanOf(first).start) : format.formatRange(spanOf(first).start, spanOf(last).start)
}

export function percentText(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 }).format(share)
}

/** "21 September 2026", or with a week's last day as well. */
export function longBucketText({ first, last }: Pick<Bucket, 'first' | 'last'>): string {
  return first === last ? dayText(first) : text('logWeekOf', dayText(first), dayText(last))
}
