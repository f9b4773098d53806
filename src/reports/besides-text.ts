import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'
import { isolated } from '../shared/isolated.ts'
import { RECEIVER } from './receiver.ts'

/** What is sent besides a report's text, in words. Firefox gives each installation an address of its own, and names it as where a request comes from. */
export function besidesText(): string {
  return text(browser.runtime.getURL('').startsWith('moz-extension:') ? 'reportSentBesidesFirefox' : 'reportSentBesides', isolated(RECEIVER))
}
