import { isSeen, normaliseLabel, plainText } from './text.ts'
import type { Advertiser, Evidence, Reading, Site } from './types.ts'
import { webUrl, withoutTracking } from './urls.ts'

/**
 * The Facebook home feed, page structures of 2020 to 2026.
 *
 * A post is found from its name outwards: `profile_name` (or a linked heading) is on every post,
 * while containers come and go: `FeedUnit` until 2024, `aria-posinset` since; `role=article` was
 * a post and is now a comment. The `data-ad-*` attributes are on organic posts as well and mark no ad.
 */
const CONTAINER = '[aria-posinset], [data-pagelet^="FeedUnit_"], [role="article"], [role="feed"] > div'
const PROFILE_NAME = '[data-ad-rendering-role="profile_name"]'
const NAME = `${PROFILE_NAME}, :is(h2, h3, h4, h5) a[href]`
/** With any of these the header is over; what a post says in its body is never a label. */
const BODY =
  '[data-ad-rendering-role]:not([data-ad-rendering-role="profile_name"]), [data-ad-preview], [data-ad-comet-preview], div[dir="auto"], video, form, [role="article"], a[href*="/l.php?"], a[href*="/reel/"], a[href*="/photo"], a[href*="/watch"]'
const LINK = 'a, [role="link"]'
const HEADING = 'h2, h3, h4, h5'
const UNMARKED_DEPTH = 25
const HEADER_CAP = 400
/** More than this in one piece is what somebody wrote, not part of a header; in characters. */
const LONGEST_LINE = 100

const BASE = 'https://www.facebook.com/'

interface Words {
  sponsored: readonly string[]
  paidFor: readonly string[]
  partnership: readonly string[]
  suggested: readonly string[]
}

/** English labels are seen in every language, so its words are always read. */
const ENGLISH: Words = {
  sponsored: ['sponsored', 'ad'],
  paidFor: ['paid for by'],
  partnership: ['paid partnership'],
  suggested: ['suggested for you'],
}

const WORDS: Record<string, Words> = {
  de: {
    sponsored: ['gesponsert', 'anzeige'],
    paidFor: ['finanziert von'],
    partnership: ['bezahlte werbepartnerschaft'],
    suggested: ['vorschläge für dich', 'vorschlag für dich', 'für dich vorgeschlagen'],
  },
  es: {
    sponsored: ['publicidad', 'patrocinado'],
    paidFor: ['pagado por'],
    partnership: ['colaboración pagada'],
    suggested: ['sugerencias para ti', 'sugerencia para ti', 'sugerido para ti'],
  },
}

function wordsOf(document: Document): Words[] {
  const language = document.documentElement.lang.toLowerCase().split(/[-_]/)[0] ?? ''
  const own = WORDS[language]
  return own ? [own, ENGLISH] : language === '' ? [ENGLISH, ...Object.values(WORDS)] : [ENGLISH]
}

// ---- where a post is

/** Posts that no known container marks; kept, for what changes in them doesn't lead to their name. */
const unmarked = new WeakSet<Element>()

/** The box around a name: a known container, else the first ancestor that also has the Like button. */
function containerOf(name: Element): Element | null {
  const known = name.closest(CONTAINER)
  if (known) return known
  if (!name.matches(PROFILE_NAME)) return null
  let box = name.parentElement
  for (let level = 0; box && level < UNMARKED_DEPTH; level++, box = box.parentElement) {
    if (box.querySelector('[data-ad-rendering-role="like_button"]')) {
      unmarked.add(box)
      return box
    }
  }
  return null
}

/** The name in the header of this very post, not one of a post or comment inside it. */
function nameOf(post: Element): Element | null {
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
    if (nameOf(box)) post = box
  }
  return post
}

