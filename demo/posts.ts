import { FIRST_POSTS } from './first-posts.ts'
import { laterPost } from './later-posts.ts'
import { hash, randomFrom } from './random.ts'
import { inLanguage, type Line } from './texts.ts'

export type Structure = '2020' | '2023' | '2026'
export type Lang = 'en' | 'de' | 'es'

export type Trap =
  | 'body is exactly the ad label'
  | 'page named like the ad label'
  | 'suggested for you'
  | 'paid partnership with a listed brand'
  | 'friend shares a post of a listed brand'
  | 'organic post by a listed brand'
  | 'link to /ads/about in the body'
  | 'comment by a listed brand'
  | 'zero-width element with the ad label in the header'
  | 'link share with display domain and attributionsrc'
  | 'tagged page named like the ad label'
  | 'call to action under an organic post'
  | 'post in a group named like the ad label'
  | 'timestamp scrambled with letters of the ad label'
  | 'invisible label whose target is absent'

/** A page, person or firm that can be named in a post. */
export interface Account {
  name: string
  slug: string | null
  pageId: string | null
}

export interface DemoPost extends Account {
  id: string
  kind: 'ad' | 'organic' | 'paid-partnership' | 'suggested' | 'unsure'
  structure: Structure
  lang: Lang
  domain: string | null
  /** Without tracking parameters; these and the l.php wrapping are added when rendered. */
  landing: string | null
  /**
   * 'ads-about' = the label links to /ads/about/, 'paid-for' = "Sponsored · Paid for by NAME".
   * 'scrambled' can only be read by its layout; 'aria-label' has its letters scrambled as well; in the 2026 structure with `late: 'label'` the text is
   * instead only in an element named by aria-labelledby, which arrives late.
   */
  label: 'text' | 'aria-label' | 'scrambled' | 'ads-about' | 'paid-for' | null
  trap: Trap | null
  body: string
  media: 'image' | 'video' | 'none' | 'card'
  late: 'label' | 'name' | null
  /** The second account a post names: partner brand, sharer's source, commenter, group author. */
  also?: Account
}

/** A post before it has a place in the feed. */
export type Draft = Omit<DemoPost, 'id' | 'structure' | 'lang' | 'body'> & { body: Line }

export interface PostOptions {
  seed?: number
  lang?: Lang
}

const BLOCK = 40
const FIRST_2023 = 26
const FIRST_2020 = 33

function structureAt(index: number): Structure {
  const place = index % BLOCK
  if (place < FIRST_2023) return '2026'
  return place < FIRST_2020 ? '2023' : '2020'
}

export function makePost(index: number, { seed = 1, lang = 'en' }: PostOptions = {}): DemoPost {
  // Every post has its own random numbers, so that post 3000 does not need the 2999 before it.
  const draft = FIRST_POSTS[index] ?? laterPost(randomFrom(hash(`${seed}/${index}`)))
  return { ...draft, id: `p${index}`, structure: structureAt(index), lang, body: inLanguage(draft.body, lang) }
}

export function makePosts(count: number, options: PostOptions = {}): DemoPost[] {
  return Array.from({ length: count }, (_, index) => makePost(index, options))
}
