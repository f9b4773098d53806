import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { REPORT_URL } from './builds.ts'
import { expect, launch, SITE, test } from './fixtures.ts'

interface ExtensionGlobals {
  chrome: typeof chrome
  browser?: typeof chrome
}

/** The id of the newest tab on the demo feed, asked of the extension itself. */
async function demoTab(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(async (address) => {
    const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
    const tabs = await api.tabs.query({ url: `${address}*` })
    return Math.max(...tabs.map((tab) => tab.id ?? 0))
  }, SITE)
}

/** The popup as a page of its own, about the demo's tab. */
async function openPopup(session: Session): Promise<{ popup: Page; tab: number }> {
  const finder = await session.openExtensionPage('src/reports/index.html')
  const tab = await demoTab(finder)
  await finder.close()
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await popup.waitForSelector('#page-summary')
  return { popup, tab }
}

const visible = async (page: Page) => (await readBadges(page)).filter((badge) => badge.visible).length
const summary = (popup: Page) => popup.$eval('#page-summary', (element) => element.textContent?.trim() ?? '')
const toggle = (popup: Page, id: string) => popup.$eval(`#${id}`, (input) => (input as HTMLInputElement).click())
const toolbarText = (page: Page, tabId: number) =>
  page.evaluate(async (id) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).action.getBadgeText({ tabId: id }), tabId)

test('counts what is on the page, in the popup and on the icon', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(() => visible(page)).toBe(18)
  const { popup, tab } = await openPopup(session)
  await expect.poll(() => summary(popup)).toBe('18 ads')
  await expect.poll(() => toolbarText(popup, tab)).toBe('18')
  expect(await popup.$eval('#count-unlisted', (element) => element.textContent)).toContain('6')
  expect(await popup.$eval('#list', (element) => element.textContent)).toMatch(/Stop Hate for Profit[\s\S]*297/)
  expect(await popup.$eval('#ads', (element) => element.textContent)).toContain('Ford Foundation')
  await popup.close()
})

test('switches act on the open tab at once, without a reload', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(() => visible(page)).toBe(18)
  const { popup } = await openPopup(session)
  await expect.poll(() => popup.$eval('#badges', (input) => (input as HTMLInputElement).checked)).toBe(true)
  for (const [id, left] of [['badges', 0], ['site', 0], ['status-unlisted', 12], ['status-joined', 12], ['status-unconfirmed', 17]] as const) {
    await toggle(popup, id)
    await expect.poll(() => visible(page), { message: `${id} off` }).toBe(left)
    await toggle(popup, id)
    await expect.poll(() => visible(page), { message: `${id} on` }).toBe(18)
  }
  // What is hidden is still counted.
  await toggle(popup, 'status-unlisted')
  await expect.poll(() => visible(page)).toBe(12)
  expect(await summary(popup)).toBe('18 ads')
  const again = await open('?n=40&more=0&late=0')
  await expect.poll(() => visible(again)).toBe(12)
  await toggle(popup, 'status-unlisted')
  await expect.poll(() => visible(again)).toBe(18)
  await popup.close()
})

test('says what is off: a page without the script', async ({ session }) => {
  const popup = await session.openExtensionPage('src/popup/index.html?tab=999999')
  await popup.waitForSelector('#page-summary')
  await sleep(500)
  expect(await popup.$$eval('input[role="switch"]', (all) => all.length)).toBeGreaterThanOrEqual(6)
  await popup.close()
})

test('a report is kept first, then its form opens, prefilled with exactly what was shown', async ({ kind }) => {
  const session = await launch(kind, 'reporting')
  try {
    const page = await session.newPage()
    await page.goto(`${SITE}?n=40&more=0&late=0`)
    await expect.poll(() => visible(page)).toBe(18)
    const { popup } = await openPopup(session)
    await expect.poll(() => summary(popup)).toBe('18 ads')
    await popup.$eval('#report-missing', (button) => (button as HTMLButtonElement).click())
    await popup.waitForSelector('#report-pick')
    const options = await popup.$$eval('#report-pick option', (all) => all.map((option) => option.textContent ?? ''))
    expect(options.some((option) => option.includes('Acme Shoes'))).toBe(true)
    expect(options.some((option) => option.includes('Patagonia'))).toBe(false)
    await popup.$eval('#report-pick', (select) => {
      const choice = select as HTMLSelectElement
      choice.selectedIndex = [...choice.options].findIndex((option) => option.textContent?.includes('Acme Shoes'))
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await expect.poll(() => popup.$eval('#report-preview', (preview) => preview.textContent ?? '')).toContain('Acme Shoes')
    const preview = await popup.$eval('#report-preview', (element) => element.textContent ?? '')
    expect(preview).not.toContain(SITE + '?')
    await popup.$eval('#keep-and-open', (button) => (button as HTMLButtonElement).click())

    const kept = () =>
      popup.evaluate(async () => {
        const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
        return ((await api.storage.local.get('reports'))['reports'] ?? []) as { title: string; body: string; opened: string | null }[]
      })
    await expect.poll(async () => (await kept())[0]?.opened ?? null).not.toBeNull()
    const [report] = await kept()
    expect(preview).toContain(report?.title)
    expect(preview).toContain(report?.body)
    const addresses = () =>
      popup.evaluate(async () => {
        const api = (globalThis as unknown as ExtensionGlobals).browser ?? chrome
        const tabs = await api.tabs.query({})
        return tabs.map((tab) => tab.pendingUrl ?? tab.url ?? '')
      })
    if (kind === 'chromium') {
      const targets = session.browser.targets().map((target) => target.url())
      const form = [...(await addresses()), ...targets].find((address) => address.startsWith('https://reports.example/new'))
      if (form) {
        const url = new URL(form)
        expect(url.searchParams.get('title')).toBe(report?.title)
        expect(url.searchParams.get('body')).toBe(report?.body)
        expect(url.searchParams.get('template')).toBe(new URL(REPORT_URL).searchParams.get('template'))
      }
    }

    const reports = await session.openExtensionPage('src/reports/index.html')
    await reports.waitForSelector('#kept-list li.kept')
    expect(await reports.$eval('#kept-list', (list) => list.textContent)).toContain('Acme Shoes')
    const pressNamed = (name: string) =>
      reports.$$eval('#kept-list button', (buttons, wanted) => buttons.findLast((button) => button.textContent?.trim() === wanted)?.click(), name)
    await pressNamed('Delete')
    await sleep(300)
    await pressNamed('Delete')
    await expect.poll(async () => (await kept()).length).toBe(0)
  } finally {
    await session.close()
  }
})

test('without a report address nothing but copying is offered', async ({ session }) => {
  const page = await session.openExtensionPage('src/popup/index.html?tab=999999')
  await page.waitForSelector('#report-missing')
  await page.$eval('#report-missing', (button) => (button as HTMLButtonElement).click())
  await page.waitForSelector('#keep-and-copy')
  expect(await page.$('#keep-and-open')).toBeNull()
  await page.close()
})
