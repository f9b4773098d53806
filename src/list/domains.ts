import { webUrl } from '../shared/web-url.ts'
import type { Table } from './table.ts'
import type { AdvertiserClues } from './types.ts'

/**
 * An http(s) address, or a domain as ads print it, perhaps with a port or a path.
 * @returns null for paths alone, user info without a scheme, and what browsers would have to mend first
 */
function addressOf(text: string): URL | null {
  const address = text.trim()
  if (/[\s\\]/.test(address)) return null
  return webUrl(/^[^/:@]+\.[^/:@]+(:\d+)?(\/|$)/.test(address) ? `https://${address}` : address)
}

function hostIn({ hostname }: URL): string {
  return hostname.replace(/^www\.|\.$/g, '')
}

/**
 * The host of an address or of a printed domain: lower case, letters of other scripts in punycode, without user
 * info, port, trailing dot or "www.".
 * @returns '' when there is none
 */
export function hostOf(address: string): string {
  const url = addressOf(address)
  return url ? hostIn(url) : ''
}

/** An advertiser's domain, as printed or of where its ad leads. */
export function domainOf({ domain, landing }: Pick<AdvertiserClues, 'domain' | 'landing'>): string | null {
  return domain ?? (hostOf(landing ?? '') || null)
}

/** The host and each parent domain of it, label by label, longest first, down to two labels. */
export function domainSuffixes(host: string): string[] {
  const labels = host.split('.')
  return labels.slice(1).map((_label, from) => labels.slice(from).join('.'))
}

/**
 * Where an ad leads, through redirectors as far as the address tells.
 * @param words the table of platforms and redirectors
 * @returns '' for what can't be read, null for a platform or redirector, which decide nothing
 */
export function destinationOf(address: string, words: Table): string | null {
  const url = addressOf(address)
  if (!url) return ''
  const { pathname, searchParams } = url
  const suffixes = domainSuffixes(hostIn(url))
  const parameters = suffixes.map((suffix) => words.get(`r${suffix}/${pathname.split('/')[1]}`)?.value).find(Boolean)
  const target = parameters?.split(' ').map((name) => webUrl(searchParams.get(name))).find(Boolean)
  // What an address holds is shorter than itself, so this ends.
  if (target) return destinationOf(target.href, words)
  return parameters || suffixes.some((suffix) => words.get(`p${suffix}`)) ? null : hostIn(url)
}
