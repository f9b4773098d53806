import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { makePosts, type DemoPost } from '../demo/posts.ts'
import { renderPost } from '../demo/render.ts'
import { readBadges } from '../harness/badges.ts'
import { evenSpaces, expectedBadge } from './expected.ts'
import { expect, test } from './fixtures.ts'

/** Posts come and go; a badge stays with its ad and with nothing else. */

const posts = makePosts(40).map((post): DemoPost => ({ ...post, late: null }))
const ad = posts.find((post) => post.kind === 'ad' && post.name === 'Patagonia') as DemoPost
const otherAd = posts.find((post) => post.kind === 'ad' && post.name === 'Ford') as DemoPost
const organic = posts.find((post) => post.kind === 'organic' && post.trap === null) as DemoPost

interface Demo {
  insert(html: string, options?: object): string
  remove(id: string): void
  empty(id: string): void
  refill(id: string, html: string): void
  recycle(id: string, newId: string, html: string): void
}
/** Calls one of the demo page's own functions. */
const demo = (page: Page, name: keyof Demo, ...args: unknown[]) =>
  page.evaluate((call, values) => void (globalThis as unknown as { __demo: Record<string, (...values: unknown[]) => unknown> }).__demo[call]?.(...values), name, args)

const named = async (page: Page, id: string) =>
  (await readBadges(page, `[data-demo-id="${id}"] adpledge-badge`)).map((badge) => evenSpaces(badge.name))
/** An ad in the least markup that there is. */
const bare = (id: string, style = '') => `<div aria-posinset="1" data-demo-id="${id}" style="${style}"><h4><a href="https://www.facebook.com/patagonia">Patagonia</a></h4><a href="#">Sponsored</a></div>`
const counted = (slot: string) =>
  `<div class="post" aria-posinset="1"><div><h4><a href="https://www.facebook.com/patagonia">Patagonia</a></h4><a href="#">${slot}</a></div><p>text</p><p>more</p></div>`
const as = (post: DemoPost, id: string) => renderPost({ ...post, id })

test('an ad that is inserted, emptied and refilled keeps exactly one badge', async ({ open }) => {
  const page = await open('?n=2&more=0')
  await demo(page, 'insert', as(ad, 'x1'))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
  await demo(page, 'empty', 'x1')
  await expect.poll(() => named(page, 'x1')).toEqual([])
  await demo(page, 'refill', 'x1', as(ad, 'x1'))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
})

test('an element recycled for another post changes or loses its badge', async ({ open }) => {
  const page = await open('?n=2&more=0')
  await demo(page, 'insert', as(ad, 'x1'))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
  await demo(page, 'recycle', 'x1', 'x2', as(otherAd, 'x2'))
  await expect.poll(() => named(page, 'x2')).toEqual([expectedBadge(otherAd)])
  await demo(page, 'recycle', 'x2', 'x3', as(organic, 'x3'))
  await expect.poll(() => named(page, 'x3')).toEqual([])
})

test('text rewritten in place is judged anew', async ({ open }) => {
  const page = await open('?n=2&more=0')
  await demo(page, 'insert', as(ad, 'x1'))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
  // As React recycles a header: same elements, other text and addresses.
  await page.evaluate(() => {
    const post = document.querySelector('[data-demo-id="x1"]') as Element
    const walker = document.createTreeWalker(post, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.data.trim() === 'Patagonia') node.data = 'Quiet Harbour Cleaning'
    }
    for (const link of post.querySelectorAll('a')) link.setAttribute('href', (link.getAttribute('href') ?? '').replaceAll('patagonia', 'quietharbour'))
  })
  await expect.poll(() => named(page, 'x1')).toEqual(['Quiet Harbour Cleaning: Not on the list'])
})

test('a moved post keeps its badge and its clone gets one of its own', async ({ open }) => {
  const page = await open('?n=3&more=0')
  await demo(page, 'insert', as(ad, 'x1'))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
  await page.evaluate(() => {
    const post = document.querySelector('[data-demo-id="x1"]') as HTMLElement
    const clone = post.cloneNode(true) as HTMLElement
    clone.dataset['demoId'] = 'x2'
    post.parentElement?.prepend(post)
    post.after(clone)
  })
  await expect.poll(() => named(page, 'x2')).toEqual([expectedBadge(ad)])
  expect(await named(page, 'x1')).toEqual([expectedBadge(ad)])
  expect(await page.$$eval('[data-demo-id^="x"] adpledge-badge', (all) => all.length)).toBe(2)
})

