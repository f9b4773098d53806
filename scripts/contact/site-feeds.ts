import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { fixture as instagram } from '../../harness/sites/instagram.ts'
import { fixture as linkedin } from '../../harness/sites/linkedin.ts'
import { makeFeed, renderSite } from '../../harness/sites/page.ts'
import { fixture as pinterest } from '../../harness/sites/pinterest.ts'
import { fixture as reddit } from '../../harness/sites/reddit.ts'
import { fixture as tiktok } from '../../harness/sites/tiktok.ts'
import type { SiteFixture } from '../../harness/sites/types.ts'
import { fixture as x } from '../../harness/sites/x.ts'
import { fixture as youtube } from '../../harness/sites/youtube.ts'
import { siteById, sites } from '../../src/sites/registry.ts'
import { type Context, FEED } from './context.ts'
import type { Look, Width } from './look.ts'

/** The feed of each site: Facebook's is the demo, the others are the pages that the sites' tests read. */

const FIXTURES: Readonly<Record<string, SiteFixture>> = { instagram, linkedin, pinterest, reddit, tiktok, x, youtube }
const POSTS = 12
const DARK = '@media (prefers-color-scheme: dark) { html { background: #16181c; color: #e7e9ea; color-scheme: dark } }'
/** Whose pages here are wider than a phone. */
const WIDE: readonly string[] = ['linkedin', 'x']
const PATIENCE = 15_000

export interface SiteFeed {
  id: string
  title: string
  widths: readonly Width[]
  open: (context: Context) => Promise<Page>
  arrange: (page: Page, look: Look) => Promise<void>
}

export const SITE_FEEDS: readonly SiteFeed[] = sites.map(({ id, name }) => ({ id: `badges-${id}`, title: `Badges on ${name}`, widths: WIDE.includes(id) ? [1280] : [400, 1280], open: (context) => openFeed(context, id), arrange }))

async function openFeed({ session, tag, pages }: Context, id: string): Promise<Page> {
  const page = await session.newPage()
  const fixture = FIXTURES[id]
  if (!fixture && id !== 'facebook') throw new Error(`there is no page of ${siteById(id)?.name ?? id} to show: see FIXTURES in scripts/contact/site-feeds.ts`)
  if (fixture) pages.set(fixture.address, pageOf(fixture, tag))
  await page.goto(fixture?.address ?? `${FEED}?n=20&more=0&late=0`, { waitUntil: 'load' })
  return page
}

/** In the session's language where the site's page can be in it. */
function pageOf(fixture: SiteFixture, tag: string): string {
  const language = fixture.languages.find(({ code }) => code === tag) ?? fixture.languages[0]
  if (!language) throw new Error(`${fixture.site} has no language`)
  const posts = makeFeed(fixture, language)
  // One of each kind comes first, as far as there are such, or the window would hold one kind alone.
  const firstOf = (kind: (badge: string | undefined) => boolean) => posts.filter(({ ad }) => kind(ad?.badge)).slice(0, 1)
  const first = [...firstOf((badge) => badge?.includes('Joined') ?? false), ...firstOf((badge) => badge?.includes('Not on the list') ?? false), ...firstOf((badge) => badge === undefined)]
  return renderSite({ ...fixture, style: `${fixture.style}${DARK}` }, language, [...first, ...posts.filter((post) => !first.includes(post))].slice(0, POSTS))
}

/** Puts the site into the mode, and waits until badges are where they stay. */
async function arrange(page: Page, { mode }: Look): Promise<void> {
  // YouTube says by this attribute that it is dark; the others go by the browser.
  await page.evaluate(`document.documentElement.toggleAttribute('dark', ${mode === 'dark'})`)
  await page.waitForSelector('>>> adpledge-badge', { timeout: PATIENCE })
  await sleep(350)
}
