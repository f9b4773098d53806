import { normaliseLabel, plainText } from './text.ts'
import type { Advertiser, Evidence, Reading, Site, Words } from './types.ts'
import { webUrl, withoutTracking } from './urls.ts'
import { Look, nameOf, piecesOf, type Name, type Piece, type Seen } from './visible-text.ts'

/**
 * The Facebook feed, groups and search results, page structures of 2018 to 2026.
 *
 * A post is found from its name outwards: `profile_name` (or a linked heading) is on every post,
 * while containers come and go: `userContentWrapper` until 2019, `FeedUnit` until 2024,
 * `aria-posinset` since; `role=article` was a post and is now a comment. The `data-ad-*` attributes
 * are on organic posts as well and mark no ad.
 */
const OLD_POST = '.userContentWrapper'
const IN_FEED = '[role="feed"] > div'
const CONTAINER = `[aria-posinset], [data-pagelet^="FeedUnit_"], [id^="hyperfeed_story_id_"], ${OLD_POST}, [role="article"], ${IN_FEED}`
const PROFILE_NAME = '[data-ad-rendering-role="profile_name"]'
const LIKE = '[data-ad-rendering-role="like_button"]'
const NAME = `${PROFILE_NAME}, :is(h2, h3, h4, h5) a[href]`
/** With any of these the header is over; what a post says in its body is never a label. */
const BODY =
  '[data-ad-rendering-role]:not([data-ad-rendering-role="profile_name"]), [data-ad-preview], div[dir="auto"], video, form, .userContent, [role="article"], a[href*="/l.php?"], a[href*="/reel/"], a[href*="/photo"], a[href*="/watch"]'
const LINK = 'a, [role="link"]'
const HEADING = 'h2, h3, h4, h5'
const UNMARKED_DEPTH = 25
const HEADER_CAP = 400
/** More than this in one piece is what somebody wrote, not part of a header; in characters. */
const LONGEST_LINE = 100

const BASE = 'https://www.facebook.com/'

// ---- where a post is

/** Posts that no known container marks; kept, for what changes in them doesn't lead to their name. */
const unmarked = new WeakSet<Element>()

/** The box around a name: a known container, else the smallest one that also has the Like button. */
function containerOf(name: Element): Element | null {
  const known = name.closest(CONTAINER)
  // A child of a list of results may hold several posts.
  if ((known && !known.matches(IN_FEED)) || !name.matches(PROFILE_NAME)) return known
  let box = name.parentElement
  let like: Element | null = null
  for (let level = 0; box && level < UNMARKED_DEPTH && !(like = box.querySelector(LIKE)) && box !== known; level++) box = box.parentElement
  if (!like) return known
  // While a page is still loading, the first button found may be that of another post.
  if (!box || aroundButton(like) !== box) return null
  unmarked.add(box)
  return box
}

function aroundButton(like: Element): Element | null {
  let box: Element | null = like
  for (let level = 0; box && level < UNMARKED_DEPTH && !box.querySelector(PROFILE_NAME); level++) box = box.parentElement
  return box
}

/** The name in the header of this very post, not one of a post or comment inside it. */
function nameIn(post: Element): Element | null {
  let name: Element | null = null
  for (const candidate of post.querySelectorAll(NAME)) {
    if (containerOf(candidate) !== post) continue
    if (candidate.matches(PROFILE_NAME)) return candidate
    // "Jane likes this" is a heading of its own above that of the post.
    if (!name || isContextOf(name, candidate)) name = candidate
  }
  return name
}

/** Whether the second heading follows the first with no link between them, as a post's time would be. */
function isContextOf(first: Element, second: Element): boolean {
  const upper = first.closest(HEADING)
  const lower = second.closest(HEADING)
  if (!upper || !lower || upper === lower) return false
  const walker = first.ownerDocument.createTreeWalker(first.ownerDocument, NodeFilter.SHOW_ELEMENT)
  walker.currentNode = upper
  for (let node = nextOutside(walker, upper), steps = 0; node && steps < HEADER_CAP; node = walker.nextNode() as Element | null, steps++) {
    if (node === lower) return true
    if (node.matches(LINK)) return false
  }
  return false
}

/** The outermost container with a name of its own: what lies inside is a shared post or a comment. */
function postOf(node: Node): Element | null {
  let post: Element | null = null
  const element = node instanceof Element ? node : node.parentElement
  for (let box = element?.closest(CONTAINER); box; box = box.parentElement?.closest(CONTAINER)) {
    if (nameIn(box)) post = box
  }
  for (let box = element, level = 0; box && !post && level < UNMARKED_DEPTH; box = box.parentElement, level++) if (unmarked.has(box)) post = box
  return post
}

