import { addressOf, printedDomain } from './links.ts'
import { Findings } from './reading.ts'
import { normaliseLabel } from './text.ts'
import type { Advertiser, Reading, SiteData } from './types.ts'
import { Look } from './visible-text.ts'

/**
 * Facebook's ads beside the feed and on Marketplace: cards with a link and a domain, and without a page.
 *
 * In the right column one heading says for all below it what they are, until the next heading: contacts, birthdays and chats follow
 * there. On Marketplace each card says it, and leads to the advertiser by a link of a name of its own; what people sell says "Sponsored" as
 * well when they paid for that, but leads to Facebook.
 */

const BASE = 'https://www.facebook.com/'
const COLUMN = '[role=complementary], #right_rail_container, [data-pagelet=RightRail], .ego_section'
const HEADING = 'h2, h3, h4, [role=heading], .ego_section > :first-child'
const RAIL_LINK = 'a[target^=rhcad], a[href*="/l.php?"], a[data-lynx-uri], .ego_unit a[href]'
const OLD_UNIT = '.ego_unit'
const ADS_ABOUT = 'a[href*="/ads/about"]'
const LISTING = 'a[href*="/marketplace/item/"]'
const POST_PARTS = '[data-ad-rendering-role=profile_name], [aria-posinset], .userContentWrapper, [data-pagelet^=FeedUnit_]'
/** The card is the largest box around its link that holds no other; no further out than this. */
const CARD_DEPTH = 14

const links = (root: ParentNode, selector: string) => [...(root instanceof Element && root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]

/** Where a card's link leads outside of Facebook. */
export function outside(link: Element | null | undefined): URL | null {
  const url = addressOf(link, BASE)
  const target = url && /^lm?\.facebook\.com$/.test(url.hostname) ? addressOf({ getAttribute: () => url.searchParams.get('u') } as unknown as Element, BASE) : url
  return target && !/(^|\.)(facebook|fb)\.com$/.test(target.hostname) ? target : null
}

function isRailLink(link: Element): boolean {
  return link.closest(COLUMN) !== null && !link.closest(POST_PARTS) && (link.matches('a[target^=rhcad]') || outside(link) !== null)
}

/** The advertiser's link on Marketplace stands beside the site's word on ads. */
function marketLinkOf(about: Element): Element | null {
  if (about.closest(`${COLUMN}, ${POST_PARTS}`)) return null
  let box = about.parentElement
  for (let level = 0; box && level < CARD_DEPTH; level++, box = box.parentElement) {
    const found = [...box.querySelectorAll('a[href]')].filter((link) => outside(link) !== null)
    if (found.length > 1 || box.querySelector(POST_PARTS)) return null
    if (found[0]) return found[0]
  }
  return null
}

function cardAround(link: Element): Element {
  const old = link.closest(OLD_UNIT)
  if (old) return old
  let card = link
  for (let level = 0; level < CARD_DEPTH; level++) {
    const box: Element | null = card.parentElement
    if (!box || box.matches(`${COLUMN}, [role=main], main, body`) || links(box, 'a[href]').filter((other) => other.matches(RAIL_LINK) && outside(other)).some((other) => other !== link && other.getAttribute('href') !== link.getAttribute('href')) || box.querySelector(`${HEADING}, ${LISTING}`)) break
    card = box
  }
  return card
}

/** Cards in a node. */
export function cardsIn(root: ParentNode): Element[] {
  const rail = links(root, RAIL_LINK).filter(isRailLink)
  const market = links(root, ADS_ABOUT).flatMap((about) => marketLinkOf(about) ?? [])
  return [...new Set([...rail, ...market].map(cardAround))]
}

/** The card that a node is part of, or the first of those that a heading is said of. */
export function cardOf(node: Node): Element | null {
  let box = node instanceof Element ? node : node.parentElement
  for (let level = 0; box && level < CARD_DEPTH; level++, box = box.parentElement) {
    const [card, other] = cardsIn(box)
    if (card && (card === box || card.contains(node))) return card
    if (card && !other && !box.matches('body, main, [role=main]')) return card
    if (other) return null
  }
  return null
}

const linkIn = (card: Element) => links(card, 'a[href]').find((link) => outside(link) !== null) ?? null

/** What is said of all cards below it: the last heading before this one. */
function headingOf(card: Element): Element | null {
  const column = card.closest(COLUMN)
  return [...(column?.querySelectorAll(HEADING) ?? [])].findLast((heading) => (heading.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !heading.contains(card)) ?? null
}

export function readCard(card: Element, data: SiteData): Reading {
  const findings = new Findings(data)
  const { words } = data
  const isLabel = (text: string | null | undefined) => words.sponsored.includes(normaliseLabel(text))
  const says = (element: Element) => isLabel(new Look(element).read(element).map(({ text }) => text).join(''))
  const printed = domainElement(card) ?? linkIn(card)
  const heading = headingOf(card)
  if (heading) {
    const lines = [heading, ...heading.querySelectorAll('*')].filter((element) => isLabel(element.textContent))
    const seen = lines.at(-1)
    if (seen && says(seen)) findings.add('label', 'ad', seen.textContent, printed)
    else if (seen) findings.add('hidden label', 'unsure', seen.textContent)
  }
  if (card.matches('a[target^=rhcad]') || card.querySelector('a[target^=rhcad]')) findings.add('ad mark', 'ad', 'rhcad', printed)
  const about = card.querySelector(ADS_ABOUT)
  if (about && !card.closest(COLUMN)) {
    const name = normaliseLabel(linkIn(card)?.getAttribute('aria-label'))
    if (name !== '' && words.advertiserLink.some((word) => name === word || name.endsWith(` ${word}`))) findings.add('ad mark', 'ad', name, about)
    if (isLabel(about.textContent) && says(about)) findings.add('label', 'ad', about.textContent, about)
    else findings.add('ads/about', 'ad', about.getAttribute('href'), about)
  }
  if (card.querySelector(LISTING)) findings.add('none', 'unsure', 'listing')
  return findings.reading(printed, card)
}

function domainElement(card: Element): Element | null {
  return links(card, '*').find((element) => element.childElementCount === 0 && printedDomain(element.textContent) !== null) ?? null
}

export function advertiserOfCard(card: Element): Advertiser {
  return { name: null, page: null, domain: printedDomain(domainElement(card)?.textContent), landing: outside(linkIn(card))?.href ?? null }
}
