import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { makePosts, type Lang } from '../demo/posts.ts'
import { type BadgeView, readBadges } from '../harness/badges.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import { evenSpaces, expectedBadge } from './expected.ts'
import { expect, test } from './fixtures.ts'

function byPost(badges: BadgeView[]): Record<string, string[]> {
  const posts: Record<string, string[]> = {}
  for (const badge of badges) (posts[badge.post ?? '?'] ??= []).push(evenSpaces(badge.name))
  return posts
}

function expected(count: number, lang: Lang = 'en'): Record<string, string[]> {
  return Object.fromEntries(makePosts(count, { lang }).flatMap((post) => {
    const name = expectedBadge(post)
    return name === null ? [] : [[post.id, [name]]]
  }))
}

async function settled(page: Page, count: number): Promise<void> {
  const found = async () => {
    const [badges, posts] = await page.evaluate(() => [document.querySelectorAll('adpledge-badge').length, document.querySelectorAll('[data-demo-id]').length] as const)
    return badges >= count ? 'enough badges' : `${badges} badges on ${posts} posts`
  }
  await expect.poll(found, { timeout: 15_000 }).toBe('enough badges')
}

for (const lang of ['en', 'de', 'es'] as const) {
  test(`labels every ad and no other post of forty: ${lang}`, async ({ open }) => {
    const page = await open(`?n=40&more=0&lang=${lang}`)
    const wanted = expected(40, lang)
    await settled(page, Object.keys(wanted).length)
    await sleep(1_200) // for what would come too much
    const badges = await readBadges(page)
    expect(byPost(badges)).toEqual(wanted)
    expect(badges.filter((badge) => !badge.visible)).toEqual([])
  })
}

for (const structure of ['2020', '2023', '2026'] as const) {
  test(`labels the page structure of ${structure}`, async ({ open }) => {
    const page = await open(`?n=40&more=0&structure=${structure}`)
    await settled(page, Object.keys(expected(40)).length)
    await sleep(1_200)
    expect(byPost(await readBadges(page))).toEqual(expected(40))
  })
}

test('gives every post the verdict that a person would', async ({ open }) => {
  for (const lang of ['en', 'de', 'es'] as const) {
    const page = await open(`?n=40&more=0&late=0&lang=${lang}`)
    await settled(page, Object.keys(expected(40)).length)
    const verdicts = Object.fromEntries((await readVerdicts(page, 'facebook')).map(({ id, verdict }) => [id, verdict]))
    // A time stamp that is scrambled can't be read yet, and is left alone.
    const wanted = Object.fromEntries(makePosts(40, { lang }).map(({ id, kind, trap }) => [id, trap === 'timestamp scrambled with letters of the ad label' ? verdicts[id] : kind]))
    expect(verdicts).toEqual(wanted)
    expect(verdicts['p25']).not.toBe('ad')
  }
})

test('reads who the advertiser is and where each part was read', async ({ open }) => {
  const page = await open('?n=40&more=0&late=0')
  await settled(page, 1)
  const verdicts = await readVerdicts(page, 'facebook')
  for (const post of makePosts(40).filter(({ kind }) => kind === 'ad')) {
    const { advertiser } = verdicts.find(({ id }) => id === post.id) ?? {}
    expect(advertiser).toMatchObject({ name: post.name, page: post.slug ?? post.pageId, landing: post.landing })
    expect(Object.keys(advertiser?.readFrom ?? {})).toEqual(expect.arrayContaining(['name', 'page', ...(post.landing ? ['landing'] : [])]))
  }
})

test('labels what comes while scrolling', async ({ open }) => {
  const page = await open('?n=40&more=1')
  for (let step = 0; step < 12; step++) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await sleep(120)
  }
  await sleep(1_500)
  const count = await page.$$eval('[data-demo-id]', (posts) => posts.length)
  expect(count).toBeGreaterThan(80)
  expect(byPost(await readBadges(page))).toEqual(expected(count))
})