function postsIn(root: ParentNode): Element[] {
  const posts = new Set<Element>()
  for (const mark of root.querySelectorAll(`${NAME}, ${LIKE}`)) {
    const name = mark.matches(LIKE) ? (mark.closest(CONTAINER)?.matches(IN_FEED) === false ? null : aroundButton(mark)?.querySelector(PROFILE_NAME)) : mark
    const box = name && containerOf(name)
    const post = box && (postOf(box) ?? box)
    if (post) posts.add(post)
  }
  return [...posts]
}

// ---- what its header says

interface HeaderParts {
  name: Element | null
  /** Elements before the body, in document order, without the name's own. */
  elements: Element[]
  /** How many of them come before the name. */
  before: number
}

function headerOf(post: Element): HeaderParts {
  const name = nameIn(post)
  const elements: Element[] = []
  let before = 0
  if (!name) return { name, elements, before }
  const walker = post.ownerDocument.createTreeWalker(post, NodeFilter.SHOW_ELEMENT)
  let passed = false
  for (let node = walker.nextNode() as Element | null; node && elements.length < HEADER_CAP; ) {
    if (node === name) {
      passed = true
      before = elements.length
      // Its own descendants are the name, whatever they spell.
      node = nextOutside(walker, name)
      continue
    }
    const body = node.matches(BODY) || (passed && node.matches(PROFILE_NAME))
    if (passed && (body || rawText(node).trim().length > LONGEST_LINE)) break
    if (!body && !node.contains(name)) elements.push(node)
    node = walker.nextNode() as Element | null
  }
  return { name, elements, before }
}

/** The next element that isn't inside the given one. */
function nextOutside(walker: TreeWalker, element: Element): Element | null {
  let node = walker.nextNode() as Element | null
  while (node && element.contains(node)) node = walker.nextNode() as Element | null
  return node
}

/** A part of the header that can say something by itself: a link, or what stands between links. */
interface Slot {
  node: Node
  element: Element
  link: Element | null
  /** What may show text, hidden or not, and all of it in the document's order. */
  pieces: Piece[]
  text: string
  name: Name
  /** The name as text to compare. */
  spoken: string
}

function slotsOf({ elements, before }: HeaderParts): Slot[] {
  const slots: Slot[] = []
  let last: Element | null = null
  for (const element of elements.slice(before)) {
    if (last?.contains(element)) continue
    const link = element.matches(LINK) ? element : null
    const mixed = !link && element.querySelector(`${LINK}, ${BODY}`) !== null
    if (!mixed) last = element
    if (link && isNameLink(link)) continue
    for (const node of mixed ? element.childNodes : [element]) {
      if (mixed && node.nodeType !== Node.TEXT_NODE) continue
      const pieces = piecesOf(node).filter((piece) => normaliseLabel(piece.text) !== '')
      const name = nameOf(node)
      slots.push({ node, element, link, pieces, text: normaliseLabel(pieces.map((piece) => piece.text).join('')), name, spoken: normaliseLabel(name.text) })
    }
  }
  return slots
}

/**
 * Whether a link names somebody or something: "Jane is with Ad", a group called "Sponsored". A label
 * leads nowhere, to the word on ads, or to the ad's own post.
 */
function isNameLink(link: Element): boolean {
  const href = link.getAttribute('href')
  if (href === null || href === '' || href.startsWith('#')) return false
  const url = webUrl(href, BASE)
  if (!url || !isFacebook(url)) return true
  return !(url.pathname === '/' || url.pathname.startsWith('/ads/') || url.pathname.startsWith('/business/help/') || isPermalink(link))
}

function isPermalink(link: Element): boolean {
  return /\/(posts|permalink|videos)\/|^\/(permalink|story)\.php/.test(pathOf(link))
}

function isAdsAbout(link: Element): boolean {
  const url = webUrl(link.getAttribute('href'), BASE)
  return url !== null && isFacebook(url) && /^\/ads\/about(\/|$)/.test(url.pathname)
}

function pathOf(link: Element): string {
  return webUrl(link.getAttribute('href'), BASE)?.pathname ?? ''
}

/** An element's own text, without that of elements inside it. */
function rawText(element: Element): string {
  let text = ''
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data
  return text
}

/** "Just now" has no digit, but leads to the post, as only a label does beside it. */
function isTime({ link }: Slot, text: string, words: Words): boolean {
  return link !== null && text !== '' && !words.sponsored.includes(text) && (/\p{Nd}/u.test(text) || isPermalink(link) || words.time.includes(text))
}

