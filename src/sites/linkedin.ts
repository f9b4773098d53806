import { addLabels, Findings, findLabels, type WrittenLabel } from './reading.ts'
import { addressOf, decoded, isHostOf, nameOf, printedDomain } from './links.ts'
import { normaliseLabel } from './text.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'

/**
 * LinkedIn's feed: as the server draws it since 2025, as Ember did before, and as guests and phones get it.
 *
 * A label is the last line of a post's header, a line of its own. "Promoted by …" names the company that pays; the post's author may
 * be anybody. Most elements around a post have no box of their own, and classes are other ones with each build.
 */
const BASE = 'https://www.linkedin.com/'
const ITEM = '[componentkey*="FeedType_"]'
const POST = `${ITEM}, .feed-shared-update-v2, .occludable-update, li.feed-item, article[data-id=main-feed-card]`
const AUTHOR = 'a[href*="/company/"], a[href*="/showcase/"], a[href*="/school/"], a[href*="/in/"]'
const OLD_HEADER = '.update-components-actor, .feed-shared-actor'
/** Where a label stands. */
const LINE = 'p, [class*="-actor__description"], [class*="-actor__sub-description"]'
const TEXT_BOX = '[data-testid=expandable-text-box], .feed-shared-text, .update-components-text, .feed-shared-update-v2__description'
/** What people write, and other posts inside of this one. */
const SKIP = `${TEXT_BOX}, button, [role=button], [class*="__title"], .update-components-mini-update-v2, .feed-shared-update-v2__update-content-wrapper`
const MARKS: Readonly<Record<string, string>> = {
  'tracking scope': `[data-view-tracking-scope*='"sponsored"']:not([data-view-tracking-scope*='"sponsored":false'])`,
  sponsoredContent: '[componentkey*="urn:li:sponsoredContent"]',
  'View Sponsored Content': '[aria-label="View Sponsored Content"]',
  'is-sponsored': '[data-is-sponsored]:not([data-is-sponsored=false])',
  'tracking url': '[data-sponsored-tracking-url]:not([data-sponsored-tracking-url=""])',
}
const HEADER_DEPTH = 8
/** Longer text is what somebody wrote, in UTF-16 units. */
const LONGEST_LINE = 150

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
  const links = [...root.querySelectorAll(AUTHOR)].filter((link) => !link.closest(SKIP) && slugIn(link) !== null)
  // "Jane likes this" stands above the author, in a line that says more than her name.
  return links.find((link) => link.textContent?.trim() && !isContext(link)) ?? links.find((link) => link.textContent?.trim()) ?? links[0] ?? null
}

function isContext(link: Element): boolean {
  const line = link.closest('p, span.update-components-header__text-view, .update-components-header')
  return line !== null && normaliseLabel(line.textContent) !== normaliseLabel(link.textContent)
}

/** The author's row: as far out as it holds neither what was written nor a heading. */
function headerOf(post: Element): Element | null {
  const old = post.querySelector(OLD_HEADER)
  if (old) return old
  let box = authorLinkIn(post)
  for (let level = 0; box?.parentElement && box.parentElement !== post && level < HEADER_DEPTH; level++) {
    const { parentElement: outer } = box
    if (outer.querySelector(`h2, video, iframe, ${TEXT_BOX}`) || [...outer.querySelectorAll(LINE)].some((line) => (line.textContent?.trim().length ?? 0) > LONGEST_LINE)) break
    box = outer
  }
  return box
}

function labelsOf(post: Element, data: SiteData) {
  const header = headerOf(post)
  const labels = header && findLabels(header, data, SKIP)
  const line = labels?.label?.element.closest(LINE)
  // A person's headline can be any word, and has a time after it.
  if (labels?.label && (!line || !header?.contains(line) || !isLast(line, header))) labels.label = null
  return labels
}

/** Whether nothing follows a line in the header but itself once more, buttons and signs. */
function isLast(line: Element, header: Element): boolean {
  const text = normaliseLabel(line.textContent)
  const texts = header.ownerDocument.createTreeWalker(header, NodeFilter.SHOW_TEXT)
  texts.currentNode = line
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (line.contains(node) || node.parentElement?.closest(`${SKIP}, a, svg`)) continue
    const other = normaliseLabel((node as Text).data)
    if (/[\p{L}\p{N}]/u.test(other) && !text.includes(other)) return false
  }
  return true
}

