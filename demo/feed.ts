import type { DemoPost, Structure } from './posts.ts'
import { renderLatePart, renderPost, type LatePart } from './render.ts'

/** One post as the page script takes it; also the JSON of /demo/more. */
export interface FeedItem {
  id: string
  structure: Structure
  html: string
  late: LatePart | null
}

export interface FeedOptions {
  /** One structure for all posts instead of each post's own. */
  structure?: Structure
  late?: boolean
}

export function feedItems(posts: readonly DemoPost[], { structure, late = true }: FeedOptions = {}): FeedItem[] {
  return posts.map((given) => {
    const post: DemoPost = { ...given, structure: structure ?? given.structure, late: late ? given.late : null }
    return { id: post.id, structure: post.structure, html: renderPost(post), late: renderLatePart(post) }
  })
}
