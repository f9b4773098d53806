import type { Page } from 'puppeteer-core'
import type { Session } from '../harness/session.ts'
import type { KeptReport } from '../src/shared/messages.ts'
import { SITE } from './fixtures.ts'

/** What a page of the extension has as its globals, in either browser. */
export interface ExtensionGlobals {
  chrome: typeof chrome
  browser?: typeof chrome
}

/** The ids of the newest tab on each of some sites, asked of the extension itself, which must hold their permissions. */
export async function tabsOf(session: Session, sites: readonly string[]): Promise<number[]> {
  const finder = await session.openExtensionPage('src/reports/index.html')
  const tabs = await finder.evaluate(async (addresses) => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    const found = await Promise.all(addresses.map((address) => api.tabs.query({ url: `${address}*` })))
    return found.map((all) => Math.max(...all.map(({ id }) => id ?? 0)))
  }, [...sites])
  await finder.close()
  return tabs
}

/** The popup as a page of its own, about the demo's tab. */
export async function openPopup(session: Session): Promise<{ popup: Page; tab: number }> {
  const [tab = 0] = await tabsOf(session, [SITE])
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await popup.waitForSelector('#page-summary')
  return { popup, tab }
}

/** Reports as the background has them, the newest first, asked of any page of the extension. */
export function keptReports(page: Page): Promise<KeptReport[]> {
  return page.evaluate(async () => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    return api.runtime.sendMessage<unknown, KeptReport[]>({ name: 'report:list', payload: null })
  })
}
