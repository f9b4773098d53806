import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { grantSite } from '../harness/site-access.ts'
import { makeFeed, renderSite } from '../harness/sites/page.ts'
import type { FixtureLanguage, FixturePost, SiteFixture } from '../harness/sites/types.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import { siteById } from '../src/sites/registry.ts'
import { evenSpaces } from './expected.ts'
import { expect, launch, test as base } from './fixtures.ts'
import { addPosts, badgeCounts, frames, refill } from './site-page.ts'

/** What every site's page of our own making must pass: static, scrolled and recycled; every ad right and no trap labelled. */

const PATIENCE = 8_000
const BATCH = 6
/** How long a badge that comes late is waited for, once those of ads are there. */
const GRACE = 250
/** Also in open shadow trees of the page's. */
const ANYWHERE = '>>> adpledge-badge'

const pages = new Map<string, string>()

interface Options {
  /** The id of the site that is switched on. */
  siteId: string
}

/** A browser in which one site is switched on. */
const test = base.extend<object, Options & { siteSession: Session }>({
  siteId: ['', { option: true, scope: 'worker' }],
  siteSession: [
    async ({ kind, siteId }, use) => {
      const session = await launch(kind, 'plain', pages)
      const site = siteById(siteId)
      if (!site) throw new Error(`no site ${siteId}`)
      if (!site.isRequired) await grantSite(session, site)
      await use(session)
      await session.close()
    },
    { scope: 'worker' },
  ],
})

/** A tab on a site's page with these posts, in front. */
async function openFeed(session: Session, fixture: SiteFixture, language: FixtureLanguage, posts: readonly FixturePost[]): Promise<Page> {
  pages.set(fixture.address, renderSite(fixture, language, posts))
  const page = await session.newPage()
  await page.goto(fixture.address, { waitUntil: 'load' })
  await page.bringToFront()
  return page
}

export function testSite(fixture: SiteFixture): void {
  test.use({ siteId: fixture.site })
  test.describe(fixture.site, () => {
    test('has enough ads and traps', () => {
      expect(fixture.ads.length).toBeGreaterThanOrEqual(8)
      expect(fixture.traps.length).toBeGreaterThanOrEqual(12)
    })

    test('every post of a static page is told right, and every ad labelled', async ({ siteSession }) => {
      test.setTimeout(120_000)
      const wrong: string[] = []
      for (const language of fixture.languages) {
        const posts = makeFeed(fixture, language)
        const page = await openFeed(siteSession, fixture, language, posts)
        wrong.push(...(await wrongVerdicts(page, fixture, posts)), ...(await wrongBadges(page, posts)), ...(await wrongNames(page, posts)))
        await page.close()
      }
      expect(wrong, list(wrong)).toHaveLength(0)
    })

    test('posts that come while scrolling are labelled', async ({ siteSession }) => {
      const language = fixture.languages[0] as FixtureLanguage
      const page = await openFeed(siteSession, fixture, language, [])
      const posts = [1, 2, 3].flatMap((seed) => makeFeed(fixture, language, seed))
      for (let from = 0; from < posts.length; from += BATCH) {
        await addPosts(page, fixture.list, posts.slice(from, from + BATCH))
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
        await sleep(30)
      }
      const wrong = await wrongBadges(page, posts)
      await page.close()
      expect(wrong, list(wrong)).toHaveLength(0)
    })

    test('a cell that is used again has the badge of what it shows', async ({ siteSession }) => {
      const language = fixture.languages[0] as FixtureLanguage
      const posts = makeFeed(fixture, language)
      const page = await openFeed(siteSession, fixture, language, posts)
      const wrong = await wrongBadges(page, posts)
      // Everything becomes something else, and then that.
      let now = posts.map((post) => ({ at: post.id, post }))
      for (const shift of [1, 5]) {
        const next = await turned(page, now, shift)
        await refill(page, next)
        now = next.map(({ post }) => ({ at: post.id, post }))
        wrong.push(...(await wrongBadges(page, now.map(({ post }) => post))).map((line) => `used again, ${shift}: ${line}`))
      }
      await page.close()
      expect(wrong, list(wrong)).toHaveLength(0)
    })

    test('badges lie within their posts, off the text, and change no layout', async ({ siteSession }) => {
      const language = fixture.languages[0] as FixtureLanguage
      const posts = makeFeed(fixture, language)
      const page = await openFeed(siteSession, fixture, language, posts)
      const wrong = await wrongBadges(page, posts)
      wrong.push(...(await outside(page)))
      const withBadges = await frames(page)
      await page.close()
      // The same where no script of ours runs.
      const plain = await openFeed(siteSession, { ...fixture, address: 'https://plain.example/feed' }, language, posts)
      const without = await frames(plain)
      await plain.close()
      expect(Object.keys(without)).toHaveLength(posts.length)
      for (const [id, frame] of Object.entries(without)) if (JSON.stringify(frame) !== JSON.stringify(withBadges[id])) wrong.push(`${id}: ${JSON.stringify(withBadges[id])} instead of ${JSON.stringify(frame)}`)
      expect(wrong, list(wrong)).toHaveLength(0)
    })
  })
}

