import { outside } from './facebook-cards.ts'
import { Findings } from './reading.ts'
import { nameOf } from './links.ts'
import { normaliseLabel } from './text.ts'
import type { Advertiser, Reading, SiteData } from './types.ts'
import { Look, SEPARATOR } from './visible-text.ts'

/**
 * Facebook for phones: a list of boxes without links, in which each line is a text of its own, and the articles of before.
 *
 * A post's name is its first line and its label the second, where others have their time; below that people write what they like.
 */
const UNIT = '[data-type=vscroller] [data-tracking-duration-id]'
const OLD = 'article[data-ft], article[data-store]'
const POST = `${UNIT}, ${OLD}`
const LINE = '.native-text'
/** What an older post says of itself, whatever is written in it. */
const OLD_MARKS = '[data-store*="is_sponsored.1"], [data-store*=\'"is_sponsored":true\'], [data-ft*=\'"ei":\']'
const OLD_HEADER = 'header h3, header, h3'

/** Whether a document is one of these pages. */
export function isMobile(root: Node): boolean {
  return (root.ownerDocument ?? (root as Document)).querySelector(`[data-type=vscroller], ${OLD}`) !== null
}

export function mobilePostOf(node: Node): Element | null {
  let post: Element | null = null
  for (let box = (node instanceof Element ? node : node.parentElement)?.closest(POST); box; box = box.parentElement?.closest(POST)) post = box
  return post
}

export function mobilePostsIn(root: ParentNode): Element[] {
  const marks = [...(root instanceof Element && root.matches(POST) ? [root] : []), ...root.querySelectorAll(POST)]
  return [...new Set(marks.flatMap((mark) => mobilePostOf(mark) ?? []))]
}

const linesOf = (post: Element) => [...post.querySelectorAll(LINE)].filter((line) => /[\p{L}\p{N}]/u.test(line.textContent ?? ''))

/** The header's parts, the name first. */
export function mobileHeader(post: Element): Element[] {
  const old = post.querySelector(OLD_HEADER)
  return post.matches(OLD) && old ? [old.querySelector('a') ?? old, ...old.querySelectorAll('*')] : linesOf(post).slice(0, 2).flatMap((line) => [line, ...line.querySelectorAll('*')])
}

export function readMobile(post: Element, data: SiteData): Reading {
  const findings = new Findings(data)
  const { words } = data
  if (post.matches(OLD)) {
    if (post.matches(OLD_MARKS)) findings.add('ad mark', 'ad', 'is_sponsored')
  } else {
    const [, line] = linesOf(post)
    const parts = normaliseLabel(line?.textContent).split(SEPARATOR)
    // Signs of a font of their own follow: who can see it.
    const first = parts[0]?.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '').trim() ?? ''
    if (line && words.sponsored.includes(first)) {
      const seen = new Look(post).read(line).some(({ text }) => normaliseLabel(text).includes(first))
      if (seen) findings.add('label', 'ad', line.textContent, line)
      else findings.add('hidden label', 'unsure', line.textContent)
    } else if (line && (/\p{Nd}/u.test(first) || words.time.includes(first))) findings.add('time', 'organic', line.textContent)
    if (line && words.partnership.some((word) => parts.some((part) => part.startsWith(word)))) findings.add('paid partnership', 'paid-partnership', line.textContent)
    if (linesOf(post).slice(0, 3).some((one) => words.suggested.includes(normaliseLabel(one.textContent)))) findings.add('suggested', 'suggested')
  }
  return findings.reading(mobileHeader(post)[0] ?? null, post)
}

export function mobileAdvertiser(post: Element, pageIn: (link: Element) => string | null): Advertiser {
  const [header] = mobileHeader(post)
  const link = header?.matches('a') ? header : (header?.querySelector('a') ?? null)
  const outward = [...post.querySelectorAll('a[href], a[data-lynx-uri]')].find((one) => outside(one) !== null)
  return { name: nameOf(link ?? header), page: link && pageIn(link), domain: null, landing: outside(outward)?.href ?? null }
}
