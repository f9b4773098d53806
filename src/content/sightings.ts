/** As many are remembered, the latest; a page that is scrolled for hours must not take ever more memory. */
const MOST = 300

/**
 * The ads seen on this page, told apart by what they are. A feed throws posts away and draws them
 * again, so one ad is counted as often as it stood there at the same time, not as often as it was drawn.
 */
export class Sightings<Ad> {
  readonly #ads = new Map<string, { ad: Ad; posts: WeakRef<Element>[]; most: number }>()
  #total = 0

  /**
   * @param earlier the key that this ad had before more of it was known
   * @returns whether the count changed
   */
  add(key: string, post: Element, ad: Ad, earlier: string | null = null): boolean {
    const total = this.#total
    const before = this.#ads.get(earlier ?? '')
    if (before && earlier) {
      before.posts = before.posts.filter((other) => other.deref() !== post)
      before.most--
      this.#total--
      if (before.most <= 0) this.#ads.delete(earlier)
    }
    const seen = this.#ads.get(key) ?? { ad, posts: [], most: 0 }
    this.#ads.set(key, seen)
    const [oldest] = this.#ads.keys()
    if (this.#ads.size > MOST && oldest !== undefined) this.#ads.delete(oldest)
    seen.ad = ad
    const others = seen.posts.filter((other) => other.deref() !== post && other.deref()?.isConnected)
    seen.posts = [...others, new WeakRef(post)]
    if (seen.posts.length > seen.most) {
      seen.most = seen.posts.length
      this.#total++
    }
    return this.#total !== total
  }

  get total(): number {
    return this.#total
  }

  /** Each ad as often as it was counted. */
  list(): Ad[] {
    return [...this.#ads.values()].flatMap(({ ad, most }) => Array<Ad>(most).fill(ad))
  }
}