function read(post: Element, data: SiteData): Reading {
  const findings = new Findings(data)
  const author = authorLinkIn(post)
  const labels = labelsOf(post, data)
  if (labels) addLabels(findings, labels)
  else addAnonymous(findings, post, data)
  for (const [name, mark] of Object.entries(MARKS)) if (post.matches(mark) || post.querySelector(mark)) findings.add('ad mark', 'ad', name)
  if (post.querySelector('a[href*="li_fat_id="]')) findings.add('ad hint', 'ad', 'li_fat_id')
  return findings.reading(author ?? post.querySelector('h2'), post)
}

/** Of a post whose links were taken away, as in saved pages, the header is what comes before the first long line. */
function addAnonymous(findings: Findings, post: Element, data: SiteData): void {
  const { label } = findLabels(post, data, SKIP)
  const line = label?.element.closest('p')
  if (label && line?.parentElement?.parentElement?.contains(line) && isLast(line, line.parentElement.parentElement)) findings.add('label', 'ad', label.text, label.element)
}

/** What tells a company's, school's or person's page; of a person's with "in/", for a person may be called like a company. */
function slugIn(link: Element | null): string | null {
  const url = addressOf(link, BASE)
  const [kind = '', slug = ''] = url?.pathname.split('/').filter(Boolean) ?? []
  if (!url || !isHostOf(url, 'linkedin.com') || !['company', 'showcase', 'school', 'in'].includes(kind)) return null
  return /^[\p{L}\p{N}&'’_.-]{1,100}$/u.test(decoded(slug)) ? `${kind === 'in' ? 'in/' : ''}${decoded(slug)}` : null
}

function advertiser(post: Element, data: SiteData): Advertiser {
  const link = authorLinkIn(post)
  const label = labelsOf(post, data)?.label ?? null
  const named = promoter(label)
  const page = slugIn(link)
  const who = named ?? { name: page === null ? null : nameIn(link), page }
  return { ...who, ...linkOf(post) }
}

function promoter(label: WrittenLabel | null): Pick<Advertiser, 'name' | 'page'> | null {
  return label?.by ? { name: label.by, page: slugIn(label.link) } : null
}

/** A name is there twice in older pages, for eyes and for ears. */
function nameIn(link: Element | null): string | null {
  return nameOf(link?.querySelector('[aria-hidden=true]')) ?? nameOf(link?.querySelector('p, [class*="__title"]')) ?? nameOf(link)
}

/** Where the ad leads, and what is printed of that. */
function linkOf(post: Element): Pick<Advertiser, 'domain' | 'landing'> {
  const outward = [...post.querySelectorAll('a[href]')].filter((link) => {
    const url = addressOf(link, BASE)
    return url && !isHostOf(url, 'linkedin.com', 'lnkd.in') && !link.closest(TEXT_BOX)
  })
  const link = outward.find((one) => one.getAttribute('href')?.includes('li_fat_id=')) ?? outward[0]
  const printed = [...(link ? [link, ...link.querySelectorAll('*')] : [])].filter((element) => element.childElementCount === 0)
  return { domain: printed.map((element) => printedDomain(element.textContent)).find(Boolean) ?? null, landing: addressOf(link, BASE)?.href ?? null }
}

export const about: SiteAbout = {
  id: 'linkedin',
  name: 'LinkedIn',
  home: 'https://www.linkedin.com/feed/',
  matches: ['https://www.linkedin.com/*'],
  pageUrl: (page) => (page.startsWith('in/') ? `${BASE}in/${encodeURIComponent(page.slice(3))}` : `${BASE}company/${encodeURIComponent(page)}`),
}

export const site: Site = {
  id: 'linkedin',
  attributes: ['componentkey', 'href', 'data-is-sponsored', 'data-sponsored-tracking-url', 'data-view-tracking-scope', 'data-urn'],
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => {
    const name = authorLinkIn(post)
    const header = headerOf(post)
    return [...(name ? [name] : []), ...(header ? [header, ...header.querySelectorAll('*')] : [])]
  },
  theme: ({ documentElement: { className } }) => (/(?:^|\s)theme--(dark|light)/.exec(className)?.[1] ?? null) as 'dark' | 'light' | null,
}
