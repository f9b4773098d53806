import { destinationOf } from '../list/domains.ts'
import type { EntryRecord, ListIndex, MatchLevel } from '../list/types.ts'
import type { DomainAnswer, DomainRecord } from '../shared/messages.ts'
import type { BadgeLabel } from '../shared/page-data.ts'
import type { ListFinder } from './list-finder.ts'

/** Reads an entry's record; null where it can't. */
export type RecordOf = (list: string, entry: string) => Promise<EntryRecord | null>

/** What lists have about a domain, as they are looked up and worded for pages. */
export async function answerDomain(finder: ListFinder, domain: string, recordOf: RecordOf): Promise<DomainAnswer> {
  // A redirector decides nothing either.
  if (destinationOf(domain, finder.words) === null) return { kind: 'platform' }
  const [found = []] = await finder.find([{ name: null, page: null, domain, landing: null }])
  if (found.length === 0) return { kind: 'unlisted', label: finder.unlisted }
  // As they read where a list isn't about, so that they say which platform is meant.
  const labels = await Promise.all(found.map(({ list, entry }) => finder.label(list, entry, true)))
  const records = found.flatMap(({ list, level }, at) => (labels[at] ? [domainRecord(list, level, labels[at], recordOf)] : []))
  // What is on record and has no label may have none.
  return records.length === 0 ? { kind: 'political' } : { kind: 'listed', records: await Promise.all(records) }
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
