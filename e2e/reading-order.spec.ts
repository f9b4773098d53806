import type { Page } from 'puppeteer-core'
import { accessibilityTree, type Told } from '../harness/accessibility-tree.ts'
import { readBadges } from '../harness/badges.ts'
import { findBrowser } from '../harness/find.ts'
import { openPlainPage } from '../harness/session.ts'
import { grantSite } from '../harness/site-access.ts'
import { fixture as instagram } from '../harness/sites/instagram.ts'
import { fixture as linkedin } from '../harness/sites/linkedin.ts'
import { makeFeed, renderSite } from '../harness/sites/page.ts'
import { fixture as reddit } from '../harness/sites/reddit.ts'
import { fixture as x } from '../harness/sites/x.ts'
import type { SiteFixture } from '../harness/sites/types.ts'
import { siteById } from '../src/sites/registry.ts'
import { answerWith, expect, launch, SITE, test } from './fixtures.ts'
import { badgeCounts } from './site-page.ts'

/** What a screen reader reads of a feed is what it reads without the extension, in the same order, with each badge in its post. */

test.describe.configure({ timeout: 120_000 })

const FIXTURES: readonly SiteFixture[] = [instagram, x, linkedin, reddit]
const FEED = `${SITE}?n=40&more=0&late=0`

/** Firefox works out names for items of lists from what is in them, which nobody is told besides what is in them. */
const line = ({ depth, role, name }: Told) => `${' '.repeat(depth)}${role} “${role === 'listitem' ? '' : name}”`

/** Each badge's own node, what it says, and what comes after it. */
function badgesIn(tree: readonly Told[]): { badge: Told; button: string; next: Told | undefined }[] {
  return tree.flatMap((badge, at) => {
    if (!badge.badge || tree[at - 1]?.badge) return []
    const end = tree.findIndex((told, after) => after > at && !told.badge)
    const inside = tree.slice(at, end < 0 ? undefined : end)
    const buttons = inside.filter(({ role }) => /button/i.test(role))
    return [{ badge, button: buttons.map(({ name }) => name).join(' and '), next: tree[end] }]
  })
}

const NAMED = /^.+: .+$/su

test('the accessibility tree of a feed is the same but for its badges, which are in their posts', async ({ kind }) => {
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here`)
  const pages = new Map(FIXTURES.map((fixture) => {
    const [language] = fixture.languages
    if (!language) throw new Error(`no languages for ${fixture.site}`)
    return [fixture.address, renderSite(fixture, language, makeFeed(fixture, language))] as const
  }))
  const addresses = [FEED, ...pages.keys()]
  const session = await launch(kind, 'plain', pages)
  const plain = await openPlainPage(browser, answerWith(pages))
  try {
    for (const { site } of FIXTURES) {
      const about = siteById(site)
      if (about && !about.isRequired) await grantSite(session, about)
    }
    for (const address of addresses) {
      await plain.page.goto(address, { waitUntil: 'load' })
      const before = await accessibilityTree(plain.page, kind)
      expect(before.length).toBeGreaterThan(50)

      const page = await session.newPage()
      await page.goto(address, { waitUntil: 'load' })
      await page.bringToFront()
      const count = await settledBadges(page)
      const after = await accessibilityTree(page, kind)
      expect(after.filter(({ badge }) => !badge).map(line), address).toEqual(before.map(line))
      expect(after.length, address).toBeGreaterThan(before.length)

      const badges = badgesIn(after)
      expect(badges.length, address).toBe(count)
      const shown = (await readBadges(page, '>>> adpledge-badge')).map(({ name }) => name)
      expect(badges.map(({ button }) => button).toSorted()).toEqual(shown.toSorted())
      for (const { badge, button, next } of badges) {
        expect(button).toMatch(NAMED)
        // What comes next is beside it, in the same post.
        expect(next?.depth, `${button}, before ${next?.role} “${next?.name}”`).toBe(badge.depth)
      }
      await page.close()
    }
  } finally {
    await session.close()
    await plain.close()
  }
})

/** Once no more badges come. @returns how many there are */
async function settledBadges(page: Page): Promise<number> {
  let before = -1
  const total = async () => Object.values(await badgeCounts(page)).reduce((sum, count) => sum + count, 0)
  await expect
    .poll(
      async () => {
        const now = await total()
        const same = now > 0 && now === before
        before = now
        return same
      },
      { intervals: [700], timeout: 20_000 },
    )
    .toBe(true)
  return before
}
