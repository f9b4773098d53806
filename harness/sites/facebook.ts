import { languageOf } from '../facebook/languages.ts'
import { OBFUSCATIONS, type Made } from '../facebook/obfuscations/index.ts'
import { PAGE_STYLE } from '../facebook/page-style.ts'
import { STRUCTURE_IDS, STRUCTURES } from '../facebook/structures.ts'
import { type Trap, TRAPS } from '../facebook/traps/index.ts'
import { ADVERTISER_IDS, ADVERTISERS } from './advertisers.ts'
import type { PostRecipe, SiteFixture } from './types.ts'

/**
 * Facebook's feed in all its page structures, in one list: every ninth way to write a label, and all traps that are one post.
 * What lies beside the feed has pages of its own (`harness/facebook/surfaces/`).
 */

const CODES = ['en', 'de', 'ja', 'ar']
const EVERY = 9
/** In these nothing says which text of a link card is the domain. */
const UNMARKED: readonly string[] = ['of 2018', 'of 2020']

/** Posts carry with them what they need elsewhere, so that each can be put in any cell. */
function whole(html: string, { css = '', elsewhere = '' }: Pick<Made, 'css' | 'elsewhere'>): string {
  const end = html.lastIndexOf('</')
  const [, open = '', rest = ''] = /^(<[^>]*>)([\s\S]*)$/.exec(html.slice(0, end)) ?? []
  return `${open}${css && `<style>${css}</style>`}${rest}${elsewhere && `<div style="display:none">${elsewhere}</div>`}${html.slice(end)}`
}

/** Shadow trees are declared in a page's text and are none in what a script writes. */
const isWritable = ({ id }: { id: string }) => !id.includes('shadow')

const ads: PostRecipe[] = OBFUSCATIONS.filter(isWritable).filter((_, at) => at % EVERY === 0).map((written, at) => ({
  id: `ad: ${written.id}`,
  make: ({ code }, random, id) => {
    const language = languageOf(code)
    const { name, handles, domain, here } = ADVERTISERS[ADVERTISER_IDS[at % ADVERTISER_IDS.length] ?? 'levis']
    const { slot, ...rest } = written.make(language.labels[0] ?? '', random)
    const landing = `https://www.${domain}/spring`
    const structure = STRUCTURE_IDS[at % STRUCTURE_IDS.length] ?? 'of 2026'
    const html = STRUCTURES[structure].post({ id, language, random, name, slug: handles.facebook, slot, text: 'Made to last.', picture: 'ad', card: { landing, domain, title: 'Spring is here' } })
    return { html: whole(html, rest), ad: { name, page: handles.facebook, domain: UNMARKED.includes(structure) ? null : domain, landing, badge: here } }
  },
}))

/** Whether a trap is one post, which stands wherever a post can. */
function isOnePost({ html }: Trap): boolean {
  return html(languageOf('en'), () => 0.5, 'x').html.split('data-demo-id').length === 2
}

const traps: PostRecipe[] = TRAPS.filter((trap) => isWritable(trap) && isOnePost(trap)).map((trap) => ({
  id: trap.id,
  make: ({ code }, random, id) => {
    const { html, ...rest } = trap.html(languageOf(code), random, id)
    return { html: whole(html, rest), ad: null }
  },
}))

export const fixture: SiteFixture = {
  site: 'facebook',
  address: 'https://www.facebook.com/fixture',
  languages: CODES.map((code) => languageOf(code)),
  style: PAGE_STYLE,
  frame: (posts) => `<div id="mount"><div role="banner"></div><main role="main"><div role="feed" class="list">${posts}</div></main></div>`,
  list: '.list',
  ads,
  traps,
}
