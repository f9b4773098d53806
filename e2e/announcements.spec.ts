import type { Page } from 'puppeteer-core'
import listFile from '../lists/x-advertiser-pauses-2023-08.json' with { type: 'json' }
import { type Announcement, heard, listen } from '../harness/announcements.ts'
import { readBadges } from '../harness/badges.ts'
import { ListHost } from '../harness/list-host.ts'
import { newKey, signLists } from '../harness/list-signer.ts'
import { inShadows } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import { agreeTo } from '../harness/site-access.ts'
import { expect, launch, test } from './fixtures.ts'
import { fill, openFeed, press, type Scene, SCENES, send, textOf } from './scenes.ts'

/** What changes is told to screen readers once, when there is time for it, by what was there before; badges are not told at all. */

test.describe.configure({ timeout: 120_000 })

let session: Session
test.beforeAll(async ({ kind }) => {
  session = await launch(kind, 'plain')
  await fill(session)
})
test.afterAll(() => session.close())

/** So long nothing more may be said, in milliseconds. */
const QUIET = 500

async function open(name: string): Promise<Page> {
  const scene = SCENES.find((one) => one.name === name) as Scene
  const page = await scene.open(session)
  await page.bringToFront()
  await listen(page)
  // What was still coming in belongs to the opening.
  await settled(page)
  return page
}

/** Until nothing was said for a while. @returns all that was */
async function settled(page: Page): Promise<Announcement[]> {
  const all: Announcement[] = []
  for (let last = Date.now(); Date.now() - last < QUIET; await new Promise((wait) => setTimeout(wait, 50))) {
    const said = await heard(page)
    all.push(...said)
    if (said.length > 0) last = Date.now()
  }
  return all
}

const politely = (region: string | RegExp, text: RegExp) => ({ region: typeof region === 'string' ? region : expect.stringMatching(region) as unknown, text: expect.stringMatching(text) as unknown, assertive: false, expected: true })

/** Does something, waits until it shows, and listens to the end. */
async function after(page: Page, action: () => Promise<unknown>, shows: () => Promise<boolean>): Promise<Announcement[]> {
  await action()
  await expect.poll(shows, { timeout: 20_000 }).toBe(true)
  return settled(page)
}

const has = (page: Page, selector: string, text: RegExp) => async () => text.test(await textOf(page, selector))

test('popup: switches tell themselves, a pause, a search and a kept report are told once', async () => {
  const popup = await open('popup')
  const isOn = (id: string, wanted: boolean) => () => popup.$eval(`#${id}`, (input, on) => (input as HTMLInputElement).checked === on, wanted)
  for (const id of ['badges', 'status-joined', 'site']) {
    for (const on of [false, true]) expect(await after(popup, () => press(popup, `#${id}`), isOn(id, on)), id).toEqual([])
  }
  expect(await after(popup, () => press(popup, '#pause'), has(popup, '#paused', /./))).toEqual([politely('paused', /^Paused until/)])
  expect(await after(popup, () => press(popup, '#pause'), has(popup, '#paused', /^$/))).toEqual([])
  expect(await after(popup, () => popup.type('#search', 'patago'), has(popup, '#search-told', /1 record/))).toEqual([politely('search-told', /1 record found/)])

  await press(popup, '#report-missing')
  await popup.waitForSelector('#report-name')
  await popup.type('#report-name', 'Lantern Bikes')
  expect(await settled(popup)).toEqual([])
  expect(await after(popup, () => press(popup, '#keep-and-copy'), has(popup, '#report-outcome', /./))).toEqual([politely('report-outcome', /^Kept/)])
  await popup.close()
})

