import { ask } from '../pages/ask.ts'
import { copyText } from '../pages/clipboard.ts'
import { browser } from '../shared/browser.ts'
import { REPORT_URL } from '../shared/config.ts'
import type { KeptReport } from '../shared/messages.ts'
import { formAddress } from './form-address.ts'

/** `paste`: with the title only, the body is in the clipboard; `by-hand`: it could not even be copied. */
export type Opening = 'filled' | 'paste' | 'by-hand' | 'failed'

/** Opens the form for a report that is kept already. */
export async function openForm(report: KeptReport): Promise<Opening> {
  const { address, withBody } = formAddress(REPORT_URL, report)
  const opening: Opening = withBody ? 'filled' : (await copyText(report.body)) ? 'paste' : 'by-hand'
  try {
    // A pop-up closes when another tab comes to the front, so that comes last.
    const tab = await browser.tabs.create({ url: address, active: false })
    await ask('report:opened', { id: report.id }).catch(() => undefined)
    if (opening !== 'by-hand' && tab.id !== undefined) await browser.tabs.update(tab.id, { active: true })
    return opening
  } catch {
    return 'failed'
  }
}
