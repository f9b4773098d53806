import type { Page } from 'puppeteer-core'
import type { Session } from '../harness/session.ts'
import { SITE } from './fixtures.ts'

/** What a page of the extension has as its globals, in either browser. */
export interface ExtensionGlobals {
  chrome: typeof chrome
  browser?: typeof chrome
}

/** The id of the newest tab on the demo feed, asked of the extension itself. */
async function demoTab(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(async (address) => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    const tabs = await api.tabs.query({ url: `${address}*` })
    return Math.max(...tabs.map((tab) => tab.id ?? 0))
  }, SITE)
}

/** The popup as a page of its own, about the demo's tab. */
export async function openPopup(session: Session): Promise<{ popup: Page; tab: number }> {
  const finder = await session.openExtensionPage('src/reports/index.html')
  const tab = await demoTab(finder)
  await finder.close()
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await popup.waitForSelector('#page-summary')
  return { popup, tab }
}
