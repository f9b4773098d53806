import { webUrl } from '../shared/web-url.ts'
import type { ReportDraft, ReportSubject } from '../shared/messages.ts'
import { oneLine, reportTitle, writeLines } from './report-lines.ts'

/** Most characters of each field; together they stay below what is kept of one report. */
export const LIMITS = { advertiser: 200, pageUrl: 1_000, domain: 200, note: 4_000 }

/** As much as is kept of a title. */
const LONGEST_TITLE = 300

/**
 * Writes a report: all that goes out, and nothing of the person or the page they were on.
 * @param version of the extension
 */
export function reportText(subject: ReportSubject, note: string, version: string): ReportDraft {
  const { kind, advertiser, pageUrl, domain, label, entry, site, list, listUpdated } = subject
  return {
    kind,
    // Once more, as half a character may be left at the end.
    title: oneLine(reportTitle(kind, oneLine(entry ?? advertiser)).slice(0, LONGEST_TITLE)),
    body: writeLines({
      advertiser,
      page: pageAddress(pageUrl ?? ''),
      domain: domain ?? '',
      label: label ?? '',
      entry: entry ?? '',
      site,
      list: list && listUpdated ? `${list} of ${listUpdated}` : '',
      note,
      version,
    }),
  }
}

/** Parameters that say which page an address leads to; all others may say who copied it. */
const TELLING = new Set(['id', 'view_all_page_id'])

function pageAddress(typed: string): string {
  const url = webUrl(typed.trim())
  if (!url) return typed
  url.username = ''
  url.password = ''
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (!TELLING.has(name)) url.searchParams.delete(name)
  return url.href
}
