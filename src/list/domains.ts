/** Second levels under which countries sell names: `acme.co.uk` is registered, `co.uk` is not. */
const SHARED_SECOND = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'gob', 'gouv', 'ne', 'or', 'go'])

const LONGEST_ADDRESS = 8_000
/** As printed on ads: a host, perhaps with a port or a path, without user or scheme. */
const BARE_DOMAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*(:\d+)?([/?#].*)?$/u

/**
 * The host of an address or of a printed domain, in lower case, without a trailing dot or "www.".
 * User info is no host; anything without a plain host name (spaces, paths alone, IP addresses) gives ''.
 */
export function hostOf(address: string): string {
  const text = address.trim()
  // A long address is no address: its beginning alone could be any other's.
  if (text === '' || text.length > LONGEST_ADDRESS || /\s/.test(text)) return ''
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
  if (!hasScheme && !BARE_DOMAIN.test(text)) return ''
  const whole = hasScheme ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return ''
  const host = url.hostname.toLowerCase().replace(/\.$/, '').replace(/^www\./, '')
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !/^[\d.]+$/.test(host) ? host : ''
}

/** The host and each parent domain of it, label by label, longest first, down to two labels. */
export function domainSuffixes(host: string): string[] {
  const labels = host.split('.')
  const suffixes: string[] = []
  for (let from = 0; from <= labels.length - 2; from++) suffixes.push(labels.slice(from).join('.'))
  return suffixes
}

/** A guess at "nobody can own this": one label, or a country's shared second level. */
export function isPublicSuffix(host: string): boolean {
  const labels = host.split('.')
  if (labels.length < 2) return true
  const [second, top] = labels.slice(-2)
  return labels.length === 2 && SHARED_SECOND.has(second ?? '') && (top ?? '').length === 2
}
