/** Second levels under which countries sell names: `acme.co.uk` is registered, `co.uk` is not. */
const SHARED_SECOND = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'gob', 'gouv', 'ne', 'or', 'go'])

/**
 * The host of an address or of a printed domain, in lower case, without a trailing dot or "www.".
 * Anything that isn't a plain host name (spaces, paths only, IP addresses, user info tricks) gives ''.
 */
export function hostOf(address: string): string {
  const text = address.trim().slice(0, 2_000)
  if (text === '' || /\s/.test(text)) return ''
  const url = URL.parse?.(text.includes('://') ? text : `https://${text}`) ?? parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return ''
  const host = url.hostname.toLowerCase().replace(/\.$/, '').replace(/^www\./, '')
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !/^[\d.]+$/.test(host) ? host : ''
}

/** `URL.parse` is newer than the oldest browsers that we support. */
function parse(text: string): URL | null {
  try {
    return new URL(text.includes('://') ? text : `https://${text}`)
  } catch {
    return null
  }
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
