import { add, addLabels, findingsFor, findLabels, readingOf, textsIn, type WrittenLabel } from './reading.ts'
import { addressOf, decoded, domainIn, isHostOf, nameOf } from './links.ts'
import { normaliseLabel } from './text.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'
import { isShownIn } from './painted.ts'

/**
 * LinkedIn's feed: as the server draws it since 2025, as Ember did before, and as guests and phones get it.
 *
 * A label is the last line of a post's header, a line of its own. "Promoted by …" names the company that pays; the post's author may
 * be anybody. Most elements around a post have no box of their own, and classes are other ones with each build.
 */
const BASE = 'https://www.linkedin.com/'
const ITEM = '[componentkey*="FeedType_"]'
const POST = `${ITEM}, .feed-shared-update-v2, .occludable-update, li.feed-item, article[data-id=main-feed-card]`
const OLD_HEADER = '.update-components-actor, .feed-shared-actor'
/** Where a label stands. */
const LINE = 'p, [class*="-actor__description"], [class*="-actor__sub-description"]'
const TEXT_BOX = '[data-testid=expandable-text-box], .feed-shared-text, .update-components-text, [data-test-id*=commentary]'
/** What people write, and other posts inside of this one. */
const SKIP = `${TEXT_BOX}, button, [role=button], [class*="__title"], [class*="mini-update"], [class*="content-wrapper"]`
/** What only ads have, whatever they say. */
const MARK = [
  `[data-view-tracking-scope*='"sponsored"']:not([data-view-tracking-scope*='"sponsored":false'])`,
  '[componentkey*="urn:li:sponsoredContent"]',
  '[aria-label="View Sponsored Content"]',
  '[data-is-sponsored]:not([data-is-sponsored=false])',
  '[data-sponsored-tracking-url*="/"]',
].join()
/** What no header of a post has, but that of a job, and lists of jobs and people. */
const NO_HEADER = 'li, a[href*="/jobs/"]:not([href*="/company/"])'
/** "3h", "6 h • Modifié", no "2nd": ads say no time. */
const TIME = /^\p{N}{1,2} ?(?!st|nd|rd)\p{L}{1,4}(?!\p{L})/u
/** Longer text is more than a header, in UTF-16 units. */
const LONGEST_HEADER = 400

/** The outermost element of a post; one that holds several posts is none. */
function postOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  let post: Element | null = null
  for (let box = element?.closest(POST); box; box = box.parentElement?.closest(POST)) if (!post || !holdsSeveral(box)) post = box
  return post
}

function holdsSeveral(box: Element): boolean {
  return box.querySelectorAll(`[role=listitem]${ITEM}, .feed-shared-update-v2, li.feed-item`).length > 1
}

function postsIn(root: ParentNode): Element[] {
  const marks = [...(root instanceof Element && root.matches(POST) ? [root] : []), ...root.querySelectorAll(POST)]
  return [...new Set(marks.flatMap((mark) => postOf(mark) ?? []))].filter((post) => !holdsSeveral(post) || !post.querySelector(POST))
}

function authorLinkIn(post: Element): Element | null {
  const root = post.querySelector(OLD_HEADER) ?? post
  const links = [...root.querySelectorAll('a')].filter((link) => link.textContent?.trim() && !link.closest(SKIP) && slugIn(link))
  // "Jane likes this" stands above the author, in a line that says more than her name.
  return links.find((link) => !isContext(link)) ?? links[0] ?? null
}

/** Whether a line says more than the link in it; what follows a dot is how near somebody is: "Jane Roe • 2nd". */
function isContext(link: Element): boolean {
  const line = link.closest('p, .update-components-header')
  return line !== null && normaliseLabel(line.textContent).split('•')[0]?.trim() !== normaliseLabel(link.textContent)
}

/** The author's row, with picture, name and lines: as far out as it holds neither what was written nor a heading. */
function headerOf(post: Element): Element | null {
  const old = post.querySelector(OLD_HEADER)
  if (old) return old
  // Saved pages may have lost where their links lead.
  let box = authorLinkIn(post) ?? post.querySelector('p')
  for (let outer = box?.parentElement; box && outer && outer !== post; outer = outer.parentElement) {
    if (box.querySelectorAll('a').length > 1 && box.querySelector('p:not(a p)')) break
    if (outer.querySelector(`h2, video, iframe, ${TEXT_BOX}`) || (outer.textContent ?? '').replace(/\s+/g, ' ').length > LONGEST_HEADER) break
    box = outer
  }
  return box
}

