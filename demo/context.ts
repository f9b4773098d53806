import { html, type Html } from './html.ts'
import type { DemoPost } from './posts.ts'
import { hash, randomFrom, type Random } from './random.ts'
import { WORDS, type Words } from './words.ts'

/** What every part of one post's markup needs to know. */
export interface Context {
  post: DemoPost
  words: Words
  /** Same post, same numbers: a refilled post must look like it did before. */
  random: Random
  /** Place in the feed, from the digits of the id. */
  place: number
  label: string
  headlineIndex: number
  /** An id for an element of this post that others refer to. */
  idOf: (part: string) => string
  /** ` data-ad-rendering-role="…"`, which the 2020 structure does not have yet. */
  role: (name: string) => Html
}

export function contextOf(post: DemoPost): Context {
  const words = WORDS[post.lang]
  const number = hash(post.id)
  // Newer accounts see the second word ("Ad") instead of the first.
  const newWord = post.structure === '2026' && number % 3 === 0
  return {
    post,
    words,
    random: randomFrom(number),
    place: Number(/\d+/.exec(post.id)?.[0] ?? 0) + 1,
    label: words.labels[newWord ? 1 : 0],
    headlineIndex: number % 4,
    idOf: (part) => `_r_${post.id}${part}_`,
    role: (name) => (post.structure === '2020' ? html`` : html` data-ad-rendering-role="${name}"`),
  }
}
