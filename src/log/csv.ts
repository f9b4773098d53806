import { LOG_METHOD, type LogRow } from '../shared/log.ts'

/** Rows as CSV (RFC 4180, UTF-8, a header row). Each can be cited on its own: when, which list of which day, by what evidence, found by which version and method. */

const COLUMNS: readonly (readonly [name: string, value: (row: LogRow) => string | null])[] = [
  ['time', ({ time }) => new Date(time).toISOString()],
  ['day', ({ day }) => day],
  ['site', ({ site }) => site],
  ['advertiser', ({ advertiser }) => advertiser],
  ['advertiser_page', ({ page }) => page],
  ['domain', ({ domain }) => domain],
  ['status', ({ status }) => status],
  ['label', ({ label }) => label],
  ['entry_id', ({ entry }) => entry],
  ['entry_name', ({ entryName }) => entryName],
  ['list_id', ({ list }) => list],
  ['list_updated', ({ listUpdated }) => listUpdated],
  ['level', ({ level }) => level],
  ['evidence', ({ evidence }) => evidence],
  ['extension_version', ({ extension }) => extension],
  ['method', () => LOG_METHOD],
]

export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name)

/** What a spreadsheet would run, were it the first of a cell; apostrophes before it are counted in, so that taking one away again is exact. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/

export function csvHeader(): string {
  return lineOf(CSV_COLUMNS)
}

export function csvLines(rows: readonly LogRow[]): string {
  return rows.map((row) => lineOf(COLUMNS.map(([, value]) => value(row) ?? ''))).join('')
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(value: string): string {
  const harmless = RUNS.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
