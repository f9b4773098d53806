import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { readBadges, readCard } from '../../harness/badges.ts'
import { FIRST_RUN_PAGE } from '../../harness/session.ts'
import { until } from '../until.ts'
import { type Context, FEED } from './context.ts'
import { keepSubject } from './fill.ts'
import { type Look, take, WIDTHS, type Width } from './look.ts'
import { SITE_FEEDS } from './site-feeds.ts'

/** One contact sheet's page. */
export interface Shown {
  /** As in `--page` and in the picture's name. */
  id: string
  title: string
  /** Looked at before anything is kept, or after some weeks. */
  state: 'new' | 'filled'
  widths: readonly Width[]
  /** Of each width, how much of its height is shown at most. */
  cuts: Partial<Record<Width, number>>
  open: (context: Context) => Promise<Page>
  /** What must happen anew in each look. */
  arrange?: (page: Page, look: Look) => Promise<void>
}

const PATIENCE = 15_000
const LONG = { 320: 1500, 400: 1500, 1280: 1500 }
/** The card and what is around it. */
const CARD = { 320: 760, 400: 760, 1280: 760 }
const LISTED = "Ben & Jerry's"
const UNLISTED = 'Lantern Bikes'
/** The demo's top bar, and some air. */
const ABOVE = 68

async function openPage({ session }: Context, path: string, ready: string): Promise<Page> {
  const page = await session.openExtensionPage(path)
  await page.waitForSelector(ready, { timeout: PATIENCE })
  return page
}

async function openPopup(context: Context): Promise<Page> {
  const page = await openPage(context, `src/popup/index.html?tab=${context.tab}`, '#list-heading')
  await page.waitForFunction(() => /\d|[٠-٩]/.test(document.querySelector('#page-summary')?.textContent ?? ''), { timeout: PATIENCE })
  return page
}

async function openFirstRun(context: Context): Promise<Page> {
  const page = await openPage(context, FIRST_RUN_PAGE, '#post-coffee')
  // Its badges come when they are seen first.
  await take(page, { mode: 'light', width: 400 }, 8_000)
  await sleep(600)
  return page
}

async function openMissing(context: Context): Promise<Page> {
  const page = await openPage(context, `src/reports/index.html?about=${await keepSubject(context.tool)}`, '#report-preview')
  await page.evaluate('document.activeElement?.blur()')
  return page
}

async function openNothingFound(context: Context): Promise<Page> {
  const page = await openPage(context, 'src/log/index.html', '#log-rows [data-row]')
  await page.type('#log-text', 'zyxomatic')
  await page.waitForSelector('.empty', { timeout: PATIENCE })
  await page.evaluate('document.activeElement?.blur()')
  return page
}

/** The demo in a tab of its own, whose badges stay those of one look. */
function openFeed({ session, tag }: Context): Promise<Page> {
  return session.newPage().then(async (page) => {
    await page.goto(`${FEED}?n=40&more=0&late=0&dir=${['ar', 'he'].includes(tag) ? 'rtl' : 'ltr'}`, { waitUntil: 'load' })
    return page
  })
}

/** Opens the card of an advertiser's badge, as a person does. */
async function openCard(page: Page, advertiser: string): Promise<void> {
  await page.reload({ waitUntil: 'load' })
  const badge = await until(`a badge of ${advertiser}`, async () => (await readBadges(page)).find((one) => one.visible && one.name.startsWith(`${advertiser}: `)))
  await page.$eval(`[data-demo-id="${badge.post}"]`, (element, above) => scrollBy(0, element.getBoundingClientRect().top - above), ABOVE)
  // Pictures of the demo are drawn when they come into view.
  await sleep(300)
  const { box } = await until('its place', async () => (await readBadges(page)).find(({ post, visible }) => visible && post === badge.post))
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await until('an open card', () => readCard(page))
  await sleep(400)
}

export const SHOWN: readonly Shown[] = [
  { id: 'popup', title: 'Popup', state: 'filled', widths: [320, 400], cuts: LONG, open: openPopup },
  { id: 'options', title: 'Options', state: 'filled', widths: WIDTHS, cuts: LONG, open: (context) => openPage(context, 'src/options/index.html', '#follow-on') },
  { id: 'first-run', title: 'First run', state: 'new', widths: WIDTHS, cuts: LONG, open: openFirstRun },
  { id: 'log-off', title: 'Ad log, off', state: 'new', widths: WIDTHS, cuts: LONG, open: (context) => openPage(context, 'src/log/index.html', '#log-on') },
  { id: 'log', title: 'Ad log', state: 'filled', widths: WIDTHS, cuts: LONG, open: (context) => openPage(context, 'src/log/index.html', '#log-rows [data-row]') },
  { id: 'log-nothing-found', title: 'Ad log, a search that finds nothing', state: 'filled', widths: WIDTHS, cuts: LONG, open: openNothingFound },
  { id: 'report', title: 'Report of a missing advertiser', state: 'new', widths: WIDTHS, cuts: LONG, open: openMissing },
  { id: 'reports', title: 'Kept reports', state: 'filled', widths: WIDTHS, cuts: LONG, open: (context) => openPage(context, 'src/reports/index.html', '#kept-list li') },
  { id: 'card-listed', title: 'Card of a listed advertiser', state: 'new', widths: WIDTHS, cuts: CARD, open: openFeed, arrange: (page) => openCard(page, LISTED) },
  { id: 'card-unlisted', title: 'Card of an unlisted advertiser', state: 'new', widths: WIDTHS, cuts: CARD, open: openFeed, arrange: (page) => openCard(page, UNLISTED) },
  ...SITE_FEEDS.map((feed): Shown => ({ ...feed, state: 'new', cuts: { 400: 900, 1280: 900 } })),
]
