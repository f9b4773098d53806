import { metaAdLibrary } from './ad-library.ts'
import { evidenceOf, isOtherKind } from './evidence.ts'
import { normaliseLabel, plainText } from './text.ts'
import type { Advertiser, Origins, Evidence, Reading, Site, SiteAbout, SiteData } from './types.ts'
import { adLinkName, cardHeader, cardOf, cardsIn, domainIn, isCard } from './facebook-cards.ts'
import { BASE, isFacebook, outwards, pageOf, printedDomain, theme, urlOf } from './facebook-links.ts'
import { lookAt, namesOf, piecesOf, SEPARATOR, type Look, type Name } from './visible-text.ts'

/**
 * The Facebook feed, groups, search results and videos, page structures of 2018 to 2026, and what stands beside them.
 *
 * A post is found from its name outwards: `profile_name` (or a linked heading) is on every post,
 * while containers come and go: `userContentWrapper` until 2019, `FeedUnit` until 2024,
 * `aria-posinset` since; `role=article` was a post and is now a comment. The `data-ad-*` attributes
 * are on organic posts as well and mark no ad.
 */
const OLD_POST = '.userContentWrapper'
const IN_FEED = '[role=feed] > div'
/** A unit of the video feed or a reel; in a post of the feed only part of it. */
const VIDEO = '[data-virtualized]:not([aria-posinset] *, [data-pagelet^=FeedUnit_] *, [role=article] *)'
const CONTAINER = `[aria-posinset], [data-pagelet^=FeedUnit_], [id^=hyperfeed_story_id_], ${OLD_POST}, [role=article], ${VIDEO}, ${IN_FEED}`
const PROFILE_NAME = '[data-ad-rendering-role=profile_name]'
const LIKE = '[data-ad-rendering-role=like_button]'
const HEADING = 'h2, h3, h4, h5'
const LINKED_HEADING = `:is(${HEADING}) a[href]`
/** With any of these the header is over; what a post says in its body is never a label. */
const BODY =
  '[data-ad-rendering-role]:not([data-ad-rendering-role=profile_name]), [data-ad-preview], div[dir=auto], video, form, .userContent, [role=article], a[href*="/l.php?"], a[href*="/reel/"], a[href*="/photo"], a[href*="/watch"]'
const BODY_OR_NAME = `${BODY}, ${PROFILE_NAME}`
const LINK = 'a, [role=link]'
const LINK_OR_BODY = `${LINK}, ${BODY}`
const HEADER_CAP = 400
/** More than this in one piece is what somebody wrote, not part of a header; in characters. */
const LONGEST_LINE = 100

