import type { Page } from 'puppeteer-core'
import { readBadges, readCard } from '../harness/badges.ts'
import { expect, test } from './fixtures.ts'

/** What the built extension makes of advertisers' names, pages and links, up to the card's words. */

interface Advert {
  name: string
  page?: string
  landing?: string
  /** The badge's accessible name begins with it; null for "Not on the list". */
  entry: string | null
  /** What the card says of the match. */
  card?: RegExp
}

const redirected = (landing: string) => `https://l.facebook.com/l.php?u=${encodeURIComponent(landing)}&h=AT1`

const ADVERTS: readonly Advert[] = [
  { name: 'Ford Canada', page: 'fordcanada', landing: redirected('https://www.ford.ca/suvs/?fbclid=1'), entry: 'Ford Motor Company', card: /the link to ford\.ca/ },
  { name: 'Vans Italia', landing: 'https://www.vans.it/scarpe', entry: 'Vans', card: /This advertiser is likely Vans, but that is not certain\.[^]*Likely, not certain[^]*the name with “italia” after it; the link to vans\.it, the same name in another country/ },
  { name: 'LEGO日本', landing: 'https://www.instagram.com/lego', entry: 'LEGO Group', card: /Likely, not certain[^]*the name with “日本” after it/ },
  { name: 'UNILEVER®', landing: 'https://shop.example/soap', entry: 'Unilever', card: /Likely, not certain[^]*the name “UNILEVER®”; against it: the link leads elsewhere, to shop\.example/ },
  { name: 'Weekend plans', page: 'starbucks.uk', entry: 'Starbucks', card: /Likely, not certain[^]*the page’s address “starbucks\.uk”, which is made of the name/ },
  { name: 'BestBuy', entry: 'Best Buy', card: /Likely, not certain[^]*the name, written with other spaces/ },
  { name: 'New Bronco', landing: redirected('https://www.google.com/url?q=https://www.ford.com/suvs/bronco/'), entry: 'Ford Motor Company', card: /Match\s+Certain[^]*the link to ford\.com/ },
  { name: 'Ford', landing: 'https://www.fordfoundation.org/', entry: null },
  { name: 'Ford Foundation Fellows', landing: 'https://www.ford.com/', entry: null },
  { name: 'Mars', landing: 'https://marshotel.example/', entry: null },
  { name: 'Honda Deutschland', landing: 'https://www.honda.de/', entry: null },
  { name: 'Star Bucks', entry: null },
  { name: 'Offers', landing: 'https://patagonia.com.evil.example/', entry: null },
]

function post({ name, page = `page${name.length}`, landing }: Advert, at: number): string {
  return `<div aria-posinset="${at + 1}" data-demo-id="m${at}" style="min-height: 120px"><h4><span data-ad-rendering-role="profile_name"><a href="https://www.facebook.com/${page}">${name}</a></span></h4>
    <span><a href="#">Sponsored</a></span><div data-ad-rendering-role="story_message">text</div>${landing ? `<a href="${landing.replaceAll('&', '&amp;')}">open</a>` : ''}
    <span data-ad-rendering-role="like_button">Like</span></div>`
}

async function openCard(page: Page, id: string): Promise<string> {
  const selector = `[data-demo-id="${id}"] adpledge-badge`
  await page.$eval(selector, (host) => host.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const [badge] = await readBadges(page, selector)
  await page.mouse.click((badge?.box.x ?? 0) + 20, (badge?.box.y ?? 0) + 10)
  // Whose ads one can look up is linked before the record is there.
  await expect.poll(async () => (await readCard(page, selector))?.text ?? '').toContain('Sources')
  const text = (await readCard(page, selector))?.text ?? ''
  await page.keyboard.press('Escape')
  return text
}

test('each advertiser is told from its look-alikes, and the card says how sure that is', async ({ open, pages }) => {
  pages.set('/matching', `<!doctype html><meta charset="utf-8"><html lang="en"><body>${ADVERTS.map(post).join('')}</body>`)
  const page = await open('matching')
  await expect.poll(async () => (await readBadges(page)).filter((badge) => badge.visible).length).toBe(ADVERTS.length)
  const badges = await readBadges(page)
  const read = ADVERTS.map(({ name }, at) => [name, badges.find(({ post: id }) => id === `m${at}`)?.name.split(': ')[0] ?? 'no badge'])
  expect(read).toEqual(ADVERTS.map(({ name, entry }) => [name, entry ?? name]))
  for (const [at, { card }] of ADVERTS.entries()) if (card) expect(await openCard(page, `m${at}`)).toMatch(card)
})

test('a link that changes only in its parameters is judged again', async ({ open, pages }) => {
  pages.set('/relinked', `<!doctype html><meta charset="utf-8"><html lang="en"><body>${post({ name: 'Deals', landing: 'https://www.google.com/url?q=https://www.ford.com/', entry: null }, 0)}</body>`)
  const page = await open('relinked')
  const names = async () => (await readBadges(page)).map((badge) => badge.name.split(': ')[0])
  await expect.poll(names).toEqual(['Ford Motor Company'])
  await page.$eval('a[href*="google.com"]', (link) => link.setAttribute('href', 'https://www.google.com/url?q=https://deals.example/'))
  await expect.poll(names).toEqual(['Deals'])
})
