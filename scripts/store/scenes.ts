import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { readBadges, readCard } from '../../harness/badges.ts'
import { FIRST_RUN_PAGE } from '../../harness/session.ts'
import { type Context, FEED } from '../contact/context.ts'
import { until } from '../until.ts'
import { overlay } from './overlay.ts'

/** What is seen in a store's screenshots, each of the size that both stores ask for, as JPEG. */

const SIZE = { width: 1280, height: 800 } as const
const POPUP = { width: 360, height: 600 } as const
const QUALITY = 88
const PATIENCE = 15_000
/** The languages that the demo's posts are there in; anywhere else they are in English. */
const DEMO_LANGUAGES = ['en', 'de', 'es']
const RIGHT_TO_LEFT = ['ar', 'he']
/** The demo's top bar, and some air. */
const ABOVE = 68
const LISTED_AD = 'REI'
const CARD_AD = "Ben & Jerry's"

export interface Scene {
  /** Its picture's name, which is also its place in the store. */
  name: string
  /** Taken when the log has been filled. */
  isFilled: boolean
  draw: (context: Context) => Promise<Uint8Array>
}

export const SCENES: readonly Scene[] = [
  { name: '1-feed', isFilled: false, draw: (context) => withPage(openFeed(context, LISTED_AD), capture) },
  { name: '2-card', isFilled: false, draw: (context) => withPage(openFeed(context, CARD_AD), async (page) => (await openCard(page), capture(page))) },
  { name: '3-popup', isFilled: false, draw: drawPopup },
  { name: '4-log', isFilled: true, draw: (context) => withPage(openExtensionPage(context, 'src/log/index.html', '#log-rows [data-row]'), capture) },
  { name: '5-first-run', isFilled: false, draw: (context) => withPage(openExtensionPage(context, FIRST_RUN_PAGE, '#post-coffee'), capture) },
]

async function withPage<Result>(opening: Promise<Page>, work: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await opening
  try {
    return await work(page)
  } finally {
    await page.close()
  }
}

async function capture(page: Page): Promise<Uint8Array> {
  // What comes when it is first seen, and what moves while it comes.
  await sleep(700)
  return page.screenshot({ type: 'jpeg', quality: QUALITY })
}

async function prepare(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.bringToFront()
  await page.setViewport(size)
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
}

async function openExtensionPage({ session }: Context, path: string, ready: string): Promise<Page> {
  const page = await session.openExtensionPage(path)
  await prepare(page, SIZE)
  await page.waitForSelector(ready, { timeout: PATIENCE })
  return page
}

/** The demo's feed with an advertiser's post at the top. */
async function openFeed({ session, language }: Context, advertiser: string): Promise<Page> {
  const page = await session.newPage()
  await prepare(page, SIZE)
  const direction = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'
  const posts = DEMO_LANGUAGES.includes(language) ? language : 'en'
  await page.goto(`${FEED}?n=40&more=0&late=0&dark=light&dir=${direction}&lang=${posts}`, { waitUntil: 'load' })
  const { post } = await badgeOf(page, advertiser)
  await page.$eval(`[data-demo-id="${post}"]`, (element, above) => scrollBy(0, element.getBoundingClientRect().top - above), ABOVE)
  // Pictures of the demo are drawn when they come into view.
  await sleep(500)
  return page
}

function badgeOf(page: Page, advertiser: string) {
  return until(`a badge of ${advertiser}`, async () => (await readBadges(page)).find(({ visible, name }) => visible && name.includes(advertiser)))
}

async function openCard(page: Page): Promise<void> {
  const { box } = await badgeOf(page, CARD_AD)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await until('an open card with its sources', async () => (((await readCard(page))?.links.length ?? 0) > 1 ? true : null))
}

/** The popup over the feed, where the browser shows it. */
async function drawPopup(context: Context): Promise<Uint8Array> {
  const feed = await withPage(openFeed(context, LISTED_AD), capture)
  const popup = await withPage(openExtensionPage(context, `src/popup/index.html?tab=${context.tab}`, '#list-heading'), async (page) => {
    await page.setViewport(POPUP)
    await page.waitForFunction(() => /\d|[٠-٩]/.test(document.querySelector('#page-summary')?.textContent ?? ''), { timeout: PATIENCE })
    return capture(page)
  })
  return overlay(context.session.browser, feed, popup, { ...SIZE, quality: QUALITY })
}
