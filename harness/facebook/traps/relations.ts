import { escape } from '../../../demo/html.ts'
import { pick } from '../../../demo/random.ts'
import { nowhere } from '../../../demo/hrefs.ts'
import { unique } from '../letters.ts'
import { obfuscationOf } from '../obfuscations/index.ts'
import { DOT, nameHref, nest, postHref } from '../parts.ts'
import { STRUCTURE_IDS, STRUCTURES } from '../structures.ts'
import { FRIEND, labelIn, organic, plainTime, PEOPLE, simple, STORY, timeIn, type Setting, type Trap, type TrapParts } from './organic.ts'

/** Brands, friends and suggestions: who posted, and why one sees it. */

const BRANDS = [
  { name: 'Ford Motor Company', slug: 'ford', landing: 'https://www.ford.com/trucks/', domain: 'ford.com' },
  { name: 'Coca-Cola', slug: 'cocacola', landing: 'https://www.coca-cola.com/', domain: 'coca-cola.com' },
  { name: 'Patagonia', slug: 'patagonia', landing: 'https://www.patagonia.com/stories/', domain: 'patagonia.com' },
] as const

const named = ({ name, slug }: { name: string; slug: string }, { random }: Setting) => `<a role="link" tabindex="0" href="${nameHref(slug, random)}"><span>${escape(name)}</span></a>`
const brandPost = (brand: (typeof BRANDS)[number]): TrapParts => ({ name: brand.name, slug: brand.slug, picture: 'organic', card: { landing: brand.landing, domain: brand.domain, title: 'Stories' } })

const BRAND_TRAPS = BRANDS.flatMap((brand) => simple({ [`post of ${brand.name}`]: () => brandPost(brand) }))

function shared(setting: Setting, slot: string | null, more: { links?: number } = {}): TrapParts {
  const structure = pick(setting.random, STRUCTURE_IDS)
  const brand = pick(setting.random, BRANDS)
  const links = Array.from({ length: more.links ?? 0 }, (_, at) => `<a role="link" href="/hashtag/h${at}">#h${at}</a>`).join(' ')
  const inside = STRUCTURES[structure].inner({ ...brandPost(brand), name: brand.name, slug: brand.slug, text: `${STORY} ${links}`, random: setting.random, slot })
  return { structure, text: 'look', attachment: inside }
}

const SHARED_TRAPS = simple({
  'brand post shared': (setting) => shared(setting, plainTime(setting, 'patagonia')),
  'brand post shared, its time not shown': (setting) => shared(setting, null),
  'brand post shared, its line says the label': (setting) => shared(setting, `<span>${escape(labelIn(setting))}</span>`),
  'brand post shared with many links': (setting) => shared(setting, plainTime(setting, 'patagonia'), { links: 12 }),
  'brand post that a friend likes': (setting) => ({ ...brandPost(BRANDS[2]), above: `${named(FRIEND, setting)} likes this` }),
  'brand post that a friend commented on': (setting) => ({ ...brandPost(BRANDS[0]), above: `${named(PEOPLE[0], setting)} and ${named(PEOPLE[1], setting)} commented on this` }),
})

const button = (word: string) => `${DOT}<span><div role="button" tabindex="0" style="display:inline-block"><span>${escape(word)}</span></div></span>`
const SUGGESTED_TRAPS = simple({
  'suggested': (setting) => ({ ...brandPost(BRANDS[1]), beforeSlot: `<span>${escape(setting.language.suggested ?? 'Suggested for you')}</span>${DOT}` }),
  'suggested, above the header': (setting) => ({ ...brandPost(BRANDS[1]), above: escape(setting.language.suggested ?? 'Suggested for you') }),
  'with a button to follow': ({ language }) => ({ ...brandPost(BRANDS[0]), afterName: button(language.follow) }),
  'with a button to join': ({ language }) => ({ name: 'Sourdough for beginners', slug: 'groups/208546319999991', afterName: button(language.join) }),
  'suggested, with a button and no time': (setting) => ({ ...brandPost(BRANDS[2]), afterName: button(setting.language.follow), slot: `<span>${escape(setting.language.suggested ?? 'Suggested for you')}</span>` }),
})

const HELP = '/business/help/788160621327601'
const partnership = (setting: Setting, words: string, isLink = true) =>
  `<span>${isLink ? `<a role="link" href="${HELP}">${escape(words)}</a>` : `<span>${escape(words)}</span>`} · ${named(BRANDS[2], setting)}</span>${DOT}`