function postsIn(root: ParentNode): Element[] {
  const posts = new Set<Element>()
  for (const name of root.querySelectorAll(NAME)) {
    const box = containerOf(name)
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
  const name = nameOf(post)
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
  if (!url || !isFacebook(url)) return false
  return /^\/ads\/about(\/|$)/.test(url.pathname)
}

function read(post: Element): Reading {
  const { name, elements, before } = headerOf(post)
  if (!name) return { verdict: 'unsure', evidence: [sign('no readable header', 'unsure', '')], label: null }

  const words = wordsOf(post.ownerDocument)
  const any: Any = (kind, test) => words.some((language) => language[kind].some(test))
  const evidence: Evidence[] = []
  let label: Element | null = null
  let paidFor = false
  const found = (element: Element, ...signs: Evidence[]) => {
    evidence.push(...signs)
    label ??= element
  }

  for (const [at, element] of elements.entries()) {
    const text = ownText(element)
    if (any('suggested', (word) => word === text)) evidence.push(sign('suggested mark', 'suggested', text))
    const link = element.closest(LINK)
    if (at < before || (link && isNameLink(link))) continue

    const isLink = element === link
    const partnership = any('partnership', (word) => text === word || text.startsWith(`${word} `))
    if (partnership || (isLink && pathOf(element).startsWith('/business/help/'))) {
      evidence.push(sign('paid partnership mark', 'paid-partnership', text))
      continue
    }

    if (isLink && isAdsAbout(element) && isSeen(element)) {
      found(element, sign('ads/about link', 'ad', element.getAttribute('href') ?? ''))
    }
    // The whole label in one piece of text; scrambled ones are not guessed at.
    const written = labelIn(text, any)
    const spoken = normaliseLabel(element.getAttribute('aria-label'))
    if (written && isSeen(element)) {
      found(element, sign('visible label', 'ad', text), ...(written === 'paid for' ? [sign('paid for by', 'ad', text)] : []))
      paidFor ||= written === 'paid for'
    } else if (labelIn(spoken, any) && isSeen(element)) {
      found(element, sign('aria-label', 'ad', spoken))
    } else if (label && any('paidFor', (word) => text.startsWith(word))) {
      evidence.push(sign('paid for by', 'ad', text))
      paidFor = true
    }
    // A time drawn as a picture: whatever else here spells a label, it isn't the one.
    if (isLink && spoken === '' && normaliseLabel(element.textContent) === '' && element.querySelector('svg') && !isAdsAbout(element)) {
      evidence.push(sign('unreadable header link', 'unsure', element.getAttribute('href') ?? ''))
    }
    // Who paid may have a digit in its name; a post's time stands before that.
    if (isLink && !paidFor) {
      // What a link is said to be goes before its letters, which may be scrambled with any other.
      const whole = spoken || normaliseLabel(element.textContent)
      // "Just now" has no digit, but leads to the post, as only a label does beside it.
      const isTime = /\p{Nd}/u.test(whole) || (whole !== '' && !labelIn(whole, any) && isPermalink(element))
      if (isTime) evidence.push(sign('time in a header link', 'organic', whole))
    }
  }
  return weigh(evidence, label)
}

/** An element's own text, without that of elements inside it. */
function rawText(element: Element): string {
  let text = ''
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data
  return text
}

function ownText(element: Element): string {
  return normaliseLabel(rawText(element))
}

function pathOf(link: Element): string {
  return webUrl(link.getAttribute('href'), BASE)?.pathname ?? ''
}

type Any = (kind: keyof Words, test: (word: string) => boolean) => boolean

/** A label alone, or one followed by who paid: "Sponsored · Paid for by Acme". */
function labelIn(text: string, any: Any): 'label' | 'paid for' | null {
  if (text === '') return null
  const alone = text.replace(/^[·•\s]+|[·•\s]+$/g, '')
  if (any('sponsored', (word) => word === alone)) return 'label'
  const [first = '', second = ''] = alone.split(/\s*[·•]\s*/, 2)
  const paid = any('sponsored', (word) => word === first) && any('paidFor', (word) => second.startsWith(word))
  return paid ? 'paid for' : null
}

/** Any sign against an ad outweighs a label: no badge is better than a wrong one. */
function weigh(evidence: Evidence[], label: Element | null): Reading {
  const against = evidence.find((item) => item.says !== 'ad')
  if (!label) {
    // Without a label the named kinds go before a mere time stamp.
    const verdict = evidence.find((item) => item.says === 'paid-partnership' || item.says === 'suggested')?.says ?? against?.says ?? 'unsure'
    return { verdict, evidence: evidence.length > 0 ? evidence : [sign('no sign', 'unsure', '')], label: null }
  }
  return against ? { verdict: 'unsure', evidence, label: null } : { verdict: 'ad', evidence, label }
}

function sign(what: Evidence['sign'], says: Evidence['says'], value: string): Evidence {
  return { sign: what, says, value: plainText(value, 80) }
}

// ---- who the advertiser is

const NOT_PAGES = new Set([
  'ads', 'business', 'events', 'events_page', 'gaming', 'groups', 'hashtag', 'help', 'l.php', 'login', 'marketplace', 'media', 'messages',
  'notes', 'pages', 'permalink.php', 'photo', 'photo.php', 'photos', 'places', 'plugins', 'policies', 'privacy', 'profile', 'reel', 'reels',
  'search', 'settings', 'share', 'sharer', 'stories', 'story.php', 'video.php', 'videos', 'watch',
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
  if (path.length !== 1 || NOT_PAGES.has(first.toLowerCase())) return null
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
  const holder = nameOf(post)
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
  postOf: (node) => {
    const post = postOf(node)
    if (post) return post
    let box = node instanceof Element ? node : node.parentElement
    for (let level = 0; box && level < UNMARKED_DEPTH; level++, box = box.parentElement) if (unmarked.has(box)) return box
    return null
  },
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
