import type { Random } from '../../demo/random.ts'
import type { Advertiser } from '../../src/sites/types.ts'

/** Pages of each site, made by us of what is known of its markup; what every post is, is known by construction. */

export interface FixturePost {
  /** Unique on its page and telling what it is; the post's outermost element has it as `data-demo-id`. */
  id: string
  html: string
  /** What must be read of an ad, its link without tracking; null for what must not be called one. */
  ad: (Advertiser & { badge: string }) | null
}

/** How a post is made: anew for each language, from a seed. */
export interface PostRecipe {
  id: string
  make: (language: FixtureLanguage, random: Random, id: string) => Omit<FixturePost, 'id'>
}

export interface FixtureLanguage {
  /** As in `html[lang]`. */
  code: string
  dir: 'ltr' | 'rtl'
  /** What the site calls an ad; the first is the usual one. */
  labels: readonly string[]
}

export interface SiteFixture {
  /** As in the registry. */
  site: string
  /** Where it is served. */
  address: string
  languages: readonly FixtureLanguage[]
  /** Styles with which posts lie as on the site: heights, absolute cells, wrappers without boxes. */
  style: string
  /** A whole body's content around posts. */
  frame: (posts: string) => string
  /** The element in it that new posts are added to. */
  list: string
  /** At least 8. */
  ads: readonly PostRecipe[]
  /** At least 12: every false positive that is known of the site, and organic posts of each kind. */
  traps: readonly PostRecipe[]
  /** Script of the page itself, such as custom elements with shadow trees. */
  script?: string
}
