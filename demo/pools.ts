import type { Account } from './posts.ts'

export interface Advertiser extends Account {
  domain: string
  landing: string
}

function page(name: string, slug: string): Account {
  return { name, slug, pageId: null }
}

function advertiser(name: string, slug: string, domain: string, path: string): Advertiser {
  return { ...page(name, slug), domain, landing: `https://www.${domain}/${path}` }
}

export const FORD = advertiser('Ford', 'ford', 'ford.com', 'new')
export const PATAGONIA = advertiser('Patagonia', 'patagonia', 'patagonia.com', 'shop/new')
export const COCA_COLA = advertiser('Coca-Cola', 'cocacola', 'coca-cola.com', 'us/en')
export const STARBUCKS = advertiser('Starbucks', 'starbucks', 'starbucks.com', 'menu')
export const UNILEVER = advertiser('Unilever', 'unilever', 'unilever.com', 'brands')
export const BEN_AND_JERRYS = advertiser("Ben & Jerry's", 'benandjerrysUS', 'benjerry.com', 'flavors')
export const NORTH_FACE = advertiser('The North Face', 'thenorthface', 'thenorthface.com', 'en-us')
export const MOZILLA = advertiser('Mozilla', 'mozilla', 'mozilla.org', 'en-US')
export const NIKE = advertiser('Nike', 'nike', 'nike.com', 'new')
export const MICROSOFT = advertiser('Microsoft', 'Microsoft', 'microsoft.com', 'en-us')
export const REI = advertiser('REI', 'REI', 'rei.com', 'c/new')
/** A page name that tells nothing; only the landing page belongs to a listed firm. */
export const WEEKEND_OUTSIDE: Advertiser = {
  ...advertiser('Weekend Outside', 'weekend-outside', 'patagonia.com', 'shop/weekend'),
  slug: null,
  pageId: '61550000000019',
}

export const LISTED: readonly Advertiser[] = [
  FORD, PATAGONIA, COCA_COLA, STARBUCKS, UNILEVER, BEN_AND_JERRYS,
  NORTH_FACE, MOZILLA, NIKE, MICROSOFT, REI, WEEKEND_OUTSIDE,
]

export const FORD_FOUNDATION = advertiser('Ford Foundation', 'fordfoundation', 'fordfoundation.org', 'news')
export const ACME_SHOES = advertiser('Acme Shoes', 'acmeshoes.demo', 'acmeshoes.example', 'spring')
export const LAKESIDE_MATTRESS = advertiser('Lakeside Mattress Co.', 'lakesidemattress.demo', 'lakesidemattress.example', 'sleep')
export const PARKS_COALITION = advertiser('Lakeside Parks Coalition', 'lakesideparks.demo', 'lakesideparks.example', 'join')
export const BRIGHT_HARBOR = advertiser('Bright Harbor Coffee', 'brightharbor.demo', 'brightharborcoffee.example', 'beans')
export const LANTERN_BIKES: Advertiser = {
  ...advertiser('Lantern Bikes', 'lanternbikes', 'lanternbikes.example', 'city'),
  slug: null,
  pageId: '61550000000037',
}
const PAPER_KITE = advertiser('Paper Kite Stationery', 'paperkite.demo', 'paperkite.example', 'notebooks')
const OAK_AND_SALT = advertiser('Oak & Salt Kitchen', 'oakandsalt.demo', 'oakandsalt.example', 'pans')

export const UNLISTED: readonly Advertiser[] = [
  FORD_FOUNDATION, ACME_SHOES, LAKESIDE_MATTRESS, PARKS_COALITION,
  BRIGHT_HARBOR, LANTERN_BIKES, PAPER_KITE, OAK_AND_SALT,
]

export const JANE = page('Jane Roe', 'jane.roe.demo')
export const SAM = page('Sam Okafor', 'sam.okafor.demo')
export const LENA = page('Lena Vogel', 'lena.vogel.demo')
export const MATEO = page('Mateo Ruiz', 'mateo.ruiz.demo')
export const PRIYA = page('Priya Nair', 'priya.nair.demo')
export const TOM: Account = { name: 'Tom Lindqvist', slug: null, pageId: '100090000000006' }
export const ALICE = page('Alice Moreau', 'alice.moreau.demo')

export const PEOPLE: readonly Account[] = [JANE, SAM, LENA, MATEO, PRIYA, TOM, ALICE]

export const CREATOR = page('Nora Cooks', 'noracooks.demo')
export const NEWS_PAGE = page('Morning Courier', 'morningcourier.demo')
export const POND_PAGE = page('Quiet Ponds', 'quietponds.demo')
export const BARBER = page('Corner Barber', 'cornerbarber.demo')
export const PAGE_NAMED_SPONSORED = page('Sponsored', 'sponsored.theband.demo')
export const PAGE_NAMED_AD = page('Ad', 'ad.magazine.demo')
export const GROUP_NAMED_AD: Account = { name: 'Ad', slug: 'groups/astronomy-diary', pageId: null }
export const BAKERY = page('Marble Street Bakery', 'marblestreet.demo')
