import { BADGE_TAG } from './badge.ts'

/** Where in a document badges stand, each with its post. */

const posts = new WeakMap<Element, Element>()

/** The post of a badge; undefined for one that isn't ours. */
export function postOfHost(host: Element): Element | undefined {
  return posts.get(host)
}

/**
 * Puts a badge's element into a post, where it is drawn.
 * @param box the post, or the first element in it that has a box: what is in `display: contents` would not move with the post
 */
export function attach(host: Element, post: Element, box: Element): void {
  posts.set(host, post)
  box.prepend(host)
  bringOut(host)
}

/** The children of an element with a shadow tree are drawn in its slots, and there may be none for ours; the tree may come later. */
export function bringOut(host: Element): void {
  const box = host.parentElement
  if (box?.shadowRoot && !host.assignedSlot) box.before(host)
}

/** Moves a badge to where page styles that count children don't count it. */
export function setBack(host: Element): void {
  const box = host.parentElement
  if (box && posts.get(host)?.contains(box)) box.append(host)
  else posts.get(host)?.after(host)
}

/** Whether a badge still stands where it was put. */
export function isAttached(host: Element, post: Element): boolean {
  return post.contains(host) || host.nextElementSibling === post || host.previousElementSibling === post
}

/** Badges in a post or beside it, ours or not. */
export function hostsOf(post: Element): Element[] {
  const beside = [post.previousElementSibling, post.nextElementSibling].filter((element) => element?.localName === BADGE_TAG && (posts.get(element) ?? post) === post)
  return [...post.querySelectorAll(BADGE_TAG), ...beside] as Element[]
}
