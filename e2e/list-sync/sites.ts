import { expect } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import type { SitePart } from '../../src/shared/page-data.ts'
import type { SiteAdjustments } from '../../src/sites/adjust.ts'
import { browserTest } from './case.ts'
import { badgesOn, type Installation } from './installation.ts'

/** What a published list says of sites, as pages that are open follow it. */

/** What Facebook calls ads, in no language that the extension has words of. */
const WORD = 'Reklaam'

browserTest('a site is calmed, and its labels are named anew, without reload', async (installation) => {
  const publish = (sites: SiteAdjustments) => installation.takes({ sites: { format: 1, sites } })
  const part = async () => (await installation.stored('site:facebook')) as SitePart | undefined
  await installation.takes()
  const page = await openMarked(installation)
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  const before = (await badgesOn(page)).toSorted()
  expect(await part()).toMatchObject({ on: true, calmed: false })

  await publish({ facebook: { off: true } })
  await expect.poll(() => badgesOn(page)).toEqual([])
  expect(await part()).toMatchObject({ on: false, calmed: true })
  // Nor is a post labelled that comes later, or a page that is opened then, or after a restart.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await installation.restartWorker()
  const other = await openMarked(installation)
  await other.waitForSelector('[data-demo-id]')
  await new Promise((wait) => setTimeout(wait, 500))
  expect([await page.$$('adpledge-badge'), await other.$$('adpledge-badge')]).toEqual([[], []])
  await other.close()

  await publish({ x: { off: true } })
  await expect.poll(async () => (await badgesOn(page)).toSorted()).toEqual(before)
  expect(await part()).toMatchObject({ on: true, calmed: false })
  expect(await installation.stored('site:x')).toMatchObject({ calmed: true })

  // Of versions that have the site mended nothing is meant.
  await publish({ facebook: { off: true, below: '0.0.1' } })
  await expect.poll(() => installation.stored('site:x')).toMatchObject({ calmed: false })
  expect(await part()).toMatchObject({ on: true, calmed: false })
  expect((await badgesOn(page)).toSorted()).toEqual(before)

  // Every sign that Facebook's ads are told by.
  await publish({ facebook: { ignore: ['label', 'aria-label', 'ads/about', 'paid for by', 'ad parameter', 'ad content', 'letters without styles', 'invisible text'] } })
  await expect.poll(() => badgesOn(page)).toEqual([])
  expect(await part()).toMatchObject({ on: true, calmed: false })

  await installation.takes()
  await expect.poll(async () => (await badgesOn(page)).toSorted()).toEqual(before)
  // All of that in one and the same page.
  expect(await isMarked(page)).toBe(true)
  await page.close()
})

browserTest('an ad gets its badge when the word of its label is published, without reload', async (installation) => {
  await installation.takes()
  const page = await installation.session.newPage()
  await page.goto('https://www.facebook.com/?n=10&more=0&late=0', { waitUntil: 'load' })
  await expect.poll(async () => (await badgesOn(page)).length).toBeGreaterThan(0)
  await page.evaluate(showPosts, WORD)
  await expect.poll(() => badgesOn(page)).toEqual([])
  await installation.takes({ sites: { format: 1, sites: { facebook: { labels: { et: { sponsored: [WORD, 'Suggested for you', 'Yesterday'] } } } } } })
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('adpledge-badge')].map((badge) => badge.closest('[aria-posinset]')?.id))).toEqual(['ad'])
  expect(await badgesOn(page)).toEqual(['Acme Shoes: Not on the list'])
  // What the site suggests, and what is a time, no list can make an ad of.
  expect(await page.evaluate(() => document.querySelectorAll('#suggested adpledge-badge, #time adpledge-badge').length)).toBe(0)
  await installation.takes()
  await expect.poll(() => badgesOn(page)).toEqual([])
  await page.close()
})

async function openMarked(installation: Installation): Promise<Page> {
  const page = await installation.openFeed()
  await page.evaluate(() => ((globalThis as unknown as { mark: number }).mark = 1))
  return page
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => (globalThis as unknown as { mark?: number }).mark === 1)
}

/** Runs in the page: puts posts in its place, with their labels in another language. */
function showPosts(label: string): void {
  document.documentElement.lang = 'et'
  const post = (id: string, text: string) =>
    `<div aria-posinset="1" id="${id}"><h4><span data-ad-rendering-role="profile_name"><a href="https://www.facebook.com/acmeshoes">Acme Shoes</a></span></h4><div><a role="link" href="#">${text}</a></div>
    <div data-ad-rendering-role="story_message">Made to last.</div><span data-ad-rendering-role="like_button">Like</span></div>`
  document.body.innerHTML = post('ad', label) + post('suggested', 'Suggested for you') + post('time', 'Yesterday')
}
