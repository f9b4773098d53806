import { webUrl } from '../shared/web-url.ts'
import { addressOf, decoded } from './links.ts'
import { plainText } from './text.ts'

/** Links of Facebook, wherever they stand. */

export const BASE = 'https://www.facebook.com/'
const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/** Where a link leads; null for anything that is no http(s) address. */
export const urlOf = (link: Element | null | undefined) => addressOf(link, BASE)

export function isFacebook({ hostname }: URL): boolean {
  return /(^|\.)(facebook|fb)\.com$/.test(hostname)
}

/** What a selector matches in a node, itself included. */
export function allIn(root: ParentNode, selector: string): Element[] {
  return [...(root instanceof Element && root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]
}

/** Where a link leads outside of Facebook, through its redirector or directly. */
export function outwards(link: Element): URL | null {
  const url = urlOf(link)
  const target = url && /^lm?\.facebook\.com$/.test(url.hostname) ? webUrl(url.searchParams.get('u')) : url
  return target && !isFacebook(target) ? target : null
}

/** The slug or id in the address of a page or profile. */
export function pageOf(link: Element | null | undefined, notPages: readonly string[]): string | null {
  const url = urlOf(link)
  if (!url || !isFacebook(url)) return null
  const path = url.pathname.split('/').filter(Boolean)
  const [first = '', , third = ''] = path
  const id = first === 'profile.php' ? url.searchParams.get('id') : first === 'people' ? third : null
  if (id !== null) return /^\d+$/.exec(id)?.[0] ?? null
  if (path.length !== 1 || first.endsWith('.php') || notPages.includes(first.toLowerCase())) return null
  return /^[\p{L}\p{N}._-]{1,100}$/u.exec(decoded(first))?.[0] ?? null
}

/** The domain that a text begins with, as it is printed on ads; lower case. */
export function printedDomain(element: Element | null | undefined): string | null {
  const [word = ''] = plainText(element?.textContent, 100).toLowerCase().split(' ')
  return DOMAIN.test(word) ? word : null
}

/** The page's own theme. */
export const theme = ({ documentElement }: Document) => (/__fb-(dark|light)-mode/.exec(documentElement.className)?.[1] ?? null) as 'dark' | 'light' | null
