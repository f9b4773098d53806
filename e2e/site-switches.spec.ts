import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { agreeTo, revokeSite } from '../harness/site-access.ts'
import { siteById } from '../src/sites/registry.ts'
import type { SiteAbout } from '../src/sites/types.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { expect, extensionPath, launch, SITE, test } from './fixtures.ts'

/** Sites that are read only when a person switches them on: switched in the popup and in the options, given and taken away. */

// Each starts a browser, and opens several pages of the extension in it.
test.describe.configure({ timeout: 120_000 })

const REDDIT = siteById('reddit') as SiteAbout
const HOME = 'https://www.reddit.com/'
const FEED = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Feed</title><body><main style="width:600px">
  <shreddit-post post-title="Hello" style="display:block"><div slot="credit-bar"><a href="/user/somebody/">u/somebody</a></div><p>What somebody wrote</p></shreddit-post>
  <shreddit-ad-post promoted style="display:block"><div slot="credit-bar"><a href="/user/patagonia/">u/patagonia</a></div><a slot="full-post-link" href="https://www.patagonia.com/shop">Shop</a><p>Jackets</p></shreddit-ad-post>
</main>`
const PAGES = new Map([[HOME, FEED]])

const visible = async (page: Page) => (await readBadges(page)).filter((badge) => badge.visible).map(({ text }) => text)
const isOn = (page: Page, id = 'site-reddit') => page.$eval(`#${id}`, (input) => (input as HTMLInputElement).checked)

/** A press as a person does it: browsers take a request for a permission from nothing else. */
async function press(page: Page, selector: string): Promise<void> {
  await page.bringToFront()
  const target = await page.waitForSelector(selector)
  await target?.scrollIntoView()
  await target?.click()
}

/** The newest tab; without a permission there is no asking for one by its address. */
async function openTab(session: Session, address = HOME): Promise<{ page: Page; tab: number }> {
  const page = await session.newPage()
  await page.goto(address, { waitUntil: 'load' })
  const tool = await session.openExtensionPage('src/reports/index.html')
  const tab = await tool.evaluate(async () => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    const [own, all] = await Promise.all([api.tabs.getCurrent(), api.tabs.query({})])
    return Math.max(...all.flatMap(({ id }) => (id === undefined || id === own?.id ? [] : [id])))
  })
  await tool.close()
  return { page, tab }
}

async function openPopup(session: Session, tab: number): Promise<Page> {
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await popup.waitForSelector('#sites')
  await popup.$eval('#sites', (details) => ((details as HTMLDetailsElement).open = true))
  return popup
}

test('a site is switched on in the popup, off and on again, in a tab that was open before', async ({ kind }) => {
  const session = await launch(kind, 'plain', PAGES)
  try {
    const { page, tab } = await openTab(session)
    expect(await visible(page)).toEqual([])
    await agreeTo(session, REDDIT.matches)
    const popup = await openPopup(session, tab)
    expect(await isOn(popup)).toBe(false)
    expect(await popup.$('#site')).toBeNull()
    await press(popup, '#site-reddit')
    await expect.poll(() => visible(page)).toHaveLength(1)
    expect((await visible(page))[0]).toContain('Stop Hate for Profit (Facebook)')
    await expect.poll(() => isOn(popup)).toBe(true)
    // Its address can be read now, so it has a switch of its own, and its ad is counted.
    await expect.poll(() => isOn(popup, 'site')).toBe(true)
    await expect.poll(() => popup.$eval('#page-summary', (element) => element.textContent?.trim())).toBe('1 ad')

    await press(popup, '#site')
    await expect.poll(() => visible(page)).toEqual([])
    await expect.poll(() => isOn(popup)).toBe(false)
    await press(popup, '#site-reddit')
    await expect.poll(() => visible(page)).toHaveLength(1)
    await expect.poll(() => isOn(popup, 'site')).toBe(true)
  } finally {
    await session.close()
  }
})

test('a permission that is taken back switches the site off, and given again on', async ({ kind }) => {
  const session = await launch(kind, 'plain', PAGES)
  try {
    await agreeTo(session, REDDIT.matches)
    const options = await session.openExtensionPage('src/options/index.html')
    await press(options, '#site-reddit')
    await expect.poll(() => isOn(options)).toBe(true)
    const { page, tab } = await openTab(session)
    await expect.poll(() => visible(page)).toHaveLength(1)
    const popup = await openPopup(session, tab)
    expect(await isOn(popup)).toBe(true)

    await revokeSite(session, REDDIT)
    await expect.poll(() => visible(page)).toEqual([])
    await expect.poll(() => isOn(popup)).toBe(false)
    await expect.poll(() => isOn(options)).toBe(false)
    expect(await options.$('#give-back-reddit')).toBeNull()

    // Chromium's settings give it back by themselves.
    if (kind === 'chromium') await agreeTo(session, REDDIT.matches)
    else await press(popup, '#site-reddit')
    await expect.poll(() => visible(page)).toHaveLength(1)
    await expect.poll(() => isOn(options)).toBe(true)
    await expect.poll(() => isOn(popup)).toBe(true)

    // And back by the button of the options, which asks first.
    await press(options, '#give-back-reddit')
    await press(options, '.ask button:last-child')
    await expect.poll(() => visible(page)).toEqual([])
    await expect.poll(() => isOn(options)).toBe(false)
    await expect.poll(() => isOn(popup)).toBe(false)
  } finally {
    await session.close()
  }
})

test('a switch goes back when the browser refuses', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const options = await session.openExtensionPage('src/options/index.html')
    await options.waitForSelector('#site-x')
    await options.evaluate(() => {
      const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
      Object.defineProperty(api.permissions, 'request', { value: () => Promise.resolve(false) })
    })
    await press(options, '#site-x')
    await expect.poll(() => isOn(options, 'site-x')).toBe(false)
  } finally {
    await session.close()
  }
})

test('a site that was switched on still is when the extension starts anew', async ({ kind }) => {
  const session = await launch(kind, 'plain', PAGES)
  try {
    await agreeTo(session, REDDIT.matches)
    const options = await session.openExtensionPage('src/options/index.html')
    await press(options, '#site-reddit')
    await expect.poll(() => isOn(options)).toBe(true)
    // As an update does: what was registered is gone, what was given isn't.
    await session.browser.installExtension(extensionPath(kind, 'plain'))
    const again = await session.openExtensionPage('src/options/index.html')
    await again.waitForSelector('#site-reddit')
    await expect.poll(() => isOn(again)).toBe(true)
    const { page } = await openTab(session)
    await expect.poll(() => visible(page)).toHaveLength(1)
    // What comes with the extension is read without being switched on.
    const facebook = await session.newPage()
    await facebook.goto(`${SITE}?n=4&more=0&late=0`)
    await expect.poll(() => visible(facebook).then((badges) => badges.length)).toBeGreaterThan(0)
  } finally {
    await session.close()
  }
})
