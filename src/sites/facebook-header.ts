import { cardHeader, isCard } from './facebook-cards.ts'
import { isFacebook, urlOf } from './facebook-links.ts'
import { LINK, nameIn, PROFILE_NAME } from './facebook-posts.ts'
import { normaliseLabel } from './text.ts'
import type { SiteData } from './types.ts'
import { namesOf, piecesOf, type Name } from './document-text.ts'

/** What stands in the header of a post, before anything is made of it. */

/** With any of these the header is over; what a post says in its body is never a label. */
const BODY =
  '[data-ad-rendering-role]:not([data-ad-rendering-role=profile_name]), [data-ad-preview], div[dir=auto], video, form, .userContent, [role=article], a[href*="/l.php?"], a[href*="/reel/"], a[href*="/photo"], a[href*="/watch"]'
const BODY_OR_NAME = `${BODY}, ${PROFILE_NAME}`
const LINK_OR_BODY = `${LINK}, ${BODY}`
const HEADER_CAP = 400
/** More than this in one piece is what somebody wrote, not part of a header; in characters. */
const LONGEST_LINE = 100

export interface HeaderParts {
  name: Element | null
  /** Elements before the body, in document order, without the name's own. */
  elements: Element[]
  /** How many of them come before the name. */
  before: number
  /** What ended it. */
  body?: Element | null
}

export function headerOf(post: Element): HeaderParts {
  if (isCard(post)) return cardHeader(post)
  const name = nameIn(post)
  const elements: Element[] = []
  const header: HeaderParts = { name, elements, before: -1 }
  if (!name) return header
  // Step by step, so that no more of the post is looked at than its header.
  const steps = post.ownerDocument.createTreeWalker(post, NodeFilter.SHOW_ELEMENT)
  while (steps.nextNode()) {
    const element = steps.currentNode as HTMLElement
    if (element === name) header.before = elements.length
    // Its own descendants are the name, whatever they spell.
    if (name.contains(element)) continue
    const isBody = element.matches(header.before < 0 ? BODY : BODY_OR_NAME)
    if ((header.before >= 0 && (isBody || rawText(element).trim().length > LONGEST_LINE)) || elements.length > HEADER_CAP) {
      header.body = element
      break
    }
    if (!isBody && !element.contains(name)) elements.push(element)
  }
  return header
}

export function boxesOf({ name, elements }: HeaderParts): Element[] {
  return [...(name ? [name, ...name.querySelectorAll('*')] : []), ...elements]
}

/** An element's own text, without that of elements inside it. */
export function rawText(element: Element): string {
  let text = ''
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data
  return text
}

/** A part of the header that can say something by itself: a link, or what stands between links. */
export interface Slot {
  node: Node
  element: Element
  link: Element | null
  /** Where the link leads on Facebook itself; '' for nowhere. */
  path: string
  /** What may show text, hidden or not, and all of it in the document's order. */
  pieces: string[]
  text: string
  names: Name[]
  refersTo: string[]
}

export function slotsOf({ elements, before }: HeaderParts): Slot[] {
  const slots: Slot[] = []
  let last: Element | null = null
  for (const element of elements.slice(before)) {
    if (last?.contains(element)) continue
    const link = element.matches(LINK) ? element : null
    const mixed = !link && element.querySelector(LINK_OR_BODY) !== null
    if (!mixed) last = element
    const path = pathOf(link)
    if (path === null) continue
    for (const node of mixed ? element.childNodes : [element]) {
      if (mixed && node.nodeType !== Node.TEXT_NODE) continue
      const pieces = piecesOf(node).map((piece) => normaliseLabel(piece.text)).filter(Boolean)
      slots.push({ node, element, link, path, pieces, text: pieces.join(''), ...namesOf(node) })
    }
  }
  return slots
}

export const PERMALINK = /\/(posts|permalink|videos)\/|^\/(permalink|story)\.php/
export const ADS_ABOUT = /^\/ads\/about(\/|$)/
export const PARTNERSHIP = /^\/business\/help\//

/**
 * Where a link leads; a label leads nowhere, to the word on ads, or to the ad's own post.
 * @returns null where it names somebody or something: "Jane is with Ad", a group called "Sponsored"
 */
function pathOf(link: Element | null): string | null {
  const href = link?.getAttribute('href') ?? ''
  if (href === '' || href.startsWith('#')) return ''
  const url = urlOf(link)
  if (!url || !isFacebook(url)) return null
  return [/^\/($|ads\/|ad_campaign\/)/, PARTNERSHIP, PERMALINK].some((known) => known.test(url.pathname)) ? url.pathname : null
}

/** What a label may be made of besides text. */
const MARK = `${LINK}, [aria-label], [aria-labelledby], [data-content], use`
const MARK_OR_BODY = `${MARK}, ${BODY}`
/** One for all: a document keeps account of each that there is. */
let range: Range | undefined

/**
 * Most posts show at a few questions that nothing in their headers could be a label, wherever it may be drawn: a link says when
 * they were posted, and the letters of no label are there. Whatever takes more than that takes reading.
 */
export function settledBody(post: Element, { words }: SiteData): Element | null {
  const name = isCard(post) ? null : nameIn(post)
  if (!name?.matches(PROFILE_NAME)) return null
  const follows = (element: Element) => name.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING
  let body: Element | null = null
  for (const element of post.querySelectorAll(BODY)) {
    if (!follows(element)) continue
    body = element
    break
  }
  if (!body) return null
  const between = (range ??= new Range())
  between.setStartAfter(name)
  between.setEndBefore(body)
  let header = name
  while (header.parentElement && header.parentElement !== between.commonAncestorContainer) header = header.parentElement
  const next = header.nextElementSibling
  if (next !== body && next?.querySelector(MARK_OR_BODY) !== body) return null
  const text = normaliseLabel(between.toString())
  if (text === '' || words.sponsored.some((word) => word.split('').every((letter) => letter === ' ' || text.includes(letter)))) return null
  let isTimed = false
  for (const mark of header.querySelectorAll(MARK)) {
    if (!follows(mark)) continue
    if (mark.matches('[aria-labelledby], [data-content], use') || ADS_ABOUT.test(pathOf(mark) ?? '') || words.sponsored.includes(normaliseLabel(mark.getAttribute('aria-label')))) return null
    isTimed ||= mark.matches(LINK) && /\p{Nd}/u.test(mark.textContent ?? '')
  }
  return isTimed ? body : null
}
