import { addLabels, Findings, findLabels, saidIn, type WrittenLabel } from './reading.ts'
import { addressOf, decoded, isHostOf, nameOf, printedDomain } from './links.ts'
import { normaliseLabel } from './text.ts'
import type { Advertiser, Reading, Site, SiteAbout, SiteData } from './types.ts'

/**
 * Pinterest's grids: home, search, and below a pin.
 *
 * It is the label that makes an ad. Links that lead out at one tap, and parameters of ad clicks in what people saved, are
 * on organic pins of shops as well. Cells lie absolutely and are used again.
 */
const BASE = 'https://www.pinterest.com/'
const PIN = '[data-test-id=pin], [data-grid-item], [data-grid-item-idx], [data-pin-id]'
const ONE_TAP = '[data-test-id=pincard-oneTap-with-link], [data-test-id^=one-tap-desktop]'
/** What people write. */
const SKIP = '[data-test-id*=title], [data-test-id*=description], [data-test-id*=comment], h1, h2, h3, a[href^="/pin/"], a[href*="/ideas/"], button, [role=button], img'
const COUNTRIES = ['at', 'ca', 'ch', 'cl', 'co.kr', 'co.uk', 'com.au', 'com.mx', 'de', 'dk', 'es', 'fr', 'ie', 'it', 'jp', 'nz', 'ph', 'pt', 'se']
const HOSTS = ['pinterest.com', ...COUNTRIES.map((ending) => `pinterest.${ending}`)]

/** The outermost element of a pin; one that holds several is none. */
function postOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  let post: Element | null = null
  for (let box = element?.closest(PIN); box; box = box.parentElement?.closest(PIN)) if (box.querySelectorAll('[data-test-id=pin]').length < 2) post = box
  return post
}

function postsIn(root: ParentNode): Element[] {
  const marks = [...(root instanceof Element && root.matches(PIN) ? [root] : []), ...root.querySelectorAll(PIN)]
  return [...new Set(marks.flatMap((mark) => postOf(mark) ?? []))]
}

/** The name in the address of somebody's page. */
function userIn(link: Element, notPages: readonly string[]): string | null {
  const url = addressOf(link, BASE)
  const [name = '', more] = url?.pathname.split('/').filter(Boolean) ?? []
  return url && isHostOf(url, ...HOSTS) && more === undefined && /^[\p{L}\p{N}_.-]{3,100}$/u.test(decoded(name)) && !notPages.includes(name.toLowerCase()) ? decoded(name) : null
}

function labelsOf(post: Element, data: SiteData) {
  const labels = findLabels(post, data, SKIP)
  const link = labels.label?.element.closest('a')
  // Somebody may be called like a label; the site's own word has the name beside it.
  if (labels.label && link && (userIn(link, data.notPages) === null || normaliseLabel(link.textContent) === normaliseLabel(labels.label.text))) labels.label = null
  return labels
}

function read(post: Element, data: SiteData): Reading {
  const findings = new Findings(data)
  const labels = labelsOf(post, data)
  addLabels(findings, labels)
  const hints = [post.querySelector(ONE_TAP) && 'one tap', post.querySelector('a[href*="epik="]') && 'epik'].filter((hint) => hint !== null)
  if (labels.label) for (const hint of hints) findings.add('ad hint', 'ad', hint)
  else if (hints.length > 0) findings.add('ad hint', 'unsure', hints.join(' '))
  return findings.reading(post.querySelector('a[href], img'), post)
}

/** Who is named after the label, else the only one that is named. */
function advertiserLink(post: Element, label: WrittenLabel | null, notPages: readonly string[]): Element | null {
  const users = [...post.querySelectorAll('a[href]')].filter((link) => link.textContent?.trim() && userIn(link, notPages) !== null)
  if (label?.link && users.includes(label.link)) return label.link
  const after = label && users.find((link) => link.contains(label.element) || (label.element.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
  return after ?? (users.length === 1 ? (users[0] ?? null) : null)
}

function advertiser(post: Element, data: SiteData): Advertiser {
  const { label } = labelsOf(post, data)
  const link = advertiserLink(post, label, data.notPages)
  const name = link ? nameBeside(link, label) : (label?.by ?? null)
  const outward = [...post.querySelectorAll('a[href]')].filter((one) => {
    const url = addressOf(one, BASE)
    return url && !isHostOf(url, ...HOSTS, 'pin.it')
  })
  const landing = outward.find((one) => one.closest(ONE_TAP) ?? one.getAttribute('href')?.includes('epik=')) ?? outward[0]
  const printed = outward.flatMap((one) => printedDomain(one.textContent) ?? [])
  return { name, page: link && userIn(link, data.notPages), domain: printed[0] ?? null, landing: addressOf(landing, BASE)?.href ?? null }
}

/** The text of a name's link without the label that may be in it. */
function nameBeside(link: Element, label: WrittenLabel | null): string | null {
  if (!label || !link.contains(label.element)) return nameOf(link)
  if (label.by) return label.by
  return nameOf([...link.querySelectorAll('*')].find((element) => element.childElementCount === 0 && element.textContent?.trim() && !element.contains(label.element)))
}

export const about: SiteAbout = {
  id: 'pinterest',
  name: 'Pinterest',
  home: BASE,
  matches: ['https://*.pinterest.com/*', ...COUNTRIES.map((ending) => `https://www.pinterest.${ending}/*`)],
  pageUrl: (page) => `${BASE}${encodeURIComponent(page)}/`,
}

export const site: Site = {
  id: 'pinterest',
  attributes: ['href', 'data-test-id', 'data-grid-item-idx', 'data-test-pin-id'],
  postsIn,
  postOf,
  read,
  advertiser,
  header: (post) => [...[...post.querySelectorAll('a[href]')].filter((link) => link.textContent?.trim()).slice(0, 1), ...saidIn(post)],
  theme: () => null,
}
