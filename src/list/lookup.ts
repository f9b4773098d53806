import { destinationOf, domainSuffixes } from './domains.ts'
import { findName, NOBODY } from './names.ts'
import { normaliseName, normalisePage, pageKey } from './normalise.ts'
import { openTable, type Table } from './table.ts'
import type { AdvertiserClues, CompiledIndex, ListIndex, Lookup, Match } from './types.ts'

/**
 * Opens a compiled index for looking up advertisers.
 * @throws Error for anything that isn't an index of this version's tables, or is damaged: it comes out of storage, which may hold anything
 */
export function openIndex(index: CompiledIndex): Lookup {
  const words = openTable(index.words)
  const lists = index.lists.map((list) => [list, openTable(list.keys)] as const)
  return {
    find(clues) {
      const read = readClues(clues, words)
      return lists.flatMap(([list, keys]) => findInList(list, keys, words, clues, read) ?? [])
    },
  }
}

/** What of an advertiser is the same for all lists. */
export function readClues({ name, page, domain, landing, platform }: AdvertiserClues, words: Table) {
  const destination = (link: string | null) => (link ? destinationOf(link, words) : null)
  const leads = destination(landing)
  // Where the link goes is a fact, the printed domain the advertiser's word. What can't be read is '', not nothing.
  const host = leads || destination(domain) || leads
  return { host, suffixes: domainSuffixes(host ?? ''), key: pageKey(page ?? '', platform), handle: normalisePage(page ?? '', platform).replace(/[-_.]/g, ''), wanted: normaliseName(name ?? '', words) }
}

/** The rules and their reasons are in docs/matching.md. */
export function findInList(list: ListIndex, keys: Table, words: Table, { name, page }: AdvertiserClues, { host, suffixes, key, handle, wanted }: ReturnType<typeof readClues>): Match | null {
  const listed = suffixes.find((suffix) => keys.get(`d${suffix}`))
  const owner = keys.get(`d${listed}`)?.value
  const named = findName(wanted, keys, words)
  const byHandle = keys.get(key)?.value
  // A page on record is what it is, whatever its address says.
  const slug = findName(byHandle ? '' : handle, keys, words, /^/)

  const isWhole = /^[fk]*$/.test(named.kinds)
  const isRisky = named.value.includes('h')
  if ([owner, named.value, slug.value].includes(NOBODY)) return null
  // "Honda Deutschland", where Honda is on record as an American company.
  if ((named.value.includes('t') && !isWhole) || (slug.value.includes('t') && slug.kinds)) return null

  const isExact = named.spaces === 0
  // "BestBuy" is Best Buy, but "Up Work" need not be Upwork.
  const mayHaveTail = isRisky ? isExact && /^[cf][cfk]*$/.test(named.kinds) : named.spaces >= 0
  const isSlug = /^[co]?$/.test(slug.kinds) && !slug.value.includes('h')
  // In the order of EVIDENCE_KINDS: three that are strong, then the weak.
  const clues: [entry: number, value: string | null | undefined][] = [
    [entryOf(byHandle), page],
    [entryOf(isExact && isWhole && named.value), name],
    [entryOf(owner), listed],
    [entryOf(!(isExact && isWhole) && mayHaveTail && named.value), isWhole ? '' : named.tail],
    [entryOf(isSlug && slug.value), page],
  ]
  const [entry] = clues.find(([found]) => found >= 0) ?? [-1]
  const [byPage, byName, byDomain] = clues.map(([found]) => found === entry)
  const isOther = ([found]: [number, unknown]) => found >= 0 && found !== entry
  if (entry < 0 || clues.slice(3).some(isOther)) return null

  const sibling = suffixes.find((suffix) => entryOf(labelValue(suffix, keys, words)) === entry)
  const isElsewhere = host !== null && !byDomain && !sibling
  if (isElsewhere && !byPage && (!byName || isRisky)) return null

  clues.push([sibling && !byDomain ? entry : -1, sibling], [isElsewhere ? entry : -1, host])
  return {
    list,
    entry,
    level: !clues.some(isOther) && (byPage || byDomain || (byName && !isElsewhere)) ? 'certain' : 'likely',
    evidence: clues.flatMap(([found, value], kind) => (found === entry ? [[kind, value] as const] : [])),
  }
}

/** Of a domain that ends as a country's do: whose it would be under another country's ending. */
function labelValue(domain: string, keys: Table, words: Table): string | undefined {
  const dot = domain.indexOf('.')
  return words.get(`c${domain.slice(dot + 1)}`) && keys.get(`l${domain.slice(0, dot)}`)?.value
}

/** The place in the list that a value of its keys tells, without the flags before it; -1 without a value. */
export function entryOf(value: string | false | undefined): number {
  return value ? Number.parseInt(value.replace(/[a-z]/g, ''), 36) : -1
}
