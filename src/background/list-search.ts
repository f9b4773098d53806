import { openIndex } from '../list/lookup.ts'
import { openTable } from '../list/table.ts'
import { normaliseName } from '../list/normalise.ts'
import type { ListIndex, MatchLevel } from '../list/types.ts'
import type { DomainRecord, SearchAnswer } from '../shared/messages.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import { domainRecord, labelReader, type RecordOf } from './domain-answer.ts'

/** As many as a person looks through. */
const MOST = 10

/** A name by which an entry can be found. */
export interface Findable {
  /** In its compared form. */
  key: string
  /** Id of the list, and the entry's place in it. */
  list: string
  entry: number
}

/**
 * Finds entries by their names: first those whose ads these could be, then those that are called just that, then those that begin with it, then those that have a
 * word which does, then any that have it in them.
 * @param names of all entries in use
 */
export async function searchLists(text: string, { names, data, recordOf }: { names: readonly Findable[]; data: PageData; recordOf: RecordOf }): Promise<SearchAnswer> {
  const wanted = normaliseName(text, openTable(data.index.words))
  if (wanted === '') return { records: [], more: 0, political: 0 }
  const best = new Map<string, { rank: number; name: Findable }>()
  // Who would be matched by an ad of that name, or that leads there: "Ford Canada", "patagonia.com".
  const matches = openIndex(data.index).find({ name: text, page: null, domain: text.includes('.') ? text : null, landing: null })
  for (const { list, entry } of matches) best.set(JSON.stringify([list.id, entry]), { rank: -1, name: { key: wanted, list: list.id, entry } })
  for (const name of names) {
    const rank = rankOf(name.key, wanted)
    const key = JSON.stringify([name.list, name.entry])
    if (rank !== null && rank < (best.get(key)?.rank ?? Infinity)) best.set(key, { rank, name })
  }
  const found = [...best.values()].toSorted((a, b) => a.rank - b.rank || a.name.key.length - b.name.key.length || (a.name.key < b.name.key ? -1 : 1))
  const lists = new Map(data.index.lists.map((list) => [list.id, list]))
  const labelOf = labelReader(data)
  const labelled = found.flatMap(({ name }) => {
    const list = lists.get(name.list)
    const level: MatchLevel = matches.find((one) => one.list === list && one.entry === name.entry)?.level ?? 'certain'
    return list ? [{ list, level, label: labelOf(list, name.entry) }] : []
  })
  const records = labelled.filter((one): one is { list: ListIndex; level: MatchLevel; label: BadgeLabel } => one.label !== null)
  return {
    records: await Promise.all(records.slice(0, MOST).map(({ list, level, label }): Promise<DomainRecord> => domainRecord(list, level, label, recordOf))),
    more: Math.max(0, records.length - MOST),
    political: labelled.length - records.length,
  }
}

function rankOf(key: string, wanted: string): number | null {
  if (key === wanted) return 0
  if (key.startsWith(wanted)) return key[wanted.length] === ' ' ? 1 : 2
  if (` ${key} `.includes(` ${wanted} `)) return 3
  if (` ${key}`.includes(` ${wanted}`)) return 4
  // Of one or two letters nearly every name has some.
  return wanted.length > 2 && key.includes(wanted) ? 5 : null
}
