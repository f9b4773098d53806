import { pick, type Random } from '../../demo/random.ts'
import { nowhere } from '../../demo/hrefs.ts'
import { escape } from '../../demo/html.ts'
import type { Language } from '../facebook/languages.ts'
import { OBFUSCATIONS } from '../facebook/obfuscations/index.ts'
import type { PagePost } from '../facebook/page.ts'
import { postHref, type PostParts } from '../facebook/parts.ts'
import { STRUCTURE_IDS, STRUCTURES } from '../facebook/structures.ts'
import { TRAPS } from '../facebook/traps/index.ts'

/** A post whose truth is known, for it was made that way. */
export interface FuzzPost extends PagePost {
  /** Its `data-demo-id`. */
  id: string
  /** What it was made of, for people. */
  made: string
  isAd: boolean
  /** The advertiser's. */
  name: string
  label: string
}

const ADVERTISERS = [
  { name: 'Patagonia', slug: 'patagonia', domain: 'patagonia.com' },
  { name: "Ben & Jerry's", slug: 'benandjerrysUS', domain: 'benjerry.com' },
  { name: 'مخبز الواحة', slug: 'alwahabakery', domain: 'alwaha.example' },
  { name: '海辺の自転車', slug: 'umibebike', domain: 'umibebike.example' },
  { name: 'Studio 21', slug: 'studio21.shop', domain: 'studio21.example' },
  { name: 'Sponsored Runs', slug: 'sponsoredruns', domain: 'runs.example' },
] as const
const FRIEND = { name: 'Jane Roe', slug: 'jane.roe', domain: 'tidewatch.example' }
const STORY = 'We walked around the lake before breakfast and met nobody but a heron. '

/** One after the other, over and over. */
function nth<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('there are none')
  return item
}

/** @param at counts on from page to page, so that every way to write comes up as often */
export function adPost(language: Language, random: Random, id: string, at: number): FuzzPost {
  const written = nth(OBFUSCATIONS, at)
  const label = pick(random, language.labels)
  // Letters that aren't shown may be anything, also a time.
  const decoys = random() < 0.3 ? pick(random, [pick(random, language.times), label, '16h3']) : undefined
  return post({ language, random, id, label, isAd: true, how: written.id, by: pick(random, ADVERTISERS) }, written.make(label, random, decoys, nowhere(random)))
}

/** A friend's post, or a page's, whose time is written like labels are and whose decoys say the label. */
export function organicPost(language: Language, random: Random, id: string, at: number): FuzzPost {
  const written = nth(OBFUSCATIONS, at)
  const label = pick(random, random() < 0.8 ? language.labels : ['Sponsored', 'Ad'])
  const time = pick(random, random() < 0.7 ? language.times : language.wordTimes)
  const by = random() < 0.5 ? FRIEND : pick(random, ADVERTISERS)
  return post({ language, random, id, label, isAd: false, how: `time ${written.id}`, by }, written.make(time, random, label, postHref(by.slug, random)))
}

export function trapPost(language: Language, random: Random, id: string, at: number): FuzzPost {
  const trap = nth(TRAPS, at)
  return { ...trap.html(language, random, id), id, made: trap.id, isAd: false, name: '', label: pick(random, language.labels) }
}

type Plan = Pick<FuzzPost, 'id' | 'label' | 'isAd'> & Pick<PostParts, 'language' | 'random'> & { how: string; by: { name: string; slug: string; domain: string } }

function post({ language, random, id, label, isAd, how, by }: Plan, { slot, ...rest }: { slot: string }): FuzzPost {
  const structure = pick(random, STRUCTURE_IDS)
  const words = escape(label)
  const comment = () => ({ name: pick(random, ['Priya Nair', label, 'Patagonia']), slug: 'priya.nair.5', text: pick(random, [words, 'Lovely!', `${words} `.repeat(40)]), time: pick(random, ['2d', label]) })
  const parts: PostParts = {
    ...by,
    id,
    language,
    random,
    slot,
    text: pick(random, [STORY, words, `<span>${words}</span>`, `${words} · ${STORY}`, `${words}<br>`.repeat(100), STORY.repeat(140), '']),
    ...(random() < 0.5 ? { card: { landing: `https://www.${by.domain}/spring`, domain: by.domain, title: pick(random, ['Spring is here', words]) } } : {}),
    ...(random() < 0.7 ? { picture: isAd ? ('ad' as const) : ('organic' as const) } : {}),
    ...(random() < 0.3 ? { comments: [comment(), comment()] } : {}),
  }
  return { ...rest, structure, html: STRUCTURES[structure].post(parts), id, made: `${how} × ${structure} × ${language.code}`, isAd, name: by.name, label }
}
