import { escape } from '../demo/html.ts'
import { hash, pick, randomFrom } from '../demo/random.ts'
import type { Language } from '../harness/facebook/languages.ts'
import { obfuscationOf } from '../harness/facebook/obfuscations/index.ts'
import type { PagePost } from '../harness/facebook/page.ts'
import { DOT, nameHref, postHref, type PostParts } from '../harness/facebook/parts.ts'
import { STRUCTURE_IDS, STRUCTURES } from '../harness/facebook/structures.ts'

/** Posts as most are: nobody has scrambled anything in them, and nobody paid for them. */

export interface OrganicPost extends PagePost {
  id: string
}

type Parts = Partial<Omit<PostParts, 'id' | 'language' | 'random'>>

const HELP = '/business/help/788160621327601'
const CARD = { landing: 'https://www.tidewatch.example/a?utm_source=fb', domain: 'tidewatch.example', title: 'Tides this week' }

const KINDS: Record<string, (language: Language, random: () => number) => Parts> = {
  'of a friend': () => ({}),
  'with a picture': () => ({ picture: 'organic' }),
  'with comments': ({ labels }) => ({ comments: [{ name: 'Priya Nair', slug: 'priya.nair.5', text: escape(labels[0] ?? ''), time: '2d' }] }),
  'link shared': () => ({ card: CARD, picture: 'organic' }),
  'of a listed brand': () => ({ name: 'Patagonia', slug: 'patagonia', card: CARD, picture: 'organic' }),
  suggested: ({ suggested }) => ({ name: 'Coca-Cola', slug: 'cocacola', beforeSlot: `<span>${escape(suggested ?? 'Suggested for you')}</span>${DOT}` }),
  'with a button to follow': ({ follow }) => ({ name: 'Ford Motor Company', slug: 'ford', afterName: `${DOT}<span><div role="button" tabindex="0" style="display:inline-block"><span>${escape(follow)}</span></div></span>` }),
  'paid partnership': ({ partnership }, random) => ({
    name: 'Mira Bakes',
    slug: 'mirabakes',
    beforeSlot: `<span><a role="link" href="${HELP}">${escape(partnership ?? 'Paid partnership')}</a> · <a role="link" href="${nameHref('patagonia', random)}"><span>Patagonia</span></a></span>${DOT}`,
  }),
}

/** Every kind in every page structure, with a time in plain letters. */
export function organicIn(language: Language): OrganicPost[] {
  return STRUCTURE_IDS.flatMap((structure) =>
    Object.entries(KINDS).map(([kind, partsOf]) => {
      const id = `${kind} × ${structure} × ${language.code}`
      const random = randomFrom(hash(id))
      const by = { name: 'Jane Roe', slug: 'jane.roe', ...partsOf(language, random) }
      const time = pick(random, [...language.times, ...language.wordTimes])
      const { slot } = obfuscationOf('plain').make(time, random, undefined, postHref(by.slug, random))
      const parts: PostParts = { id, language, random, text: 'We walked around the lake and met nobody but a heron.', ...by, slot }
      return { id, structure, html: STRUCTURES[structure].post(parts) }
    }),
  )
}
