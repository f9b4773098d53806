import { findBrowser } from '../harness/find.ts'
import type { Counts } from '../harness/fuzz/in-page.ts'
import { inPageScript } from '../harness/bundle.ts'
import { openPlainPage } from '../harness/session.ts'
import type { TestOptions } from './fixtures.ts'
import { expect, SITE, test } from './fixtures.ts'

/**
 * Thousands of pages that are made, read and compared inside a plain page. One seed is one page:
 * `ADPLEDGE_FUZZ=<seed>` runs from that seed on.
 */

const FIRST = 1
const FEW = 300
const MANY = 10_000
/** So many pages in one call, for a call may take only so long. */
const CHUNK = 200
/** And so many in one browser, which keeps what it has laid out. */
const AT_ONCE = 2_000

const EMPTY = '<!doctype html><html id="facebook"><head><meta charset="utf-8"><title>Facebook</title></head><body></body></html>'

test('fuzzing: no post of a few hundred pages is misread, and nothing throws', async ({ kind }) => {
  await fuzz(kind, given() ?? FIRST, FEW)
})

test('fuzzing: no post of many pages is misread, and nothing throws @long', async ({ kind }) => {
  test.setTimeout(900_000)
  const first = given() ?? Math.floor(Math.random() * 1e8) * 10
  console.log(`${kind}: ADPLEDGE_FUZZ=${first}`)
  await fuzz(kind, first, MANY)
})

function given(): number | null {
  const seed = Number.parseInt(process.env['ADPLEDGE_FUZZ'] ?? '', 10)
  return Number.isNaN(seed) ? null : seed
}

async function fuzz(kind: TestOptions['kind'], first: number, count: number): Promise<void> {
  const total: Counts = { pages: { ads: 0, organic: 0, soup: 0 }, posts: 0, failed: 0, failures: [], longest: 0 }
  for (let done = 0; done < count; done += AT_ONCE) await fuzzInBrowser(kind, first + done, Math.min(AT_ONCE, count - done), total)
  const { pages, posts, longest } = total
  console.log(`${kind}: ${pages.ads} pages of ads, ${pages.organic} of organic posts, ${pages.soup} of garbage; ${posts} posts, ${total.failed} wrong; the slowest took ${Math.round(longest)} ms`)
  expect(total.failed, listed(total)).toBe(0)
}

async function fuzzInBrowser(kind: TestOptions['kind'], first: number, count: number, total: Counts): Promise<void> {
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here: run the tests with npm test, which installs one`)
  const { page, close } = await openPlainPage(browser, (url) => (url.href === SITE ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: EMPTY } : null))
  try {
    await page.goto(SITE)
    await page.addScriptTag({ content: await inPageScript('fuzz/in-page.ts', 'adpledgeFuzz') })
    for (let done = 0; done < count; done += CHUNK) {
      add(total, (await page.evaluate(`adpledgeFuzz.fuzz(${first + done}, ${Math.min(CHUNK, count - done)})`)) as Counts)
    }
  } finally {
    await close()
  }
}

function add(total: Counts, { pages, posts, failed, failures, longest }: Counts): void {
  for (const kind of ['ads', 'organic', 'soup'] as const) total.pages[kind] += pages[kind]
  total.posts += posts
  total.failed += failed
  total.failures.push(...failures.slice(0, 20 - total.failures.length))
  total.longest = Math.max(total.longest, longest)
}

function listed({ failures }: Counts): string {
  return failures.map(({ seed, kind, what, html }) => `ADPLEDGE_FUZZ=${seed}, ${kind}: ${what}${process.env['ADPLEDGE_FUZZ'] ? `\n${html}` : ''}`).join('\n')
}
