import type { UpdateInterval } from '../../shared/settings.ts'

/** When lists are looked for by themselves. Moments are milliseconds since 1970, lengths milliseconds. */

const HOUR = 3_600_000
const LENGTHS: Record<UpdateInterval, number | null> = { off: null, '6h': 6 * HOUR, daily: 24 * HOUR, weekly: 7 * 24 * HOUR }

const FIRST_RETRY = 15 * 60_000
const LAST_RETRY = 24 * HOUR
/** Clocks are set by that much without anything being wrong. */
const SLACK = 5 * 60_000

/** What is remembered of earlier checks. */
export interface Checks {
  lastAttempt: number | null
  /** In a row. */
  failures: number
  /** After a failure: not before then. */
  retryAt: number | null
  /** 0 to 1, drawn once: it spreads installations over the day. */
  spread: number
}

/** When to try again after so many failures in a row: twice as long each time, and nobody at the same time as others. */
export function retryMoment(failures: number, now: number, random: number, askedFor: number | null): number {
  const length = Math.min(FIRST_RETRY * 2 ** Math.min(failures - 1, 20), LAST_RETRY)
  return Math.max(now + length * (0.5 + random), askedFor ?? 0) + (askedFor === null ? 0 : random * FIRST_RETRY)
}

/**
 * When a list is to be looked for next.
 * @returns null when it is switched off; a moment that is over means now
 */
export function nextCheck({ lastAttempt, failures, retryAt, spread }: Checks, interval: UpdateInterval, now: number): number | null {
  const length = LENGTHS[interval]
  if (length === null) return null
  // Never, or in a future that the clock has been set back from.
  if (lastAttempt === null || lastAttempt > now + SLACK) return now
  const regular = lastAttempt + length * (0.9 + 0.2 * spread)
  if (failures === 0 || retryAt === null) return regular
  return retryAt > lastAttempt + 2 * LAST_RETRY ? regular : Math.min(retryAt, Math.max(regular, lastAttempt + LAST_RETRY * 2))
}
