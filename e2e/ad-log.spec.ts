import type { Page } from 'puppeteer-core'
import type { Session } from '../harness/session.ts'
import type { LogRow } from '../src/shared/log.ts'
import { expect, extensionPath, launch, launchWith, SITE, test } from './fixtures.ts'
import { readBadges } from '../harness/badges.ts'

/** The ad log as a person keeps it: switched on, looked through, searched, taken out and deleted. */

const FEED = `${SITE}?n=40&more=0&late=0`
const ADS = 18
const NO_FILTER = { text: '', status: null, site: null, from: null, until: null }

const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '').catch(() => '')
const count = (page: Page, selector: string) => page.$$eval(selector, (all) => all.length)
const press = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).click())
const send = <Answer>(page: Page, name: string, payload: unknown) =>
  page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ name, payload })})`) as Promise<Answer>
const rowsIn = async (page: Page) => (await send<{ rows: LogRow[] }>(page, 'log:rows', { filter: NO_FILTER, before: null, limit: 100 })).rows

async function openLog(session: Session): Promise<Page> {
  const page = await session.openExtensionPage('src/log/index.html')
  await page.waitForSelector('#log-on, #log-switch')
  return page
}

async function openFeed(session: Session): Promise<Page> {
  const page = await session.newPage()
  await page.goto(FEED)
  await expect.poll(async () => (await readBadges(page)).length, { timeout: 20_000 }).toBeGreaterThan(0)
  return page
}

/** Types into a field of the page's forms, as letters come. */
async function type(page: Page, selector: string, value: string): Promise<void> {
  await page.$eval(
    selector,
    (element, value) => {
      ;(element as HTMLInputElement).value = value
      element.dispatchEvent(new Event('input', { bubbles: true }))
      element.dispatchEvent(new Event('change', { bubbles: true }))
    },
    value,
  )
}

/** Presses a button that makes a file. @returns its name and what is in it */
async function fileOf(page: Page, selector: string): Promise<{ name: string; content: string; type: string }> {
  await page.evaluate(() => {
    const kept = globalThis as unknown as { file: Promise<string> | null; create?: typeof URL.createObjectURL }
    kept.file = null
    kept.create ??= URL.createObjectURL.bind(URL)
    const create = kept.create
    let made: Blob | null = null
    URL.createObjectURL = (blob) => {
      made = blob as Blob
      return create(blob)
    }
    HTMLAnchorElement.prototype.click = function () {
      const { download } = this
      kept.file = (made as Blob).text().then((content) => JSON.stringify({ name: download, content, type: made?.type }))
    }
  })
  await press(page, selector)
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { file: unknown }).file !== null)).toBe(true)
  return JSON.parse(await page.evaluate(() => (globalThis as unknown as { file: Promise<string> }).file)) as { name: string; content: string; type: string }
}

test('nothing is written down until the log is switched on; then each labelled ad is, with what it was matched by', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const log = await openLog(session)
    const first = await openFeed(session)
    await expect.poll(() => send<LogRow[]>(log, 'log:state', null)).toEqual({ rows: 0, since: null, problem: null })
    await first.close()

    await press(log, '#log-on')
    await log.waitForSelector('.empty')
    await openFeed(session)
    await expect.poll(async () => (await rowsIn(log)).length).toBe(ADS)
    // The page, which is open meanwhile, has them as well.
    await expect.poll(() => text(log, '#log-found')).toBe('18 ads')
    await expect.poll(() => count(log, '#log-rows [data-row]')).toBe(ADS)

    const rows = await rowsIn(log)
    const today = new Date()
    const listed = rows.find(({ advertiser }) => advertiser === 'Patagonia')
    expect(listed).toMatchObject({ site: 'facebook', advertiser: 'Patagonia', status: 'joined', level: 'certain', list: 'stop-hate-for-profit-2020', extension: '0.1.0' })
    expect(listed?.evidence).toMatch(/^(page|name|domain)/)
    expect(listed?.label).toContain('Stop Hate for Profit')
    expect(Math.abs((listed?.time ?? 0) - today.getTime())).toBeLessThan(60_000)
    expect(listed?.listUpdated).toMatch(/^\d{4}-\d\d-\d\d$/)
    const unlisted = rows.filter(({ status }) => status === 'unlisted')
    expect(unlisted.length).toBeGreaterThan(0)
    for (const row of unlisted) expect(row).toMatchObject({ entry: null, list: null, level: null, evidence: '' })
    expect(new Set(rows.map(({ time }) => time)).size).toBe(ADS)
    // Told in totals, chart and its table as well.
    expect(await log.$$eval('#chart-table tbody td:last-child', (cells) => cells.map((cell) => cell.textContent))).toEqual(['18'])
    expect(await count(log, '.plot rect')).toBeGreaterThan(1)
    const fills = await log.$$eval('.tile rect', (tiles) => tiles.map((tile) => getComputedStyle(tile).fill))
    expect(new Set(fills).size).toBe(fills.length)

    // What is hidden isn't written down.
    await send(log, 'settings:change', { statuses: { unlisted: false } })
    await openFeed(session)
    await expect.poll(async () => (await rowsIn(log)).length).toBe(2 * ADS - unlisted.length)
    // And nothing once it is off again; what is there stays.
    await press(log, '#log-switch')
    await log.waitForSelector('#log-on')
    await openFeed(session)
    expect(await rowsIn(log)).toHaveLength(2 * ADS - unlisted.length)
    expect(await count(log, '#log-rows [data-row]')).toBeGreaterThan(0)
  } finally {
    await session.close()
  }
})

test('nothing of private windows is written down', async ({ kind }) => {
  const session = await launchWith(kind, { extension: extensionPath(kind, 'plain'), isPrivate: true })
  try {
    const log = await openLog(session)
    await send(log, 'settings:change', { log: true })
    await openFeed(session)
    // What it says of its ads comes 0.2 s after them: for as long as that takes many times over there is nothing. Where all of
    // the browser is private there may be no database at all.
    for (const end = Date.now() + 2_000; Date.now() < end; ) expect((await send<{ rows: number } | null>(log, 'log:state', null))?.rows ?? 0).toBe(0)
  } finally {
    await session.close()
  }
})

test('ads are searched, taken out as CSV and JSON, cited and deleted', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const log = await openLog(session)
    await press(log, '#log-on')
    await log.waitForSelector('#log-switch')
    await openFeed(session)
    await expect.poll(() => count(log, '#log-rows [data-row]')).toBe(ADS)
    const all = await rowsIn(log)

    await type(log, '#log-text', 'PATAGONIA')
    // One calls itself otherwise, and its domain gives it away.
    const theirs = all.filter((row) => [row.advertiser, row.entryName, row.domain].some((part) => part?.toLowerCase().includes('patagonia')))
    await expect.poll(() => text(log, '#log-found')).toBe(`${theirs.length} ads`)
    expect(await log.$$eval('#log-rows .advertiser', (names) => names.map((name) => name.textContent))).toEqual(theirs.map(({ entryName, advertiser }) => entryName ?? advertiser))
    await type(log, '#log-text', 'nobody at all')
    await expect.poll(() => text(log, '.empty')).toContain('No ads fit')
    await press(log, '#log-reset')
    await expect.poll(() => text(log, '#log-found')).toBe('18 ads')
    await type(log, '#log-until', '2020-01-01')
    await expect.poll(() => text(log, '.empty')).toContain('No ads fit')
    await press(log, '#log-reset')
    await type(log, '#log-status', 'unlisted')
    const unlisted = all.filter(({ status }) => status === 'unlisted')
    await expect.poll(() => text(log, '#log-found')).toBe(`${unlisted.length} ads`)

    await expect.poll(() => text(log, '#citation')).toMatch(/AdPledge.*adpledge-log\/1.*Stop Hate for Profit.*status=unlisted/)
    const csv = await fileOf(log, '#export-csv')
    expect(csv.name).toMatch(/^adpledge-log-\d{4}-\d\d-\d\d\.csv$/)
    expect(csv.type).toBe('text/csv')
    const [head, ...lines] = csv.content.split('\r\n').slice(0, -1)
    expect(head).toBe('time,day,site,advertiser,advertiser_page,domain,status,label,entry_id,entry_name,list_id,list_updated,level,evidence,extension_version,method')
    expect(lines).toHaveLength(unlisted.length)
    for (const [at, line] of lines.entries()) expect(line).toMatch(new RegExp(`^${new Date(unlisted[at]?.time ?? 0).toISOString()},.*,adpledge-log/1$`))
    await expect.poll(() => text(log, '#export-outcome')).toContain(`${unlisted.length} ads`)

    await press(log, '#log-reset')
    await expect.poll(() => text(log, '#log-found')).toBe('18 ads')
    const json = JSON.parse((await fileOf(log, '#export-json')).content) as { format: string; extension: object; filter: object; lists: { id: string; version: number | null }[]; method: string[]; citation: string; rows: object[] }
    expect(json).toMatchObject({ format: 'adpledge-log/1', extension: { version: '0.1.0' }, filter: NO_FILTER })
    expect(json.rows).toEqual(all.map((row) => JSON.parse(JSON.stringify({ ...row, id: undefined })) as object))
    expect(json.lists.map(({ id }) => id)).toContain('stop-hate-for-profit-2020')
    expect(json.method.length).toBeGreaterThan(1)
    expect(json.citation).toBe(await text(log, '#citation'))

    // One press is none; the second deletes, and the focus goes on.
    const remove = `[data-row="${all[0]?.id}"] .row-delete`
    await log.bringToFront()
    await log.focus(remove)
    await log.keyboard.press('Enter')
    await expect.poll(() => text(log, remove)).toContain('Really')
    expect(await rowsIn(log)).toHaveLength(ADS)
    await log.keyboard.press('Enter')
    await expect.poll(async () => (await rowsIn(log)).length).toBe(ADS - 1)
    await expect.poll(() => text(log, '#log-outcome')).toContain('deleted')
    expect(await log.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'))).toBe(String(all[1]?.id))
    await expect.poll(() => text(log, '#log-found')).toBe('17 ads')

    await press(log, '#log-clear')
    await log.waitForSelector('.clear .ask')
    await log.$$eval('.clear .ask button', (buttons) => (buttons.at(-1) as HTMLElement).click())
    await expect.poll(() => rowsIn(log)).toEqual([])
    await expect.poll(() => text(log, '#log-kept')).toContain('No ads are written down')
    await expect.poll(() => text(log, '#clear-outcome')).toContain('deleted')
  } finally {
    await session.close()
  }
})

test('the keyboard reaches everything, and advertisers are counted where they are asked for', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const log = await openLog(session)
    await log.bringToFront()
    await log.focus('#log-on')
    await log.keyboard.press('Enter')
    await log.waitForSelector('#log-switch')
    await openFeed(session)
    await expect.poll(() => count(log, '#log-rows [data-row]')).toBe(ADS)
    await log.waitForSelector('#copy-citation')
    await log.bringToFront()
    await log.evaluate(() => (document.activeElement as HTMLElement).blur())
    const reached = new Set<string>()
    for (let presses = 0; presses < 80; presses++) {
      await log.keyboard.press('Tab')
      const at = await log.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName || '')
      reached.add(at)
      if (at === 'log-clear') break
    }
    for (const id of ['log-switch', 'log-days', 'log-text', 'log-status', 'log-site', 'log-from', 'log-until', 'log-reset', 'view-status', 'row-delete', 'export-csv', 'export-json', 'copy-citation', 'log-clear']) expect([...reached]).toContain(id)
    await log.focus('#view-status')
    await log.keyboard.press('ArrowRight')
    await expect.poll(() => count(log, '#by-advertiser tbody tr')).toBeGreaterThan(3)
  } finally {
    await session.close()
  }
})