/** Each place gets the post that stood some places further, where the element can become that. */
async function turned(page: Page, now: readonly { at: string; post: FixturePost }[], shift: number): Promise<{ at: string; post: FixturePost }[]> {
  const names = await page.$$eval('[data-demo-id]', (elements) => Object.fromEntries(elements.map((element) => [element.getAttribute('data-demo-id') ?? '', element.localName])))
  const byName = new Map<string, { at: string; post: FixturePost }[]>()
  for (const one of now) byName.set(names[one.at] ?? '', [...(byName.get(names[one.at] ?? '') ?? []), one])
  return [...byName.values()].flatMap((group) => group.map(({ at }, place) => ({ at, post: group[(place + shift) % group.length]?.post as FixturePost })))
}

async function wrongVerdicts(page: Page, fixture: SiteFixture, posts: readonly FixturePost[]): Promise<string[]> {
  const read = await readVerdicts(page, fixture.site)
  return posts.flatMap(({ id, ad }) => {
    const found = read.filter((one) => one.id === id)
    const [first] = found
    const evidence = first?.evidence.map(({ sign, value }) => `${sign} "${value.slice(0, 30)}"`).join(', ') ?? ''
    if (ad === null) return found.some(({ verdict }) => verdict === 'ad') ? [`${id}: called an ad (${evidence})`] : []
    if (!first || found.length > 1) return [`${id}: ${found.length} posts`]
    if (first.verdict !== 'ad') return [`${id}: called ${first.verdict} (${evidence})`]
    const { name, page: handle, domain, landing } = first.advertiser
    const wanted = { name: ad.name, page: ad.page, domain: ad.domain, landing: ad.landing }
    return JSON.stringify({ name, page: handle, domain, landing }) === JSON.stringify(wanted) ? [] : [`${id}: by ${JSON.stringify({ name, page: handle, domain, landing })} instead of ${JSON.stringify(wanted)}`]
  })
}

/** Waits until each ad has one badge and nothing else has any, and tells what is still wrong in the end. */
async function wrongBadges(page: Page, posts: readonly FixturePost[]): Promise<string[]> {
  const look = async () => {
    const counts = await badgeCounts(page)
    return [...posts.flatMap(({ id, ad }) => ((counts[id] ?? 0) === (ad ? 1 : 0) ? [] : [`${id}: ${counts[id] ?? 0} badges`])), ...(counts['no post'] ? [`${counts['no post']} badges without a post`] : [])]
  }
  const deadline = Date.now() + PATIENCE
  for (let wrong = await look(); wrong.length > 0; wrong = await look()) {
    if (Date.now() > deadline) return wrong
    await sleep(60)
  }
  await sleep(GRACE)
  return look()
}

async function wrongNames(page: Page, posts: readonly FixturePost[]): Promise<string[]> {
  // Those that stand beside their post are told by the number of names alone.
  const names = (await readBadges(page, ANYWHERE)).map(({ name }) => evenSpaces(name)).toSorted()
  const wanted = posts.flatMap(({ ad }) => ad?.badge ?? []).toSorted()
  return JSON.stringify(names) === JSON.stringify(wanted) ? [] : [`badges say ${JSON.stringify(names)} instead of ${JSON.stringify(wanted)}`]
}

/** Badges that are not seen, hang out of their posts, or cover text. */
async function outside(page: Page): Promise<string[]> {
  const all = await frames(page)
  const wrong: string[] = []
  const scroll = await page.evaluate(() => ({ x: scrollX, y: scrollY }))
  for (const { post, visible, box, text } of await readBadges(page, ANYWHERE)) {
    if (!visible) wrong.push(`${post}: its badge can't be seen`)
    const frame = all[post ?? '']
    if (!frame) continue
    const [x, y] = [box.x + scroll.x, box.y + scroll.y]
    if (x < frame.x - 1 || y < frame.y - 1 || x + box.width > frame.x + frame.width + 1 || y + box.height > frame.y + frame.height + 1) wrong.push(`${post}: "${text}" at ${JSON.stringify(box)} hangs out of ${JSON.stringify(frame)}`)
    const covered = await page.evaluate(coveredBy, post ?? '', box)
    if (covered.length > 0) wrong.push(`${post}: "${text}" covers ${JSON.stringify(covered)}`)
  }
  return wrong
}

/** Runs inside a page: the texts of a post that a box lies on. */
function coveredBy(id: string, box: { x: number; y: number; width: number; height: number }): string[] {
  const post = [...document.querySelectorAll('[data-demo-id]')].find((element) => element.getAttribute('data-demo-id') === id)
  const found: string[] = []
  const texts = post && document.createTreeWalker(post, NodeFilter.SHOW_TEXT)
  for (let node = texts?.nextNode(); node; node = texts?.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(node)
    // Above and below its letters a line has room of the font's own.
    const hits = [...range.getClientRects()].some((other) => other.width > 1 && other.left < box.x + box.width - 0.5 && other.right > box.x + 0.5 && other.top < box.y + box.height - 1.5 && other.bottom > box.y + 1.5)
    if (hits && node.textContent?.trim() && node.parentElement?.checkVisibility()) found.push(node.textContent)
  }
  return found
}

function list(wrong: readonly string[]): string {
  return `${wrong.length} wrong\n${wrong.join('\n')}\n`
}
