/**
 * Ids of the log's rows count down as time goes on, so that the database's own order is the newest first and rows of a file
 * find their place among those that are there.
 */

import { SLOTS } from '../shared/log.ts'

const DAY = 24 * 3_600_000

function logId(time: number, slot: number): number {
  return -(time * SLOTS + slot)
}

/** The first free id of a moment, the latest of it; null when it has no room left. */
export function freeId(time: number, taken: ReadonlySet<number>): number | null {
  for (let slot = 0; slot < SLOTS; slot++) if (!taken.has(logId(time, slot))) return logId(time, slot)
  return null
}

/** The rows from one moment to another, both included. */
export function idsBetween(first: number, last: number): IDBKeyRange {
  return IDBKeyRange.bound(logId(last, SLOTS - 1), logId(first, 0))
}

/**
 * Where the rows of some days can be: a device's calendar day begins up to 14 hours before that of UTC, and ends up to 12 hours after it.
 * @param from null, as `until`: any
 */
export function idBounds(from: string | null, until: string | null): [least: number, most: number] {
  const first = from === null ? Number.NaN : Date.parse(from)
  const last = until === null ? Number.NaN : Date.parse(until)
  return [Number.isNaN(last) ? -Infinity : logId(last + 2 * DAY, 0), Number.isNaN(first) ? Infinity : logId(Math.max(0, first - DAY), 0)]
}

/** Whether a moment can have been on that day, wherever on earth. */
export function isOnDay(time: number, day: string): boolean {
  const start = Date.parse(day)
  return time >= start - DAY && time < start + 2 * DAY
}
