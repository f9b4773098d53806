import type { Page } from 'puppeteer-core'
import { inBrowser } from './actions.ts'
import type { Session } from './session.ts'

/** What a person has set in the system or the browser, as pages are told. */

/** Light or dark, for all that is open. */
export async function setTheme(session: Session, page: Page, theme: 'light' | 'dark'): Promise<void> {
  if (session.kind === 'chromium') await emulate(page, 'prefers-color-scheme', theme)
  else await setFirefoxPref(session, 'layout.css.prefers-color-scheme.content-override', theme === 'dark' ? 0 : 1)
  await page.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, {}, theme)
}

/** The few colours that a person has chosen, in place of each page's. */
export async function forceColours(session: Session, page: Page, on: boolean): Promise<void> {
  if (session.kind === 'chromium') await emulate(page, 'forced-colors', on ? 'active' : 'none')
  else await setFirefoxPref(session, 'browser.display.document_color_use', on ? 2 : 0)
  await page.waitForFunction((wanted) => matchMedia('(forced-colors: active)').matches === wanted, {}, on)
}

/** The driver forgets a page's other features with each call. */
const features = new WeakMap<Page, Map<string, string>>()

async function emulate(page: Page, name: string, value: string): Promise<void> {
  const all = features.get(page) ?? new Map<string, string>()
  features.set(page, all.set(name, value))
  // The driver's own method knows no forced colours.
  const client = await page.createCDPSession()
  await client.send('Emulation.setEmulatedMedia', { features: [...all].map(([feature, set]) => ({ name: feature, value: set })) })
}

async function setFirefoxPref(session: Session, name: string, value: number): Promise<void> {
  await inBrowser(session, `Services.prefs.setIntPref(${JSON.stringify(name)}, ${value})`)
}
