import { hash, pick, randomFrom } from '../demo/random.ts'
import type { DemoPost } from '../demo/posts.ts'
import type { Language } from '../harness/facebook/languages.ts'
import { OBFUSCATIONS } from '../harness/facebook/obfuscations/index.ts'
import type { PagePost } from '../harness/facebook/page.ts'
import { paidForSlot } from '../harness/facebook/paid-for.ts'
import { postHref, type PostParts } from '../harness/facebook/parts.ts'
import { STRUCTURE_IDS, STRUCTURES, type StructureId } from '../harness/facebook/structures.ts'
import { expectedBadge } from './expected.ts'

/** Ads whose label is written in every way that is known, and the same posts with a time instead. */

export interface ScrambledPost extends PagePost {
  /** Its `data-demo-id`, which also says in a failed test what it is. */
  id: string
  /** The obfuscation's id. */
  writing: string
  name: string
  /** The accessible name of its badge; null for a post that isn't an ad. */
  badge: string | null
}

const ADVERTISERS = [
  { name: 'Patagonia', slug: 'patagonia', domain: 'patagonia.com' },
  { name: 'Harbour Lamps & Sons', slug: 'harbourlamps', domain: 'harbourlamps.example' },
  { name: "Ben & Jerry's", slug: 'benandjerrysUS', domain: 'benjerry.com' },
  { name: 'مخبز الواحة', slug: 'alwahabakery', domain: 'alwaha.example' },
  { name: 'REI', slug: 'REI', domain: 'rei.com' },
  { name: '海辺の自転車', slug: 'umibebike', domain: 'umibebike.example' },
  { name: 'Studio 21', slug: 'studio21.shop', domain: 'studio21.example' },
] as const

type Kind = 'ad' | 'other ad' | 'time'

function write(kind: Kind, obfuscation: number, structure: StructureId, language: Language, id: string): ScrambledPost {
  const written = OBFUSCATIONS[obfuscation % OBFUSCATIONS.length] ?? OBFUSCATIONS[0]
  if (!written) throw new Error('there are no obfuscations')
  const random = randomFrom(hash(`${kind} ${id}`))
  const isAd = kind !== 'time'
  const by = isAd ? (ADVERTISERS[(obfuscation + (kind === 'ad' ? 0 : 3)) % ADVERTISERS.length] ?? ADVERTISERS[0]) : { name: 'Jane Roe', slug: 'jane.roe', domain: '' }
  const label = pick(random, language.labels)
  const { slot, ...rest } = isAd ? written.make(label, random) : written.make(pick(random, language.times), random, label, postHref(by.slug, random))
  return { ...rest, writing: written.id, ...postOf({ id, language, random, slot, ...by }, structure, isAd) }
}

function postOf(parts: Pick<PostParts, 'id' | 'language' | 'random' | 'slot' | 'name' | 'slug'> & { domain: string }, structure: StructureId, isAd: boolean) {
  const { id, random, name, slug, domain } = parts
  // Not every ad leads somewhere.
  const hasCard = isAd && random() < 0.7
  const more: Partial<PostParts> = {
    text: 'Made to last, with a warranty of 25 years.',
    ...(hasCard ? { card: { landing: `https://www.${domain}/spring`, domain, title: 'Spring is here' } } : {}),
    ...(isAd ? { picture: 'ad' } : {}),
    ...(random() < 0.3 ? { comments: [{ name: 'Priya Nair', slug: 'priya.nair.5', text: 'Sponsored again?', time: '2d' }] } : {}),
  }
  const badge = isAd ? expectedBadge({ kind: 'ad', name, slug, domain } as DemoPost) : null
  return { id, structure, name, badge, html: STRUCTURES[structure].post({ ...parts, ...more }) }
}

const structureAt = (at: number): StructureId => STRUCTURE_IDS[at % STRUCTURE_IDS.length] ?? 'of 2026'

/** One ad for each obfuscation, and a political one; over the languages each obfuscation meets every structure. */
export function adsIn(language: Language, languageAt: number): ScrambledPost[] {
  const ads = OBFUSCATIONS.map(({ id }, at) => {
    const structure = structureAt(at + languageAt)
    return write('ad', at, structure, language, `${id} × ${structure} × ${language.code}`)
  })
  const structure = structureAt(languageAt)
  const id = `paid for by × ${structure} × ${language.code}`
  const random = randomFrom(hash(id))
  const slot = paidForSlot(language, 'Friends of the Lake 2020', random)
  return slot === null ? ads : [...ads, { writing: 'paid for by', ...postOf({ id, language, random, slot, name: 'Studio 21', slug: 'studio21.shop', domain: 'studio21.example' }, structure, true) }]
}

/** What the elements of ads may be refilled with: the next but one obfuscation, as a time or as another's ad. */
export function refillsOf(ads: readonly ScrambledPost[], kind: 'time' | 'other ad', language: Language): ScrambledPost[] {
  const step = kind === 'time' ? 2 : 5
  return ads.map(({ id, structure }, at) => write(kind, at + step, structure, language, id))
}
