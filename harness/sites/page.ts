import { escape } from '../../demo/html.ts'
import { hash, randomFrom } from '../../demo/random.ts'
import type { FixtureLanguage, FixturePost, PostRecipe, SiteFixture } from './types.ts'

/** A recipe's post in a language; the same each time. */
export function makePost({ id, make }: PostRecipe, language: FixtureLanguage, seed = 0): FixturePost {
  const own = `${id} × ${language.code}${seed === 0 ? '' : ` × ${seed}`}`
  return { id: own, ...make(language, randomFrom(hash(own)), own) }
}

/** Ads and traps, mixed as in a feed: two traps after each ad. */
export function makeFeed({ ads, traps }: SiteFixture, language: FixtureLanguage, seed = 0): FixturePost[] {
  const rest = traps.map((recipe) => makePost(recipe, language, seed))
  const mixed = ads.flatMap((recipe) => [makePost(recipe, language, seed), ...rest.splice(0, 2)])
  return [...mixed, ...rest]
}

/** The whole document. */
export function renderSite({ style, frame, script = '' }: SiteFixture, language: FixtureLanguage, posts: readonly FixturePost[]): string {
  return `<!doctype html><html lang="${language.code}" dir="${language.dir}"><head><meta charset="utf-8"><title>${escape('Feed')}</title><style>${style}</style><script>${script}</script></head><body>${frame(posts.map(({ html }) => html).join('\n'))}</body></html>`
}