test('log: copying, a search, deleting an ad and all of it are told once', async () => {
  const log = await open('log')
  expect(await after(log, () => press(log, '#copy-citation'), has(log, '#copy-outcome', /./))).toEqual([politely('copy-outcome', /./)])
  expect(await after(log, () => log.type('#log-text', 'patagonia'), has(log, '#log-found', /^2 ads/))).toEqual([politely('log-told', /^2 ads$/)])
  expect(await after(log, () => log.type('#log-text', 'zzz'), async () => (await log.$('#rows-heading ~ .empty')) !== null)).toEqual([politely('log-told', /No ad/)])
  expect(await after(log, () => press(log, '#log-reset'), has(log, '#log-found', /^18 ads/))).toEqual([politely('log-told', /^18 ads$/)])

  // Ads that come while the page is open are not told.
  const feed = await openFeed(session)
  await log.bringToFront()
  await expect.poll(() => textOf(log, '#log-found'), { timeout: 15_000 }).toBe('36 ads')
  expect(await settled(log)).toEqual([])
  await feed.close()

  await press(log, '.row-delete')
  await expect.poll(() => textOf(log, '.row-delete')).not.toBe('Delete')
  expect(await after(log, () => press(log, '.row-delete'), has(log, '#log-found', /^35 ads/))).toEqual([politely('log-outcome', /is deleted/)])
  await press(log, '#log-clear')
  await log.waitForSelector('.clear .ask')
  expect(await after(log, () => log.$$eval('.clear .ask button', (buttons) => buttons.at(-1)?.click()), has(log, '#clear-outcome', /./))).toEqual([politely('clear-outcome', /deleted/)])
  await log.close()
})

test('options and reports: a saved label, a checked list and a copied report are told once', async ({ kind }) => {
  const reports = await open('reports, a missing advertiser, a kept one opened')
  const copy = () => reports.$$eval('li.kept button', (buttons) => buttons.find(({ textContent }) => textContent?.includes('Copy'))?.click())
  expect(await after(reports, copy, has(reports, 'li.kept output.outcome', /./))).toEqual([politely('outcome', /./)])
  await reports.close()

  const [host, key] = [await ListHost.open(), newKey()]
  try {
    const moments = { created: new Date(Date.now() - 86_400_000).toISOString(), expires: new Date(Date.now() + 9 * 86_400_000).toISOString() }
    host.publish(signLists({ key, version: 1, lists: [listFile], head: { name: 'Another list', ...moments } }).files)
    // A person who says yes; Firefox is started without asking.
    if (kind === 'chromium') await agreeTo(session, ['http://127.0.0.1/*'])
    const options = await open('options')
    const save = async () => {
      await options.type('#own-name', 'Initech')
      await options.type('#own-text', 'Printers')
      await press(options, '#own-save')
    }
    expect(await after(options, save, has(options, '#own-labels', /Initech/))).toEqual([politely('own-outcome', /Initech.*is saved/)])
    await options.type('#add-address', host.address())
    await options.type('#add-key', key.publicKey)
    const added = await after(options, () => options.click('#add-submit'), has(options, '#add-outcome', /Another list/))
    // It takes a while, which is told first.
    expect(added).toEqual([...(added.length > 1 ? [politely('add-outcome', /…$/)] : []), politely('add-outcome', /Another list/)])
    const [check = ''] = await options.$$eval('[id^="check-list-"]', (buttons) => buttons.map(({ id }) => id))
    expect(await after(options, () => press(options, `#${check}`), has(options, `#${check.replace('check', 'outcome')}`, /./))).toEqual([politely(/^outcome-list-/, /./)])
    await options.close()
  } finally {
    await host.close()
  }
})

test('badges that come and go in a feed are not told, and nothing in them could be', async () => {
  const page = await openFeed(session)
  await listen(page)
  const tool = await session.openExtensionPage('src/reports/index.html')
  const shown = async () => (await readBadges(page)).filter(({ visible }) => visible).length
  for (const [badges, count] of [[false, 0], [true, 18]] as const) {
    await send(tool, 'settings:change', { badges })
    await expect.poll(shown).toBe(count)
  }
  const live = await inShadows(page, 'adpledge-badge', (root) => [root.host, ...root.querySelectorAll('*')].filter((one) => one.matches('[role=status], [role=alert], [role=log], [aria-live], output')).length)
  expect(live).toEqual(Array.from({ length: 18 }, () => 0))
  expect(await settled(page)).toEqual([])
  await tool.close()
  await page.close()
})

test('what is told twice, loudly, or by what comes in with it, is noticed', async () => {
  const page = await open('popup')
  await page.evaluate(async () => {
    const region = document.querySelector('#paused') as HTMLElement
    region.textContent = 'one'
    await new Promise((wait) => setTimeout(wait, 50))
    region.textContent = 'two'
    const alert = document.createElement('p')
    alert.id = 'late'
    alert.setAttribute('role', 'alert')
    alert.textContent = 'three'
    document.body.append(alert)
  })
  expect(await settled(page)).toEqual([
    { region: 'paused', text: 'one', assertive: false, expected: true },
    { region: 'paused', text: 'two', assertive: false, expected: true },
    { region: 'late', text: 'three', assertive: true, expected: false },
  ])
  await page.close()
})
