import { cardsIn } from './facebook-cards.ts'

/**
 * Where posts are, in page structures of 2018 to 2026.
 *
 * A post is found from its name outwards: `profile_name` (or a linked heading) is on every post,
 * while containers come and go: `userContentWrapper` until 2019, `FeedUnit` until 2024,
 * `aria-posinset` since; `role=article` was a post and is now a comment. The `data-ad-*` attributes
 * are on organic posts as well and mark no ad.
 */

export const OLD_POST = '.userContentWrapper'
const IN_FEED = '[role=feed] > div'
/** A unit of the video feed or a reel; in a post of the feed only part of it. */
const VIDEO = '[data-virtualized]:not([aria-posinset] *, [data-pagelet^=FeedUnit_] *, [role=article] *)'
export const CONTAINER = `[aria-posinset], [data-pagelet^=FeedUnit_], [id^=hyperfeed_story_id_], ${OLD_POST}, [role=article], ${VIDEO}, ${IN_FEED}`
export const PROFILE_NAME = '[data-ad-rendering-role=profile_name]'
const LIKE = '[data-ad-rendering-role=like_button]'
const HEADING = 'h2, h3, h4, h5'
const LINKED_HEADING = `:is(${HEADING}) a[href]`
export const LINK = 'a, [role=link]'

/** Posts that no known container marks; kept, for what changes in them doesn't lead to their name. */
const unmarked = new WeakSet<Element>()

/** The box around a name: a known container, else the smallest one that also has the Like button. */
function containerOf(name: Element): Element | null {
  const container = name.closest(CONTAINER)
  // A child of a list of results may hold several posts.
  if ((container && !container.matches(IN_FEED)) || !name.closest(PROFILE_NAME)) return container
  const box = name.closest(`:has(${LIKE})`)
  if (!box || (container && !container.contains(box))) return container
  // While a page is still loading, the first button found may be that of another post.
  if (aroundButton(box.querySelector(LIKE)) !== box) return null
  unmarked.add(box)
  return box
}

const aroundButton = (like: Element | null) => like?.closest(`:has(${PROFILE_NAME})`) ?? null

/** The name in the header of this very post, not one of a post or comment inside it. */
export function nameIn(post: Element): Element | null {
  let name: Element | null = null
  for (const selector of [PROFILE_NAME, LINKED_HEADING]) {
    for (const candidate of post.querySelectorAll(selector)) {
      if (containerOf(candidate) !== post) continue
      if (selector === PROFILE_NAME) return candidate
      // "Jane likes this" is a heading of its own above that of the post.
      if (!name || isContextOf(name, candidate, post)) name = candidate
    }
  }
  return name
}

/** Whether the second heading follows the first with no link between them, as a post's time would be. */
function isContextOf(first: Element, second: Element, post: Element): boolean {
  const [upper, lower] = [first.closest(HEADING), second.closest(HEADING)]
  const links = [...post.querySelectorAll(LINK)]
  return upper !== lower && links.findLastIndex((link) => upper?.contains(link)) + 1 === links.findIndex((link) => lower?.contains(link))
}

/** The outermost container with a name of its own: what lies inside is a shared post or a comment. */
export function postOf(node: Node): Element | null {
  let post: Element | null = null
  const element = node instanceof Element ? node : node.parentElement
  for (let box = element?.closest(CONTAINER); box; box = box.parentElement?.closest(CONTAINER)) {
    if (nameIn(box)) post = box
  }
  for (let box = element; box && !post; box = box.parentElement) if (unmarked.has(box)) post = box
  return post
}

export function postsIn(root: ParentNode): Element[] {
  // Most of what is added to a page: numbers, texts, parts of pictures.
  if (!root.firstElementChild && !(root instanceof HTMLAnchorElement)) return []
  const own = root instanceof Element && root.matches(CONTAINER) ? postOf(root) : null
  const posts = own ? [own] : []
  // What is in a post is in no other.
  const isIn = (mark: Element) => posts.some((post) => post.contains(mark) && !unmarked.has(post))
  if (own && isIn(own)) return posts
  for (const mark of root.querySelectorAll(`${PROFILE_NAME}, ${LINKED_HEADING}, ${LIKE}`)) {
    if (isIn(mark)) continue
    const name = mark.matches(LIKE) ? (mark.closest(CONTAINER)?.matches(IN_FEED) === false ? null : aroundButton(mark)?.querySelector(PROFILE_NAME)) : mark
    const box = name && containerOf(name)
    const post = box && (postOf(box) ?? box)
    if (post && !posts.includes(post)) posts.push(post)
  }
  return [...posts, ...cardsIn(root, (link) => isIn(link) || postOf(link) !== null)]
}
