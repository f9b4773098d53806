import { add, addLabels, findingsFor, findLabels, readingOf, saidIn, type WrittenLabel } from './reading.ts'
import { addressOf, decoded, isHostOf, nameOf, printedDomain } from './links.ts'
import { outermost, outermostIn } from './outermost.ts'
import { normaliseLabel, plainText } from './text.ts'
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
const postOf = (node: Node) => outermost(node, PIN, (box) => ['[data-test-id=pin]', '[data-pin-id]'].every((pins) => box.querySelectorAll(pins).length < 2))
const postsIn = (root: ParentNode) => outermostIn(root, PIN, postOf)

/** The name in the address of somebody's page. */
function userIn(link: Element, notPages: readonly string[]): string | null {
  const url = addressOf(link, BASE)
  const [name = '', more] = url?.pathname.split('/').filter(Boolean) ?? []
  return url && isHostOf(url, ...HOSTS) && more === undefined && /^[\p{L}\p{N}_.-]{3,100}$/u.test(decoded(name)) && !notPages.includes(name.toLowerCase()) ? decoded(name) : null
}

/** What most ads have, and pins of shops as well. */
const hintIn = (post: Element) => post.querySelector(`${ONE_TAP}, a[href*="epik="]`)

function labelsOf(post: Element, data: SiteData) {
  const labels = findLabels(post, data, SKIP)
  if (labels.label && !isSitesWord(labels.label, post, data)) labels.label = null
  return labels
}

/** Somebody may be called like a label; in a link the site's own word has the name before it, or names somebody. */
function isSitesWord({ element, text, by }: WrittenLabel, post: Element, { notPages, words }: SiteData): boolean {
  const link = element.closest('a')
  if (!link) return true
  if (userIn(link, notPages) === null) return false
  const [line, word] = [normaliseLabel(link.textContent), normaliseLabel(text)]
  return line === word ? by !== null && hintIn(post) !== null : by !== null || !words.sponsored.includes(word) || !line.startsWith(word)
}

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const labels = labelsOf(post, data)
  addLabels(findings, labels)
  const hint = hintIn(post)
  if (hint) add(findings, 'ad hint', labels.label ? 'ad' : 'unsure', 'one tap')
  return readingOf(findings, post.querySelector('a[href], img'), post)
}

/** Who is named after the label, else the only one that is named. */
function advertiserLink(post: Element, label: WrittenLabel | null, notPages: readonly string[]): Element | null {
  const users = [...post.querySelectorAll('a[href]')].filter((link) => nameOf(link) && userIn(link, notPages))
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
  const hint = hintIn(post)
  const landing = outward.find((one) => hint?.contains(one) || one.contains(hint)) ?? outward[0]
  const domain = outward.map((one) => printedDomain(one.textContent)).find(Boolean) ?? null
  return { name, page: link && userIn(link, data.notPages), domain, landing: addressOf(landing, BASE)?.href ?? null }
}

/** The text of a name's link without the label that may be in it. */
function nameBeside(link: Element, label: WrittenLabel | null): string | null {
  if (!label || !link.contains(label.element)) return nameOf(link)
  if (label.by) return label.by
  const text = link.textContent ?? ''
  const at = text.lastIndexOf(label.text)
  return plainText(`${text.slice(0, at)} ${text.slice(at + label.text.length)}`, 200) || null
}

export const about: SiteAbout = {
  id: 'pinterest',
  name: 'Pinterest',
  home: BASE,
  matches: ['https://*.pinterest.com/*', ...COUNTRIES.map((ending) => `https://www.pinterest.${ending}/*`)],
  pageUrl: (page) => `${BASE}${encodeURIComponent(page)}/`,
  // It takes no name in its address.
  adLibrary: () => 'https://ads.pinterest.com/ads-repository/',
}

export const site: Site = {
  id: 'pinterest',
  attributes: ['href', 'data-test-id', 'data-grid-item-idx', 'data-test-pin-id'],
  layer: 10,
  postsIn,
  postOf,
  read,
  advertiser,
  header: saidIn,
  theme: () => null,
}
