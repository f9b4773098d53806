import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { type BadgeView, readBadges } from '../harness/badges.ts'
import { findBrowser } from '../harness/find.ts'
import { FIRST_RUN_PAGE, openSession, type Session, type SessionOptions } from '../harness/session.ts'
import { DEFAULTS } from '../src/shared/settings.ts'
import { siteById } from '../src/sites/registry.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { expect, extensionPath, launch, SITE, test } from './fixtures.ts'

/** The first-run page: that it comes once, and what can be done on it. */

// Most start a browser, some two.
test.describe.configure({ timeout: 120_000 })

const KINDS = ['joined', 'paused', 'own-pause', 'unconfirmed', 'unlisted']

/** What the extension itself sees of its tabs, after some time for one that would come. */
async function welcomeTabs(session: Session): Promise<number> {
  const tool = await session.openExtensionPage('src/reports/index.html')
  const count = await tool.evaluate(async (path) => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    return (await api.tabs.query({})).filter(({ url }) => url === api.runtime.getURL(path)).length
  }, FIRST_RUN_PAGE)
  await tool.close()
  return count
}

/** The background has heard of the installation: what it does first of all is done, and so is all that it was asked since. */
async function settled(session: Session): Promise<string> {
  const tool = await session.openExtensionPage('src/reports/index.html')
  const mark = () =>
    tool.evaluate(async () => {
      const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
      await api.runtime.sendMessage({ name: 'list:info', payload: null })
      return ((await api.storage.local.get('welcomed'))['welcomed'] as string | undefined) ?? ''
    })
  await expect.poll(mark).not.toBe('')
  const when = await mark()
  await tool.close()
  return when
}

async function start(kind: SessionOptions['browser']['kind'], options: Partial<SessionOptions> = {}): Promise<Session> {
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here`)
  return openSession({ browser, extension: extensionPath(kind, 'plain'), headless: true, answer: () => null, firstRun: 'leave', ...options })
}

async function openWelcome(session: Session): Promise<Page> {
  const page = await session.openExtensionPage(FIRST_RUN_PAGE)
  await page.waitForSelector('#post-coffee')
  return page
}

const badges = (page: Page) => readBadges(page, '.badge-host')
const statuses = async (page: Page) => (await badges(page)).map(({ status }) => status)
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).innerText)
const stored = (page: Page) =>
  page.evaluate(async () => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get('settings'))['settings'] as Record<string, unknown> | undefined)

/** As a person goes by it: where it is, then pressed. */
async function press(page: Page, selector: string): Promise<void> {
  await page.bringToFront()
  const target = await page.waitForSelector(selector)
  await target?.scrollIntoView()
  await target?.click()
}

test('it opens after the installation, once, and neither after a reload nor after an update', async ({ kind }) => {
  const session = await start(kind)
  try {
    await expect.poll(() => welcomeTabs(session), { timeout: 20_000 }).toBe(1)
    const first = await settled(session)

    // Both a reload and an update do this.
    for (let time = 0; time < 2; time++) {
      await session.browser.installExtension(extensionPath(kind, 'plain'))
      expect(await settled(session)).toBe(first)
    }
    // Its tab is closed by these where the browser does that; none came besides.
    expect(await welcomeTabs(session)).toBeLessThanOrEqual(1)
  } finally {
    await session.close()
  }
})

test('it does not come back when the browser is started again with the same profile', async ({ kind }) => {
  const profile = mkdtempSync(join(tmpdir(), 'adpledge-welcome-'))
  try {
    const before = await start(kind, { profile })
    await expect.poll(() => welcomeTabs(before), { timeout: 20_000 }).toBe(1)
    const first = await settled(before)
    await before.close()

    const after = await start(kind, { profile })
    try {
      expect(await settled(after)).toBe(first)
      expect(await welcomeTabs(after)).toBe(0)
    } finally {
      await after.close()
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('its feed has every kind of label, worded as labels are, and none on what is no ad', async ({ session }) => {
  const page = await openWelcome(session)
  expect(await statuses(page)).toEqual(KINDS)
  const texts = (await badges(page)).map(({ text }) => text)
  expect(texts).toEqual(['Joined Example Pledge · July 2020 · US only', 'Announced an ad pause · July 2020', 'Announced its own ad pause · from July 2020', 'No confirmed record', 'Not on the list'])
  for (const id of ['tomatoes', 'supper']) {
    expect(await page.$(`#post-${id} .badge-host`)).toBeNull()
    expect(await textOf(page, `#post-${id}`)).toContain('No badge')
  }
  // Each is marked as what it is.
  expect(await page.$$eval('.post', (posts) => posts.filter((post) => post.querySelector('.example')?.textContent === 'Example').length)).toBe(7)
  const levels = await page.$$eval('h1, h2, h3, h4', (headings) => headings.map(({ localName }) => Number(localName.slice(1))))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
  await page.close()
})

