import { ask } from '../pages/ask.ts'
import { download } from '../pages/download.ts'
import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'
import { type LogFilter, type LogRow, MOST_ROWS } from '../shared/log.ts'
import { citationOf, type CitedList, type CitedRows } from './citation.ts'
import { csvHeader, csvLines } from './csv.ts'
import { JSON_END, jsonRows, jsonStart } from './json-file.ts'

export type ExportFormat = 'csv' | 'json'

/** Makes a file of all rows that a filter takes, and hands it over. @returns how many rows are in it @throws when the log can't be read */
export async function exportLog(format: ExportFormat, filter: LogFilter, lists: readonly CitedList[], onProgress: (done: number) => void): Promise<number> {
  const exported = new Date().toISOString()
  const pieces: Blob[] = []
  const taken: CitedRows = { count: 0, days: null }
  for await (const rows of allRows(filter)) {
    // As blobs, which browsers need not keep in memory.
    pieces.push(new Blob([format === 'csv' ? csvLines(rows) : jsonRows(rows, taken.count === 0)]))
    countIn(taken, rows)
    onProgress(taken.count)
  }
  const name = `adpledge-log-${exported.slice(0, 10)}.${format}`
  if (format === 'csv') download(name, [csvHeader(), ...pieces], 'text/csv')
  else {
    const { version } = browser.runtime.getManifest()
    const method = [text('logMethodSeen'), text('logMethodMatched'), text('logMethodUnlisted'), text('logMethodTime')]
    const start = jsonStart({ exported, version, filter, lists, method, citation: citationOf(taken, lists, filter, { text, version }) })
    download(name, [start, ...pieces, JSON_END], 'application/json')
  }
  return taken.count
}

async function* allRows(filter: LogFilter): AsyncGenerator<LogRow[]> {
  for (let before: number | null = null; ; ) {
    const answer: { rows: LogRow[]; more: boolean } | null = await ask('log:rows', { filter, before, limit: MOST_ROWS })
    if (!answer) throw new Error('the log can’t be read')
    yield answer.rows
    before = answer.rows.at(-1)?.id ?? null
    if (!answer.more || before === null) return
  }
}

function countIn(taken: CitedRows, rows: readonly LogRow[]): void {
  taken.count += rows.length
  for (const { day } of rows) {
    const [first, last] = taken.days ?? [day, day]
    taken.days = [day < first ? day : first, day > last ? day : last]
  }
}
