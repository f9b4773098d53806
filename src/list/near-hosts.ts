import { webUrl } from '../shared/web-url.ts'
import { domainSuffixes } from './domains.ts'
import { lettersOff, mayBeOff, skeleton } from './near-text.ts'
import type { NearName } from './near-names.ts'
import type { ListFile } from './schema.ts'
import type { OpenList } from './situation.ts'

/** Shorter labels are part of too many others. */
const SHORTEST_PART = 4

/** A domain on record, and the part of it that says who it is. */
interface Owned {
  entry: string
  domain: string
  label: string
  tailless: boolean
}

/**
 * Entries whose domain a host looks like or merely contains, each once. The nearest first.
 * @param host that is neither on record nor below a domain on record, and no other country's ending of one
 * @param toUnicode spells out punycode
 */
export function nearHosts(host: string, list: OpenList, toUnicode: (host: string) => string): NearName[] {
  const shown = toUnicode(host)
  const near = domainsOf(list.file).flatMap((owned) => {
    const found = looksLike(host, shown, owned) ?? sameLabel(host, owned, list) ?? contains(host, owned)
    return found ? [{ about: owned.entry, ...found }] : []
  })
  const sorted = near.toSorted((a, b) => a.rank - b.rank)
  return sorted.filter(({ about }, at) => sorted.findIndex((other) => other.about === about) === at)
}

function looksLike(host: string, shown: string, { domain, label }: Owned): { reason: string; rank: number } | undefined {
  const suffixes = domainSuffixes(shown)
  const named = shown === host ? host : `${host} (${shown})`
  if (suffixes.some((suffix) => skeleton(suffix) === skeleton(domain))) return { reason: `the link to ${named} only looks like ${domain}`, rank: 0 }
  if (`.${host}.`.includes(`.${domain}.`)) return { reason: `the link’s host ${host} only contains ${domain}: the site is what stands at the end`, rank: 1 }
  const rest = domain.slice(label.length)
  const most = mayBeOff(label.length)
  const isOff = suffixes.some((suffix) => suffix.endsWith(rest) && lettersOff(suffix.slice(0, -rest.length), label, most) <= most && suffix !== domain)
  return isOff ? { reason: `the link to ${named} is a letter or two off ${domain}`, rank: 1 } : undefined
}

/** "ford.shop", and "ford.ca" where that agrees with nothing. */
function sameLabel(host: string, { domain, label, tailless }: Owned, { words }: OpenList): { reason: string; rank: number } | undefined {
  const suffix = domainSuffixes(host).find((candidate) => candidate.startsWith(`${label}.`))
  if (suffix === undefined) return undefined
  const ending = suffix.slice(label.length + 1)
  const isCountry = words.get(`c${ending}`)
  // Somebody's subdomain: "ford.evil.example".
  if (!isCountry && ending.includes('.')) return undefined
  const why = !isCountry ? 'that ending is no country’s' : tailless ? 'in another country the name is somebody else’s (tails: false)' : 'several have that name, or it is no ending’s first'
  return { reason: `${suffix} is not ${domain}: ${why}`, rank: 2 }
}

function contains(host: string, { domain, label }: Owned): { reason: string; rank: number } | undefined {
  const part = label.length >= SHORTEST_PART && host.split('.').slice(0, -1).some((piece) => piece.includes(label))
  return part ? { reason: `the link’s host ${host} only contains “${label}” of ${domain}`, rank: 3 } : undefined
}

/** Entries whose domain stands in an address anywhere but in its host. */
export function domainsElsewhere(address: string, file: ListFile): NearName[] {
  const url = webUrl(address)
  const places: [where: string, text: string][] = url
    ? [['user info', `${url.username}:${url.password}`], ['path', url.pathname], ['query', url.search], ['fragment', url.hash]]
    : [['text', address.slice(0, 8_000)]]
  return places.flatMap(([where, part]) => {
    const text = readable(part)
    return domainsOf(file).flatMap(({ entry, domain }) => (holds(text, domain) ? [{ about: entry, reason: `${domain} stands in the link’s ${where} only, which says nothing of where it leads` }] : []))
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

function domainsOf(file: ListFile): Owned[] {
  return file.entries.flatMap((entry) => entry.domains.map((domain) => ({ entry: entry.name, domain, label: domain.split('.')[0] ?? '', tailless: entry.tails === false })))
}
