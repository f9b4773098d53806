import { metaAdLibrary } from './ad-library.ts'
import { add, addLabels, findingsFor, findLabels, readingOf } from './reading.ts'
import { addressOf, isHostOf, nameOf } from './links.ts'
import { webUrl } from '../shared/web-url.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'
import { isShownIn } from './painted.ts'

/**
 * Instagram's feed, and the viewers of stories and reels.
 *
 * An ad of the feed has no time where every other post has one, leads through Facebook's redirector for ads, and says
 * "Ad" or "Sponsored" in its header: two of the three must hold. A viewer's posts have no time either way, so it is the label there.
 */
const BASE = 'https://www.instagram.com/'
const ARTICLE = 'article'
const STORY = 'section'
const MEDIA = 'video, img, canvas'
/** A reel's box is the smallest around its video that also has a name; no further out than this. */
const REEL_DEPTH = 14
const REDIRECT = 'a[href^="https://www.facebook.com/ads/"], a[href^="https://l.facebook.com/ads/"]'
/** Links in a header are names, places and music, whatever they are called; a label's leads nowhere or to the word on ads. */
const SKIP = 'a[href]:not([href="#"]):not([href^="https://www.facebook.com/ads/about"]), button, [role=button], time, ul, h1, form'
const COMMENTS = 'ul, li, form, [role=listitem]'

// ---- where a post is

/** Boxes of reels; kept, for a reel that is out of view loses its video. */
const reels = new WeakSet<Element>()

function profileIn(link: Element, notPages: readonly string[]): string | null {
  const url = addressOf(link, BASE)
  if (!url || !isHostOf(url, 'instagram.com')) return null
  const [slug = '', tab, more] = url.pathname.split('/').filter(Boolean)
  return more === undefined && (tab === undefined || tab === 'reels') && /^[\w.]{1,30}$/.test(slug) && !notPages.includes(slug.toLowerCase()) ? slug : null
}

/** The links of a post's name, the first of its text before that of its picture. */
function nameLinkIn(post: Element, notPages: readonly string[] = ['explore', 'reels']): Element | null {
  const root = post.querySelector('header') ?? post
  const links = [...root.querySelectorAll('a[href]')].filter((link) => !link.closest(COMMENTS) && profileIn(link, notPages) !== null)
  return links.find((link) => link.textContent?.trim()) ?? links[0] ?? null
}

function isStory(section: Element): boolean {
  return !section.closest(`${ARTICLE}, main`) && !section.querySelector(`${ARTICLE}, main`) && section.querySelector(MEDIA) !== null && nameLinkIn(section) !== null
}

function reelAround(video: Element): Element | null {
  let box = video.parentElement
  for (let level = 0; box && level < REEL_DEPTH && !nameLinkIn(box); level++) box = box.parentElement
  if (!box || box.querySelectorAll('video').length > 1 || box.matches('body, main') || !nameLinkIn(box)) return null
  reels.add(box)
  return box
}

function postOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  let post: Element | null = null
  for (let box = element?.closest(ARTICLE); box; box = box.parentElement?.closest(ARTICLE)) post = box
  for (let box = post ? null : element?.closest(STORY); box; box = box.parentElement?.closest(STORY)) if (isStory(box)) post = box
  for (let box = post ? null : element, level = 0; box && level < 2 * REEL_DEPTH; box = box.parentElement, level++) {
    if (reels.has(box)) return box
    // A reel's name may come later than its video.
    const video = box.querySelector('video')
    const reel = video && reelAround(video)
    if (video) return reel?.contains(element) ? reel : null
  }
  return post
}

function postsIn(root: ParentNode): Element[] {
  const posts = new Set<Element>()
  const marks = [...(root instanceof Element && root.matches(`${ARTICLE}, ${STORY}, video`) ? [root] : []), ...root.querySelectorAll(`${ARTICLE}, ${STORY}, video`)]
  for (const mark of marks) {
    const post = postOf(mark)
    if (post) posts.add(post)
  }
  return [...posts]
}

