import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import { type ExtensionGlobals, openPopup } from './extension-pages.ts'
import { expect, test } from './fixtures.ts'

/** What the popup does besides counting and switching: pause, search, the offer of the ad log. */

const visible = async (page: Page) => (await readBadges(page)).filter((badge) => badge.visible).length
const textOf = (popup: Page, selector: string) => popup.$eval(selector, (element) => element.textContent?.trim() ?? '')
const press = (popup: Page, selector: string) => popup.$eval(selector, (element) => (element as HTMLElement).click())
const settings = (popup: Page) =>
  popup.evaluate(async () => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get('settings'))['settings'] as { pausedUntil: number | null; log: boolean } | undefined)
const store = (popup: Page, items: object) => popup.evaluate(async (all) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.set(all), items)

test('badges pause for an hour and come back by themselves', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(() => visible(page)).toBe(18)
  const { popup } = await openPopup(session)
  await popup.waitForSelector('#pause')
  await press(popup, '#pause')
  await expect.poll(() => visible(page)).toBe(0)
  await expect.poll(() => textOf(popup, '#paused')).toMatch(/^Paused until \d/)
  const { pausedUntil } = (await settings(popup)) ?? { pausedUntil: null }
  expect(Math.abs((pausedUntil ?? 0) - Date.now() - 3_600_000)).toBeLessThan(60_000)
  const alarm = () => popup.evaluate(async () => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).alarms.get('pause'))?.scheduledTime ?? null)
  await expect.poll(alarm).not.toBe(null)
  expect(Math.abs(((await alarm()) ?? 0) - (pausedUntil ?? 0))).toBeLessThan(1_000)

  await press(popup, '#pause')
  await expect.poll(() => visible(page)).toBe(18)
  expect(await textOf(popup, '#paused')).toBe('')
  await expect.poll(alarm).toBe(null)

  // What was over while nobody watched, or can't be a pause, ends at once.
  for (const until of [Date.now() - 1_000, Date.now() + 30 * 86_400_000]) {
    await store(popup, { settings: { ...(await settings(popup)), pausedUntil: until } })
    await expect.poll(async () => (await settings(popup))?.pausedUntil).toBe(null)
    await expect.poll(() => visible(page)).toBe(18)
  }
  await popup.close()
})

test('a search answers whether a company took part, with record and sources', async ({ open, session }) => {
  await open('?n=0&more=0')
  const { popup } = await openPopup(session)
  await popup.waitForSelector('#search')
  await popup.type('#search', 'patago')
  await expect.poll(() => textOf(popup, '#search-told')).toBe('1 record found')
  expect(await textOf(popup, '#search-found .label-line')).toMatch(/^Joined Stop Hate for Profit \(Facebook\) · /)
  expect(await textOf(popup, '#search-found h3')).toBe('Patagonia')
  const links = await popup.$$eval('#search-found a', (all) => all.map(({ href, rel, target }) => ({ href, rel, target })))
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) {
    expect(link.href).toMatch(/^https:/)
    expect(link).toMatchObject({ rel: 'noopener noreferrer', target: '_blank' })
  }

  const type = async (text: string) => {
    await popup.$eval('#search', (input) => {
      ;(input as HTMLInputElement).value = ''
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await popup.type('#search', text)
  }
  await type('Nobody At All Ltd')
  await expect.poll(() => textOf(popup, '#search-told')).toContain('“\u2068Nobody At All Ltd\u2069” is not on the list. That is all we know.')
  expect(await popup.$$eval('#search-found li', (items) => items.length)).toBe(0)
  await type('Beth Doglio')
  await expect.poll(() => textOf(popup, '#search-told')).toBe('Political parties and campaigns are never labelled.')
  await type('the')
  await expect.poll(() => textOf(popup, '#search-told')).toMatch(/record/)
  await type(' ')
  await expect.poll(() => textOf(popup, '#search-told')).toBe('')
  await popup.close()
})

test('the ad log is off until it is switched on here, and says what it keeps', async ({ open, session }) => {
  await open('?n=0&more=0')
  const { popup } = await openPopup(session)
  await popup.waitForSelector('#log')
  expect(await popup.$eval('#log', (input) => (input as HTMLInputElement).checked)).toBe(false)
  expect(await textOf(popup, '#log-explained')).toMatch(/on this device only, for 90 days, and never in private windows/)
  await press(popup, '#log')
  await expect.poll(async () => (await settings(popup))?.log).toBe(true)
  await expect.poll(() => popup.$eval('#open-log', (link) => (link as HTMLAnchorElement).href)).toContain('src/log/index.html')
  await press(popup, '#log')
  await expect.poll(async () => (await settings(popup))?.log).toBe(false)
  await popup.close()
})

test('the popup can be used by keyboard alone, at 320 pixels', async ({ open, session }) => {
  await open('?n=40&more=0&late=0')
  const { popup } = await openPopup(session)
  await popup.setViewport({ width: 320, height: 700 })
  await popup.waitForSelector('#list')
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await popup.bringToFront()
  const controls = await popup.$$eval('a[href], button, input, summary', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.id || (one.textContent ?? '').trim()))
  const reached: string[] = []
  for (let presses = 0; presses < controls.length + 5 && reached.length < controls.length; presses++) {
    await popup.keyboard.press('Tab')
    const now = await popup.evaluate(() => {
      const { activeElement } = document
      return !activeElement || activeElement === document.body ? null : { name: activeElement.id || (activeElement.textContent ?? '').trim(), outline: getComputedStyle(activeElement).outlineStyle }
    })
    if (now === null) continue
    expect(now.outline, now.name).not.toBe('none')
    if (!reached.includes(now.name)) reached.push(now.name)
  }
  expect(reached.toSorted()).toEqual([...new Set(controls)].toSorted())
  await popup.close()
})
