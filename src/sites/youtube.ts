import { add, findingsFor, readingOf, saidIn, textsIn } from './reading.ts'
import { addressOf, decoded, isHostOf, nameOf, printedDomain } from './links.ts'
import { outermost, outermostIn } from './outermost.ts'
import { normaliseLabel, plainText } from './text.ts'
import { webUrl } from '../shared/web-url.ts'
import { isRendered, isShownIn } from './painted.ts'
import { lookAt } from './visible-text.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'

/**
 * YouTube: home, search, beside and below a video, Shorts; on a desk and on a phone.
 *
 * An ad is drawn by elements of names of their own, in every language. The same element is used again for other videos.
 */
const BASE = 'https://www.youtube.com/'
const AD = [
  ...['ytd-ad-slot-renderer', 'ytd-in-feed-ad-layout-renderer', 'ytd-promoted-sparkles-web-renderer', 'ytd-promoted-video-renderer', 'ytd-display-ad-renderer', 'ytd-promoted-sparkles-text-search-renderer'],
  ...['ytd-search-pyv-renderer', 'ytd-video-masthead-ad-v3-renderer', 'ytd-companion-slot-renderer', 'ytd-action-companion-ad-renderer'],
  ...['ad-slot-renderer', 'ytm-companion-slot', 'ytm-promoted-sparkles-web-renderer'],
].join()
const SHORT_AD = 'ytd-reel-video-renderer[is-ads-overlay]:not([is-ads-overlay=false])'
/** Places that hold an ad or nothing. */
const PLACE = '#player-ads, #masthead-ad'
const ITEM = 'ytd-rich-item-renderer, ytd-video-renderer, ytd-compact-video-renderer, ytd-grid-video-renderer, ytd-reel-video-renderer, yt-lockup-view-model, ytm-rich-item-renderer, ytm-video-with-context-renderer'
const POST = `${AD}, ${ITEM}, ${PLACE}`
/** Not in the facts for certain: it takes an ad's link with it. */
const BADGE = 'ad-badge-view-model, badge-shape[class$="--ad"], badge-shape[class*="--ad "], [class*=badge-style-type-ad], #ad-badge'
const TITLE = 'h3, h2, #title, #video-title, [class*=metadata__title], yt-formatted-string#headline'
const SITE_TEXT = '#website-text, [class*=display-url], [class*=website-text]'
const CHANNEL = 'a[href^="/@"], a[href*="youtube.com/@"], a[href^="/channel/"]'
const BUTTON = 'button, [role=button], ytd-button-renderer, yt-button-view-model, button-view-model'
/** What somebody wrote. */
const TEXT = '[id*=description], [class*=description]'
const CLICK = 'a[href*="googleadservices.com/pagead/aclk"], a[href*="google.com/aclk"]'
const DISCLOSURE = '[class*=paid-content-overlay], ytd-paid-promotion-overlay, [class*=paid-promotion]'

/** The outermost one, without those that hold several. */
const postOf = (node: Node) => outermost(node, POST)
const postsIn = (root: ParentNode) => outermostIn(root, POST, postOf)

/** The part of a post that is the ad. */
function adIn(post: Element): Element | null {
  return post.matches(`${AD}, ${SHORT_AD}`) ? post : post.querySelector(AD)
}

/** An ad's link, not in what somebody wrote. */
const clickIn = (post: Element) => [...post.querySelectorAll(CLICK)].find((link) => !link.closest(TEXT)) ?? null

/** Ad blockers leave slots and wrappers with nothing in them. */
function isEmpty(ad: Element): boolean {
  if (ad.querySelector('a[href], img, video, iframe, yt-img-shadow, yt-image')) return false
  const eye = lookAt(ad)
  return [...textsIn(ad)].every(({ element }) => eye.read(element).length === 0)
}

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const ad = adIn(post)
  const badge = [...post.querySelectorAll(BADGE)].find((element) => !element.closest(TEXT)) ?? null
  if (ad && !isEmpty(ad)) {
    // Slots and layouts around it may have no box of their own.
    if (isShownIn([ad, ...ad.querySelectorAll(AD)].at(-1) ?? ad)) add(findings, 'ad mark', 'ad', ad.localName, badge)
    else add(findings, 'hidden label', 'unsure', ad.localName)
  } else if (ad || post.matches(PLACE)) {
    if (!ad && clickIn(post)) add(findings, 'ad mark', 'ad', post.id, badge)
    else add(findings, 'none', 'organic', 'empty')
  } else {
    if (badge && isRendered(badge)) add(findings, 'ad hint', 'ad', 'badge', badge)
    if (clickIn(post)) add(findings, 'ad hint', 'ad', 'aclk')
    if (post.querySelector(DISCLOSURE)) add(findings, 'paid partnership', 'paid-partnership', 'paid promotion')
  }
  return readingOf(findings, badge ?? post.querySelector(TITLE) ?? post.querySelector('a[href]') ?? ad, post)
}

