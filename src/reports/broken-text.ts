import type { SiteCondition } from '../pages/site-condition.ts'
import type { ReportDraft, SiteHealth, TabAds } from '../shared/messages.ts'
import { readable } from './report-text.ts'

/** What is known of a site that isn't labelled right. */
export interface BrokenSite {
  /** Its own name. */
  site: string
  /** Of the page; null when it isn't known. */
  language: string | null
  /** What the check of the counts said. */
  condition: SiteCondition | null
  /** Of the page; null when its script doesn't answer. */
  page: Pick<TabAds<unknown>, 'total' | 'health'> | null
  /** Since the last ad, on this device. */
  stored: SiteHealth | undefined
  /** Of one post. */
  skeleton: string | null
}

/** The texts that such a report is put together from. */
export type BrokenTextKey =
  | 'reportTitleBroken'
  | 'lineSite'
  | 'lineVersion'
  | 'lineLanguage'
  | 'lineCheck'
  | 'lineCounts'
  | 'lineEarlier'
  | 'lineNote'
  | 'lineSkeleton'

export interface BrokenContext {
  text: (key: BrokenTextKey, ...substitutions: string[]) => string
  /** Of the extension. */
  version: string
}

/** Writes a report about a site: all that goes out. What of it a page could write is its structure and its language alone. */
export function brokenReportText({ site, language, condition, page, stored, skeleton }: BrokenSite, note: string, { text, version }: BrokenContext): ReportDraft {
  const written = readable(note).trim()
  return {
    kind: 'broken',
    title: text('reportTitleBroken', site),
    body: [
      text('lineSite', site),
      text('lineVersion', version),
      ...(language ? [text('lineLanguage', language)] : []),
      ...(condition ? [text('lineCheck', condition)] : []),
      ...(page ? [text('lineCounts', String(page.health.posts), String(page.health.unreadable), String(page.total), String(page.health.sinceAd))] : []),
      ...(stored ? [text('lineEarlier', String(stored.posts), String(stored.unreadable))] : []),
      ...(written ? [text('lineNote', written)] : []),
      ...(skeleton ? ['', text('lineSkeleton'), skeleton] : []),
    ].join('\n'),
  }
}
