import { add, addLabels, findingsFor, findLabels, readingOf, type WrittenLabel } from './reading.ts'
import { addressOf, domainIn, isHostOf, nameOf } from './links.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'

/**
 * X: posts, accounts and trends.
 *
 * A promoted post stands in an element that tracks when its edges come into view. Organic videos have such an element
 * inside of them, and follow buttons stand in one without edges.
 */
const BASE = 'https://x.com/'
const TWEET = 'article[data-testid=tweet]'
const POST = `${TWEET}, [data-testid=UserCell], [data-testid=trend]`
const PLACEMENT = '[data-testid=placementTracking]'
const EDGE = ':scope > [data-testid$="-impression-pixel"]'
const NAME = '[data-testid=User-Name]'
const CARD = '[data-testid="card.wrapper"]'
const QUOTE = 'div[role=link]'
/** What people write, and what they quote. */
const SKIP = `[data-testid=tweetText], ${NAME} a, ${QUOTE}, ${CARD}, [data-testid=UserDescription], [data-testid=tweetPhoto], [data-testid=videoPlayer], time`
/** The arrow in a box beside a label. */
const ICON = 'path[d^="M19.498 3h-15c-1.381"][d$="10H8.996V8h7v7z"]'
const ABOUT_ADS = 'a[href*="/about-ads?aid="]'

function postOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  const around = element?.closest(PLACEMENT)
  return element?.closest(TWEET) ?? element?.closest(POST) ?? (around?.querySelector(`${TWEET} ${PLACEMENT}`) ? null : (around?.querySelector(POST) ?? null))
}

function postsIn(root: ParentNode): Element[] {
  const self = root instanceof Element && root.matches(POST) ? [root] : []
  return [...self, ...root.querySelectorAll(POST)].filter((post) => !post.parentElement?.closest(TWEET))
}

/** The account's own link, with its shown name. */
function nameLinkIn(post: Element): Element | null {
  const root = post.querySelector(NAME) ?? (post.matches(TWEET) ? null : post)
  return [...(root?.querySelectorAll('a[href]') ?? [])].find((link) => link.textContent?.trim() && handleIn(link) !== null) ?? null
}

function handleIn(link: Element | null, notPages: readonly string[] = []): string | null {
  const url = addressOf(link, BASE)
  const [handle = '', more] = url?.pathname.split('/').filter(Boolean) ?? []
  return url && isHostOf(url, 'x.com', 'twitter.com') && more === undefined && /^\w{1,15}$/.test(handle) && !notPages.includes(handle.toLowerCase()) ? handle : null
}

function labelsOf(post: Element, data: SiteData) {
  const labels = findLabels(post, data, SKIP)
  // What an account or place is called isn't a label, whatever it says.
  if (labels.label && !labels.label.by && labels.label.element.closest('a[href]:not([href*="about-ads"])')) labels.label = null
  return labels
}

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const labels = labelsOf(post, data)
  const name = nameLinkIn(post)
  const icon = post.querySelector(ICON)
  const tracked = post.matches(TWEET) && post.parentElement?.closest(PLACEMENT)?.querySelector(EDGE)
  const time = [...post.querySelectorAll('time')].find((element) => !element.closest(QUOTE))
  if (tracked) add(findings, 'ad mark', 'ad', 'placementTracking')
  if (post.querySelector(ABOUT_ADS)) add(findings, 'ad mark', 'ad', 'about-ads')
  // An account's own words may be anything; beside the sign a word is the site's.
  if (!post.matches(TWEET) && !icon && !labels.label?.by) labels.label = null
  addLabels(findings, labels)
  if (icon && !icon.closest(SKIP)) add(findings, 'ad hint', 'ad', 'icon')
  if ([...post.querySelectorAll('a[href*="twclid="]')].some((link) => !link.closest(QUOTE))) add(findings, 'ad hint', 'ad', 'twclid')
  if (time && !tracked) add(findings, 'time', 'organic', time.textContent)
  return readingOf(findings, name ?? labels.label?.element ?? null, post)
}

function advertiser(post: Element, data: SiteData): Advertiser {
  const link = nameLinkIn(post)
  const author = { name: nameOf(link), page: handleIn(link, data.notPages) }
  const card = [...post.querySelectorAll(CARD)].find((element) => !element.closest(QUOTE))
  return { ...promoter(labelsOf(post, data).label, author, data), domain: domainIn(card), landing: landingIn(post) }
}

/** Who promotes a post may be somebody else than who wrote it. */
function promoter(label: WrittenLabel | null, author: Pick<Advertiser, 'name' | 'page'>, { notPages }: SiteData): Pick<Advertiser, 'name' | 'page'> {
  if (!label?.by || label.by === author.name) return author
  const page = handleIn(label.link ?? label.element.closest('a'), notPages)
  return page === author.page && page !== null ? author : { name: label.by, page }
}

/** The site's own short links don't tell where they lead. */
function landingIn(post: Element): string | null {
  for (const link of post.querySelectorAll(`${CARD} a[href], a[href*="twclid="]`)) {
    const url = link.closest(QUOTE) ? null : addressOf(link, BASE)
    if (url && !isHostOf(url, 'x.com', 'twitter.com', 't.co')) return url.href
  }
  return null
}

export const about: SiteAbout = {
  id: 'x',
  name: 'X',
  home: 'https://x.com/home',
  matches: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.twitter.com/*'],
  pageUrl: (page) => `${BASE}${encodeURIComponent(page)}`,
  // It takes no name in its address.
  adLibrary: () => 'https://ads.x.com/ads-repository',
}

export const site: Site = {
  id: 'x',
  attributes: ['data-testid', 'href', 'd'],
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => {
    const name = nameLinkIn(post)
    const box = post.querySelector(NAME) ?? name?.parentElement
    return [...(name ? [name] : []), ...(box ? [box, ...box.querySelectorAll('*')] : []), ...post.querySelectorAll('[data-testid=caret], [data-testid=tweetText], [data-testid=tweetText] *')]
  },
  theme: ({ documentElement }) => (/^(dark|light)$/.exec(documentElement.style.colorScheme)?.[1] ?? null) as 'dark' | 'light' | null,
}
