import { allIn, printedDomain } from './facebook-links.ts'
import { normaliseLabel } from './text.ts'
import type { Words } from './types.ts'

/**
 * Facebook's ads beside the feed and on Marketplace: cards with a link and a domain, and without a page.
 *
 * In the right column one heading says for all below it what they are, until the next heading: contacts, birthdays and chats follow
 * there. On Marketplace each card says it, and its link has a name of its own; what people sell says "Sponsored" as well when they
 * paid for that, but leads to Facebook.
 */

const COLUMN = '[role=complementary], #right_rail_container, [data-pagelet=RightRail], .ego_section'
const OLD_CARD = '.ego_unit'
const OUTWARD = 'a[target^=rhcad], a[href*="/l.php?"], a[data-lynx-uri]'
const MARK = `:is(${COLUMN}) :is(${OUTWARD}), a[aria-label][href*="/l.php?"]`
/** Not of those that are part of a card, or that somebody wrote. */
const HEADING = ':is(h2, h3, h4, [role=heading]):not(a *, div[dir=auto] *), .ego_section > :first-child'
/** Nothing larger is a card, nor what holds a heading, or part of a post. */
const OUTER = `${COLUMN}, [role=main], main, body, :has(${HEADING}, [data-ad-rendering-role])`
/** Links that lead somewhere: a card's all lead to one place. */
const LEADING = 'a[href]:not([href^="#"], [href*="/ads/about"])'

/** Kept, for what is drawn anew in a card need be none. */
const cards = new WeakSet<Element>()
export const isCard = (element: Element) => cards.has(element)

/** The largest box around a link that holds no other. */
function cardAround(link: Element): Element {
  let card = link.closest(OLD_CARD) ?? link
  for (let box = card.parentElement; box && !card.matches(OLD_CARD) && !box.matches(OUTER) && allIn(box, LEADING).every((other) => other.getAttribute('href') === link.getAttribute('href')); box = box.parentElement) card = box
  cards.add(card)
  return card
}

/**
 * Cards in a node; in the right column all of it, for a heading says something of those below.
 * @param isTaken whether a link is part of something else
 */
export function cardsIn(root: ParentNode, isTaken: (link: Element) => boolean): Element[] {
  const links = allIn((root instanceof Element && root.closest(COLUMN)) || root, MARK).filter((link) => !isTaken(link))
  return [...new Set(links.map(cardAround))]
}

/** The card that a node is part of; of the right column at least the first. */
export function cardOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  const column = element?.closest(COLUMN)
  const found = column ? cardsIn(column, () => false) : []
  let known = element
  while (known && !cards.has(known)) known = known.parentElement
  const link = element?.closest(MARK)
  return found.find((card) => card.contains(element) || element?.contains(card)) ?? known ?? (link && cardAround(link)) ?? found[0] ?? null
}

/** A card's link, and what says of it that it is an ad: the last heading before it, or the site's word on ads. */
export function cardHeader(card: Element): { name: Element | null; elements: Element[]; before: number } {
  const headings = [...(card.closest(COLUMN)?.querySelectorAll(HEADING) ?? [])]
  const line = headings.findLast((heading) => heading.compareDocumentPosition(card) === Node.DOCUMENT_POSITION_FOLLOWING) ?? card.querySelector('a[href*="/ads/about"]')
  return { name: allIn(card, OUTWARD)[0] ?? null, elements: line ? allIn(line, '*') : [], before: 0 }
}

/** What a link is called that the site has on ads alone. */
export function adLinkName(link: Element, words: Words): string | undefined {
  const name = normaliseLabel(link.getAttribute('aria-label'))
  return link.matches('a[target^=rhcad]') ? 'rhcad' : words.advertiserLink.some(([before, after = before]) => name.startsWith(before) && name.endsWith(after)) ? name : undefined
}

/** Where a card's domain is printed. */
export function domainIn(card: Element): Element | undefined {
  return [...card.querySelectorAll(':not(:has(*))')].find((element) => !/\s/.test(element.textContent?.trim() ?? '') && printedDomain(element))
}
