import type { Page } from 'puppeteer-core'
import { grantSite } from '../harness/site-access.ts'
import { tabsOf } from './extension-pages.ts'
import { expect, launch, SITE, test } from './fixtures.ts'

/** What the popup says of whose website a tab shows. */

const PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><body><h1>A site</h1>'
const WEBSITES = ['https://www.patagonia.com/', 'https://shop.nobody-at-all.example/', 'https://bethdoglio.com/', 'https://medium.com/']

/** What the section says, and the links in it. */
const section = (popup: Page) =>
  popup.$eval('#domain', (element) => ({
    text: element.textContent ?? '',
    icons: [...element.querySelectorAll('.status-icon')].map((icon) => icon.className.replace('status-icon ', '')),
    links: [...element.querySelectorAll('a')].map(({ href, rel, referrerPolicy, target }) => ({ href, rel, referrerPolicy, target })),
  }))

/** Runs inside the popup. */
const isThere = (asked: string, wanted: string) => location.search === asked && document.querySelector(wanted) !== null

test('on any site the popup says what is on record about its domain', async ({ kind }) => {
  test.slow()
  const session = await launch(kind, 'plain', new Map(WEBSITES.map((address) => [address, PAGE])))
  try {
    // A press on the toolbar's button shows a tab's address as well, but no test can press that.
    await grantSite(session, { id: 'websites', matches: WEBSITES.map((address) => `${address}*`) })
    const addresses = [...WEBSITES, SITE]
    for (const address of addresses) await (await session.newPage()).goto(address)
    const tabs = await tabsOf(session, addresses)
    const popup = await session.openExtensionPage('src/popup/index.html?tab=999999')
    /** The same page about another tab; opening a new one takes Firefox long. */
    const popupAt = async (address: string, selector: string) => {
      const search = `?tab=${tabs[addresses.indexOf(address)]}`
      await popup.evaluate((asked) => void (location.search = asked), search)
      await expect.poll(() => popup.evaluate(isThere, search, selector).catch(() => false)).toBe(true)
    }

    await popupAt('https://www.patagonia.com/', '#domain .label-line')
    const { text, icons, links } = await section(popup)
    expect(text).toContain('patagonia.com')
    // As on a badge where the list isn't about: in the past, dated, with the platform's name.
    expect(text).toMatch(/Joined Stop Hate for Profit \(Facebook\) · June\s–\sJuly 2020/)
    expect(icons).toContain('joined')
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      expect(link.href).toMatch(/^https:/)
      expect(link).toMatchObject({ rel: 'noopener noreferrer', referrerPolicy: 'no-referrer', target: '_blank' })
    }

    await popupAt('https://shop.nobody-at-all.example/', '#domain .label-line')
    expect(await section(popup)).toEqual({ text: 'Did this company take part?shop.nobody-at-all.exampleNot on the listThat says nothing about the company: it may have taken part and be missing here, or never have been asked.', icons: ['unlisted'], links: [] })

    await popupAt('https://bethdoglio.com/', '#domain')
    expect(await section(popup)).toEqual({ text: 'Did this company take part?bethdoglio.comPolitical parties and campaigns are never labelled.', icons: [], links: [] })

    await popupAt('https://medium.com/', '#domain')
    const said = await section(popup)
    expect(said.text).toContain('Anybody can have a page on')
    expect(said.icons).toEqual([])

    await popupAt(SITE, '#site')
    expect(await popup.$('#domain')).toBeNull()
  } finally {
    await session.close()
  }
})