const inOwn = ({ language }: Setting) => language.partnership ?? 'Paid partnership'
const CREATOR = { name: 'Mira Bakes', slug: 'mirabakes' }
const PARTNERSHIP_TRAPS = simple({
  'paid partnership, linked': (setting) => ({ ...CREATOR, beforeSlot: partnership(setting, inOwn(setting)) }),
  'paid partnership, not linked': (setting) => ({ ...CREATOR, beforeSlot: partnership(setting, inOwn(setting), false) }),
  'paid partnership behind the time': (setting) => ({ ...CREATOR, afterSlot: `${DOT}<span>${escape(inOwn(setting))}</span>` }),
  'paid partnership, no time': (setting) => ({ ...CREATOR, slot: `<a role="link" href="${HELP}"><span>${escape(inOwn(setting))}</span></a>` }),
  'paid partnership, no time and no link': (setting) => ({ ...CREATOR, slot: `<span>${escape(inOwn(setting))}</span>` }),
  'paid partnership in Polish': (setting) => ({ ...CREATOR, beforeSlot: partnership(setting, 'Post sponsorowany') }),
  'paid partnership in Polish, scrambled': (setting) => {
    const { slot, ...rest } = obfuscationOf('flex with order, clipped').make('Post sponsorowany', setting.random, undefined, HELP)
    return { ...CREATOR, ...rest, beforeSlot: `<span>${slot}</span>${DOT}` }
  },
  'paid partnership in Turkish': (setting) => ({ ...CREATOR, beforeSlot: partnership(setting, 'ücretli ortaklık', false) }),
})

// ---- more than one post at once

const TRAY: Trap = {
  id: 'tray of reels',
  html: (language, random, id = 'tray of reels') => {
    const label = labelIn({ language, random })
    const reel = (at: number, { name, slug }: { name: string; slug: string }, caption: string) =>
      `<div aria-posinset="${at}" role="listitem">${nest(3, `<a role="link" tabindex="0" href="/reel/${Math.floor(random() * 1e12)}/?s=fb_shorts" aria-label="Reel"><div><span dir="auto">${escape(caption)}</span></div></a><div><h4><a role="link" href="${nameHref(slug, random)}"><span>${escape(name)}</span></a></h4><span>1.2M</span></div>`)}</div>`
    const reels = [reel(1, FRIEND, label), reel(2, PEOPLE[0], 'Ad'), reel(3, PEOPLE[1], 'Sponsored')].join('')
    return { structure: 'of 2026', html: `<div data-demo-id="${escape(id)}" aria-posinset="5" class="post">${nest(6, `<div><h3 dir="auto"><span>Reels and short videos</span></h3></div><div role="list">${reels}</div>`)}</div>` }
  },
}

const SEVERAL: Trap = {
  id: 'several posts under one wrapper',
  html: (language, random, id = 'several posts under one wrapper') => {
    const setting = { id, language, random }
    const posts = [
      organic(setting, { structure: 'search', text: escape(labelIn(setting)) }),
      organic({ ...setting, id: `${setting.id} (second)` }, { structure: 'search', ...brandPost(BRANDS[0]) }),
      organic({ ...setting, id: `${setting.id} (third)` }, { structure: 'search' }),
    ]
    return { structure: 'search', html: posts.map(({ html }) => html).join('\n') }
  },
}

const BESIDE_AN_AD: Trap = {
  id: 'beside an ad under one wrapper',
  html: (language, random, id = 'beside an ad under one wrapper') => {
    const setting = { id, language, random }
    const ad = obfuscationOf('plain').make(labelIn(setting), random, undefined, nowhere(random))
    const posts = [
      organic(setting, { structure: 'search', ...brandPost(BRANDS[2]) }),
      organic({ ...setting, id: 'ad: beside' }, { structure: 'search', name: 'Harbour Lamps', slug: 'harbourlamps', slot: ad.slot }),
      organic({ ...setting, id: `${setting.id} (second)` }, { structure: 'search', slot: plainTime(setting) }),
    ]
    return { structure: 'search', html: posts.map(({ html }) => html).join('\n') }
  },
}

/** A post whose time is told by an element that says the label until it is replaced. */
const RECYCLED_ID: Trap = {
  id: 'id used twice, first by a time',
  html: (language, random, id = 'id used twice, first by a time') => {
    const setting = { id, language, random }
    const target = `_R_${unique(random)}_`
    const slot = `<a role="link" href="${escape(postHref(FRIEND.slug, random))}"><span>\u2060<span aria-labelledby="${target}"></span></span></a>`
    const elsewhere = [timeIn(setting), labelIn(setting)].map((text) => `<div hidden><span id="${target}">${escape(text)}</span></div>`).join('')
    return organic(setting, { slot, elsewhere })
  },
}

export const RELATION_TRAPS: Trap[] = [...BRAND_TRAPS, ...SHARED_TRAPS, ...SUGGESTED_TRAPS, ...PARTNERSHIP_TRAPS, TRAY, SEVERAL, BESIDE_AN_AD, RECYCLED_ID]
