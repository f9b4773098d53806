import { webUrl } from '../shared/web-url.ts'
import type { ReportDraft, ReportSubject } from '../shared/messages.ts'

/** Most characters of each field; together they stay below what is kept of one report. */
export const LIMITS = { advertiser: 200, pageUrl: 1_000, domain: 200, note: 4_000 }

/** As much as is kept of a title. */
const LONGEST_TITLE = 300

/** The texts that a report is put together from. */
export type ReportTextKey =
  | 'reportTitleMissing'
  | 'reportTitleMistake'
  | 'lineAdvertiser'
  | 'linePage'
  | 'lineDomain'
  | 'lineLabel'
  | 'lineEntry'
  | 'lineSite'
  | 'lineList'
  | 'lineNote'
  | 'lineVersion'

export interface ReportContext {
  text: (key: ReportTextKey, ...substitutions: string[]) => string
  /** Of the extension. */
  version: string
}

/** Writes a report: all that goes out, and nothing of the person or the page they were on. */
export function reportText(subject: ReportSubject, note: string, { text, version }: ReportContext): ReportDraft {
  const advertiser = oneLine(subject.advertiser)
  const line = (key: ReportTextKey, value: string | null) => (value ? [text(key, value)] : [])
  return {
    kind: subject.kind,
    title: text(subject.kind === 'missing' ? 'reportTitleMissing' : 'reportTitleMistake', oneLine(subject.entry ?? advertiser)).slice(0, LONGEST_TITLE).trim(),
    body: [
      ...line('lineAdvertiser', advertiser),
      ...line('linePage', pageAddress(subject.pageUrl ?? '')),
      ...line('lineDomain', oneLine(subject.domain ?? '')),
      ...line('lineLabel', oneLine(subject.label ?? '')),
      ...line('lineEntry', oneLine(subject.entry ?? '')),
      ...line('lineSite', subject.site),
      ...(subject.list && subject.listUpdated ? [text('lineList', subject.list, subject.listUpdated)] : []),
      ...line('lineNote', readable(note).trim()),
      ...line('lineVersion', version),
    ].join('\n'),
  }
}

/** Parameters that say which page an address leads to; all others may say who copied it. */
const TELLING = new Set(['id', 'view_all_page_id'])

function pageAddress(typed: string): string {
  const url = webUrl(typed.trim())
  if (!url) return oneLine(typed)
  url.username = ''
  url.password = ''
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (!TELLING.has(name)) url.searchParams.delete(name)
  return url.href
}

/** A name with a line break in it must not pass for two lines of a report. */
function oneLine(value: string): string {
  return readable(value).replace(/\s+/g, ' ').trim()
}

/** Without what isn't seen: control characters but line breaks, and marks that turn text around. */
export function readable(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '')
}