test('a badge comes in with its post, and says what it means when it is pressed', async ({ session }) => {
  const page = await openWelcome(session)
  // Far below what is in view at first.
  await page.waitForSelector('#post-mattress .badge-host')
  const opacity = () => page.$eval('#post-mattress .badge-host', (host) => Number(getComputedStyle(host.shadowRoot?.querySelector('.place') as Element).opacity))
  expect(await opacity()).toBe(0)
  await page.bringToFront()
  await page.$eval('#post-mattress', (post) => post.scrollIntoView({ block: 'center' }))
  await expect.poll(opacity).toBe(1)

  for (const id of ['coffee', 'paper', 'kitchen', 'bikes', 'mattress']) await press(page, `#post-${id} >>> .badge`)
  const card = (id: string) => textOf(page, `#explanation-${id}`)
  expect(await card('coffee')).toMatch(/says nothing about today[\s\S]*had joined Example Pledge[\s\S]*US only[\s\S]*2020[\s\S]*July 2020[\s\S]*Example Gazette/)
  expect(await card('mattress')).toContain('“Not on the list” is all we know.')
  for (const id of ['coffee', 'paper', 'kitchen', 'bikes', 'mattress']) expect(await card(id)).not.toMatch(/\b(is|are) (boycotting|pausing)|boycotts\b/)
  // By keyboard as well, and away again.
  await page.keyboard.press('Enter')
  await expect.poll(() => page.$('#explanation-mattress')).toBeNull()
  await page.close()
})

test('its switches are those of the pop-up, and act on its feed at once', async ({ session }) => {
  const page = await openWelcome(session)
  await press(page, '#status-joined')
  await expect.poll(() => statuses(page)).toEqual(KINDS.slice(1))
  await expect.poll(async () => ((await stored(page))?.['statuses'] as Record<string, boolean> | undefined)?.['joined']).toBe(false)
  await press(page, '#badges')
  await expect.poll(() => statuses(page)).toEqual([])
  await expect.poll(async () => (await stored(page))?.['badges']).toBe(false)
  await press(page, '#badges')
  await press(page, '#status-joined')
  await expect.poll(() => statuses(page)).toEqual(KINDS)
  // Set elsewhere, it shows here.
  await page.evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage({ name: 'settings:change', payload: { statuses: { unlisted: false } } }))
  await expect.poll(() => statuses(page)).toEqual(KINDS.slice(0, -1))
  await page.evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage({ name: 'settings:change', payload: { statuses: { unlisted: true } } }))
  await page.close()
})

test('badges have room for their words there, in a line of their posts', async ({ session }) => {
  const page = await openWelcome(session)
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 800 })
    for (const { text: words, box } of await badges(page)) {
      expect(box.width, `${words}, ${width}`).toBeGreaterThan(80)
      // Two lines at most.
      expect(box.height, `${words}, ${width}`).toBeLessThan(50)
    }
    // What is in the text takes its room there.
    const [host, badge] = await page.$eval('#post-coffee .badge-host', (one) => [one.getBoundingClientRect().height, one.shadowRoot?.querySelector('.badge')?.getBoundingClientRect().height ?? 0])
    expect(host).toBeGreaterThanOrEqual((badge ?? 0) - 1)
  }
  await page.close()
})

