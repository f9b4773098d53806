import { normaliseName } from '../list/normalise.ts'
import type { DomainRecord, SearchAnswer } from '../shared/messages.ts'
import { domainRecord, type RecordOf } from './domain-answer.ts'
import type { ListFinder } from './list-finder.ts'

/** As many as a person looks through. */
const MOST = 10

/** A name by which an entry can be found. */
export interface Findable {
  /** In its compared form. */
  key: string
  /** Id of the list, and the entry's place in it. */
  list: string
  entry: number
  /** Parties and campaigns are on record, and never labelled. */
  isPolitical: boolean
}

export interface SearchOptions {
  /** Names of all entries in use, many at a time. */
  names: Iterable<readonly Findable[]> | AsyncIterable<readonly Findable[]>
  finder: ListFinder
  recordOf: RecordOf
}

/**
 * Finds entries by their names: first those whose ads these could be, then those that are called just that, then those that begin with it, then those that have a
 * word which does, then any that have it in them.
 */
export async function searchLists(text: string, { names, finder, recordOf }: SearchOptions): Promise<SearchAnswer> {
  const wanted = normaliseName(text, finder.words)
  if (wanted === '') return { records: [], more: 0, political: 0 }
  const best = new Map<string, { rank: number; name: Findable }>()
  // Who would be matched by an ad of that name, or that leads there: "Ford Canada", "patagonia.com".
  const [matches = []] = await finder.find([{ name: text, page: null, domain: text.includes('.') ? text : null, landing: null }])
  for (const { list, entry } of matches) {
    const isPolitical = (await finder.label(list, entry, true)) === null
    best.set(JSON.stringify([list.id, entry]), { rank: -1, name: { key: wanted, list: list.id, entry, isPolitical } })
  }
  for await (const some of names) {
    for (const name of some) {
      const rank = rankOf(name.key, wanted)
      if (rank === null) continue
      const key = JSON.stringify([name.list, name.entry])
      if (rank < (best.get(key)?.rank ?? Infinity)) best.set(key, { rank, name })
    }
  }
  const found = [...best.values()].toSorted((a, b) => a.rank - b.rank || a.name.key.length - b.name.key.length || (a.name.key < b.name.key ? -1 : 1))
  const labelled = found.filter(({ name }) => !name.isPolitical)
  const records = labelled.slice(0, MOST).map(async ({ name }): Promise<DomainRecord[]> => {
    const list = finder.lists.find(({ id }) => id === name.list)
    const label = list ? await finder.label(list, name.entry, true) : null
    const level = matches.find((one) => one.list === list && one.entry === name.entry)?.level ?? 'certain'
    return list && label ? [await domainRecord(list, level, label, recordOf)] : []
  })
  return { records: (await Promise.all(records)).flat(), more: Math.max(0, labelled.length - MOST), political: found.length - labelled.length }
}

function rankOf(key: string, wanted: string): number | null {
  if (key === wanted) return 0
  if (key.startsWith(wanted)) return key[wanted.length] === ' ' ? 1 : 2
  if (` ${key} `.includes(` ${wanted} `)) return 3
  if (` ${key}`.includes(` ${wanted}`)) return 4
  // Of one or two letters nearly every name has some.
  return wanted.length > 2 && key.includes(wanted) ? 5 : null
}
