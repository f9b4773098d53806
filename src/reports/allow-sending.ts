import { browser } from '../shared/browser.ts'
import { declaresReportData, REPORT_PERMISSION } from '../shared/data-consent.ts'

/**
 * Firefox's own question whether a report may leave, where this build declares that one can. Once it is answered with yes, it isn't asked again.
 * Only a press of a person may call it, and directly: nothing may be awaited before. Never rejects.
 */
export function allowSending(): Promise<boolean> {
  if (!declaresReportData(browser.runtime.getManifest())) return Promise.resolve(true)
  try {
    return browser.permissions.request(REPORT_PERMISSION).catch(() => false)
  } catch {
    return Promise.resolve(false)
  }
}
