import { webUrl } from '../shared/web-url.ts'
import { domainSuffixes } from './domains.ts'
import { lettersOff, mayBeOff, skeleton } from './near-text.ts'
import type { NearName } from './near-names.ts'
import type { ListFile } from './schema.ts'
import type { Table } from './table.ts'

/** Shorter labels are part of too many others. */
const SHORTEST_PART = 4

/**
 * Entries whose domain a host looks like or merely contains. The nearest first.
 * @param host that is neither on record nor below a domain on record
 * @param toUnicode spells out punycode
 */
export function nearHosts(host: string, file: ListFile, words: Table, toUnicode: (host: string) => string): NearName[] {
  const shown = toUnicode(host)
  const inOther = shown === host ? host : `${host} (${shown})`
  const near = domainsOf(file).flatMap(({ entry, domain, label, tailless }) => {
    const reason = nearness(host, shown, inOther, domain, label, tailless, words)
    return reason ? [{ entry, ...reason }] : []
  })
  return near.toSorted((a, b) => a.rank - b.rank)
}

function nearness(host: string, shown: string, inOther: string, domain: string, label: string, tailless: boolean, words: Table): { reason: string; rank: number } | undefined {
  const suffixes = domainSuffixes(shown)
  if (suffixes.some((suffix) => skeleton(suffix) === skeleton(domain))) return { reason: `the link to ${inOther} only looks like ${domain}`, rank: 0 }
  if (`.${host}.`.includes(`.${domain}.`)) return { reason: `the link’s host ${host} only contains ${domain}: the site is that at the end`, rank: 1 }

  const same = suffixes.find((suffix) => suffix.startsWith(`${label}.`))
  if (same) {
    const ending = same.slice(label.length + 1)
    // A subdomain of somebody's: "ford.evil.example".
    if (ending.includes('.') && !words.get(`c${ending}`)) return label.length < SHORTEST_PART ? undefined : { reason: `the link’s host ${host} only contains “${label}” of ${domain}`, rank: 3 }
    const why = words.get(`c${ending}`) ? (tailless ? 'in another country it is somebody else’s (tails: false)' : 'too short or shared to agree under another country’s ending') : 'the ending is no country’s'
    return { reason: `${same} is not ${domain}: ${why}`, rank: 2 }
  }
  const rest = domain.slice(label.length + 1)
  const most = mayBeOff(label.length)
  const off = suffixes.some((suffix) => suffix.endsWith(`.${rest}`) && lettersOff(suffix.slice(0, -rest.length - 1), label, most) <= most)
  if (off) return { reason: `the link to ${inOther} is a letter or two off ${domain}`, rank: 1 }
  const part = label.length < SHORTEST_PART ? undefined : host.split('.').slice(0, -1).find((piece) => piece.includes(label))
  return part === undefined ? undefined : { reason: `the link’s host ${host} only contains “${label}” of ${domain}`, rank: 3 }
}

/** Entries whose domain stands in an address anywhere but in its host. */
export function domainsElsewhere(address: string, file: ListFile): NearName[] {
  const url = webUrl(address)
  const places: [where: string, text: string][] = url
    ? [['user info', `${url.username}:${url.password}`], ['path', url.pathname], ['query', url.search], ['fragment', url.hash]]
    : [['text', address.slice(0, 8_000)]]
  return places.flatMap(([where, part]) => {
    const text = readable(part)
    return domainsOf(file).flatMap(({ entry, domain }) => (holds(text, domain) ? [{ entry, reason: `${domain} stands in the link’s ${where} only, which says nothing of where it leads` }] : []))
  })
}

/** The domain as a whole, not "notford.com" or "ford.com.evil.example". */
function holds(text: string, domain: string): boolean {
  for (let at = text.indexOf(domain); at >= 0; at = text.indexOf(domain, at + 1)) {
    if (!/[a-z0-9-]/.test(text[at - 1] ?? '') && !/[a-z0-9-]/.test(text[at + domain.length] ?? '')) return true
  }
  return false
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase()
  } catch {
    return part.toLowerCase()
  }
}

function domainsOf(file: ListFile) {
  return file.entries.flatMap((entry) => entry.domains.map((domain) => ({ entry: entry.name, domain, label: domain.split('.')[0] ?? '', tailless: entry.tails === false })))
}