/** Whether what stands here, put in some order and with some of it hidden, is a label. */
function canSpell({ pieces, text }: Slot, words: Words): boolean {
  return words.sponsored.some((word) => {
    if (pieces.length < 2) return text.includes(word) || text.split('').toReversed().join('') === word
    // Letters come in pieces no longer than the word; "Suggested for you" is no heap of letters.
    const letters = pieces.flatMap((piece) => (normaliseLabel(piece.text).length > word.length ? [] : normaliseLabel(piece.text).split('')))
    return word.split('').every((letter) => {
      const at = letters.indexOf(letter)
      if (at >= 0) letters.splice(at, 1)
      return at >= 0 || letter === ' '
    })
  })
}

/** A label that a person reads: alone, or before who paid for the ad. */
function labelIn(seen: readonly Seen[], words: Words): Seen | null {
  const isLabel = ({ text, split }: Pick<Seen, 'text' | 'split'>) => {
    const plain = normaliseLabel(text)
    return words.sponsored.some((word) => word === plain || (split && word.replaceAll(' ', '') === plain.replaceAll(' ', '')))
  }
  const [first] = seen
  const whole = { text: seen.map(({ text }) => text).join(''), split: true }
  return seen.find(isLabel) ?? (first && isLabel(whole) ? first : null)
}

function isPaidFor(text: string, words: Words): boolean {
  return words.paidFor.some(([before, after]) => text.startsWith(before) && text.endsWith(after) && text !== before + after)
}

/** The parameters by which Facebook's own links told an ad until 2019. */
function adParameter(name: Element): string {
  const url = webUrl((name.closest('a') ?? name.querySelector('a'))?.getAttribute('href'), BASE)
  return ['ft[is_sponsored]', 'client_token'].find((key) => url?.searchParams.get(key)) ?? ''
}

/** Reads the words first, and the layout only where they could be a label: most posts can't be ads. */
function read(post: Element, words: Words, lastLook = false): Reading {
  const header = headerOf(post)
  const { name, elements } = header
  if (!name) return { verdict: 'unsure', evidence: [sign('no readable header', 'unsure', '')], label: null, waitsFor: [] }

  const evidence: Evidence[] = []
  for (const element of elements) {
    const text = normaliseLabel(rawText(element))
    if (words.suggested.includes(text)) evidence.push(sign('suggested mark', 'suggested', text))
  }
  const slots = slotsOf(header)
  for (const { link, text } of slots) {
    const partner = words.partnership.some((word) => text === word || text.startsWith(`${word} `))
    if (partner || (link && pathOf(link).startsWith('/business/help/'))) evidence.push(sign('paid partnership mark', 'paid-partnership', text))
  }

  const isBlank = ({ pieces }: Slot) => pieces.length === 0
  const isStrong = (slot: Slot) => words.sponsored.includes(slot.spoken) || canSpell(slot, words) || (slot.link && isAdsAbout(slot.link))
  const times = slots.filter((slot) => !isStrong(slot) && isTime(slot, slot.spoken || slot.text, words))
  const waitsFor = slots.filter(isBlank).flatMap((slot) => slot.name.missing)
  let label: Element | null = null
  // What shows no text may be drawn by a style sheet; where a time stands it need not be asked.
  if (slots.some(isStrong) || (times.length === 0 && slots.some((slot) => isBlank(slot) && slot.element.childElementCount > 0))) {
    label = look(post, slots, words, evidence)
  } else {
    for (const { spoken, text } of times) evidence.push(sign('time in a header link', 'organic', spoken || text))
    for (const { link } of slots.filter(isBlank)) if (link?.querySelector('svg')) evidence.push(sign('unreadable header link', 'unsure', link.getAttribute('href') ?? ''))
  }
  return { ...weigh(post, name, slots, words, evidence, label, lastLook), waitsFor }
}