// ---- where a post is

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
function nameIn(post: Element): Element | null {
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
function postOf(node: Node): Element | null {
  let post: Element | null = null
  const element = node instanceof Element ? node : node.parentElement
  for (let box = element?.closest(CONTAINER); box; box = box.parentElement?.closest(CONTAINER)) {
    if (nameIn(box)) post = box
  }
  for (let box = element; box && !post; box = box.parentElement) if (unmarked.has(box)) post = box
  return post
}

function postsIn(root: ParentNode): Element[] {
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

// ---- what its header says

interface HeaderParts {
  name: Element | null
  /** Elements before the body, in document order, without the name's own. */
  elements: Element[]
  /** How many of them come before the name. */
  before: number
  /** What ended it. */
  body?: Element | null
}

function headerOf(post: Element): HeaderParts {
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

function boxesOf({ name, elements }: HeaderParts): Element[] {
  return [...(name ? [name, ...name.querySelectorAll('*')] : []), ...elements]
}

/** An element's own text, without that of elements inside it. */
function rawText(element: Element): string {
  let text = ''
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data
  return text
}

/** A part of the header that can say something by itself: a link, or what stands between links. */
interface Slot {
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

function slotsOf({ elements, before }: HeaderParts): Slot[] {
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

const PERMALINK = /\/(posts|permalink|videos)\/|^\/(permalink|story)\.php/
const ADS_ABOUT = /^\/ads\/about(\/|$)/
const PARTNERSHIP = /^\/business\/help\//

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

/** The parameters by which Facebook's own links told an ad until 2019. */
function adParameter(name: Element): string {
  const link = name.closest('a') ?? name.querySelector('a')
  // Few have any.
  const url = /sponsored|token/.test(link?.getAttribute('href') ?? '') ? urlOf(link) : null
  return ['ft[is_sponsored]', 'client_token'].find((key) => url?.searchParams.get(key)) ?? ''
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
function settledBody(post: Element, { words }: SiteData): Element | null {
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

/** Reads the words first, and the layout only where they could be a label: most posts can't be ads. */
function read(post: Element, { words, ignored }: SiteData, lastLook = false): Reading {
  const header = headerOf(post)
  const slots = header.name ? slotsOf(header) : []
  const evidence: Evidence[] = []
  let label: Element | null = null

  for (const element of header.elements) {
    const text = normaliseLabel(rawText(element))
    if (words.suggested.includes(text)) add('suggested', 'suggested', text)
  }
  const special = isCard(post) && header.name && adLinkName(header.name, words)
  if (special) add('ad mark', 'ad', special)
  for (const { path, text } of slots) {
    if (PARTNERSHIP.test(path) || words.partnership.some((word) => `${text} `.startsWith(`${word} `))) add('paid partnership', 'paid-partnership', text)
  }
  const strong = slots.filter((slot) => slot.names.some(({ text }) => isLabel(normaliseLabel(text))) || canSpell(slot) || ADS_ABOUT.test(slot.path))
  // What shows no text may be drawn by a style sheet; where a link says something it need not be asked.
  const says = slots.some((slot) => slot.link && !strong.includes(slot) && (slot.text !== '' || isTime(slot, normaliseLabel(slot.names[0]?.text))))
  const drawn = !says && slots.some(({ text, element }) => text === '' && element.childElementCount > 0)
  // A card's heading is outside of it.
  look(strong.length > 0 || drawn ? lookAt(isCard(post) ? post.ownerDocument.body : post) : null)
  if (special) label ??= header.name
  const weighed = header.name ? weigh(header.name) : 'unsure'
  // Signs that don't count for now make no ad.
  const verdict = weighed === 'ad' && !evidence.some(({ says }) => says === 'ad') ? 'unsure' : weighed
  if (evidence.length === 0) add(header.name ? 'none' : 'no header', 'unsure', '')
  return { verdict, evidence, label: verdict === 'ad' ? label : null, refersTo: slots.flatMap((slot) => slot.refersTo), body: header.body, header: boxesOf(header) }

  function add(sign: Evidence['sign'], says: Evidence['says'], value: string | null): void {
    if (says !== 'ad' || !ignored.includes(sign)) evidence.push(evidenceOf(sign, says, value))
  }

  function isLabel(text: string, split = false): boolean {
    return words.sponsored.some((word) => word === text || (split && word.replaceAll(' ', '') === text.replaceAll(' ', '')))
  }

  /** "Just now" has no digit, but leads to the post, as only a label does beside it. */
  function isTime({ link, path }: Slot, text: string): boolean {
    return link !== null && text !== '' && !isLabel(text) && (/\p{Nd}/u.test(text) || PERMALINK.test(path) || words.time.includes(text))
  }

  /** Whether what stands here, put in some order and with some of it hidden, is a label. */
  function canSpell({ pieces, text }: Slot): boolean {
    return words.sponsored.some((word) => {
      // A short word is in many; a longer one may be all that is left of a text.
      if (pieces.length < 2) return (word.length > 2 ? text.includes(word) : text.split(SEPARATOR).includes(word)) || text.split('').toReversed().join('') === word
      // Letters come in pieces no longer than the word; "Suggested for you" is no heap of letters.
      const letters = pieces.flatMap((piece) => (piece.length > word.length ? [] : piece.split('')))
      return word.split('').every((letter) => {
        const at = letters.indexOf(letter)
        letters.splice(at, at < 0 ? 0 : 1)
        return at >= 0 || letter === ' '
      })
    })
  }

  /**
   * Adds what each slot says to the evidence.
   * @param eye null where the words of the document will do
   */
  function look(eye: Look | null): void {
    let paidFor = false
    let readable = false
    const unseen: [link: Element, spoken: string][] = []
    for (const slot of slots) {
      const { element, link, names, path } = slot
      const isPayer = (part: string) => words.paidFor.some(([before, after]) => part.startsWith(before) && part.endsWith(after))
      // With a label found, nothing but a link speaks against it.
      if (label && eye && !link && !isPayer(slot.text)) continue
      const read = (drawn: boolean) => {
        const seen = eye ? eye.read(slot.node, drawn) : [{ text: slot.text, element, split: false }]
        const texts = seen.map((stretch) => normaliseLabel(stretch.text))
        const text = texts.join(' ').trim()
        return { texts, text, found: eye && (seen.find((stretch, at) => isLabel(texts[at] ?? '', stretch.split)) ?? (isLabel(text, true) ? seen[0] : null)) }
      }
      const written = read(false)
      // What style sheets draw is asked for only where the rest says nothing, or not what it might.
      const { texts, text, found } = eye && !written.found && !label && (written.text === '' || strong.includes(slot)) ? read(true) : written
      // Of what can't be seen at all nothing counts, whatever it is called.
      if (eye && text === '' && !eye.sees(element, false)) continue
      const name = eye ? names.find((one) => eye.sees(one.element, false)) : names[0]
      const spoken = normaliseLabel(name?.text)
      // Who can't see it is told the same; heaps of letters that we can't put in order say no other.
      const isNamed = isLabel(spoken) && (text === '' || (canSpell(slot) && !isTime(slot, text))) && eye?.sees(link ?? element)
      const isAbout = link !== null && ADS_ABOUT.test(path)
      if (isAbout && (text !== '' || eye?.sees(link))) {
        add('ads/about', 'ad', path)
        label ??= link
      }
      if (found || isNamed) {
        add(found ? 'label' : 'aria-label', 'ad', found?.text ?? name?.text ?? '')
        label ??= found?.element ?? link ?? element
      } else if (isTime(slot, text || spoken)) {
        // Who paid may have a digit in its name; a post's time stands before that.
        if (!paidFor) add('time', 'organic', text || spoken)
      } else if (text === '' && link && !isAbout) {
        // A time drawn as a picture: whatever else here spells a label, it isn't the one.
        if (spoken === '' && link.querySelector('svg, canvas, img')) add('unreadable', 'unsure', path)
        else if (link.textContent !== '') unseen.push([link, spoken])
      }
      readable ||= link !== null && (text !== '' || (spoken !== '' && !isLabel(spoken) && !link.matches('[role=button]')))
      const payer = label && texts.find(isPayer)
      if (payer) {
        add('paid for by', 'ad', payer)
        paidFor = true
      }
    }
    // Characters without a glyph, as labels have and times don't: the word may be drawn by styles that we can't ask.
    if (readable || label) return
    const [[link, spoken] = [null, ''], other] = unseen
    if (!link) return
    const isNamed = !other && isLabel(spoken)
    add('invisible text', isNamed ? 'ad' : 'unsure', spoken)
    if (isNamed) label = link
  }

  /** Any sign against an ad outweighs a label: no badge is better than a wrong one. */
  function weigh(name: Element): Evidence['says'] {
    const parameter = adParameter(name)
    const letters = slots.find((slot) => slot.pieces.length > 1 && canSpell(slot))
    if (!label && letters && parameter) {
      // Saved without its style sheets nothing tells letters from decoys; the link does.
      add('letters without styles', 'ad', letters.text)
      label = letters.element
    }
    if (label && parameter) add('ad parameter', 'ad', parameter)
    const against = evidence.filter(({ says }) => says !== 'ad')
    // Signs that organic posts may have too: together they tip what would stay unsure.
    if (lastLook && evidence.length === 1 && against[0]?.sign === 'invisible text' && post.querySelector('img[src*="/t45.1600-"]') && post.querySelector('a[href*="/l.php?"][href*=utm_]')) {
      add('ad content', 'ad', '')
      label = slots.find(({ link, text }) => text === '' && link?.textContent)?.link ?? null
      if (label) return 'ad'
    }
    // Without a label the named kinds go before a mere time stamp.
    if (!label) return (against.find(isOtherKind) ?? against[0])?.says ?? 'unsure'
    // Ads had a time as well until 2019.
    const timed = parameter !== '' || post.matches(OLD_POST) || post.querySelector(OLD_POST) !== null
    return against.every(({ sign }) => timed && sign === 'time') ? 'ad' : 'unsure'
  }
}

// ---- who the advertiser is

function advertiser(post: Element, { notPages }: SiteData): Advertiser {
  const { meta, link } = linkIn(post)
  const holder = nameIn(post)
  const named = holder?.matches('a') ? holder : holder?.querySelector('a[href]')
  // Without the text of pictures: a verified mark may have a title.
  const texts = holder ? piecesOf(named ?? holder).filter(({ node, element }) => node && !element.closest('svg')) : []
  const name = plainText(texts.map(({ text }) => text).join(''), 200) || null
  const page = pageOf(named, notPages)
  const isWhole = isCard(post) || name !== null || page !== null
  // Who hasn't come yet isn't told by where a link leads; only cards have no name.
  return { name, page, domain: isWhole ? printedDomain(isCard(post) ? domainIn(post) : meta) : null, landing: (isWhole && link && outwards(link)?.href) || null }
}

/** The link that an ad is for, and what is printed of where it leads. */
function linkIn(post: Element): { meta: Element | undefined; link: Element | undefined } {
  // Comments and other posts inside this one have links of their own.
  const mine = (element: Element) => {
    const comment = element.closest('[role=article]')
    return (!comment || comment.contains(post)) && (element.closest(CONTAINER) === post || (postOf(element) ?? post) === post)
  }
  const links = [...post.querySelectorAll('a[href*="//"]:not([href^="https://www.facebook.com/"])')].filter((link) => outwards(link) && mine(link))
  return {
    meta: [...post.querySelectorAll('[data-ad-rendering-role=meta]')].find(mine),
    // A link in the text may lead anywhere; the card's is what the ad is for.
    link: links.find((candidate) => !isInText(candidate)) ?? links[0],
  }
}

/** Where each part of an advertiser was read, for those who look into it. */
export function origins(post: Element, { name, page, domain, landing }: Advertiser): Origins {
  const { link } = linkIn(post)
  return {
    ...(name !== null && { name: nameIn(post)?.matches(PROFILE_NAME) ? 'name' : 'heading' }),
    ...(page !== null && { page: 'link of the name' }),
    ...(domain !== null && { domain: 'link card' }),
    ...(landing !== null && { landing: link && isInText(link) ? 'link in text' : 'link card' }),
  }
}

function isInText(link: Element): boolean {
  return link.closest('[data-ad-rendering-role=story_message], [data-ad-preview=message]') !== null
}

export const about: SiteAbout = {
  id: 'facebook',
  name: 'Facebook',
  home: BASE,
  matches: ['https://www.facebook.com/*', 'https://m.facebook.com/*'],
  isRequired: true,
  moreScripts: ['facebook-mobile'],
  standsAlone: true,
  pageUrl: (page) => (/^\d+$/.test(page) ? `${BASE}profile.php?id=${page}` : `${BASE}${encodeURIComponent(page)}`),
  adLibrary: ({ name, page }) => metaAdLibrary(name, page),
}

export const site: Site = {
  id: 'facebook',
  bodyClues: 'a, [data-ad-rendering-role]',
  attributes: ['aria-label', 'aria-labelledby', 'data-content', 'href', 'aria-posinset', 'role', 'data-ad-rendering-role'],
  postsIn,
  settledBody,
  postOf: (node) => postOf(node) ?? cardOf(node),
  read,
  advertiser,
  header: (post) => boxesOf(headerOf(post)),
  theme,
}
