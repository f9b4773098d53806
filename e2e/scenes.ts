import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { type ExtensionGlobals, tabsOf } from './extension-pages.ts'
import { expect, SITE } from './fixtures.ts'

/** The pages of the extension in the states that people meet them in, to be looked at by what holds for all of them. */

export interface Scene {
  name: string
  open: (session: Session) => Promise<Page>
  /** Leaves things as they were. */
  after?: (page: Page) => Promise<void>
}

/** Opens one after the other for a look at each. */
export async function lookAt(session: Session, scenes: readonly Scene[], look: (page: Page, scene: Scene) => Promise<void>): Promise<void> {
  for (const scene of scenes) {
    const page = await scene.open(session)
    await page.bringToFront()
    await look(page, scene)
    await scene.after?.(page)
    await page.close()
  }
}

const FEED = `${SITE}?n=40&more=0&late=0`

export const press = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).click())
export const send = (page: Page, name: string, payload: unknown) =>
  page.evaluate(async (message) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<object, unknown>(message), { name, payload })
export const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent?.trim() ?? '').catch(() => '')

const SUBJECT = { kind: 'mistake', advertiser: 'Ford', pageUrl: 'https://www.facebook.com/ford', domain: 'ford.com', label: 'Announced an ad pause', entry: 'ford-motor-company', list: 'stop-hate-for-profit-2020', listUpdated: '2026-11-25', site: 'facebook' }

/** A feed with its badges, in a tab that stays open. */
export async function openFeed(session: Session, address = FEED): Promise<Page> {
  const page = await session.newPage()
  await page.goto(address)
  await expect.poll(async () => (await readBadges(page)).some(({ visible }) => visible), { timeout: 20_000 }).toBe(true)
  return page
}

async function openPopup(session: Session): Promise<Page> {
  const [tab = 0] = await tabsOf(session, [SITE])
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await popup.waitForSelector('#list')
  await expect.poll(() => textOf(popup, '#page-summary')).toBe('18 ads')
  return popup
}

async function open(session: Session, path: string, ready: string): Promise<Page> {
  const page = await session.openExtensionPage(path)
  await page.waitForSelector(ready)
  return page
}

/** Once in a session, what the pages have to show: ads in the log, a label of one's own, a kept report, and what a mistake is reported about. */
export async function fill(session: Session): Promise<void> {
  const page = await open(session, 'src/reports/index.html', '#kept-heading')
  const rows = async () => ((await send(page, 'log:state', null)) as { rows: number }).rows
  if ((await rows()) > 0) return page.close()
  await send(page, 'settings:change', { log: true })
  await send(page, 'own-label:save', { id: null, name: 'Globex', domain: 'globex.example', text: 'Friends of ours' })
  await send(page, 'report:keep', { kind: 'missing', title: 'Missing advertiser: Acme', body: 'Advertiser: Acme' })
  await page.evaluate(async (subject) => {
    const { storage } = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    await storage.session.set({ 'subject:1': subject, 'subject:2': { ...subject, kind: 'missing', label: null, entry: null } })
  }, SUBJECT)
  await openFeed(session)
  await expect.poll(rows).toBe(18)
  await page.close()
}

/** Before {@link fill}. */
export const EMPTY_SCENES: readonly Scene[] = [
  { name: 'log, off', open: (session) => open(session, 'src/log/index.html', '#log-on') },
  { name: 'popup, on no feed', open: (session) => open(session, 'src/popup/index.html?tab=999999', '#list') },
  { name: 'reports, none', open: (session) => open(session, 'src/reports/index.html', '.empty') },
]

/** After {@link fill}. */
export const SCENES: readonly Scene[] = [
  {
    name: 'popup',
    async open(session) {
      const popup = await openPopup(session)
      await press(popup, '#ads summary, details#ads > summary').catch(() => undefined)
      return popup
    },
  },
  {
    name: 'popup, with a search and a form, paused',
    async open(session) {
      const popup = await openPopup(session)
      await popup.type('#search', 'patago')
      await popup.waitForSelector('#search-found li')
      await press(popup, '#report-missing')
      await popup.waitForSelector('#report-preview')
      await press(popup, '#pause')
      await expect.poll(() => textOf(popup, '#paused')).not.toBe('')
      return popup
    },
    async after(popup) {
      await send(popup, 'settings:change', { pausedUntil: null })
    },
  },
  {
    name: 'options',
    async open(session) {
      const options = await open(session, 'src/options/index.html', '#follow-on')
      await options.waitForSelector('#own-labels li')
      await options.waitForSelector('.list-counts, #list .source-state')
      return options
    },
  },
  {
    name: 'options, with forms open and filled in wrongly',
    async open(session) {
      const options = await open(session, 'src/options/index.html?advertiser=Acme&domain=acme.example', '#follow-on')
      await options.waitForSelector('#own-labels li')
      await options.$$eval('details', (all) => all.forEach((one) => (one.open = true)))
      await press(options, '#own-labels li button')
      await press(options, '#add-submit')
      await options.waitForSelector('#add-address-error')
      await press(options, '#reset-all')
      await options.waitForSelector('.ask')
      return options
    },
  },
  {
    name: 'first run',
    async open(session) {
      const page = await open(session, 'src/welcome/index.html', '#post-mattress .badge-host')
      await page.waitForSelector('#site-reddit')
      await page.$$eval('.badge-host', (hosts) => hosts.forEach((host) => host.shadowRoot?.querySelector<HTMLElement>('.badge')?.click()))
      await page.waitForSelector('#explanation-mattress')
      // The badges in view come in with their posts.
      await expect.poll(() => page.$eval('#post-coffee .badge-host', (host) => host.shadowRoot?.querySelector('.placed') !== null)).toBe(true)
      return page
    },
  },
  {
    name: 'log',
    async open(session) {
      const log = await open(session, 'src/log/index.html', '#log-rows [data-row]')
      await log.waitForSelector('#copy-citation')
      await log.$$eval('details', (all) => all.forEach((one) => (one.open = true)))
      return log
    },
  },
  {
    name: 'log, by advertiser, about to be deleted',
    async open(session) {
      const log = await open(session, 'src/log/index.html', '#log-rows [data-row]')
      await log.waitForSelector('#copy-citation')
      await press(log, '#view-advertiser')
      await log.waitForSelector('#by-advertiser')
      await press(log, '#log-clear')
      await log.waitForSelector('.clear .ask')
      return log
    },
  },
  {
    name: 'log, nothing found',
    async open(session) {
      const log = await open(session, 'src/log/index.html', '#log-rows [data-row]')
      await log.type('#log-text', 'zzzz')
      await log.waitForSelector('.empty')
      return log
    },
  },
  { name: 'reports, a mistake', open: (session) => open(session, 'src/reports/index.html?about=1', '#report-preview') },
  {
    name: 'reports, a missing advertiser, a kept one opened',
    async open(session) {
      const reports = await open(session, 'src/reports/index.html?about=2', '#report-preview')
      await reports.waitForSelector('li.kept')
      await reports.$$eval('details', (all) => all.forEach((one) => (one.open = true)))
      await reports.$$eval('li.kept button', (buttons) => buttons.at(-1)?.click())
      await reports.waitForSelector('.kept .ask')
      return reports
    },
  },
]