// ---- what it says

/** Where its label would be: a feed's header, or what a viewer says first after the name. */
function headerOf(post: Element): Element | null {
  const header = post.querySelector('header')
  if (header) return header
  let box = nameLinkIn(post)
  // As far out as there is more than the name, and no picture; where a caption may follow, no further than the account's own picture.
  while (box?.parentElement && box.parentElement !== post && !box.parentElement.querySelector('video, img[srcset], canvas') && (post.matches(STORY) || post.querySelector(REDIRECT) || !box.querySelector('img'))) box = box.parentElement
  return box
}

/** The first text after a name that isn't a button, a sign, or the name once more. */
function firstTextAfter(name: Element, post: Element): Element | null {
  const texts = post.ownerDocument.createTreeWalker(post, NodeFilter.SHOW_TEXT)
  texts.currentNode = name
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!element || name.contains(node) || !/[\p{L}\p{N}]/u.test((node as Text).data) || element.closest('button, [role=button], svg')) continue
    if (element.closest('a')?.getAttribute('href') !== name.getAttribute('href') && isShownIn(element)) return element
  }
  return null
}

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const name = nameLinkIn(post, data.notPages)
  const header = headerOf(post)
  const isFeed = post.matches(ARTICLE)
  const labels = header && findLabels(header, data, SKIP)
  const redirect = [...post.querySelectorAll(REDIRECT)].find((link) => !link.closest(COMMENTS)?.querySelector('time'))
  // What follows a reel's name may be its caption.
  const mayBeCaption = !post.matches(STORY) && !redirect && !header?.querySelector('img') && header?.parentElement?.querySelector('video')
  if (labels?.label && name && !isFeed && (mayBeCaption || firstTextAfter(name, post) !== labels.label.element)) labels.label = null
  const time = [...post.querySelectorAll('time')].find((element) => !element.closest(COMMENTS))
  if (labels) addLabels(findings, labels)
  if (redirect) add(findings, 'ad hint', 'ad', 'ig_redirect')
  // With label and link both, a time says nothing: two of the three hold.
  if (time && !(labels?.label && redirect)) add(findings, 'time', 'organic', time.textContent)
  const media = [...post.querySelectorAll(MEDIA)].some((element) => !header?.contains(element))
  if (isFeed && !time && media && name) add(findings, 'ad hint', 'ad', 'no time')
  return readingOf(findings, name, post)
}

// ---- who the advertiser is

function advertiser(post: Element, { notPages }: SiteData): Advertiser {
  const link = nameLinkIn(post, notPages)
  return { name: nameOf(link) ?? (link && profileIn(link, notPages)), page: link && profileIn(link, notPages), domain: null, landing: landingOf(post) }
}

/** Only the older redirector tells where it leads. */
function landingOf(post: Element): string | null {
  for (const link of post.querySelectorAll('a[href*="l.instagram.com"]')) {
    const url = addressOf(link, BASE)
    const target = url?.hostname === 'l.instagram.com' && !link.closest(COMMENTS) ? webUrl(url.searchParams.get('u')) : null
    if (target && !isHostOf(target, 'instagram.com', 'facebook.com')) return target.href
  }
  return null
}

export const about: SiteAbout = {
  id: 'instagram',
  name: 'Instagram',
  home: BASE,
  matches: ['https://www.instagram.com/*'],
  isRequired: true,
  pageUrl: (page) => `${BASE}${encodeURIComponent(page)}/`,
  // Handles of Instagram are no pages of its library's.
  adLibrary: ({ name, page }) => metaAdLibrary(name ?? page, null),
}

export const site: Site = {
  id: 'instagram',
  attributes: ['href'],
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => {
    const header = headerOf(post)
    const name = nameLinkIn(post)
    return header ? [name ?? header, header, ...header.querySelectorAll('*')] : []
  },
  theme: (document) => (/__(?:fb|ig)-(dark|light)-mode/.exec(document.documentElement.className)?.[1] ?? null) as 'dark' | 'light' | null,
}
