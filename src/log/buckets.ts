import type { LogTotals } from '../shared/log.ts'
import type { LabelStatus } from '../shared/settings.ts'

export type Counts = Partial<Record<LabelStatus, number>>

/** A day or a week of the log. */
export interface Bucket {
  /** Its first and last day, `YYYY-MM-DD`; the same for a day. */
  first: string
  last: string
  counts: Counts
  total: number
}

/** As many bars can be told apart on a narrow screen. */
const MOST_DAYS = 60
/** More weeks than a log keeps: a clock was wrong, and what lies between is left out. */
const MOST_WEEKS = 120
const DAY = 24 * 3_600_000

/** Days, or weeks from Monday where there would be too many of them, without gaps from the first to the last. */
export function bucketsOf(days: LogTotals['days']): Bucket[] {
  const numbers = days.map(({ day }) => Math.floor(Date.parse(day) / DAY)).filter((number) => !Number.isNaN(number))
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  if (numbers.length === 0) return []
  const width = last - first < MOST_DAYS ? 1 : 7
  // 1 January 1970 was a Thursday.
  const startOf = (number: number) => (width === 1 ? number : Math.floor((number + 3) / 7) * 7 - 3)
  const buckets = new Map<number, Bucket>()
  const open = (start: number) => buckets.set(start, { first: dayAt(start), last: dayAt(start + width - 1), counts: {}, total: 0 })
  if ((last - first) / width <= MOST_WEEKS) for (let start = startOf(first); start <= last; start += width) open(start)
  for (const { day, counts } of days) {
    const start = startOf(Math.floor(Date.parse(day) / DAY))
    if (Number.isNaN(start)) continue
    if (!buckets.has(start)) open(start)
    const bucket = buckets.get(start) as Bucket
    for (const [status, count] of Object.entries(counts) as [LabelStatus, number][]) {
      bucket.counts[status] = (bucket.counts[status] ?? 0) + count
      bucket.total += count
    }
  }
  return [...buckets].toSorted(([a], [b]) => a - b).map(([, bucket]) => bucket)
}

/** By status, of all days. */
export function sumOf(days: LogTotals['days']): Counts {
  const sum: Counts = {}
  for (const { counts } of days) for (const [status, count] of Object.entries(counts) as [LabelStatus, number][]) sum[status] = (sum[status] ?? 0) + count
  return sum
}

function dayAt(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}
