import type { PostParts } from './parts.ts'

export interface Structure {
  /** One post; its outermost element has `data-demo-id`. */
  post: (parts: PostParts) => string
  /** What is around the posts of a feed. */
  feed: (posts: readonly string[]) => string
  /** A post shown inside another one; it has no slot where its time isn't shown. */
  inner: (parts: InnerParts) => string
}

export type InnerParts = Pick<PostParts, 'name' | 'slug' | 'random' | 'text' | 'card' | 'picture'> & { slot: string | null }
