import type { NewRow } from '../src/background/log-row.ts'
import { type LogRow, MOST_ROWS, NO_FILTER } from '../src/shared/log.ts'

/** Makers of the log's rows, for its tests. */

export const NOON = Date.UTC(2026, 8, 21, 12)
export const DAY = 24 * 3_600_000

export function newRow(change: Partial<NewRow> = {}): NewRow {
  const time = change.time ?? NOON
  return {
    time, day: new Date(time).toISOString().slice(0, 10), site: 'facebook', advertiser: 'Acme', page: 'acme', domain: 'acme.com', status: 'joined', label: 'Joined', entry: 'acme', entryName: 'Acme Inc.', list: 'small', listUpdated: '2026-01-01',
    level: 'certain', evidence: 'name Acme', extension: '0.1.0', ...change,
  }
}

export function logRow(change: Partial<LogRow> = {}): LogRow {
  return { id: -1, ...newRow(change), ...change }
}

interface Rows {
  rows(filter: typeof NO_FILTER, before: number | null, limit: number): Promise<{ rows: LogRow[]; more: boolean }>
}

/** All that a filter takes, page after page. */
export async function allRows(log: Rows, filter = NO_FILTER, limit = MOST_ROWS): Promise<LogRow[]> {
  const found: LogRow[] = []
  for (;;) {
    const { rows, more } = await log.rows(filter, found.at(-1)?.id ?? null, limit)
    found.push(...rows)
    if (!more) return found
  }
}
