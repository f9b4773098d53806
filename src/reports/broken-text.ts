import type { SiteCondition } from '../pages/site-condition.ts'
import type { ReportDraft, SiteHealth, TabAds } from '../shared/messages.ts'
import { reportTitle, writeLines } from './report-lines.ts'

/** What is known of a site that isn't labelled right. */
export interface BrokenSite {
  /** Its own name. */
  site: string
  /** Of the page; null when it isn't known. */
  language: string | null
  /** What the check of the counts said. */
  condition: SiteCondition | null
  /** Of the page; null when its script doesn't answer. */
  page: (Pick<TabAds<unknown>, 'total'> & { health: Omit<TabAds['health'], 'gaveUp'> }) | null
  /** Since the last ad, on this device. */
  stored: SiteHealth | undefined
  /** Of one post. */
  skeleton: string | null
}

/**
 * Writes a report about a site: all that goes out. What of it a page could write is its structure and its language alone.
 * @param version of the extension
 */
export function brokenReportText({ site, language, condition, page, stored, skeleton }: BrokenSite, note: string, version: string): ReportDraft {
  return {
    kind: 'broken',
    title: reportTitle('broken', site),
    body: writeLines({
      site,
      language: language ?? '',
      check: condition ?? '',
      counts: page ? `${read(page.health)}, ${page.total} ads, ${page.health.sinceAd} posts since the last ad` : '',
      earlier: stored ? read(stored) : '',
      note,
      version,
      skeleton: skeleton ?? '',
    }),
  }
}

function read({ posts, unreadable }: Pick<SiteHealth, 'posts' | 'unreadable'>): string {
  return `${posts} posts, ${unreadable} of them without a header that could be read`
}
