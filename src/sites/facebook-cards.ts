import { allIn, outwards, printedDomain } from './facebook-links.ts'
import { normaliseLabel, plainText } from './text.ts'
import type { Advertiser, Evidence, Reading, SiteData } from './types.ts'
import { Look } from './visible-text.ts'

/**
 * Facebook's ads beside the feed and on Marketplace: cards with a link and a domain, and without a page.
 *
 * In the right column one heading says for all below it what they are, until the next heading: contacts, birthdays and chats follow
 * there. On Marketplace each card says it, and its link has a name of its own; what people sell says "Sponsored" as well when they
 * paid for that, but leads to Facebook.
 */

const COLUMN = '[role=complementary], #right_rail_container, [data-pagelet=RightRail], .ego_section'
const IN_COLUMN = `:is(${COLUMN}) *`
const OLD_CARD = '.ego_unit'
const COLUMN_LINK = 'a[target^=rhcad]'
const OUTWARD = `${COLUMN_LINK}, a[href*="/l.php?"], a[data-lynx-uri]`
const ADS_ABOUT = 'a[href*="/ads/about"]'
/** What may be part of a card; on Marketplace only what can say so. */
const MARK = `:is(${OUTWARD}):is(${IN_COLUMN}), :is(a[aria-label][href*="/l.php?"], ${ADS_ABOUT}):not(${IN_COLUMN})`
/** Not of those that are part of a card, or that somebody wrote. */
const HEADING = ':is(h2, h3, h4, [role=heading]):not(a *, div[dir=auto] *), .ego_section > :first-child'
/** A card holds neither a heading, nor what is sold here, nor parts of posts. */
const OTHER = `${HEADING}, a[href*="/marketplace/item/"], [data-ad-rendering-role]`
const BOUNDS = `${COLUMN}, [role=main], main, body`

/** Kept, for what is drawn anew in a card need be none. */
const cards = new WeakSet<Element>()

const linksIn = (card: Element) => allIn(card, OUTWARD)

/** The largest box around a mark that holds the links of one ad alone. */
function cardAround(mark: Element): Element | null {
  let card = mark.closest(OLD_CARD)
  if (!card) {
    card = mark
    for (let box = card.parentElement; box && !box.matches(BOUNDS) && !box.querySelector(OTHER) && new Set(linksIn(box).map((link) => link.getAttribute('href'))).size < 2; box = box.parentElement) card = box
  }
  if (linksIn(card).length === 0) return null
  cards.add(card)
  return card
}

export const isCard = (element: Element) => cards.has(element)

/** Cards in a node; in the right column all of it, for a heading says something of those below. */
export function cardsIn(root: ParentNode): Element[] {
  const around = (root instanceof Element && root.closest(COLUMN)) || root
  return [...new Set(allIn(around, MARK).flatMap((mark) => cardAround(mark) ?? []))]
}

/** The card that a node is part of, or the first in it; of the right column at least the first. */
export function cardOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  if (!element) return null
  const column = element.closest(COLUMN)
  const found = cardsIn(column ?? element.ownerDocument)
  let known: Element | null = element
  while (known && !cards.has(known)) known = known.parentElement
  return found.find((card) => card.contains(element) || element.contains(card)) ?? known ?? (column && found[0]) ?? null
}

/** What says of a card that it is an ad: the last heading before it, or its own link. */
function labelOf(card: Element, isLabel: (text: string | null) => boolean): Element | undefined {
  const headings = [...(card.closest(COLUMN)?.querySelectorAll(HEADING) ?? [])]
  const line = headings.findLast((heading) => heading.compareDocumentPosition(card) === Node.DOCUMENT_POSITION_FOLLOWING) ?? card.querySelector(ADS_ABOUT)
  return line ? [line, ...line.querySelectorAll('*')].findLast((element) => isLabel(element.textContent)) : undefined
}

export function readCard(card: Element, { words }: SiteData): Reading {
  const evidence: Evidence[] = []
  const add = (sign: Evidence['sign'], says: Evidence['says'], value = '') => evidence.push({ sign, says, value: plainText(value, 80) })
  const isLabel = (text: string | null) => words.sponsored.includes(normaliseLabel(text))
  const links = linksIn(card)
  const label = links[0] && labelOf(card, isLabel)
  if (label) {
    const isSeen = isLabel(new Look(label).read(label).map(({ text }) => text).join(''))
    add(isSeen ? 'label' : 'hidden label', isSeen ? 'ad' : 'unsure', label.textContent ?? '')
  }
  for (const link of links) {
    const name = normaliseLabel(link.getAttribute('aria-label'))
    if (link.matches(COLUMN_LINK)) add('ad mark', 'ad', 'rhcad')
    if (words.advertiserLink.some(([before, after = before]) => name.startsWith(before) && name.endsWith(after))) add('ad mark', 'ad', name)
  }
  if (evidence.length === 0) add('none', 'organic')
  const verdict = evidence.find(({ says }) => says !== 'ad')?.says ?? 'ad'
  return { verdict, evidence, label: verdict === 'ad' ? ((card.contains(label ?? null) && label) || (domainIn(card) ?? links[0] ?? card)) : null, refersTo: [] }
}

function domainIn(card: Element): Element | undefined {
  return [...card.querySelectorAll('*')].find((element) => element.childElementCount === 0 && !/\s/.test(element.textContent?.trim() ?? '') && printedDomain(element))
}

export function advertiserOfCard(card: Element): Advertiser {
  return { name: null, page: null, domain: printedDomain(domainIn(card)), landing: linksIn(card).map(outwards).find(Boolean)?.href ?? null }
}
