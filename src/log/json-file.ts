import { LOG_METHOD, type LogFilter, type LogRow } from '../shared/log.ts'
import type { CitedList } from './citation.ts'

/** Rows as JSON: what they are, how they came about and how to cite them stands before them. */

export interface JsonHead {
  /** ISO 8601. */
  exported: string
  /** Of the extension. */
  version: string
  filter: LogFilter
  lists: readonly CitedList[]
  /** In a few plain sentences. */
  method: readonly string[]
  citation: string
}

/** All up to the first row. */
export function jsonStart({ exported, version, filter, lists, method, citation }: JsonHead): string {
  const head = JSON.stringify({ format: LOG_METHOD, exported, extension: { version }, filter, lists, method, citation }, null, 1)
  return `${head.slice(0, -2)},\n "rows": [`
}

/** Without their ids, which are of one database alone; the moment tells rows apart. @param first whether no rows stand before these */
export function jsonRows(rows: readonly LogRow[], first: boolean): string {
  return rows.map((row, at) => `${first && at === 0 ? '' : ','}\n  ${JSON.stringify({ ...row, id: undefined })}`).join('')
}

export const JSON_END = '\n ]\n}\n'
