import { domainSuffixes, hostOf } from './domains.ts'
import { foldName, normaliseName, normalisePage } from './normalise.ts'
import type { AdvertiserClues, CompiledIndex, KeyKind, ListIndex, Lookup, Match, MatchEvidence } from './types.ts'

type Keys = Map<string, number>

/**
 * Opens a compiled index for looking up advertisers.
 * @throws Error when the index isn't of a format that this version reads; it comes out of storage, which may hold anything
 */
export function openIndex(index: CompiledIndex): Lookup {
  if (index?.format !== 1 || !Array.isArray(index.platforms) || !Array.isArray(index.legalForms)) throw new Error('unreadable index')
  if (!index.lists.every((list) => typeof list?.campaign === 'string' && list.entries.every((entry) => typeof entry?.name === 'string'))) throw new Error('unreadable index')
  const platforms = new Set(index.platforms)
  const tables = index.lists.map((list) => ({ list, keys: readKeys(list) }))
  return {
    lists: index.lists,
    find: (clues) => tables.flatMap(({ list, keys }) => findInList(list, keys, platforms, index.legalForms, clues) ?? []),
  }
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
function findInList(list: ListIndex, keys: Keys, platforms: ReadonlySet<string>, legalForms: readonly string[], clues: AdvertiserClues): Match | null {
  const name = normaliseName(clues.name ?? '', legalForms)
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

  const clue = (by: MatchEvidence['by'], entry: number | undefined, value: string | null | undefined) => (entry === found ? [{ by, value: value ?? '' }] : [])
  const evidence = [...clue('page', byPage, clues.page), ...clue('name', byName, clues.name), ...clue('domain', domain?.entry, domain?.suffix)]
  return { list, entry, evidence }
}
