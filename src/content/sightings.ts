/** As many are remembered, the latest; a page that is scrolled for hours must not take ever more memory. */
const MOST = 300

/**
 * The ads seen on this page, told apart by what they are. A feed throws posts away and draws them
 * again, so one ad is counted as often as it stood there at the same time, not as often as it was drawn.
 */
export function makeSightings<Ad>() {
  const ads = new Map<string, { ad: Ad; posts: WeakRef<Element>[]; most: number }>()
  let total = 0
  return {
    /**
     * @param earlier the key that this ad had before more of it was known
     * @returns whether the count changed
     */
    add(key: string, post: Element, ad: Ad, earlier?: string | null): boolean {
      const before = total
      const known = ads.get(earlier ?? '')
      if (known && earlier) {
        known.posts = known.posts.filter((other) => other.deref() !== post)
        total--
        if (--known.most <= 0) ads.delete(earlier)
      }
      const seen = ads.get(key) ?? { ad, posts: [], most: 0 }
      ads.set(key, seen)
      for (const oldest of ads.keys()) {
        if (ads.size <= MOST) break
        ads.delete(oldest)
      }
      seen.ad = ad
      seen.posts = [...seen.posts.filter((other) => other.deref() !== post && other.deref()?.isConnected), new WeakRef(post)]
      if (seen.posts.length > seen.most) {
        seen.most = seen.posts.length
        total++
      }
      return total !== before
    },
    get total(): number {
      return total
    },
    /** Each ad as often as it was counted. */
    list(): Ad[] {
      return [...ads.values()].flatMap(({ ad, most }) => Array<Ad>(most).fill(ad))
    },
  }
}
