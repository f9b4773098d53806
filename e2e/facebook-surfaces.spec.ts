import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import { SURFACES } from '../harness/facebook/surfaces/index.ts'
import { renderSurface, type Surface } from '../harness/facebook/surfaces/surface.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import { expect, MOBILE_SITE, SITE, test } from './fixtures.ts'

/** What isn't Facebook's feed: right column, Marketplace, videos, and the site for phones. */

const idsIn = ({ html }: Surface, kind: string) => [...html.matchAll(/data-demo-id="([^"]+)"/g)].flatMap(([, id = '']) => (id.startsWith(kind) ? id : [])).toSorted()
const badged = async (page: Page) => (await readBadges(page)).filter(({ visible }) => visible).map(({ post }) => post ?? '').toSorted()

/** How long a badge that comes late is waited for, once those of ads are there. */
const GRACE = 300

async function expectBadges(page: Page, ids: readonly string[]): Promise<void> {
  await expect.poll(() => badged(page), { timeout: 15_000 }).toEqual(ids)
  await sleep(GRACE)
  expect(await badged(page)).toEqual(ids)
}

test('the pages hold enough of both', () => {
  expect(SURFACES.flatMap((surface) => idsIn(surface, 'ad: ')).length).toBeGreaterThanOrEqual(8)
  expect(SURFACES.flatMap((surface) => idsIn(surface, 'trap: ')).length).toBeGreaterThanOrEqual(12)
})

for (const surface of SURFACES) {
  const ads = idsIn(surface, 'ad: ')
  const path = `surfaces/${encodeURIComponent(surface.id)}`
  const visit = async (newPage: () => Promise<Page>, pages: Map<string, string>, isLate: boolean) => {
    pages.set(`/${path}`, renderSurface(surface, isLate))
    const page = await newPage()
    await page.goto((surface.isMobile ? MOBILE_SITE : SITE) + path, { waitUntil: 'load' })
    return page
  }

  test(`${surface.id}: the ads have a badge, in their posts and without a change of height`, async ({ session, pages }) => {
    const page = await visit(() => session.newPage(), pages, false)
    const verdicts = await readVerdicts(page, 'facebook')
    expect(verdicts.filter(({ verdict }) => verdict === 'ad').map(({ id }) => id ?? '').toSorted()).toEqual(ads)
    for (const { verdict, advertiser } of verdicts) if (verdict === 'ad') expect(advertiser.name ?? advertiser.domain).toBeTruthy()
    await expectBadges(page, ads)
    const badges = await readBadges(page)
    const posts = await page.$$eval('[data-demo-id]', (all) => Object.fromEntries(all.map((post) => [(post as HTMLElement).dataset['demoId'], post.getBoundingClientRect().toJSON() as DOMRect])))
    for (const { post, box } of badges) {
      const frame = posts[post ?? '']
      if (!frame) throw new Error(`no post ${post}`)
      expect(box.x >= frame.left && box.x + box.width <= frame.right && box.y >= frame.top && box.y + box.height <= frame.bottom, `${post}: ${JSON.stringify([box, frame])}`).toBe(true)
    }
    const changed = await page.evaluate(() => {
      const posts = [...document.querySelectorAll('[data-demo-id]')]
      const before = posts.map((post) => post.getBoundingClientRect().height)
      for (const host of document.querySelectorAll('adpledge-badge')) host.remove()
      return posts.filter((post, at) => post.getBoundingClientRect().height !== before[at]).map((post) => post.getAttribute('data-demo-id'))
    })
    expect(changed).toEqual([])
    await page.close()
  })

  test(`${surface.id}: the same when it is drawn late, and when an element is used again`, async ({ session, pages }) => {
    const page = await visit(() => session.newPage(), pages, true)
    await page.evaluate(() => document.getElementById('mount')?.append((document.querySelector('template') as HTMLTemplateElement).content.cloneNode(true)))
    await expectBadges(page, ads)
    const [ad, trap] = surface.recycled
    // Content and attributes of the other, as a page that draws it anew would write them.
    const refill = (id: string, from: string) =>
      page.evaluate(
        (target, source) => {
          const element = document.querySelector(`[data-demo-id="${target}"]`) as HTMLElement
          const other = (document.querySelector('template') as HTMLTemplateElement).content.querySelector(`[data-demo-id="${source}"]`) as HTMLElement
          for (const { name, value } of other.attributes) if (name !== 'data-demo-id') element.setAttribute(name, value)
          element.replaceChildren(...[...other.childNodes].map((node) => node.cloneNode(true)))
        },
        id,
        from,
      )
    await refill(ad, trap)
    await expectBadges(page, ads.filter((id) => id !== ad))
    await refill(ad, ad)
    await expectBadges(page, ads)
    await page.close()
  })
}
