import type { Page } from 'puppeteer-core'
import { answer as demoAnswer } from '../../demo/answer.ts'
import type { FoundBrowser } from '../../harness/find.ts'
import { tagOf } from '../../harness/languages.ts'
import { openSession, type Session } from '../../harness/session.ts'
import { grantSite } from '../../harness/site-access.ts'
import { sites } from '../../src/sites/registry.ts'

export const FEED = 'https://www.facebook.com/'

/** A browser in one language, for all pages that are shown in it. */
export interface Context {
  session: Session
  /** As its folder in `_locales` is called. */
  language: string
  /** BCP 47 */
  tag: string
  /** What sites answer beside the demo, by address. */
  pages: Map<string, string>
  /** A page of the extension to ask things by. */
  tool: Page
  /** The id of the tab on the demo's feed. */
  tab: number
}

export async function openContext(browser: FoundBrowser, extension: string, language: string): Promise<Context> {
  const pages = new Map<string, string>()
  const session = await openSession({
    browser,
    extension,
    headless: true,
    language,
    answer: (url) => {
      const body = pages.get(url.href)
      return body === undefined ? demoAnswer(url) : { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
    },
  })
  try {
    await grantSite(session, { id: 'facebook', matches: [...sites.flatMap(({ matches }) => matches), 'http://127.0.0.1/*'] })
    const tool = await session.openExtensionPage('src/reports/index.html')
    const feed = await session.newPage()
    await feed.goto(`${FEED}?n=40&more=0&late=0`, { waitUntil: 'load' })
    await feed.waitForSelector('adpledge-badge', { timeout: 15_000 })
    const tab = (await tool.evaluate(`chrome.tabs.query({ url: '${FEED}*' }).then(([tab]) => tab?.id)`)) as number
    return { session, language, tag: tagOf(language), pages, tool, tab }
  } catch (error) {
    await session.close()
    throw error
  }
}