/** Adds what a person sees in each slot to the evidence. @returns where the label stands, if it does */
function look(post: Element, slots: readonly Slot[], words: Words, evidence: Evidence[]): Element | null {
  const eye = new Look(post)
  let label: Element | null = null
  let paidFor = false
  let readable = false
  const unseen: Slot[] = []
  for (const slot of slots) {
    const { element, link, name, spoken } = slot
    const seen = eye.read(slot.node)
    const texts = seen.map((stretch) => normaliseLabel(stretch.text))
    const text = texts.join(' ').trim()
    const found = labelIn(seen, words)
    const isSpoken = words.sponsored.includes(spoken)
    // Who cannot see it is told the same; heaps of letters that we can't put in order say no other.
    const isNamed = isSpoken && (text === '' || (canSpell(slot, words) && !isTime(slot, text, words))) && eye.sees(name.element ?? element)
    if (link && isAdsAbout(link) && (text !== '' || eye.sees(link))) {
      evidence.push(sign('ads/about link', 'ad', link.getAttribute('href') ?? ''))
      label ??= link
    }
    if (found || isNamed) {
      evidence.push(found ? sign('visible label', 'ad', found.text) : sign('aria-label', 'ad', name.text))
      label ??= found?.element ?? link ?? element
    } else if (isTime(slot, text || spoken, words)) {
      // Who paid may have a digit in its name; a post's time stands before that.
      if (!paidFor) evidence.push(sign('time in a header link', 'organic', text || spoken))
    } else if (text === '' && link && !isAdsAbout(link)) {
      // A time drawn as a picture: whatever else here spells a label, it isn't the one.
      if (spoken === '' && link.querySelector('svg, canvas, img')) evidence.push(sign('unreadable header link', 'unsure', link.getAttribute('href') ?? ''))
      else if (link.textContent !== '' && eye.sees(link, 0)) unseen.push(slot)
    }
    readable ||= link !== null && text !== ''
    const payer = label && texts.find((part) => isPaidFor(part, words))
    if (payer) {
      evidence.push(sign('paid for by', 'ad', payer))
      paidFor = true
    }
  }
  // A link of characters that have no glyph, as labels have and times don't; its word may be drawn by styles that we can't ask.
  for (const { name, spoken, link } of readable || label ? [] : unseen) {
    const isSpoken = words.sponsored.includes(spoken)
    evidence.push(sign('invisible link text', isSpoken ? 'ad' : 'unsure', name.text))
    if (isSpoken) label ??= link
  }
  return label
}

/** Any sign against an ad outweighs a label: no badge is better than a wrong one. */
function weigh(post: Element, name: Element, slots: readonly Slot[], words: Words, evidence: Evidence[], seen: Element | null, lastLook: boolean): Omit<Reading, 'waitsFor'> {
  let label = seen
  const parameter = adParameter(name)
  const letters = slots.find((slot) => slot.pieces.length > 1 && canSpell(slot, words))
  if (!label && letters && parameter) {
    // Saved without its style sheets nothing tells letters from decoys; the link does.
    evidence.push(sign('letters of a label', 'ad', letters.text))
    label = letters.element
  }
  if (label && parameter) evidence.push(sign('ad parameter in a link', 'ad', parameter))
  const weak = lastLook && evidence.length === 1 && evidence[0]?.sign === 'invisible link text' ? weakSigns(post) : []
  evidence.push(...weak)
  const unseen = slots.find(({ link, pieces }) => link && pieces.length === 0 && link.textContent !== '')
  if (weak.length > 1) label = unseen?.link ?? null

  const against = evidence.filter((item) => item.says !== 'ad')
  if (!label) {
    // Without a label the named kinds go before a mere time stamp.
    const verdict = against.find((item) => item.says === 'paid-partnership' || item.says === 'suggested')?.says ?? against[0]?.says ?? 'unsure'
    return { verdict, evidence: evidence.length > 0 ? evidence : [sign('no sign', 'unsure', '')], label }
  }
  // Ads had a time as well until 2019, and what they are stood in their links.
  const timed = parameter !== '' || post.matches(OLD_POST) || post.querySelector(OLD_POST) !== null
  const outweighed = weak.length > 1 || against.every((item) => timed && item.sign === 'time in a header link')
  return outweighed ? { verdict: 'ad', evidence, label } : { verdict: 'unsure', evidence, label: null }
}

/** Signs that organic posts may have too; together they may tip what would stay unsure. */
function weakSigns(post: Element): Evidence[] {
  const picture = post.querySelector('img[src*="/t45.1600-"]')
  const tracked = post.querySelector('a[href*="/l.php?"][href*="utm_"], [attributionsrc*="?eid="]')
  return [picture && sign('ad picture', 'ad', picture.getAttribute('src') ?? ''), tracked && sign('tracked link', 'ad', tracked.getAttribute('href') ?? '')].filter((item) => item !== null)
}

function sign(what: Evidence['sign'], says: Evidence['says'], value: string): Evidence {
  return { sign: what, says, value: plainText(value, 80) }
}


// ---- who the advertiser is

