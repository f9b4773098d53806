import { destinationOf } from '../list/domains.ts'
import { openIndex } from '../list/lookup.ts'
import { openTable, type PackedTable, type Table } from '../list/table.ts'
import type { EntryRecord, ListIndex, MatchLevel } from '../list/types.ts'
import type { DomainAnswer, DomainRecord } from '../shared/messages.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'

/** Reads an entry's record; null where it can't. */
export type RecordOf = (list: string, entry: string) => Promise<EntryRecord | null>

/**
 * What lists have about a domain, as they are looked up and worded for pages.
 * @throws for page data that is damaged
 */
export async function answerDomain({ index, wording }: PageData, domain: string, recordOf: RecordOf): Promise<DomainAnswer> {
  // A redirector decides nothing either.
  if (destinationOf(domain, openTable(index.words)) === null) return { kind: 'platform' }
  const found = openIndex(index).find({ name: null, page: null, domain, landing: null })
  if (found.length === 0) return { kind: 'unlisted', label: wording.unlisted }
  const labelOf = labelReader({ index, wording })
  const labelled = found.flatMap((match) => {
    const label = labelOf(match.list, match.entry)
    return label ? [{ match, label }] : []
  })
  // What is on record and has no label may have none.
  if (labelled.length === 0) return { kind: 'political' }
  return { kind: 'listed', records: await Promise.all(labelled.map(({ match, label }) => domainRecord(match.list, match.level, label, recordOf))) }
}

/** Reads labels as they read where a list isn't about, so that they say which platform is meant; null for what has none. */
export function labelReader({ index, wording }: Pick<PageData, 'index' | 'wording'>): (list: ListIndex, entry: number) => BadgeLabel | null {
  const tables = new Map<ListIndex, Table>()
  return (list, entry) => {
    let labels = tables.get(list)
    if (!labels) tables.set(list, (labels = openTable(wording.labels[index.lists.indexOf(list)] as PackedTable)))
    const written = labels.get(`o${entry}`) ?? labels.get(String(entry))
    return written ? (JSON.parse(written.value) as BadgeLabel) : null
  }
}

/** What is shown of one entry, or of a person's own label. */
export async function domainRecord(list: ListIndex, level: MatchLevel, label: BadgeLabel, recordOf: RecordOf): Promise<DomainRecord> {
  const record = label.status === 'yours' ? null : await recordOf(list.id, label.entry ?? '').catch(() => null)
  return {
    label,
    level,
    statement: record?.badgeOk ? record.statement : null,
    list: label.status === 'yours' ? null : { campaign: list.campaign, updated: list.updated, accordingTo: list.accordingTo ?? null },
    sources: record?.sources ?? [],
  }
}
