import { domainOf } from '../list/domains.ts'
import { EVIDENCE_KINDS, type Match } from '../list/types.ts'
import type { LogRow } from '../shared/log.ts'
import type { SeenAd } from '../shared/messages.ts'
import type { ListFinder } from './list-finder.ts'

/** What the log keeps of an ad; the database gives it its id. */
export type NewRow = Omit<LogRow, 'id'>

/** What rows are made with. */
export interface RowContext {
  site: string
  /** What its label was made of, where that is known. */
  match: Match | undefined
  version: string
}

export function rowOf({ advertiser, label }: SeenAd, now: Date, { site, match, version }: RowContext): NewRow {
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

/** The record that a label was made of: looks ads up as their page did, and takes of what is found that whose entry the label names. */
export async function matchesOf(ads: readonly SeenAd[], site: string, finder: ListFinder): Promise<(Match | undefined)[]> {
  const isHere = ({ list }: Match) => list.platforms.includes(site)
  const found = await finder.find(ads.map(({ advertiser }) => ({ ...advertiser, platform: site })))
  return Promise.all(
    ads.map(async ({ label }, at) => {
      for (const match of (found[at] ?? []).toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)))) {
        if ((await finder.label(match.list, match.entry, true))?.entry === label.entry) return match
      }
      return undefined
    }),
  )
}

/** The device's calendar day. */
export function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function evidenceOf({ evidence }: Match): string {
  const words = evidence.map(([kind, value]) => `${EVIDENCE_KINDS[kind] ?? '?'}${value ? ` ${value}` : ''}`)
  return words.join('; ').slice(0, 2_000)
}
