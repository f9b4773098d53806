import type { Site } from '../sites/types.ts'
import type { AdOnPage } from './ad.ts'
import type { LabelledAd } from './feed.ts'

/** What a page's script leaves for the next one and for those that come on demand, in the isolated world. */
export interface PageScript {
  isAlive: () => boolean
  site: string
  /** How the site's posts are found, and in which hosts' shadow trees as well; a script of an earlier version has none. */
  posts?: Site['postsIn']
  shadows?: Site['shadows'] | undefined
  /** The ads that have a badge. */
  labelled: () => LabelledAd[]
  /** The ad that a node is part of. */
  adAt: (node: Node) => AdOnPage | undefined
  /** What was under the last right click. */
  target?: WeakRef<Node>
}

export type PageHost = typeof globalThis & { adpledge?: PageScript }
