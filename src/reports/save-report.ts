import { download } from '../pages/download.ts'
import type { KeptReport } from '../shared/messages.ts'
import { wholeText } from './whole-text.ts'

/** Saves a report as a file, as it is shown. */
export function saveReport(report: KeptReport): void {
  // The moment tells reports of one day apart; a colon can't be in a file's name everywhere.
  const moment = report.created.slice(0, 19).replaceAll(':', '-')
  download(`adpledge-report-${moment}.txt`, `${wholeText(report)}\n`, 'text/plain')
}