test('a feed that is hidden, shown and put back keeps its badges', async ({ open }) => {
  const page = await open('?n=2&more=0')
  await demo(page, 'insert', as(ad, 'x1'))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
  await page.evaluate(() => {
    const post = document.querySelector('[data-demo-id="x1"]') as HTMLElement
    post.hidden = true
    post.querySelector('a')?.setAttribute('aria-label', 'changed while hidden')
  })
  await sleep(200)
  await page.evaluate(() => {
    const post = document.querySelector('[data-demo-id="x1"]') as HTMLElement
    post.hidden = false
    const parent = post.parentElement
    post.remove()
    parent?.append(post)
  })
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
})

test('an ad that arrives hidden is labelled when it shows', async ({ open }) => {
  const page = await open('?n=2&more=0')
  await page.evaluate((html) => {
    const holder = document.createElement('div')
    holder.hidden = true
    holder.id = 'later'
    holder.innerHTML = html
    document.querySelector('[data-demo-stream]')?.prepend(holder)
  }, as(ad, 'x1'))
  await sleep(300)
  expect(await named(page, 'x1')).toEqual([])
  await page.evaluate(() => ((document.getElementById('later') as HTMLElement).hidden = false))
  await expect.poll(() => named(page, 'x1')).toEqual([expectedBadge(ad)])
})

test('an ad that shows only after the page is ready, or fades in, is labelled then', async ({ open, pages }) => {
  pages.set('/unready', `<!doctype html><meta charset="utf-8"><html lang="en"><style>.unready{visibility:hidden} @keyframes fade{from{opacity:0}}</style>
    <body class="unready">${bare('x1')}<script>setTimeout(() => document.body.classList.remove('unready'), 600)</script>`)
  pages.set('/fading', `<!doctype html><meta charset="utf-8"><html lang="en"><style>@keyframes fade{from{opacity:0}to{opacity:1}}</style><body>${bare('x2', 'animation:fade .2s .6s both')}`)
  const unready = await open('unready')
  await expect.poll(() => named(unready, 'x1')).toEqual([expectedBadge(ad)])
  const fading = await open('fading')
  await expect.poll(() => named(fading, 'x2')).toEqual([expectedBadge(ad)])
})

test('page styles that count children leave a post as high as it was', async ({ open, pages }) => {
  for (const css of ['.post>*+*{margin-top:40px}', '.post>:first-child{padding-top:30px}', '.post>:nth-child(2){display:none}']) {
    // The second is no ad and so is what the first would be without a badge.
    pages.set('/counting', `<!doctype html><meta charset="utf-8"><html lang="en"><style>${css}</style><body>${counted('Sponsored')}${counted('2 hours')}`)
    const page = await open('counting')
    await expect.poll(async () => (await readBadges(page))[0]?.visible).toBe(true)
    const [withBadge, without] = await page.$$eval('.post', (all) => all.map((element) => element.getBoundingClientRect().height))
    expect(withBadge, css).toBe(without)
  }
})

test('a page that keeps removing badges wins after a few, and nothing else suffers', async ({ open }) => {
  const page = await open('?n=6&more=0')
  await page.evaluate(() => {
    const state = globalThis as unknown as { removed: number }
    state.removed = 0
    new MutationObserver(() => {
      for (const badge of document.querySelectorAll('[data-demo-id="x1"] adpledge-badge')) {
        badge.remove()
        state.removed++
      }
    }).observe(document, { childList: true, subtree: true })
  })
  await demo(page, 'insert', as(ad, 'x1'))
  await sleep(1_000)
  const removed = () => page.evaluate(() => (globalThis as unknown as { removed: number }).removed)
  const once = await removed()
  expect(once).toBeGreaterThan(1)
  expect(once).toBeLessThanOrEqual(30)
  await sleep(500)
  expect(await removed()).toBe(once)
  await demo(page, 'insert', as(otherAd, 'x2'))
  await expect.poll(() => named(page, 'x2')).toEqual([expectedBadge(otherAd)])
})