const NOT_PAGES = new Set([
  'ads', 'business', 'events', 'gaming', 'groups', 'hashtag', 'help', 'login', 'marketplace', 'media', 'messages', 'notes', 'pages', 'photo',
  'photos', 'places', 'privacy', 'profile', 'reel', 'reels', 'search', 'share', 'stories', 'videos', 'watch',
])

function isFacebook(url: URL): boolean {
  return /(^|\.)(facebook\.com|fb\.com)$/.test(url.hostname)
}

/** The slug or id in the address of a page or profile. */
function pageFrom(url: URL): string | null {
  if (!isFacebook(url)) return null
  const path = url.pathname.split('/').filter(Boolean)
  const [first = '', , third = ''] = path
  if (first === 'profile.php') return /^\d+$/.exec(url.searchParams.get('id') ?? '')?.[0] ?? null
  if (first === 'people') return /^\d+$/.exec(third)?.[0] ?? null
  if (path.length !== 1 || first.endsWith('.php') || NOT_PAGES.has(first.toLowerCase())) return null
  return /^[\p{L}\p{N}._-]{1,100}$/u.test(decode(first)) ? decode(first) : null
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function advertiser(post: Element): Advertiser {
  const found: Advertiser = { name: null, page: null, pageUrl: null, domain: null, landing: null, readFrom: {} }
  const holder = nameIn(post)
  if (holder) readName(holder, found)
  readLink(post, found)
  return found
}

/** Text without that of pictures: a verified mark may have a title. */
function writtenText(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement?.closest('svg')) text += (node as Text).data
  return text
}

function readName(holder: Element, found: Advertiser): void {
  const link = holder.matches('a') ? holder : holder.querySelector('a[href]')
  const name = plainText(writtenText(link ?? holder), 200)
  if (name !== '') {
    found.name = name
    found.readFrom.name = holder.matches(PROFILE_NAME) ? 'profile name' : 'heading link'
  }
  const url = webUrl(link?.getAttribute('href'), BASE)
  const page = url && pageFrom(url)
  if (page) {
    found.page = page
    found.pageUrl = /^\d+$/.test(page) ? `${BASE}profile.php?id=${page}` : `${BASE}${encodeURIComponent(page)}`
    found.readFrom.page = `${found.readFrom.name ?? 'profile name'}'s address`
  }
}

function readLink(post: Element, found: Advertiser): void {
  // Comments and other posts inside this one have links of their own.
  const mine = (element: Element) => {
    const comment = element.closest('[role="article"]')
    return (!comment || comment.contains(post)) && (postOf(element) ?? post) === post
  }
  const meta = [...post.querySelectorAll('[data-ad-rendering-role="meta"]')].find(mine)
  const printed = plainText(meta?.textContent, 100).toLowerCase().split(' ')[0] ?? ''
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(printed)) {
    found.domain = printed
    found.readFrom.domain = 'link card'
  }
  let fromText: URL | null = null
  for (const link of post.querySelectorAll('a[href]')) {
    const target = outwards(link)
    if (!target || !mine(link)) continue
    // A link in the text may lead anywhere; the card's is what the ad is for.
    if (link.closest('[data-ad-rendering-role="story_message"], [data-ad-preview="message"], [data-ad-comet-preview="message"]')) {
      fromText ??= target
      continue
    }
    found.landing = withoutTracking(target)
    found.readFrom.landing = 'link card'
    return
  }
  if (fromText) {
    found.landing = withoutTracking(fromText)
    found.readFrom.landing = 'link in the text'
  }
}

/** Where a link leads outside of Facebook, through its redirector or directly. */
function outwards(link: Element): URL | null {
  const url = webUrl(link.getAttribute('href'), BASE)
  if (!url) return null
  if (/^lm?\.facebook\.com$/.test(url.hostname) && url.pathname === '/l.php') {
    const target = webUrl(url.searchParams.get('u'))
    return target && !isFacebook(target) ? target : null
  }
  return isFacebook(url) ? null : url
}

export const facebook: Site = {
  id: 'facebook',
  hosts: ['www.facebook.com'],
  attributes: ['aria-label', 'href', 'aria-posinset', 'role', 'data-ad-rendering-role'],
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => {
    const { name, elements } = headerOf(post)
    return name ? [name, ...name.querySelectorAll('*'), ...elements] : elements
  },
  theme: (document) => {
    const marks = document.documentElement.classList
    return marks.contains('__fb-dark-mode') ? 'dark' : marks.contains('__fb-light-mode') ? 'light' : null
  },
}
