import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import { REPORT_URLS } from './builds.ts'
import { type ExtensionGlobals, keptReports, openPopup } from './extension-pages.ts'
import { expect, launch, SITE, test } from './fixtures.ts'

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
  // What stands further down comes a moment later.
  await popup.waitForSelector('#list')
  await expect.poll(() => popup.$eval('#list', (element) => element.textContent)).toMatch(/Stop Hate for Profit[\s\S]*297/)
  expect(await popup.$eval('#ads', (element) => element.textContent)).toContain('Ford Foundation')
  await popup.close()
})

test('two ads of one advertiser in one element are two, one whose link comes late is one', async ({ open, pages, session }) => {
  pages.set('/again', `<!doctype html><meta charset="utf-8"><html lang="en"><body><div aria-posinset="1"><h4><a href="https://www.facebook.com/patagonia">Patagonia</a></h4><a href="#">Sponsored</a><p>text</p></div>`)
  const page = await open('again')
  await expect.poll(() => visible(page)).toBe(1)
  await page.$eval('p', (text, html) => text.insertAdjacentHTML('afterend', html), '<a id="link" href="https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.patagonia.com%2Fone">Shop</a>')
  const { popup } = await openPopup(session)
  await expect.poll(() => summary(popup)).toBe('1 ad')
  await page.$eval('#link', (element) => element.setAttribute('href', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.patagonia.com%2Ftwo'))
  await expect.poll(() => summary(popup)).toBe('2 ads')
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

test('a report is kept first, then its form opens, prefilled with exactly what was shown', async ({ kind }) => {
  const requests: string[] = []
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/new')) requests.push(request.url)
    response.end('the form')
  })
  await new Promise<void>((ready) => server.listen(Number(new URL(REPORT_URLS[kind]).port), '127.0.0.1', ready))
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
    await popup.click('#keep-and-open')

    const kept = () => keptReports(popup)
    await expect.poll(async () => (await kept())[0]?.opened ?? null).not.toBeNull()
    const [report] = await kept()
    expect(preview).toContain(report?.title)
    expect(preview).toContain(report?.body)
    await expect.poll(() => requests.length).toBe(1)
    const form = new URL(requests[0] ?? '', REPORT_URLS[kind])
    expect(form.pathname).toBe('/new')
    expect(Object.fromEntries(form.searchParams)).toEqual({ template: 'advertiser.yml', title: report?.title, body: report?.body })

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
    server.close()
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