test('sits inside its post, over no text and no control, and changes no height', async ({ open }) => {
  for (const [width, query] of [[1280, ''], [500, '&dark=dark'], [360, ''], [700, '&dir=rtl']] as const) {
    const page = await open(`?n=40&more=0&late=0${query}`, { width, height: 900 })
    await settled(page, Object.keys(expected(40)).length)
    await sleep(300)
    const grown = await page.evaluate(() => {
      const { heights } = (globalThis as unknown as { __demo: { heights: Record<string, number> } }).__demo
      return [...document.querySelectorAll<HTMLElement>('[data-demo-id]')].flatMap((post) => {
        const id = post.dataset['demoId'] ?? ''
        const now = post.getBoundingClientRect().height
        return Math.abs(now - (heights[id] ?? now)) > 0.5 ? [`${id}: ${heights[id]} → ${now}`] : []
      })
    })
    expect(grown).toEqual([])

    for (const badge of await readBadges(page)) {
      const covered = await page.evaluate(({ post: id, box }) => {
        const post = document.querySelector(`[data-demo-id="${id}"]`)
        if (!post) return ['no post']
        const frame = post.getBoundingClientRect()
        const hits = (other: { left: number; right: number; top: number; bottom: number }) =>
          other.right - other.left > 1 && other.left < box.x + box.width - 0.5 && other.right > box.x + 0.5 && other.top < box.y + box.height - 0.5 && other.bottom > box.y + 0.5
        const found: string[] = []
        const walker = document.createTreeWalker(post, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(node)
          // Letters that the page itself clips away are no text to cover.
          if (node.parentElement?.checkVisibility() && [...range.getClientRects()].some(hits) && !node.parentElement.closest('[aria-label]')) found.push(node.textContent ?? '')
        }
        for (const control of post.querySelectorAll('[role="button"], button')) if (hits(control.getBoundingClientRect())) found.push(control.getAttribute('aria-label') ?? 'control')
        if (box.x < frame.left || box.x + box.width > frame.right || box.y < frame.top || box.y + box.height > frame.bottom) found.push('outside')
        return found
      }, badge)
      expect(covered, `${width}px ${badge.post} ${badge.text}`).toEqual([])
    }
  }
})

test('stays on one line and inside a narrow post without a picture', async ({ open, pages }) => {
  pages.set('/narrow', `<!doctype html><meta charset="utf-8"><html lang="en"><body style="margin:0;font:14px sans-serif">
    <div aria-posinset="1"><h4 style="margin:8px 0"><a href="https://www.facebook.com/ford">Ford</a></h4><a href="#">Sponsored</a><p>text</p></div>
    <div aria-posinset="2"><h4 style="margin:8px 0"><a href="https://www.facebook.com/ford">Ford</a></h4><a href="#">Sponsored</a> · <span>Paid for by The Very Long Committee Of Somebody</span><p>text</p><div role="button">Comment</div></div>`)
  const page = await open('narrow', { width: 320, height: 600 })
  await expect.poll(async () => (await readBadges(page)).filter((badge) => badge.visible).length).toBe(2)
  const posts = await page.$$eval('[aria-posinset]', (all) => all.map((post) => post.getBoundingClientRect().toJSON() as DOMRect))
  for (const [at, { box }] of (await readBadges(page)).entries()) {
    const post = posts[at] ?? new DOMRect()
    expect(box.height).toBeLessThan(30)
    expect(box.y).toBeGreaterThanOrEqual(post.y)
    expect(box.y + box.height).toBeLessThanOrEqual(post.y + post.height)
    expect(box.x + box.width).toBeLessThanOrEqual(post.x + post.width)
  }
})

test('draws badges in the frame of their posts, while the page keeps changing', async ({ open }) => {
  const page = await open('?n=40&more=1&mutate=1&late=1')
  await settled(page, 10)
  const first = await page.$$eval('[data-demo-id]', (posts) => posts.length)
  for (let step = 0; step < 40; step++) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await sleep(80)
  }
  await sleep(1_500)
  const frames = await page.evaluate(() => {
    const { ready, badged } = (globalThis as unknown as { __demo: { ready: Record<string, number>; badged: Record<string, number> } }).__demo
    return Object.entries(badged).map(([id, frame]) => [Number(id.slice(1)), frame - (ready[id] ?? Number.NaN)] as const)
  })
  // The first posts may stand there before a browser has started the script.
  const later = frames.filter(([number]) => number >= first)
  expect(later.length).toBeGreaterThan(20)
  const late = later.filter(([, delay]) => delay !== 0)
  expect(late.length / later.length, `late: ${JSON.stringify(late)}`).toBeLessThanOrEqual(0.01)
})
