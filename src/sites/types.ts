/** What a site adapter tells of a page. Adapters are pure: they read the DOM and change nothing. */

export type Verdict = 'ad' | 'paid-partnership' | 'suggested' | 'organic' | 'unsure'

/** One thing seen in a post's header, and which verdict it speaks for. */
export interface Evidence {
  sign:
    | 'visible label'
    | 'aria-label'
    | 'ads/about link'
    | 'paid for by'
    | 'letters of a label'
    | 'ad parameter in a link'
    | 'paid partnership mark'
    | 'suggested mark'
    | 'time in a header link'
    | 'unreadable header link'
    | 'invisible link text'
    | 'ad picture'
    | 'tracked link'
    | 'no readable header'
    | 'no sign'
  says: Verdict
  /** The text or address that was seen, at most 80 characters. */
  value: string
}

export interface Reading {
  verdict: Verdict
  evidence: Evidence[]
  /** Where a person reads that it is an ad; null unless the verdict is `ad`. */
  label: Element | null
  /** Ids of elements that are to say what this post is and aren't there yet, or are empty. */
  waitsFor: readonly string[]
}

/** A site's words by language, see `*.labels.json`; languages as in `html[lang]`. */
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

/** Every part may be missing; `readFrom` says where each one that isn't was read. */
export interface Advertiser {
  name: string | null
  /** Page slug or numeric page id. */
  page: string | null
  pageUrl: string | null
  /** Domain printed on the ad, lower case. */
  domain: string | null
  /** Decoded http(s) address that the ad leads to, without tracking parameters. */
  landing: string | null
  readFrom: Partial<Record<'name' | 'page' | 'domain' | 'landing', string>>
}

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
  read(post: Element, words: Words, lastLook?: boolean): Reading
  advertiser(post: Element): Advertiser
  /** The name's element, what is in it, and whatever else of the header a badge must not cover. */
  header(post: Element): Element[]
  /** The page's own theme, where it has one apart from the system's. */
  theme(document: Document): 'light' | 'dark' | null
}
