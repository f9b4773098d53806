import { domainSuffixes, hostOf } from './domains.ts'
import { foldName, normaliseName, normalisePage } from './normalise.ts'
import type { AdvertiserClues, CompiledIndex, KeyKind, ListIndex, Lookup, Match, MatchEvidence } from './types.ts'

type Keys = Map<string, number>

/**
 * Opens a compiled index for looking up advertisers.
 * @throws Error when the index isn't of a format that this version reads
 */
export function openIndex(index: CompiledIndex): Lookup {
  if (index?.format !== 1 || !Array.isArray(index.lists) || !Array.isArray(index.platforms)) throw new Error('unknown index format')
  if (!index.lists.every(isReadable)) throw new Error('damaged index')
  const platforms = new Set(index.platforms)
  const tables = index.lists.map((list) => ({ list, keys: readKeys(list) }))
  return {
    lists: index.lists,
    find: (clues) => tables.flatMap(({ list, keys }) => findInList(list, keys, platforms, clues) ?? []),
  }
}

/** An index comes out of storage, which may hold anything. */
function isReadable(list: ListIndex | null): boolean {
  return typeof list?.keys === 'string' && typeof list.campaign === 'string' && list.entries.every((entry) => typeof entry?.name === 'string')
}

function readKeys(list: ListIndex): Keys {
  const keys: Keys = new Map()
  for (const line of list.keys.split('\n')) {
    const tab = line.indexOf('\t')
    const entry = Number(line.slice(tab + 1))
    if (tab > 1) keys.set(line.slice(0, tab), entry)
  }
  return keys
}

/**
 * Who the advertiser says it is (page, then name) goes before where the ad leads: a listed shop
 * that links to a brand's site is still the shop. Look-alikes on record never match.
 */
function findInList(list: ListIndex, keys: Keys, platforms: ReadonlySet<string>, clues: AdvertiserClues): Match | null {
  const name = normaliseName(clues.name ?? '')
  const page = normalisePage(clues.page ?? '')
  // The printed domain is the advertiser's word; where the link goes is a fact.
  const host = [clues.landing, clues.domain]
    .map((address) => hostOf(address ?? ''))
    .find((candidate) => candidate !== '' && !domainSuffixes(candidate).some((suffix) => platforms.has(suffix)))
  const has = (kind: KeyKind, key: string) => (key === '' ? undefined : keys.get(kind + key))
  const hasDomain = (kind: 'd' | 'y') => {
    for (const suffix of host ? domainSuffixes(host) : []) {
      const entry = keys.get(kind + suffix)
      if (entry !== undefined) return { entry, suffix }
    }
    return undefined
  }

  if (has('x', name) !== undefined || has('x', foldName(clues.name ?? '')) !== undefined || hasDomain('y')) return null

  const byPage = has('p', page)
  const byName = has('n', name)
  const domain = hasDomain('d')
  const found = byPage ?? byName ?? domain?.entry
  const entry = found === undefined ? undefined : list.entries[found]
  if (found === undefined || !entry) return null

  // "Mars" leading to a site that isn't Mars's is somebody else of that name.
  const nameAlone = byPage !== found && domain?.entry !== found
  const unreadableLink = Boolean(clues.landing) && hostOf(clues.landing ?? '') === ''
  if (nameAlone && entry.highRisk && (host || unreadableLink)) return null

  const evidence: MatchEvidence[] = []
  if (byPage === found) evidence.push({ by: 'page', value: clues.page ?? '' })
  if (byName === found) evidence.push({ by: 'name', value: clues.name ?? '' })
  if (domain?.entry === found) evidence.push({ by: 'domain', value: domain.suffix })
  return { list, entry, evidence }
}
