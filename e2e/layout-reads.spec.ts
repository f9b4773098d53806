import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { LANGUAGES, languageOf } from '../harness/facebook/languages.ts'
import { contentOf, renderPage, type PagePost } from '../harness/facebook/page.ts'
import { inPageScript } from '../harness/bundle.ts'
import { findBrowser } from '../harness/find.ts'
import type { Reads } from '../harness/reads-in-page.ts'
import { openPlainPage } from '../harness/session.ts'
import { countBadges } from './fill-page.ts'
import { expect, SITE, test, type TestOptions } from './fixtures.ts'
import { organicIn } from './organic-posts.ts'
import { adsIn } from './scrambled-ads.ts'

/** What the extension costs a page that is scrolled through: layouts that nobody else needed. */

const html = (body: string) => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body })

function plainPage(kind: TestOptions['kind'], body: string) {
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here: run the tests with npm test, which installs one`)
  return openPlainPage(browser, (url) => (url.href === SITE ? html(body) : null))
}

test('posts that are no ads are told without a look at layout or styles', async ({ kind }) => {
  const { page, close } = await plainPage(kind, renderPage(languageOf('en')))
  const script = await inPageScript('reads-in-page.ts', 'adpledgeReads')
  const failures: string[] = []
  let count = 0
  try {
    for (const [at, language] of LANGUAGES.entries()) {
      const posts = organicIn(language)
      const [ad] = adsIn(language, at).filter(({ id }) => id.startsWith('letters in spans'))
      if (!ad) throw new Error('there is no ad to compare with')
      await page.goto('about:blank')
      await page.setContent(renderPage(language, [...posts, ad]), { waitUntil: 'domcontentloaded' })
      await page.addScriptTag({ content: script })
      const reads = (await page.evaluate('adpledgeReads.readPosts()')) as Reads[]
      // The watch sees what a scrambled label needs.
      const seen = reads.find(({ id }) => id === ad.id)
      expect(seen, ad.id).toMatchObject({ verdict: 'ad' })
      expect(seen?.layout.length, 'layout reads of an ad').toBeGreaterThan(2)
      expect(seen?.style.length, 'style reads of an ad').toBeGreaterThan(5)
      const organic = reads.filter(({ id }) => id !== ad.id)
      expect(organic.map(({ id }) => id).toSorted()).toEqual(posts.map(({ id }) => id).toSorted())
      count += organic.length
      for (const { id, verdict, layout, style } of organic) if (layout.length + style.length > 0 || verdict === 'ad') failures.push(`${id}: ${verdict}, ${[...layout, ...style].slice(0, 5).join(', ')}`)
    }
  } finally {
    await close()
  }
  console.log(`${kind}: ${count} organic posts, ${failures.length} of them looked at`)
  expect(failures, failures.join('\n')).toHaveLength(0)
})

const POSTS = 24
const ENGLISH = languageOf('en')
/** For all posts together: a browser may lay something out when it likes. */
const NOISE = 1
const LAYOUTS_OF_AN_AD = 3

test('organic posts cost no layout, and ads three at most', async ({ open, pages, kind }) => {
  test.skip(kind === 'firefox', 'only Chromium tells how often it has laid out')
  const empty = renderPage(ENGLISH)
  pages.set('/layouts', empty)
  const organic = organicIn(ENGLISH).filter((_, at) => at % 2 === 0).slice(0, POSTS)
  const ads = adsIn(ENGLISH, 0)
  const plain = ads.flatMap((ad) => (ad.id.startsWith('plain ×') ? Array.from({ length: POSTS }, (_, at) => ({ ...ad, html: ad.html.replaceAll(ad.id, `${ad.id} ${at}`) })) : []))
  const obfuscated = ads.filter((_, at) => at % 2 === 1).slice(0, POSTS)
  const without = await plainPage(kind, empty)
  try {
    await without.page.goto(SITE)
    const extra: Record<string, { layouts: number; styles: number }> = {}
    for (const [what, posts, badges] of [['organic posts', organic, 0], ['plain ads', plain, POSTS], ['obfuscated ads', obfuscated, POSTS]] as const) {
      expect(posts, what).toHaveLength(POSTS)
      const page = await open('layouts')
      const own = await costOf(without.page, posts, 0)
      const both = await costOf(page, posts, badges)
      await page.close()
      extra[what] = { layouts: (both.layouts - own.layouts) / POSTS, styles: (both.styles - own.styles) / POSTS }
      console.log(`${POSTS} ${what}: ${own.layouts} layouts and ${own.styles} style recalculations without, ${both.layouts} and ${both.styles} with the extension`)
    }
    expect((extra['organic posts']?.layouts ?? 1) * POSTS).toBeLessThanOrEqual(NOISE)
    expect(extra['plain ads']?.layouts).toBeLessThanOrEqual(LAYOUTS_OF_AN_AD)
    expect(extra['obfuscated ads']?.layouts).toBeLessThanOrEqual(LAYOUTS_OF_AN_AD)
  } finally {
    await without.close()
  }
})

/** Inserts posts, one a frame, and tells how often the page was laid out until all is done. */
async function costOf(page: Page, posts: readonly PagePost[], badges: number): Promise<{ layouts: number; styles: number }> {
  await page.evaluate(addStyles, contentOf(posts).css)
  await settle(page)
  const before = await page.metrics()
  await page.evaluate(insertByFrame, posts.map((post) => ({ html: contentOf([{ ...post }]).html, elsewhere: post.elsewhere ?? '' })))
  const deadline = Date.now() + 10_000
  while (Object.keys(await countBadges(page)).length < badges) {
    if (Date.now() > deadline) throw new Error('there are badges missing')
    await sleep(50)
  }
  await settle(page)
  const after = await page.metrics()
  return { layouts: (after.LayoutCount ?? 0) - (before.LayoutCount ?? 0), styles: (after.RecalcStyleCount ?? 0) - (before.RecalcStyleCount ?? 0) }
}

async function settle(page: Page): Promise<void> {
  await sleep(500)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Runs inside a page. */
function addStyles(css: string): void {
  document.querySelector('main')?.replaceChildren()
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
}

/** Runs inside a page. */
async function insertByFrame(posts: readonly { html: string; elsewhere: string }[]): Promise<void> {
  const foot = document.createElement('footer')
  document.body.append(foot)
  for (const { html, elsewhere } of posts) {
    await new Promise(requestAnimationFrame)
    document.body.insertAdjacentHTML('beforeend', elsewhere)
    document.querySelector('main')?.insertAdjacentHTML('beforeend', html)
    // Whoever watches the page has been told by then: had anybody measured, this would need one layout more.
    await Promise.resolve()
    foot.textContent += '.'
  }
}
