import { domainOf } from '../list/domains.ts'
import { openIndex } from '../list/lookup.ts'
import { EVIDENCE_KINDS, type Lookup, type Match } from '../list/types.ts'
import type { LogRow } from '../shared/log.ts'
import type { SeenAd } from '../shared/messages.ts'
import type { PageData } from '../shared/page-data.ts'
import { labelReader } from './domain-answer.ts'

/** What the log keeps of an ad; the database gives it its id. */
export type NewRow = Omit<LogRow, 'id'>

/** What rows are made with. */
export interface RowContext {
  site: string
  /** What pages look up in; null where there is none. */
  finder: Finder | null
  version: string
}

export function rowOf({ advertiser, label }: SeenAd, now: Date, { site, finder, version }: RowContext): NewRow {
  const match = label.entry === null ? null : finder?.({ advertiser, label }, site)
  const domain = domainOf(advertiser)?.slice(0, 253) ?? null
  return {
    time: now.getTime(),
    day: dayOf(now),
    site,
    advertiser: (advertiser.name ?? advertiser.page ?? domain ?? '').slice(0, 400),
    page: advertiser.page?.slice(0, 400) ?? null,
    domain,
    status: label.status,
    label: label.text,
    entry: label.entry,
    entryName: label.entryName,
    list: match?.list.id ?? null,
    listUpdated: match?.list.updated || null,
    level: match?.level ?? null,
    evidence: match ? evidenceOf(match) : '',
    extension: version,
  }
}

/** The record that a label was made of. */
export type Finder = (ad: SeenAd, site: string) => Match | undefined

/** Looks an ad up as its page did, and takes of what is found that whose entry the label names. */
export function openFinder({ index, wording }: PageData): Finder {
  const lookup: Lookup = openIndex(index)
  const labelOf = labelReader({ index, wording })
  return ({ advertiser, label }, site) => {
    const isHere = ({ list }: Match) => list.platforms.includes(site)
    const found = lookup.find({ ...advertiser, platform: site }).filter(({ list, entry }) => labelOf(list, entry)?.entry === label.entry)
    return found.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)))[0]
  }
}

/** The device's calendar day. */
export function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function evidenceOf({ evidence }: Match): string {
  const words = evidence.map(([kind, value]) => `${EVIDENCE_KINDS[kind] ?? '?'}${value ? ` ${value}` : ''}`)
  return words.join('; ').slice(0, 2_000)
}
