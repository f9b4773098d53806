import { allIn, outwards, pageOf, theme } from './facebook-links.ts'
import { nameOf } from './links.ts'
import { add, findingsFor, readingOf } from './reading.ts'
import { normaliseLabel } from './text.ts'
import type { Reading, Site, SiteData } from './types.ts'
import { SEPARATOR } from './reading-order.ts'
import { lookAt } from './visible-text.ts'

/**
 * Facebook for phones: a list of boxes without links, in which each line is a text of its own, and the articles of before.
 *
 * A post's name is its first line and its label the second, where others have their time; below that people write what they like.
 */
const LIST = '[data-type=vscroller]'
const OLD = 'article[data-ft], article[data-store]'
const POST = `${LIST} [data-tracking-duration-id], ${OLD}`
const LINE = '.native-text'
/** What an older post says of itself, whatever is written in it. */
const OLD_MARKS = '[data-store*="is_sponsored.1"], [data-store*=\'"is_sponsored":true\'], [data-ft*=\'"ei":\']'
const OLD_HEADER = 'header h3, header, h3'

/** Whether a document is one of these pages. */
export function isPage(document: Document): boolean {
  return document.querySelector(`${LIST}, ${OLD}`) !== null
}

/** The outermost one: a shared post is part of that which shares it. */
function postOf(node: Node): Element | null {
  let post: Element | null = null
  for (let box = (node instanceof Element ? node : node.parentElement)?.closest(POST); box; box = box.parentElement?.closest(POST)) post = box
  return post
}

const linesOf = (post: Element) => [...post.querySelectorAll(LINE)].filter((line) => /[\p{L}\p{N}]/u.test(line.textContent ?? ''))

/** The header's parts, the name first. */
function headerOf(post: Element): Element[] {
  const old = post.matches(OLD) && post.querySelector(OLD_HEADER)
  return old ? [old.querySelector('a') ?? old, ...old.querySelectorAll('*')] : linesOf(post).slice(0, 2).flatMap((line) => [line, ...line.querySelectorAll('*')])
}

function read(post: Element, data: SiteData): Reading {
  const findings = findingsFor(data)
  const { words } = data
  if (post.matches(OLD)) {
    if (post.matches(OLD_MARKS)) add(findings, 'ad mark', 'ad', 'is_sponsored')
  } else {
    const lines = linesOf(post)
    const [, line] = lines
    const parts = normaliseLabel(line?.textContent).split(SEPARATOR)
    // Signs of a font of their own follow: who can see it.
    const first = parts[0]?.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '').trim() ?? ''
    if (line && words.sponsored.includes(first)) {
      const seen = lookAt(post).read(line).some(({ text }) => normaliseLabel(text).includes(first))
      if (seen) add(findings, 'label', 'ad', line.textContent, line)
      else add(findings, 'hidden label', 'unsure', line.textContent)
    } else if (line && (/\p{Nd}/u.test(first) || words.time.includes(first))) add(findings, 'time', 'organic', line.textContent)
    if (line && words.partnership.some((word) => parts.some((part) => part.startsWith(word)))) add(findings, 'paid partnership', 'paid-partnership', line.textContent)
    if (lines.slice(0, 3).some((one) => words.suggested.includes(normaliseLabel(one.textContent)))) add(findings, 'suggested', 'suggested')
  }
  return readingOf(findings, headerOf(post)[0] ?? null, post)
}

export const site: Site = {
  id: 'facebook',
  attributes: ['href', 'data-tracking-duration-id', 'data-store', 'data-ft'],
  postsIn: (root) => [...new Set(allIn(root, POST).flatMap((mark) => postOf(mark) ?? []))],
  postOf,
  read,
  advertiser(post, { notPages }) {
    const [name] = headerOf(post)
    const link = name?.matches('a') ? name : name?.querySelector('a')
    return { name: nameOf(link ?? name), page: pageOf(link, notPages), domain: null, landing: [...post.querySelectorAll('a[href]')].map(outwards).find(Boolean)?.href ?? null }
  },
  header: headerOf,
  theme,
}
