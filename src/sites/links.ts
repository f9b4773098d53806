import { webUrl } from '../shared/web-url.ts'
import { plainText } from './text.ts'

/** Links as sites write them. */

const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/** Where a link leads, written relatively or not; null for anything that is no http(s) address. */
export function addressOf(link: Element | null | undefined, base: string): URL | null {
  return webUrl(link?.getAttribute('href'), base)
}

/** Whether a host is one of these or below it. */
export function isHostOf({ hostname }: URL, ...domains: string[]): boolean {
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}

/** A part of a path without its escapes, as it stands where they are broken. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The domain that a text is, perhaps after a word or two: "From acme.com"; lower case. */
export function printedDomain(text: string | null | undefined): string | null {
  const words = plainText(text, 100).toLowerCase().split(' ')
  return words.length > 3 ? null : (words.findLast((word) => DOMAIN.test(word)) ?? null)
}

/** The first domain that is a text of its own in an element. */
export function domainIn(element: Element | undefined): string | null {
  for (const part of element ? [element, ...element.querySelectorAll('*')] : []) {
    const domain = part.childElementCount === 0 && printedDomain(part.textContent)
    if (domain) return domain
  }
  return null
}

/** A name as it is shown: one line, capped, without what signs beside it are called. */
export function nameOf(element: Element | null | undefined): string | null {
  let text = element?.textContent ?? ''
  for (const { textContent } of element?.querySelectorAll('svg') ?? []) text = text.replace(textContent ?? '', '')
  return plainText(text, 200) || null
}
