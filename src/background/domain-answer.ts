import { destinationOf } from '../list/domains.ts'
import { openIndex } from '../list/lookup.ts'
import { openTable, type PackedTable } from '../list/table.ts'
import type { EntryRecord, Match } from '../list/types.ts'
import type { DomainAnswer, DomainRecord } from '../shared/messages.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'

/**
 * What lists have about a domain, as they are looked up and worded for pages.
 * @param recordOf reads an entry's record; null where it can't
 * @throws for page data that is damaged
 */
export async function answerDomain({ index, wording }: PageData, domain: string, recordOf: (list: string, entry: string) => Promise<EntryRecord | null>): Promise<DomainAnswer> {
  // A redirector decides nothing either.
  if (destinationOf(domain, openTable(index.words)) === null) return { kind: 'platform' }
  const found = openIndex(index).find({ name: null, page: null, domain, landing: null })
  if (found.length === 0) return { kind: 'unlisted', label: wording.unlisted }
  const labelled = found.flatMap((match) => {
    const label = labelOf(match, { index, wording })
    return label ? [{ match, label }] : []
  })
  // What is on record and has no label may have none.
  if (labelled.length === 0) return { kind: 'political' }
  return { kind: 'listed', records: await Promise.all(labelled.map(({ match, label }) => recordFor(match, label, recordOf))) }
}

/** As it reads where the list isn't about, so that it says which platform is meant. */
function labelOf({ list, entry }: Match, { index, wording }: Pick<PageData, 'index' | 'wording'>): BadgeLabel | null {
  const labels = openTable(wording.labels[index.lists.indexOf(list)] as PackedTable)
  const written = labels.get(`o${entry}`) ?? labels.get(String(entry))
  return written ? (JSON.parse(written.value) as BadgeLabel) : null
}

async function recordFor({ list, level }: Match, label: BadgeLabel, recordOf: (list: string, entry: string) => Promise<EntryRecord | null>): Promise<DomainRecord> {
  const record = label.status === 'yours' ? null : await recordOf(list.id, label.entry ?? '').catch(() => null)
  return {
    label,
    level,
    statement: record?.badgeOk ? record.statement : null,
    list: label.status === 'yours' ? null : { campaign: list.campaign, updated: list.updated, accordingTo: list.accordingTo ?? null },
    sources: record?.sources ?? [],
  }
}
