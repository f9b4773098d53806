/** What a site adapter tells of a page. Adapters are pure: they read the DOM and change nothing. */

export type Verdict = 'ad' | 'paid-partnership' | 'suggested' | 'organic' | 'unsure'

/** One thing seen in a post's header, and which verdict it speaks for. */
export interface Evidence {
  sign: Sign
  says: Verdict
  /** The text or address that was seen, at most 80 characters. */
  value: string
}

export type Sign =
  /** A label that a person reads, letter by letter. */
  | 'label'
  /** A label that is said of what a person sees: a name for those who can't. */
  | 'aria-label'
  /** A link to the site's word on ads. */
  | 'ads/about'
  | 'paid for by'
  /** A heap of letters that holds a label, saved without the styles that would tell which are shown. */
  | 'letters without styles'
  /** A parameter by which the site's own links tell an ad. */
  | 'ad parameter'
  /** An ad's picture or tracked link; weak. */
  | 'ad content'
  | 'paid partnership'
  | 'suggested'
  | 'time'
  /** A link with a picture of something. */
  | 'unreadable'
  /** A link of characters without a glyph. */
  | 'invisible text'
  | 'no header'
  | 'none'

export interface Reading {
  verdict: Verdict
  evidence: Evidence[]
  /** Where a person reads that it is an ad; null unless the verdict is `ad`. */
  label: Element | null
  /** Ids of elements outside of it that have a say in this, whether they are there yet or not. */
  refersTo: readonly string[]
}

/** A site's data as it is written in `*.data.json`. */
export interface SiteFile {
  notPages: readonly string[]
  labels: Labels
}

/** What a site's interface calls things, by language, as in `html[lang]`. */
export type Labels = Readonly<Record<string, Partial<Record<'sponsored' | 'paidFor' | 'partnership' | 'suggested' | 'time', readonly string[]>>>>

/** The words of one language (and English), ready to compare. */
export interface Words {
  sponsored: readonly string[]
  /** What stands before and after the name of who paid. */
  paidFor: readonly (readonly [before: string, after: string])[]
  partnership: readonly string[]
  suggested: readonly string[]
  /** Times without digits. */
  time: readonly string[]
}

/** What a site's adapter knows as data, so that its script stays small. */
export interface SiteData {
  words: Words
  /** First parts of paths that are no page of anybody's. */
  notPages: readonly string[]
}

/** Every part may be missing. */
export interface Advertiser {
  name: string | null
  /** Page slug or numeric page id. */
  page: string | null
  /** Domain printed on the ad, lower case. */
  domain: string | null
  /** Decoded http(s) address that the ad leads to, as it stands. */
  landing: string | null
}

/** What is known of a site that reading it doesn't need; apart, so that pages don't load it. */
export interface SiteTools {
  /** The address of an advertiser's page. */
  pageUrl(page: string): string
  origins(post: Element, advertiser: Advertiser): Origins
}

/** Where each part that isn't missing was read, in words. */
export type Origins = Partial<Record<'name' | 'page' | 'domain' | 'landing', string>>

export interface Site {
  readonly id: string
  /** Host names that it reads. */
  readonly hosts: readonly string[]
  /** Attributes whose change can make a post readable or another post. */
  readonly attributes: readonly string[]
  /** The posts inside a node, itself included, in document order. */
  postsIn(root: ParentNode): Element[]
  /** The post that a node is part of. */
  postOf(node: Node): Element | null
  /**
   * Reads layout only when a header holds what may be a label.
   * @param lastLook the post was in view as often as it is waited for: weak signs may decide
   */
  read(post: Element, data: SiteData, lastLook?: boolean): Reading
  advertiser(post: Element, data: SiteData): Advertiser
  /** The name's element, what is in it, and whatever else of the header a badge must not cover. */
  header(post: Element): Element[]
  /** The page's own theme, where it has one apart from the system's. */
  theme(document: Document): 'light' | 'dark' | null
}