test('badges look there as they are set to', async ({ session }) => {
  const page = await openWelcome(session)
  const change = (appearance: object) =>
    page.evaluate((payload) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage({ name: 'settings:change', payload }), { appearance })
  const look = () =>
    page.$eval('#post-coffee .badge-host', (host) => {
      const { fontSize, backgroundColor } = getComputedStyle(host.shadowRoot?.querySelector('.badge') as Element)
      return { fontSize, backgroundColor }
    })
  const before = await look()
  await change({ size: 'large', hues: { ...DEFAULTS.appearance.hues, joined: 'red' } })
  await expect.poll(async () => (await look()).fontSize).toBe('15px')
  expect((await look()).backgroundColor).not.toBe(before.backgroundColor)
  await change(DEFAULTS.appearance)
  await expect.poll(look).toEqual(before)
  await page.close()
})

test('a site has its switch there, and nothing is asked for before it is pressed', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const page = await openWelcome(session)
    await page.waitForSelector('#site-reddit')
    await page.evaluate(() => {
      const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
      const asked: string[][] = []
      Object.assign(globalThis, { asked })
      Object.defineProperty(api.permissions, 'request', {
        value: ({ origins }: { origins: string[] }) => {
          asked.push(origins)
          return Promise.resolve(false)
        },
      })
    })
    const asked = () => page.evaluate('asked') as Promise<string[][]>
    const isOn = (id: string) => page.$eval(`#site-${id}`, (input) => (input as HTMLInputElement).checked)
    expect([await isOn('facebook'), await isOn('instagram'), await isOn('reddit')]).toEqual([true, true, false])
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    expect(await asked()).toEqual([])
    await press(page, '#site-reddit')
    await expect.poll(asked).toEqual([siteById('reddit')?.matches])
    // It was refused.
    await expect.poll(() => isOn('reddit')).toBe(false)

    // The way on leads to the first site that is on.
    const way = () => page.$$eval('.go', (links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(await way()).toEqual([SITE, SITE])
    await press(page, '#site-facebook')
    await expect.poll(way).toEqual(['https://www.instagram.com/', 'https://www.instagram.com/'])
    await press(page, '#site-instagram')
    await expect.poll(way).toEqual([`${session.extensionUrl}${FIRST_RUN_PAGE}#sites`, `${session.extensionUrl}${FIRST_RUN_PAGE}#sites`])
  } finally {
    await session.close()
  }
})

test('the log is off, and switched on there', async ({ session, kind }) => {
  const page = await openWelcome(session)
  const isOn = () => page.$eval('#log', (input) => (input as HTMLInputElement).checked)
  expect(await isOn()).toBe(false)
  expect((await stored(page))?.['log'] ?? false).toBe(false)
  await press(page, '#log')
  await expect.poll(async () => (await stored(page))?.['log']).toBe(true)
  await press(page, '#log')
  await expect.poll(async () => (await stored(page))?.['log']).toBe(false)
  expect(await page.$eval('#open-log', (link) => (link as HTMLAnchorElement).href)).toBe(`${session.extensionUrl}src/log/index.html`)
  // Where the icon is is told in the browser's own words.
  expect(await textOf(page, '#pin')).toContain(kind === 'firefox' ? 'Pin to Toolbar' : 'then the pin beside AdPledge')
  expect(await textOf(page, '.shortcuts')).toContain('Go to the next labelled ad')
  await page.close()
})

test('it fits windows from 320 to 1280 pixels, and every badge can be reached by keyboard', async ({ session }) => {
  const page = await openWelcome(session)
  for (const width of [320, 400, 860, 1280]) {
    await page.setViewport({ width, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${width} px`).toBeLessThanOrEqual(width)
    const inside = ({ box }: BadgeView) => box.x >= 0 && box.x + box.width <= width
    expect((await badges(page)).every(inside), `${width} px`).toBe(true)
  }
  await page.bringToFront()
  await page.focus('#status-unlisted')
  const names: string[] = []
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab')
    names.push(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? ''))
  }
  expect(names.map((name) => name.slice(0, name.indexOf(':')))).toEqual(['Bright Harbor Coffee', 'Paper Kite Stationery', 'Oak & Salt Kitchen', 'Lantern Bikes', 'Lakeside Mattress Co.'])
  await page.close()
})
