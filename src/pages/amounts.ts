const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "1.2 MB" */
export function bytesText(bytes: number, locale: string): string {
  const power = bytes < 1_000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[power] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 })
  return format.format(bytes / 1_000 ** power)
}

const DAY = 24 * 3_600_000

/**
 * How long a moment is ago: "today", "yesterday", "3 days ago", "2 months ago".
 * @param now milliseconds since 1970
 * @returns '' for what is no moment, or is more than a day ahead
 */
export function ageText(moment: string, now: number, locale: string): string {
  const days = Math.floor((startOfDay(now) - startOfDay(Date.parse(moment))) / DAY)
  if (Number.isNaN(days) || days < -1) return ''
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (days < 1) return format.format(0, 'day')
  if (days < 60) return format.format(-days, 'day')
  return days < 730 ? format.format(-Math.floor(days / 30.44), 'month') : format.format(-Math.floor(days / 365.25), 'year')
}

/** In UTC, as days of lists are. */
function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY
}
