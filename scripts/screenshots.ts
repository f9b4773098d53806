import { mkdirSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { answer } from '../demo/answer.ts'
import { type BadgeView, readBadges, readCard } from '../harness/badges.ts'
import { needBrowser } from '../harness/install.ts'
import { openSession, type Session } from '../harness/session.ts'
import { buildExtension } from './build.ts'
import { until } from './until.ts'

/** `screenshots`: the pictures of the README, taken of the demo feed. */

const SITE = 'https://www.facebook.com/'
const IMAGES = 'docs/images'
/** Not `dist/`, which somebody may have loaded. */
const BUILD = '.cache/screenshots-chrome'
/** A listed ad, a friend's post and an unlisted ad follow each other here. */
const FIRST_AD = 'REI'
const SECOND_AD = 'Lantern Bikes'
const CARD_AD = "Ben & Jerry's"
const VIEW = { width: 800, height: 900 }
/** Around what is shown; less than the gap between posts, so that the one above stays hidden. */
const MARGIN = 12
const BAR = 56

interface Crop {
  x: number
  y: number
  width: number
  height: number
}

async function save(page: Page, name: string, options: { clip?: Crop; fullPage?: boolean } = {}): Promise<void> {
  const path = `${IMAGES}/${name}.png` as const
  await page.screenshot({ path, captureBeyondViewport: options.fullPage ?? false, ...options })
  console.log(`${path}: ${Math.ceil(statSync(path).size / 1_000)} kB`)
}

function badgeOf(page: Page, advertiser: string): Promise<BadgeView> {
  return until(`a badge of ${advertiser}`, async () => {
    const badges = await readBadges(page)
    return badges.find((badge) => badge.visible && badge.name.startsWith(`${advertiser}: `))
  })
}

async function openFeed(session: Session, theme: 'light' | 'dark'): Promise<Page> {
  const page = await session.newPage()
  await page.setViewport(VIEW)
  await page.goto(`${SITE}?n=40&more=0&late=0&dark=${theme}`, { waitUntil: 'load' })
  return page
}

/** Scrolls until an advertiser's post begins right below the demo's top bar. */
async function bringToTop(page: Page, advertiser: string): Promise<void> {
  const { post } = await badgeOf(page, advertiser)
  await page.$eval(`[data-demo-id="${post}"]`, (element, above) => scrollBy(0, element.getBoundingClientRect().top - above), BAR + MARGIN)
  // Pictures of the demo are drawn when they come into view.
  await sleep(500)
}

async function feed(session: Session, theme: 'light' | 'dark'): Promise<void> {
  const page = await openFeed(session, theme)
  await bringToTop(page, FIRST_AD)
  const { box } = await badgeOf(page, SECOND_AD)
  if (box.y + box.height > VIEW.height) throw new Error(`the ads of ${FIRST_AD} and ${SECOND_AD} no longer fit into one picture`)
  await save(page, `feed-${theme}`)
  await page.close()
}

async function card(session: Session): Promise<void> {
  const page = await openFeed(session, 'light')
  await bringToTop(page, CARD_AD)
  const { box } = await badgeOf(page, CARD_AD)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  const openCard = () =>
    until('an open card with its sources', async () => {
      const read = await readCard(page)
      return read && read.links.length > 0 ? read : null
    })
  await openCard()
  // It moves a little while it appears.
  await sleep(500)
  const opened = await openCard()
  // A clip counts from the top of the page, not of what is in view.
  const y = await page.evaluate(() => scrollY)
  await save(page, 'card', { clip: { x: 0, y, width: VIEW.width, height: Math.ceil(opened.box.y + opened.box.height) + MARGIN } })
  await page.close()
}

async function popup(session: Session): Promise<void> {
  const page = await openFeed(session, 'light')
  await badgeOf(page, CARD_AD)
  const finder = await session.openExtensionPage('src/reports/index.html')
  const tab = await finder.evaluate(async (address) => (await chrome.tabs.query({ url: `${address}*` }))[0]?.id, SITE)
  await finder.close()
  const shown = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  // No higher than its content is, or the picture would end in nothing.
  await shown.setViewport({ width: 360, height: 100 })
  await shown.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  await until('a count of ads in the popup', () => shown.evaluate(() => (/\d/.test(document.querySelector('#page-summary')?.textContent ?? '') ? true : null)))
  await save(shown, 'popup', { fullPage: true })
  await shown.close()
  await page.close()
}

const browser = await needBrowser('chromium')
const extension = resolve(await buildExtension('chrome', BUILD))
mkdirSync(IMAGES, { recursive: true })
const session = await openSession({ browser, extension, headless: true, answer })
try {
  await feed(session, 'light')
  await feed(session, 'dark')
  await card(session)
  await popup(session)
} finally {
  await session.close()
  rmSync(BUILD, { recursive: true, force: true })
}
