import { add, findingsFor, readingOf, saidIn } from './reading.ts'
import { addressOf, decoded, isHostOf, nameOf } from './links.ts'
import { outermost, outermostIn } from './outermost.ts'
import { normaliseLabel } from './text.ts'
import { webUrl } from '../shared/web-url.ts'
import { lookAt } from './visible-text.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'

/**
 * TikTok's feed of videos.
 *
 * An ad carries a tag of its own; so do disclosures of creators, which make no ad of a video.
 */
const BASE = 'https://www.tiktok.com/'
const ITEM = '[data-e2e=recommend-list-item-container], section[id^=media-card-]'
/** Named by classes alone, so they count only with an author inside. */
const LOOSE = '[class*=DivItemContainer], [class*=DivCardWrapper]'
const AUTHOR = 'a[data-e2e=video-author-avatar], a[data-e2e=video-author-uniqueid], [data-e2e=video-author-uniqueid], [data-e2e=video-author-nickname], a[href^="/@"], a[href*="tiktok.com/@"]'
const TAG = '[data-e2e=ad-tag]'
const OTHER_TAGS = '[data-e2e=ad-info], [data-e2e=video-ad], [data-e2e=ad-card], [data-e2e=ad-overlay]'
const DISCLOSURE = '[data-e2e=branded-content-tag], [data-e2e=paid-partnership-tag]'
const TEXT = '[data-e2e=video-desc], [data-e2e=comment-level-1], h1'

function isItem(box: Element): boolean {
  return box.matches(ITEM) || (box.querySelector(AUTHOR) !== null && box.querySelectorAll('a[data-e2e=video-author-avatar]').length < 2 && box.querySelectorAll(ITEM).length < 2)
}

const postOf = (node: Node) => outermost(node, `${ITEM}, ${LOOSE}`, isItem)
const postsIn = (root: ParentNode) => outermostIn(root, `${ITEM}, ${LOOSE}`, postOf)

/** An element that the site put there, not what somebody wrote. */
const own = (post: Element, selector: string) => [...post.querySelectorAll(selector)].find((element) => !element.closest(TEXT)) ?? null

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const { words } = data
  const tag = own(post, TAG)
  if (tag) {
    const text = normaliseLabel(tag.textContent)
    if (words.partnership.some((word) => text.startsWith(word))) add(findings, 'paid partnership', 'paid-partnership', tag.textContent)
    else if (lookAt(post).sees(tag, false)) add(findings, 'ad mark', 'ad', 'ad-tag', tag)
    else add(findings, 'hidden label', 'unsure', tag.textContent)
  }
  const other = own(post, OTHER_TAGS)
  if (other) add(findings, 'ad hint', 'ad', other.getAttribute('data-e2e'), other)
  const disclosure = own(post, DISCLOSURE)
  if (disclosure) add(findings, 'paid partnership', 'paid-partnership', disclosure.textContent)
  return readingOf(findings, post.querySelector(AUTHOR), post)
}

function handleIn(post: Element): string | null {
  for (const link of post.querySelectorAll(AUTHOR)) {
    const url = addressOf(link, BASE)
    const handle = url && isHostOf(url, 'tiktok.com') ? /^\/@([\p{L}\p{N}._-]{1,40})\/?$/u.exec(decoded(url.pathname))?.[1] : null
    if (handle && !link.closest(TEXT)) return handle
  }
  return null
}

function advertiser(post: Element): Advertiser {
  const page = handleIn(post)
  const name = nameOf(post.querySelector('[data-e2e=video-author-nickname]')) ?? nameOf(post.querySelector('[data-e2e=video-author-uniqueid]'))?.replace(/^@/, '') ?? page
  return { name, page, domain: null, landing: landingIn(post) }
}

function landingIn(post: Element): string | null {
  const links = [...post.querySelectorAll('a[href]')].filter((link) => !link.closest(TEXT))
  for (const link of links.toSorted((a, b) => +isTracked(b) - +isTracked(a))) {
    const url = addressOf(link, BASE)
    const target = url?.pathname.startsWith('/link/') ? webUrl(url.searchParams.get('target')) : url
    if (target && !isHostOf(target, 'tiktok.com')) return target.href
  }
  return null
}

const isTracked = (link: Element) => link.getAttribute('href')?.includes('ttclid=') ?? false

export const about: SiteAbout = {
  id: 'tiktok',
  name: 'TikTok',
  home: `${BASE}foryou`,
  matches: ['https://www.tiktok.com/*'],
  pageUrl: (page) => `${BASE}@${encodeURIComponent(page)}`,
  adLibrary: ({ name }) => name && `https://library.tiktok.com/ads?${new URLSearchParams({ region: 'all', query_type: '1', adv_name: name })}`,
}

export const site: Site = {
  id: 'tiktok',
  attributes: ['data-e2e', 'href', 'id'],
  layer: 10,
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => [...post.querySelectorAll('[data-e2e^=video-author]:not([data-e2e=video-author-avatar])'), ...saidIn(post)],
  theme: ({ documentElement }) => (/^(dark|light)$/.exec(documentElement.getAttribute('data-theme') ?? '')?.[1] ?? null) as 'dark' | 'light' | null,
}
