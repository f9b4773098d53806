import * as v from 'valibot'
import { keptData, logRow } from '../shared/kept-schemas.ts'
import type { LogRow } from '../shared/log.ts'
import type { KeptData } from '../shared/messages.ts'

/** All that is kept as one file; see docs/data-file.md. */

const FORMAT = 'adpledge-data/'
const VERSION = 1
/** In bytes; a log of some hundred thousand ads. */
export const LARGEST_DATA_FILE = 200_000_000

export type FileRow = Omit<LogRow, 'id'>

export interface DataFile {
  /** ISO 8601 */
  exported: string
  /** Of the extension. */
  version: string
  data: KeptData
  log: FileRow[]
}

export type DataFileReading =
  | { problem: null; file: DataFile }
  /** Nothing in it is taken. `place` names what is damaged. */
  | { problem: 'large' | 'other' | 'newer' | 'unreadable' }
  | { problem: 'damaged'; place: string }

const schema = v.object({
  exported: v.pipe(v.string(), v.isoTimestamp()),
  version: v.pipe(v.string(), v.maxLength(40)),
  data: v.strictObject(keptData),
  log: v.array(logRow),
})

/** A row a line, so that other tools can read a long one. */
export function writeDataFile({ exported, version, data, log }: DataFile): string {
  const head = JSON.stringify({ format: FORMAT + VERSION, exported, version, data })
  return `${head.slice(0, -1)},"log":[\n${log.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`
}

/** Reads a file that may come from anywhere: all of it, or nothing. */
export function readDataFile(text: string): DataFileReading {
  const parsed = parse(text)
  const format = typeof parsed === 'object' && parsed !== null ? (parsed as { format?: unknown }).format : undefined
  if (typeof format !== 'string' || !format.startsWith(FORMAT)) return { problem: 'other' }
  const version = Number(format.slice(FORMAT.length))
  if (version > VERSION) return { problem: 'newer' }
  if (version !== VERSION) return { problem: 'other' }
  const result = v.safeParse(schema, parsed, { abortEarly: true })
  return result.success ? { problem: null, file: result.output } : { problem: 'damaged', place: v.getDotPath(result.issues[0]) ?? '' }
}

function parse(text: string): unknown {
  try {
    // Editors may put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
