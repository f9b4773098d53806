import { evidenceOf, isOtherKind } from './evidence.ts'
import { normaliseLabel, plainText } from './text.ts'
import type { Around, Evidence, Reading, SiteData, Words } from './types.ts'
import { lookAt, type Look } from './visible-text.ts'

/** What adapters of sites that write their labels plainly have in common. */

/** Longer text is no label, in UTF-16 units. */
const LONGEST_LABEL = 120
/** Signs that need no other; of hints it takes two. */
const HINT = 'ad hint'

/** What was seen in a post. */
export interface Findings {
  readonly evidence: Evidence[]
  label?: Element | null | undefined
  readonly ignored: SiteData['ignored']
}

export function findingsFor({ ignored }: SiteData): Findings {
  return { evidence: [], ignored }
}

/** @param label where a person reads it */
export function add(findings: Findings, sign: Evidence['sign'], says: Evidence['says'], value?: string | null, label?: Element | null): void {
  // What speaks against an ad always counts.
  if (says === 'ad' && findings.ignored.includes(sign)) return
  findings.evidence.push(evidenceOf(sign, says, value))
  findings.label ??= label
}

/**
 * What that makes of it. Any sign against an ad outweighs those for it: no badge is better than a wrong one.
 * @param header of the post; without one it can't be judged
 * @param fallback where a badge goes when nothing on the ad says what it is
 */
export function readingOf(findings: Findings, header: Element | null, fallback: Element): Reading {
  const { evidence, label } = findings
  // What can't be seen says nothing for or against; it may come into view.
  const against = evidence.filter(({ sign, says }) => says !== 'ad' && sign !== 'hidden label')
  const isHidden = evidence.some(({ sign }) => sign === 'hidden label')
  const signs = evidence.filter(({ says }) => says === 'ad')
  const isAd = signs.length > 1 || signs.some(({ sign }) => sign !== HINT)
  const verdict = isAd ? (against[0] ? 'unsure' : 'ad') : ((against.find(isOtherKind) ?? against[0])?.says ?? (header && !signs[0] && !isHidden ? 'organic' : 'unsure'))
  if (!evidence[0]) add(findings, header ? 'none' : 'no header', verdict)
  return { verdict, evidence, label: verdict === 'ad' ? (label ?? header ?? fallback) : null, refersTo: [] }
}

/** A label as it is written on a post. */
export interface WrittenLabel {
  element: Element
  text: string
  /** Whom it names: "Promoted by …". */
  by: string | null
  /** The link of that name. */
  link: Element | null
}

export interface Reader {
  label: WrittenLabel | null
  /** A label is there that can't be seen. */
  hidden: Element | null
  /** The first lines that say one of these. */
  partnership: string | null
  suggested: string | null
}

/**
 * Looks for labels among the texts of a post. Text must be the whole of its line; the layout is asked only where one is.
 * @param skip selector of parts in which people write what they like
 */
export function findLabels(post: Element, { words }: SiteData, skip: string): Reader {
  const found: Reader = { label: null, hidden: null, partnership: null, suggested: null }
  let eye: Look | null = null
  for (const { text, element } of textsIn(post)) {
    const line = normaliseLabel(text)
    const isSuggested = words.suggested.includes(line)
    const isPartnership = words.partnership.some((word) => `${line} `.startsWith(`${word} `))
    const label = found.label ? null : labelAt(element, text, line, words)
    if ((!isSuggested && !isPartnership && !label) || isSkipped(element, post, skip)) continue
    if (isSuggested) found.suggested ??= text
    if (isPartnership) found.partnership ??= text
    if (!label) continue
    eye ??= lookAt(post)
    // A long label takes several lines, and a link beside it is seen with it.
    const seen = lettersOf(eye.read(element).map((stretch) => stretch.text).join(''))
    if (label.link ? seen.includes(lettersOf(line)) : seen === lettersOf(line)) found.label = label
    else if (seen === '') found.hidden ??= element
  }
  return found
}

const lettersOf = (text: string) => normaliseLabel(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Adds what labels say to the findings; where a label names somebody, that is the advertiser. */
export function addLabels(findings: Findings, { label, hidden, partnership, suggested }: Reader): void {
  if (label) add(findings, 'label', 'ad', label.text, label.element)
  else if (hidden) add(findings, 'hidden label', 'unsure', hidden.textContent)
  if (partnership !== null) add(findings, 'paid partnership', 'paid-partnership', partnership)
  if (suggested !== null) add(findings, 'suggested', 'suggested', suggested)
}

/** Every element that says something, and every control, also in its open shadow tree: what a badge must not cover. */
export function saidIn(post: Element): Element[] {
  const all = [...post.querySelectorAll('*'), ...(post.shadowRoot?.querySelectorAll('*:not(style, script)') ?? [])]
  return all.filter((element) => element.matches('button, [role=button], input') || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== ''))
}

/** Short texts, each with its element; one that was written in several pieces is one. */
export function* textsIn(post: Element): Generator<{ text: string; element: Element; node: Node }> {
  const texts = post.ownerDocument.createTreeWalker(post, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.previousSibling?.nodeType === Node.TEXT_NODE) continue
    const text = (node as Text).wholeText
    const element = node.parentElement
    if (text.length <= LONGEST_LABEL && text.trim() !== '' && element) yield { text, element, node }
  }
}

function isSkipped(element: Element, post: Element, skip: string): boolean {
  const part = element.closest(skip)
  return part !== null && part !== post && post.contains(part)
}

function labelAt(element: Element, text: string, line: string, words: Words): WrittenLabel | null {
  if (words.sponsored.includes(line)) return { element, text, by: null, link: null }
  for (const around of words.promotedBy) {
    const [before, after] = around
    if (!(before === '' || line.startsWith(before)) || !(after === '' || line.endsWith(after)) || line === '') continue
    // "Promoted by" and the name's link beside it, or both in one text.
    const link = line === before || line === after ? linkBeside(element, before === '') : null
    const by = link ? link.textContent : nameIn(text, around)
    if (link || by !== '') return { element, text, by: plainText(by, 200) || null, link }
    if (line === before + after) return { element, text, by: null, link: null }
  }
  return null
}

/** The link that follows a text or stands before it, in the same line. */
function linkBeside(element: Element, isBefore: boolean): Element | null {
  const line = element.closest('p, div, li') ?? element.parentElement
  const links = [...(line?.querySelectorAll('a') ?? [])].filter((link) => !link.contains(element))
  const position = isBefore ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const own = element.localName === 'a' ? null : element.querySelector('a')
  return own ?? links.find((link) => (element.compareDocumentPosition(link) & position) !== 0) ?? null
}

/** What is left of a text without the words around a name, as it is written. */
function nameIn(text: string, [before, after]: Around): string {
  const places = Array.from(text, (_, at) => at)
  const from = before === '' ? 0 : (places.find((at) => normaliseLabel(text.slice(0, at)) === before) ?? text.length)
  const to = after === '' ? text.length : (places.findLast((at) => normaliseLabel(text.slice(at)) === after) ?? 0)
  return text.slice(from, to).trim()
}
