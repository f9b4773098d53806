import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import type { SitePart } from '../../src/shared/page-data.ts'
import type { SiteAdjustments } from '../../src/sites/adjust.ts'
import { browserTest } from './case.ts'
import { badgesOn, type Installation } from './installation.ts'

/** What a published list says of sites, as pages that are open follow it. */

/** What Facebook calls ads, in no language that the extension has words of. */
const WORD = 'Reklaam'

browserTest('a site is calmed and comes back, without reload', async (installation) => {
  await installation.takes()
  const page = await openMarked(installation)
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  const before = (await badgesOn(page)).toSorted()
  expect(await facebook(installation)).toMatchObject({ on: true, calmed: false })

  await says(installation, { facebook: { off: true } })
  await expect.poll(() => countOf(page)).toBe(0)
  expect(await facebook(installation)).toMatchObject({ on: false, calmed: true })
  // Nor is a post labelled that comes later, or on a page that is opened after a restart.
  await page.evaluate(() => {
    const later = document.createElement('div')
    later.id = 'later'
    later.append(...Array.from(document.querySelectorAll('[data-demo-id]'), (one) => one.cloneNode(true)))
    document.querySelector('[data-demo-stream]')?.append(later)
  })
  await installation.restartWorker()
  const other = await openMarked(installation)
  await sleep(500)
  expect([await page.$$('adpledge-badge'), await other.$$('adpledge-badge')]).toEqual([[], []])
  await other.close()
  await page.evaluate(() => document.querySelector('#later')?.remove())

  await says(installation, { x: { off: true } })
  await expect.poll(async () => (await badgesOn(page)).toSorted()).toEqual(before)
  expect(await facebook(installation)).toMatchObject({ on: true, calmed: false })
  expect(await installation.stored('site:x')).toMatchObject({ calmed: true })
  expect(await markOf(page)).toBe(1)
  await page.close()
})

browserTest('signs of a site stop counting, for as long as that is published and meant, without reload', async (installation) => {
  const page = await openMarked(installation)
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  const before = (await badgesOn(page)).toSorted()
  // Every sign that Facebook's ads are told by.
  const ignore = ['label', 'aria-label', 'ads/about', 'paid for by', 'ad parameter', 'ad content', 'letters without styles', 'invisible text']
  await says(installation, { facebook: { ignore } })
  await expect.poll(() => countOf(page)).toBe(0)
  expect(await facebook(installation)).toMatchObject({ on: true, calmed: false })
  // Versions that have the site mended aren't meant.
  await says(installation, { facebook: { off: true, ignore, below: '0.0.1' } })
  await expect.poll(async () => (await badgesOn(page)).toSorted()).toEqual(before)
  expect(await facebook(installation)).toMatchObject({ on: true, calmed: false })
  expect(await markOf(page)).toBe(1)
  await page.close()
})

browserTest('an ad gets its badge when the word of its label is published, without reload', async (installation) => {
  await installation.takes()
  const page = await installation.session.newPage()
  await page.goto('https://www.facebook.com/?n=10&more=0&late=0', { waitUntil: 'load' })
  await expect.poll(async () => (await badgesOn(page)).length).toBeGreaterThan(0)
  await page.evaluate((posts) => {
    document.documentElement.lang = 'et'
    document.body.innerHTML = posts
  }, post('ad', WORD) + post('suggested', 'Suggested for you') + post('time', 'Yesterday'))
  await expect.poll(() => countOf(page)).toBe(0)
  await says(installation, { facebook: { labels: { et: { sponsored: [WORD, 'Suggested for you', 'Yesterday'] } } } })
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('adpledge-badge')].map((badge) => badge.closest('[aria-posinset]')?.id))).toEqual(['ad'])
  expect(await badgesOn(page)).toEqual(['Acme Shoes: Not on the list'])
  // What the site suggests, and what is a time, no list can make an ad of.
  expect(await page.evaluate(() => document.querySelectorAll('#suggested adpledge-badge, #time adpledge-badge').length)).toBe(0)
  await installation.takes()
  await expect.poll(() => countOf(page)).toBe(0)
  await page.close()
})

/** Publishes that, and has it taken. */
function says(installation: Installation, sites: SiteAdjustments): Promise<unknown> {
  return installation.takes({ sites: { format: 1, sites } })
}

/** All that are in the page, in their places or not yet: while they are drawn anew none of them is seen. */
function countOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('adpledge-badge').length)
}

/** What pages of Facebook read. */
async function facebook(installation: Installation): Promise<SitePart | undefined> {
  return (await installation.stored('site:facebook')) as SitePart | undefined
}

/** The demo feed, marked so that a reload shows. */
async function openMarked(installation: Installation): Promise<Page> {
  const page = await installation.openFeed()
  await page.evaluate(() => ((globalThis as unknown as { mark: number }).mark = 1))
  return page
}

function markOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => (globalThis as unknown as { mark?: number }).mark)
}

function post(id: string, label: string): string {
  return `<div aria-posinset="1" id="${id}"><h4><span data-ad-rendering-role="profile_name"><a href="https://www.facebook.com/acmeshoes">Acme Shoes</a></span></h4><div><a role="link" href="#">${label}</a></div>
    <div data-ad-rendering-role="story_message">Made to last.</div><span data-ad-rendering-role="like_button">Like</span></div>`
}
