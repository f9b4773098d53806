import { add, findingsFor, readingOf, saidIn } from './reading.ts'
import { addressOf, isHostOf, nameOf, printedDomain } from './links.ts'
import { outermost, outermostIn } from './outermost.ts'
import { plainText } from './text.ts'
import { webUrl } from '../shared/web-url.ts'
import { boxIn } from './visible-text.ts'
import type { Advertiser, Reading, Site, SiteAbout } from './types.ts'

/**
 * Reddit, new and old: feeds, and the ads in comments and at the side.
 *
 * An ad is an element of a name of its own, in every language. What is in a `<template>` isn't there yet.
 */
const BASE = 'https://www.reddit.com/'
const AD = 'shreddit-ad-post, shreddit-comments-page-ad, shreddit-sidebar-ad, ad-event-tracker reddit-pdp-right-rail-post, reddit-pdp-right-rail-post:has(ad-event-tracker)'
/** What is in it comes later, as an ad of its own or as its own children. */
const LATE = 'shreddit-comment-tree-ad, shreddit-async-loader[bundlename=sidebar_ad]'
const OLD = '.thing[data-fullname], .thing.link'
const POST = `shreddit-post, ${AD}, ${LATE}, ${OLD}`
const LABEL = '[data-ad-click-location=promoted_label], .promoted-tag, .sponsored-tagline, .promoted-span'
const AUTHOR = 'a[href*="/user/"], a[href*="reddit.com/u/"], a[href^="/u/"], a.author'
const OUTWARD = 'shreddit-dynamic-ad-link a[href], a[href*="rdt_cid="], a[slot=full-post-link], a.title[href], a[data-event-action=title]'
/** Posts and comments that are shown inside of a post. */
const INSIDE = 'shreddit-comment, .md, [slot=text-body], .expando, .child'

/** Whether an ad's element holds one; what is in a `<template>` is not there yet, and ad blockers leave empty ones. */
function isEmpty(post: Element): boolean {
  return !['author', 'permalink'].some((name) => post.getAttribute(name)) && post.querySelector('a[href], [author]') === null
}

/** The outermost one: a post shows other posts, which are no ads for that. */
const postOf = (node: Node) => outermost(node, POST, (box) => !box.matches(LATE) || !(box.querySelector(AD) ?? box.shadowRoot?.querySelector(AD)))
const postsIn = (root: ParentNode) => outermostIn(root, POST, postOf)

/**
 * An element of the post itself, not of what is shown inside of it.
 * @param says only one with text
 */
function own(post: Element, selector: string, says = false): Element | null {
  const isAd = post.matches(`${AD}, ${LATE}`)
  const isOwn = (element: Element) => {
    const part = element.closest(INSIDE)
    return (part === null || part === post || !post.contains(part)) && (isAd || element.closest(POST) === post)
  }
  return [...post.querySelectorAll(selector)].find((element) => isOwn(element) && (!says || element.textContent?.trim())) ?? null
}

function read(post: Element, data: Parameters<Site['read']>[1]): Reading {
  const findings = findingsFor(data)
  const label = own(post, LABEL)
  const mark = (name: string) => add(findings, 'ad mark', 'ad', name, label)
  const says = (name: string) => post.hasAttribute(name) && post.getAttribute(name) !== 'false'
  if (post.matches(`${AD}, ${LATE}`)) {
    if (isEmpty(post)) add(findings, 'none', 'organic', 'empty')
    else mark(post.localName)
  }
  if (post.matches('shreddit-post') && says('promoted')) mark('promoted')
  if (post.matches(OLD)) {
    if (post.getAttribute('data-promoted') === 'false') add(findings, 'none', 'organic', 'data-promoted=false')
    else if (says('data-promoted') || post.matches('.promoted, .promotedlink')) mark('promotedlink')
  }
  if (own(post, '[data-ad-click-location=promoted_label]')) mark('promoted_label')
  if (own(post, 'shreddit-post-overflow-menu[is-ad]:not([is-ad=false])')) mark('is-ad')
  if (post.matches(`[data-faceplate-tracking-context*='"promoted":true']`)) mark('tracking context')
  if (own(post, 'a[href^="https://alb.reddit.com/"]')) add(findings, 'ad hint', 'ad', 'alb.reddit.com')
  return readingOf(findings, headerOf(post) ?? (authorOf(post) === null ? null : post), post)
}

function headerOf(post: Element): Element | null {
  return own(post, LABEL) ?? own(post, AUTHOR, true) ?? own(post, '[slot=credit-bar], [slot=title], a.title')
}

/** An attribute of the post, or of the ad in it. */
function attribute(post: Element, name: string): string | null {
  return plainText(post.getAttribute(name) ?? own(post, `[${name}]`)?.getAttribute(name)) || null
}

/** Without the "u/" that it is shown with. */
function authorOf(post: Element): string | null {
  const account = /^u\/.+/.exec(attribute(post, 'subreddit-prefixed-name') ?? '')?.[0]
  const given = attribute(post, 'author') ?? attribute(post, 'data-author') ?? account ?? /^\/u(?:ser)?\/([\w-]+)/.exec(addressOf(own(post, AUTHOR), BASE)?.pathname ?? '')?.[1] ?? nameOf(own(post, AUTHOR, true))
  const author = given?.replace(/^\/?u\//, '') ?? ''
  return /^[\w-]{2,40}$/.test(author) ? author : null
}

const isReddit = (url: URL) => isHostOf(url, 'reddit.com', 'redd.it', 'redditmedia.com')

function advertiser(post: Element): Advertiser {
  const author = authorOf(post)
  return { name: author, page: author, domain: domainOf(post), landing: landingOf(post) }
}

function domainOf(post: Element): string | null {
  const domain = printedDomain(attribute(post, 'domain') ?? attribute(post, 'data-domain') ?? own(post, 'shreddit-dynamic-ad-link a')?.textContent)
  // "self.advertiser" is the site's word for a post without a link.
  return domain && !domain.startsWith('self.') && !isReddit(new URL(`https://${domain}`)) ? domain : null
}

function landingOf(post: Element): string | null {
  const addresses = [attribute(post, 'content-href'), attribute(post, 'data-url'), ...[...post.querySelectorAll(OUTWARD)].map((link) => link.getAttribute('href'))]
  for (const address of addresses) {
    const url = webUrl(address, BASE)
    if (url && !isReddit(url)) return url.href
  }
  return null
}

export const about: SiteAbout = {
  id: 'reddit',
  name: 'Reddit',
  home: BASE,
  matches: ['https://www.reddit.com/*', 'https://old.reddit.com/*', 'https://new.reddit.com/*'],
  standsAlone: true,
  pageUrl: (page) => `${BASE}user/${encodeURIComponent(page)}`,
}

export const site: Site = {
  id: 'reddit',
  attributes: ['promoted', 'data-promoted', 'author', 'content-href', 'domain', 'permalink', 'is-ad', 'class', 'href'],
  shadows: 'shreddit-comment-tree-ad, shreddit-async-loader[bundlename=sidebar_ad], shreddit-sidebar-ad',
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => {
    const header = headerOf(post)
    // What isn't in a slot isn't drawn; a badge stands beside what is.
    return [...(header && boxIn(header) ? [header] : []), ...saidIn(post)].filter((element) => boxIn(element))
  },
  theme: ({ documentElement: { className } }) => (/(?:^|\s)theme-(dark|light)/.exec(className)?.[1] ?? null) as 'dark' | 'light' | null,
}
