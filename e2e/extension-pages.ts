import type { Page } from 'puppeteer-core'
import type { Session } from '../harness/session.ts'
import { SITE } from './fixtures.ts'

/** What a page of the extension has as its globals, in either browser. */
export interface ExtensionGlobals {
  chrome: typeof chrome
  browser?: typeof chrome
}

/** The id of the newest tab on a site, asked of the extension itself, which must hold the site's permission. */
export async function extensionTab(session: Session, site: string): Promise<number> {
  const finder = await session.openExtensionPage('src/reports/index.html')
  const tab = await finder.evaluate(async (address) => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    const tabs = await api.tabs.query({ url: `${address}*` })
    return Math.max(...tabs.map((tab) => tab.id ?? 0))
  }, site)
  await finder.close()
  return tab
}

/** The popup as a page of its own, about the demo's tab. */
export async function openPopup(session: Session): Promise<{ popup: Page; tab: number }> {
  const tab = await extensionTab(session, SITE)
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await popup.waitForSelector('#page-summary')
  return { popup, tab }
}
