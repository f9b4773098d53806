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
  /** An element, attribute or link that the site has on ads alone. */
  | 'ad mark'
  /** Something that the site has on most ads and hardly anywhere else; it takes another sign with it. */
  | 'ad hint'
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
  /** A label that is there and can't be seen. */
  | 'hidden label'
  | 'no header'
  | 'none'

export interface Reading {
  verdict: Verdict
  evidence: Evidence[]
  /** Where a person reads that it is an ad; null unless the verdict is `ad`. */
  label: Element | null
  /** Ids of elements outside of it that have a say in this, whether they are there yet or not. */
  refersTo: readonly string[]
  /** Where the header ends: nothing in it or after it says what the post is. Left out where that isn't known. */
  body?: Element | null | undefined
  /** As {@link Site.header}, where it is known by now. */
  header?: readonly Element[]
}

/** A site's data as it is written in `*.data.json`. */
export interface SiteFile {
  notPages: readonly string[]
  labels: Labels
}

/** What a site's interface calls things, by language, as in `html[lang]`. */
export type Labels = Readonly<Record<string, Partial<Record<WordKind, readonly string[]>>>>

export type WordKind = 'sponsored' | 'promotedBy' | 'paidFor' | 'partnership' | 'suggested' | 'time' | 'advertiserLink'

/** What stands before and after a name. */
export type Around = readonly [before: string, after: string]

/** The words of one language (and English), ready to compare. */
export interface Words {
  sponsored: readonly string[]
  /** Labels that name who advertises: "Promoted by …". */
  promotedBy: readonly Around[]
  /** Around the name of who paid. */
  paidFor: readonly Around[]
  partnership: readonly string[]
  suggested: readonly string[]
  /** Times without digits. */
  time: readonly string[]
  /** Names of links that lead to an advertiser: how they begin and, where that is something else, how they end. */
  advertiserLink: readonly (readonly [before: string, after?: string])[]
}

/** What a site's adapter knows as data, so that its script stays small. */
export interface SiteData {
  words: Words
  /** First parts of paths that are no page of anybody's. */
  notPages: readonly string[]
  /** Signs that don't count for now: a published list can calm a site by them. */
  ignored: readonly Sign[]
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

/** Where each part that isn't missing was read, in words. */
export type Origins = Partial<Record<'name' | 'page' | 'domain' | 'landing', string>>

/** What is known of a site that reading it doesn't need; pages of the extension load no more of a site. */
export interface SiteAbout {
  /** As in campaigns' `platforms`, and the name of the site's file. */
  readonly id: string
  /** Its own name, the same in every language. */
  readonly name: string
  /** Where its feed is. */
  readonly home: string
  /** Match patterns of the pages that it reads. */
  readonly matches: readonly string[]
  /** It comes with the extension; others are asked for when they are switched on. */
  readonly isRequired?: true
  /** Further adapters of it, each a script by itself, by the names of their files; the manifest says which pages get them. */
  readonly moreScripts?: readonly string[]
  /** Its script holds all that it runs, and comes without the common one: where a page then loads a good deal less. */
  readonly standsAlone?: true
  /** The address of an advertiser's page. */
  pageUrl(page: string): string
  /** Where the site's public ad library shows an advertiser's ads, or at least begins; left out where the site has none that we know. */
  adLibrary?(advertiser: Pick<Advertiser, 'name' | 'page' | 'domain'>): string | null
}

/** How a site's pages are read. */
export interface Site {
  readonly id: string
  /** Attributes whose change can make a post readable or another post. */
  readonly attributes: readonly string[]
  /** What of a post's body tells who advertises, where {@link Reading.body} is told; the rest of it may change as it likes. */
  readonly bodyClues?: string
  /** Elements that keep posts in an open shadow tree of theirs; changes in there aren't told outside. */
  readonly shadows?: string
  /** How high a badge must lie to be above what a post draws over its own pictures; 1 unless told. */
  readonly layer?: number
  /** The posts inside a node, itself included, in document order. */
  postsIn(this: void, root: ParentNode): Element[]
  /** The post that a node is part of. */
  postOf(node: Node): Element | null
  /**
   * Where the body begins of a post that can be told to be no ad without reading it, as long as nothing before its body changes;
   * null for any other.
   */
  settledBody?(post: Element, data: SiteData): Element | null
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