/** Short texts of an ad in their order, without its title, badge and buttons. */
function linesOf(ad: Element): { text: string; element: Element; afterBadge: boolean }[] {
  const badge = ad.querySelector(BADGE)
  const follows = (node: Node) => badge !== null && (badge.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const lines = [...textsIn(ad)].filter(({ text, element }) => /[\p{L}\p{N}]/u.test(text) && !element.closest(`${BADGE}, ${TITLE}, ${BUTTON}, ${TEXT}, style, script`) && isShownIn(element))
  return lines.map(({ text, element, node }) => ({ text, element, afterBadge: follows(node) }))
}

function advertiser(post: Element, { words }: SiteData): Advertiser {
  const ad = adIn(post) ?? post
  const channel = [...ad.querySelectorAll(CHANNEL)].find((link) => link.textContent?.trim()) ?? ad.querySelector(CHANNEL)
  const lines = linesOf(ad)
  const said = lines.find(({ text, afterBadge, element }) => afterBadge && !printedDomain(text) && !words.sponsored.includes(normaliseLabel(text)) && !element.closest(SITE_TEXT))
  const byline = ad.querySelector('#byline, ytd-channel-name, #channel-name, #advertiser-name')
  const domain = printedDomain(ad.querySelector(SITE_TEXT)?.textContent) ?? lines.map(({ text }) => (/\s/.test(text) ? null : printedDomain(text))).find(Boolean) ?? null
  return { name: nameOf(channel) ?? nameOf(byline) ?? (plainText(said?.text, 200) || null), page: handleIn(channel), domain, landing: landingIn(ad) }
}

/** "@handle" or a channel's id. */
function handleIn(link: Element | null | undefined): string | null {
  const path = decoded(addressOf(link, BASE)?.pathname ?? '')
  return /^\/@([\p{L}\p{N}._·-]{1,60})/u.exec(path)?.[1] ?? /^\/channel\/(UC[\w-]{10,40})/.exec(path)?.[1] ?? null
}

/** Through Google's links, where they tell. */
function landingIn(ad: Element): string | null {
  for (const link of ad.querySelectorAll('a[href]')) {
    const url = addressOf(link, BASE)
    if (!url) continue
    const target = webUrl(url.searchParams.get('adurl')) ?? (/^\/redirect$/.test(url.pathname) ? webUrl(url.searchParams.get('q')) : null) ?? url
    if (!isHostOf(target, 'youtube.com', 'youtu.be', 'google.com', 'googleadservices.com', 'doubleclick.net', 'googlesyndication.com')) return target.href
  }
  return null
}

export const about: SiteAbout = {
  id: 'youtube',
  name: 'YouTube',
  home: BASE,
  matches: ['https://www.youtube.com/*', 'https://m.youtube.com/*'],
  pageUrl: (page) => (/^UC[\w-]{20,}$/.test(page) ? `${BASE}channel/${page}` : `${BASE}@${encodeURIComponent(page)}`),
  // Google's, by the domain that was advertised.
  adLibrary: ({ domain }) => `https://adstransparency.google.com/?${new URLSearchParams({ region: 'anywhere', ...(domain === null ? {} : { domain }) })}`,
}

export const site: Site = {
  id: 'youtube',
  attributes: ['href', 'is-ads-overlay', 'class', 'hidden'],
  layer: 10,
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => [...[post.querySelector(BADGE) ?? post.querySelector(TITLE)].filter((element) => element !== null), ...saidIn(post)],
  theme: ({ documentElement }) => (documentElement.hasAttribute('dark') ? 'dark' : documentElement.querySelector('ytd-app') ? 'light' : null),
}
