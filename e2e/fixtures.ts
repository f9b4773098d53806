import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { test as base } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import { answer as demoAnswer } from '../demo/answer.ts'
import { type BrowserKind, findBrowser } from '../harness/find.ts'
import { type Answerer, openSession, type Session, type SessionOptions } from '../harness/session.ts'
import { BUILDS } from './builds.ts'

export const SITE = 'https://www.facebook.com/'
/** The site for phones. */
export const MOBILE_SITE = 'https://m.facebook.com/'

export interface TestOptions {
  kind: BrowserKind
}

interface WorkerFixtures {
  kind: BrowserKind
  /** Shared by the tests of a worker; each opens tabs of its own. */
  session: Session
  /** Pages that a test answers itself, by path on the demo's site or by whole address; everything else is the demo's. */
  pages: Map<string, string>
}

interface TestFixtures {
  /** A new tab on the demo feed (or a page of the test's), closed afterwards. */
  open: (path?: string, viewport?: { width: number; height: number }) => Promise<Page>
}

export function extensionPath(kind: BrowserKind, build: keyof typeof BUILDS): string {
  const path = resolve(BUILDS[build][kind])
  if (!existsSync(path)) throw new Error(`${path} is missing: run the tests with npm test, which builds first`)
  return path
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  kind: ['chromium', { option: true, scope: 'worker' }],

  pages: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright requires the destructuring
    async ({}, use) => {
      await use(new Map())
    },
    { scope: 'worker' },
  ],

  session: [
    async ({ kind, pages }, use) => {
      const session = await launch(kind, 'plain', pages)
      await use(session)
      await session.close()
    },
    { scope: 'worker' },
  ],

  open: async ({ session }, use) => {
    const opened: Page[] = []
    await use(async (path = '?n=40&more=0', viewport) => {
      const page = await session.newPage()
      opened.push(page)
      if (viewport) await page.setViewport(viewport)
      await page.goto(SITE + path, { waitUntil: 'load' })
      return page
    })
    for (const page of opened) await page.close().catch(() => undefined)
  },
})

export { expect } from '@playwright/test'

/** Starts a browser with one of the builds on the demo feed and the pages of a test. */
export function launch(kind: BrowserKind, build: keyof typeof BUILDS, pages: Map<string, string> = new Map()): Promise<Session> {
  return launchWith(kind, { extension: extensionPath(kind, build) }, pages)
}

/** The same with an extension of a test's own. */
export async function launchWith(kind: BrowserKind, options: Pick<SessionOptions, 'extension' | 'isPrivate' | 'language'>, pages: Map<string, string> = new Map()): Promise<Session> {
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here: run the tests with npm test, which installs one`)
  return openSession({ browser, ...options, headless: true, answer: answerWith(pages) })
}

/** The demo, and the pages of a test. */
export function answerWith(pages: Map<string, string>): Answerer {
  return (url) => {
    const body = pages.get(url.origin + url.pathname) ?? ([SITE, MOBILE_SITE].includes(new URL('/', url).href) ? pages.get(url.pathname) : undefined)
    return body === undefined ? demoAnswer(url) : { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
  }
}
