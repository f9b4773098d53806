import { destinationOf, domainSuffixes } from './domains.ts'
import { entryOf, openIndex } from './lookup.ts'
import { findOwners, type NameOwner, nameOwners, type OwnedName } from './name-owners.ts'
import { normaliseName, normalisePage, pageKey } from './normalise.ts'
import type { ListFile, ListFileEntry } from './schema.ts'
import { openTable, type Table } from './table.ts'
import type { AdvertiserClues, CompiledIndex } from './types.ts'

/** A list with all that there is to ask it. */
export interface OpenList {
  file: ListFile
  words: Table
  keys: Table
  owners: readonly NameOwner[]
  find: (clues: Partial<AdvertiserClues>) => ListFileEntry | undefined
}

/** What a list makes of an advertiser's clues, together and one by one. */
export interface Situation {
  clues: AdvertiserClues
  found: ListFileEntry | undefined
  /** What each clue finds when it is the only one. */
  alone: Record<'name' | 'page' | 'link', ListFileEntry | undefined>
  /** The name as it is compared. */
  read: string
  /** What stands at its beginning, of names on record. */
  named: OwnedName | undefined
  /** The page's address without signs; '' for a page on record. */
  handle: string
  /** What stands at its beginning, of names on record. */
  slug: OwnedName | undefined
  /** Where the link and the printed domain lead: '' for what can't be read, null for what decides nothing. */
  leads: string | null
  printed: string | null
  host: string | null
  /** The host and the domains above it. */
  suffixes: readonly string[]
  /** The one of them that is on record, as an entry's or as a look-alike's. */
  listed: string | undefined
  /** The one of them that is an entry's under another country's ending, and the entry's place. */
  sibling: { domain: string; entry: number } | undefined
}

/** @param index compiled of this list alone */
export function openList(file: ListFile, index: CompiledIndex): OpenList {
  const words = openTable(index.words)
  const lookup = openIndex(index)
  return {
    file,
    words,
    keys: openTable(index.lists[0]?.keys ?? index.words),
    owners: nameOwners(file, words),
    find: (clues) => file.entries[lookup.find({ name: null, page: null, domain: null, landing: null, ...clues })[0]?.entry ?? -1],
  }
}

/** Reads clues as the look-up does. What decided is found out by asking that with fewer clues, so that the rules stand in one place. */
export function situationOf(clues: AdvertiserClues, { words, keys, owners, find }: OpenList): Situation {
  const { name, page, domain, landing, platform = 'facebook' } = clues
  const [leads = null, printed = null] = [landing, domain].map((link) => (link ? destinationOf(link, words) : null))
  const host = leads || printed || leads
  const suffixes = domainSuffixes(host ?? '')
  const read = normaliseName(name ?? '', words)
  const handle = keys.get(pageKey(page ?? '', platform)) ? '' : normalisePage(page ?? '', platform).replace(/[-_.]/g, '')
  return {
    clues,
    found: find(clues),
    alone: { name: find({ name }), page: find({ page, platform }), link: find({ domain, landing }) },
    read,
    named: findOwners(read, owners, keys, words),
    handle,
    slug: findOwners(handle, owners, keys, words, /^/),
    leads,
    printed,
    host,
    suffixes,
    listed: suffixes.find((suffix) => keys.get(`d${suffix}`)),
    sibling: suffixes.flatMap((suffix) => siblingOf(suffix, keys, words))[0],
  }
}

function siblingOf(domain: string, keys: Table, words: Table): { domain: string; entry: number }[] {
  const [label = '', ...ending] = domain.split('.')
  const value = words.get(`c${ending.join('.')}`) && keys.get(`l${label}`)?.value
  return value ? [{ domain, entry: entryOf(value) }] : []
}
