import type { CDPSession, Page } from 'puppeteer-core'
import { grantSite } from '../harness/site-access.ts'
import { makeFeed, renderSite } from '../harness/sites/page.ts'
import { fixture } from '../harness/sites/x.ts'
import { siteById } from '../src/sites/registry.ts'
import { expect, launch, test } from './fixtures.ts'

/** Very many posts through one page that keeps some dozens: what is gone must not be held. */

const POSTS = 50_000
/** Everything that a page keeps once is there by then. */
const WARM = 5_000
/** Cells that the page keeps, and how many come and go at once. */
const KEPT = 40
const STEP = 20
const MOST_GROWTH = 1.1

test('50,000 posts through one virtualised page leave nothing behind @long', async ({ kind }) => {
  test.skip(kind === 'firefox', 'only Chromium tells how much a page and its content script hold')
  test.setTimeout(1_800_000)
  const pages = new Map<string, string>()
  const session = await launch(kind, 'plain', pages)
  try {
    const site = siteById(fixture.site)
    const [language] = fixture.languages
    if (!site || !language) throw new Error('no site')
    await grantSite(session, site)
    pages.set(fixture.address, renderSite(fixture, language, []))
    const page = await session.newPage()
    await page.goto(fixture.address)
    await page.bringToFront()
    const client = await page.createCDPSession()
    const templates = [1, 2, 3, 4, 5].flatMap((seed) => makeFeed(fixture, language, seed)).map(({ html, ad }) => ({ html, isAd: ad !== null }))
    await prepare(page, fixture.list, templates)

    await pass(page, WARM)
    const before = await held(client)
    await pass(page, POSTS - WARM)
    const after = await held(client)
    console.log(`after ${WARM} posts ${JSON.stringify(before)}, after ${POSTS} ${JSON.stringify(after)}`)
    expect(await page.$$eval('adpledge-badge', (badges) => badges.length)).toBeGreaterThan(0)
    expect(after.heap / before.heap, 'heap').toBeLessThan(MOST_GROWTH)
    expect(after.nodes / before.nodes, 'DOM nodes, those that are held but gone included').toBeLessThan(MOST_GROWTH)
  } finally {
    await session.close()
  }
})

interface Held {
  /** Bytes of JavaScript objects, of the page and the content script. */
  heap: number
  /** DOM nodes that are alive, in the document or not. */
  nodes: number
}

async function held(client: CDPSession): Promise<Held> {
  await client.send('HeapProfiler.enable')
  // What only weak references hold goes with the second or third.
  for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  const { nodes } = await client.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes }
}

/** What the page itself does: each post is another one, with an advertiser of its own where it is an ad. */
function prepare(page: Page, list: string, templates: readonly { html: string; isAd: boolean }[]): Promise<void> {
  return page.evaluate(
    (selector, all, kept) => {
      let number = 0
      const cells = document.querySelector(selector)
      Object.assign(globalThis, {
        step(count: number) {
          for (let left = count; left > 0; left--) {
            const { html, isAd } = all[number++ % all.length] as { html: string; isAd: boolean }
            const template = document.createElement('template')
            template.innerHTML = isAd ? html.replaceAll('Lantern Bikes', `Lantern Bikes ${number}`).replaceAll('lanternbikes', `lantern${number}`) : html
            cells?.append(template.content)
          }
          for (const old of [...(cells?.children ?? [])].slice(0, -kept)) old.remove()
        },
      })
    },
    list,
    [...templates],
    KEPT,
  )
}

/** Lets posts come and go, a frame after the other. */
async function pass(page: Page, posts: number): Promise<void> {
  const CHUNK = 2_000
  for (let done = 0; done < posts; done += CHUNK) {
    await page.evaluate(
      async (count, size) => {
        const { step } = globalThis as unknown as { step: (count: number) => void }
        for (let left = count; left > 0; left -= size) {
          step(size)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      },
      Math.min(CHUNK, posts - done),
      STEP,
    )
  }
}
