import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import { inShadows } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import { Random } from '../scripts/bench/random.ts'
import { fillLog, madeRows } from '../scripts/bench/ui-fill.ts'
import { expect, extensionPath, launchWith, test } from './fixtures.ts'
import { badgeOf } from './open-card.ts'
import { openFeed, send } from './scenes.ts'

/** In a language that is written from right to left. */

test.describe.configure({ timeout: 90_000 })

let session: Session
test.beforeAll(async ({ kind }) => {
  session = await launchWith(kind, { extension: extensionPath(kind, 'plain'), language: 'ar' })
})
test.afterAll(() => session.close())

/** The middles of elements, in pixels from the left. */
const middles = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => (left + right) / 2))

test('the log’s chart has each bar above its own date, the first one at the right', async () => {
  const tool = await session.openExtensionPage('src/reports/index.html')
  await send(tool, 'settings:change', { log: true })
  await fillLog(tool, madeRows(300, 60, new Random(1), Date.now()))
  await tool.close()
  const log = await session.openExtensionPage('src/log/index.html')
  await log.waitForSelector('.plot g')
  const bars = await middles(log, '.plot g rect:first-of-type')
  const [first = 0] = await middles(log, '.marks .at-start')
  const [last = 0] = await middles(log, '.marks .at-end')
  expect(bars.length).toBeGreaterThan(5)
  expect(bars).toEqual(bars.toSorted((one, other) => other - one))
  const step = ((bars[0] ?? 0) - (bars.at(-1) ?? 0)) / (bars.length - 1)
  expect(Math.abs((bars[0] ?? 0) - first)).toBeLessThan(step)
  expect(Math.abs((bars.at(-1) ?? 0) - last)).toBeLessThan(step)
  await log.close()
})

test('a card is in Arabic, and what its list says is marked as English and has its own direction', async () => {
  const page = await openFeed(session)
  await page.bringToFront()
  await page.$eval('[data-demo-id="p4"]', (post) => scrollTo({ top: post.getBoundingClientRect().top + scrollY - 80, behavior: 'instant' }))
  await expect.poll(async () => (await readBadges(page, badgeOf('p4')))[0]?.visible).toBe(true)
  const [badge] = await readBadges(page, badgeOf('p4'))
  await page.mouse.click((badge?.box.x ?? 0) + (badge?.box.width ?? 0) / 2, (badge?.box.y ?? 0) + (badge?.box.height ?? 0) / 2)
  const marked = () =>
    inShadows(page, badgeOf('p4'), (root) => ['.root', '.card', '.statement', 'dd:nth-of-type(1) bdi', 'dd:nth-of-type(2) bdi', 'dd:nth-of-type(3) bdi'].map((selector) => root.querySelector<HTMLElement>(selector)).map((one) => `${one?.lang} ${one?.dir}`))
  // The page's name for the advertiser, the scope in the list's words, the day of the announcement in ours.
  await expect.poll(async () => (await marked())[0]).toEqual(['ar rtl', ' rtl', 'en auto', ' ', 'en auto', ' '])
  await page.close()
})
