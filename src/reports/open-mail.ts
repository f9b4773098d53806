import { copyText } from '../pages/clipboard.ts'
import { REPORT_MAIL } from '../shared/config.ts'
import type { ReportDraft } from '../shared/messages.ts'
import { mailAddress } from './form-address.ts'

/** `paste`: with the title only, the body is in the clipboard; `by-hand`: it could not even be copied. */
export type Mailing = 'filled' | 'paste' | 'by-hand'

/** Hands a report to the e-mail program. Whether there is one can't be known. */
export async function openMail(report: Pick<ReportDraft, 'title' | 'body'>): Promise<Mailing> {
  const { address, withBody } = mailAddress(REPORT_MAIL, report)
  const mailing: Mailing = withBody ? 'filled' : (await copyText(report.body)) ? 'paste' : 'by-hand'
  // As a press of a link: other ways would leave an empty tab, or be taken for a pop-up.
  const link = document.createElement('a')
  link.href = address
  document.body.append(link)
  link.click()
  link.remove()
  return mailing
}
