import * as v from 'valibot'
import { kindOfTitle, oneLine, parseLines, readable, type ReportLines } from '../../src/reports/report-lines.ts'
import type { ReportKind } from '../../src/shared/messages.ts'

/** Reports as they arrive: from strangers, so any part may be anything. */

export interface Report {
  /** null for one that was saved as a text, which has none. */
  id: string | null
  kind: ReportKind
  title: string
  lines: ReportLines
  /** `YYYY-MM-DD`; null where it isn't known. */
  day: string | null
}

export interface ReadReports {
  reports: Report[]
  /** What couldn't be read, in words, with where it stands. */
  faults: string[]
}

const received = v.object({
  id: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
  kind: v.picklist(['missing', 'mistake', 'broken']),
  title: v.pipe(v.string(), v.maxLength(1_000)),
  body: v.pipe(v.string(), v.maxLength(50_000)),
  received: v.optional(v.string()),
  created: v.optional(v.string()),
})

/** Most characters of one line that are looked at: the file may be anything. */
const LONGEST_LINE = 500_000

/** Reads a file: an object a line, an array, the extension's own export, or one report's text. */
export function readReports(text: string): ReadReports {
  const content = text.replace(/^\uFEFF/, '').trim()
  if (content === '') return { reports: [], faults: [] }
  const whole = parsed(content)
  if (Array.isArray(whole)) return readAll(whole, 'report')
  if (isObject(whole) && Array.isArray(whole['reports'])) return readAll(whole['reports'], 'report')
  if (isObject(whole)) return readAll([whole], 'report')
  if (!content.startsWith('{')) return readText(content)
  return readAll(content.split('\n').map((line) => (line.trim() === '' ? undefined : line.length > LONGEST_LINE ? null : parsed(line))), 'line')
}

function readAll(items: readonly unknown[], what: 'report' | 'line'): ReadReports {
  const reports: Report[] = []
  const faults: string[] = []
  for (const [at, item] of items.entries()) {
    // An empty line of a file.
    if (item === undefined) continue
    const result = v.safeParse(received, item)
    if (result.success) {
      const { id, kind, title, body, ...moments } = result.output
      reports.push({ id, kind, title: oneLine(title), lines: cleaned(parseLines(body)), day: dayOf(moments.received ?? moments.created) })
    } else {
      faults.push(`${what} ${at + 1} is no report`)
    }
  }
  return { reports, faults }
}

function readText(content: string): ReadReports {
  const [title = '', ...body] = content.replace(/\r\n?/g, '\n').split('\n')
  const kind = kindOfTitle(title)
  if (kind === null || content.length > LONGEST_LINE) return { reports: [], faults: ['is no report: its first line isn’t the title of one'] }
  return { reports: [{ id: null, kind, title: oneLine(title), lines: cleaned(parseLines(body.join('\n'))), day: null }], faults: [] }
}

/** What is written may have been written by anything, also each line. */
function cleaned(lines: ReportLines): ReportLines {
  return Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, name === 'note' || name === 'skeleton' ? readable(value).trim() : oneLine(value).slice(0, 2_000)]))
}

function dayOf(moment: string | undefined): string | null {
  const time = Date.parse(moment ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
