import type { ReportSubject } from '../shared/messages.ts'

/** A report of which nothing is known yet. */
export const BLANK_SUBJECT: ReportSubject = {
  kind: 'missing',
  advertiser: '',
  pageUrl: null,
  domain: null,
  label: null,
  entry: null,
  list: null,
  listUpdated: null,
  site: '',
}
