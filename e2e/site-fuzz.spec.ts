import { findBrowser } from '../harness/find.ts'
import { inPageScript } from '../harness/bundle.ts'
import type { SiteCounts } from '../harness/fuzz/sites-in-page.ts'
import { openPlainPage } from '../harness/session.ts'
import { expect, test, type TestOptions } from './fixtures.ts'

/**
 * Pages of every site, made of its own posts and changed in ways that nobody sees: each post stays what it was made to be. And
 * pages that make no sense. One seed is one page: `ADPLEDGE_FUZZ=<seed>` runs from that seed on.
 */

const FEW = 400
const MANY = 10_000
/** So many pages in one call, for a call may take only so long. */
const CHUNK = 100
const AT_ONCE = 2_000

const ADDRESS = 'https://plain.example/'
const EMPTY = '<!doctype html><html><head><meta charset="utf-8"><title>Feed</title></head><body></body></html>'

test('fuzzing: no post of any site is misread, and nothing throws', async ({ kind }) => {
  test.setTimeout(180_000)
  await fuzz(kind, given() ?? 1, FEW)
})

test('fuzzing: no post of any site is misread on many pages, and nothing throws @long', async ({ kind }) => {
  test.setTimeout(1_800_000)
  const first = given() ?? Math.floor(Math.random() * 1e8) * 10
  console.log(`${kind}: ADPLEDGE_FUZZ=${first}`)
  await fuzz(kind, first, MANY)
})

function given(): number | null {
  const seed = Number.parseInt(process.env['ADPLEDGE_FUZZ'] ?? '', 10)
  return Number.isNaN(seed) ? null : seed
}

async function fuzz(kind: TestOptions['kind'], first: number, count: number): Promise<void> {
  const total: SiteCounts = { pages: {}, posts: 0, failed: 0, failures: [], longest: 0 }
  for (let done = 0; done < count; done += AT_ONCE) await inBrowser(kind, first + done, Math.min(AT_ONCE, count - done), total)
  const { pages, posts, longest, failed, failures } = total
  console.log(`${kind}: pages ${Object.entries(pages).map(([site, number]) => `${site} ${number}`).join(', ')}; ${posts} posts, ${failed} wrong; the slowest took ${Math.round(longest)} ms`)
  expect(failed, failures.map(({ seed, site, what, html }) => `seed ${seed}, ${site}: ${what}\n    ${html.slice(0, 1_500)}`).join('\n')).toBe(0)
}

async function inBrowser(kind: TestOptions['kind'], first: number, count: number, total: SiteCounts): Promise<void> {
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here: run the tests with npm test, which installs one`)
  const { page, close } = await openPlainPage(browser, (url) => (url.href === ADDRESS ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: EMPTY } : null))
  try {
    await page.goto(ADDRESS)
    await page.addScriptTag({ content: await inPageScript('fuzz/sites-in-page.ts', 'adpledgeFuzz') })
    for (let done = 0; done < count; done += CHUNK) {
      const { pages, posts, failed, failures, longest } = (await page.evaluate(`adpledgeFuzz.fuzz(${first + done}, ${Math.min(CHUNK, count - done)})`)) as SiteCounts
      for (const [site, number] of Object.entries(pages)) total.pages[site] = (total.pages[site] ?? 0) + number
      total.posts += posts
      total.failed += failed
      total.failures.push(...failures.slice(0, 20 - total.failures.length))
      total.longest = Math.max(total.longest, longest)
    }
  } finally {
    await close()
  }
}