function labelsOf(post: Element, data: SiteData) {
  const header = headerOf(post)
  const labels = header && findLabels(header, data, SKIP)
  if (labels?.label && !isOfSite(labels.label, header as Element)) labels.label = null
  return labels
}

/** A name or a person's headline can be any word; a label of the site's is the last line of a header without a time, save for itself once more, buttons and signs. */
function isOfSite({ element, text, by }: WrittenLabel, header: Element): boolean {
  const line = element.closest(LINE)
  const link = element.closest('a')
  // A name begins its link.
  if (!line || !header.contains(line) || header.querySelector(NO_HEADER) || (!by && link?.textContent?.trim().startsWith(text.trim()))) return false
  const own = normaliseLabel(line.textContent)
  return [...textsIn(header)].every(({ text: other, element: at, node }) => {
    const said = normaliseLabel(other)
    const follows = line.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_FOLLOWING
    const isFine = at.closest('a') ? !follows || at.closest('a') !== link : !TIME.test(said) && (!follows || own.includes(said) || !/[\p{L}\p{N}]/u.test(said) || at.closest(SKIP) !== null)
    return isFine || !isShownIn(at)
  })
}

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const author = authorLinkIn(post)
  const labels = labelsOf(post, data)
  if (labels) addLabels(findings, labels)
  if (post.matches(MARK) || post.querySelector(MARK)) add(findings, 'ad mark', 'ad', 'sponsored')
  // "Suggested" stands above the header.
  if ([...post.querySelectorAll('p')].some(({ textContent }) => data.words.suggested.includes(normaliseLabel(textContent)))) add(findings, 'suggested', 'suggested')
  return readingOf(findings, author ?? post.querySelector('h2'), post)
}

/** What tells a company's, school's or person's page; of a person's with "in/", for a person may be called like a company. */
function slugIn(link: Element | null): string | null {
  const url = addressOf(link, BASE)
  const [, kind, part = ''] = (url && isHostOf(url, 'linkedin.com') && /^\/(company|showcase|school|in)\/([^/]+)/.exec(url.pathname)) || []
  const slug = decoded(part)
  return /^[\p{L}\p{N}&'’_.-]{1,100}$/u.test(slug) ? (kind === 'in' ? 'in/' : '') + slug : null
}

function advertiser(post: Element, data: SiteData): Advertiser {
  const link = authorLinkIn(post)
  const label = labelsOf(post, data)?.label
  const page = slugIn(link)
  const who = label?.by ? { name: label.by, page: slugIn(label.link ?? label.element.closest('a')) } : { name: page === null ? null : nameIn(link), page }
  return { ...who, ...linkOf(post) }
}

/** A name is there twice in older pages, for eyes and for ears. */
function nameIn(link: Element | null): string | null {
  return nameOf(link?.querySelector('[aria-hidden=true]:not(:empty, svg)') ?? link?.querySelector('p, [class*="__title"]') ?? link)
}

/** Where the ad leads, and what is printed of that. */
function linkOf(post: Element): Pick<Advertiser, 'domain' | 'landing'> {
  const outward = [...post.querySelectorAll('a')].filter((link) => {
    const url = addressOf(link, BASE)
    return url && !isHostOf(url, 'linkedin.com', 'lnkd.in') && !link.closest(TEXT_BOX)
  })
  const link = outward.find(({ href }) => href.includes('li_fat_id=')) ?? outward[0]
  return { domain: domainIn(link), landing: addressOf(link, BASE)?.href ?? null }
}

export const about: SiteAbout = {
  id: 'linkedin',
  name: 'LinkedIn',
  home: 'https://www.linkedin.com/feed/',
  matches: ['https://www.linkedin.com/*'],
  pageUrl: (page) => (page.startsWith('in/') ? `${BASE}in/${encodeURIComponent(page.slice(3))}` : `${BASE}company/${encodeURIComponent(page)}`),
  adLibrary: ({ name }) => name && `${BASE}ad-library/search?${new URLSearchParams({ accountOwner: name })}`,
}

export const site: Site = {
  id: 'linkedin',
  attributes: ['componentkey', 'href', 'data-is-sponsored', 'data-sponsored-tracking-url', 'data-view-tracking-scope'],
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => {
    const name = authorLinkIn(post)
    const header = headerOf(post)
    return header ? [name ?? header, header, ...header.querySelectorAll('*')] : []
  },
  theme: ({ documentElement: { className } }) => (/(?:^|\s)theme--(dark|light)/.exec(className)?.[1] ?? null) as 'dark' | 'light' | null,
}
