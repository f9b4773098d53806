import { domainOf } from '../list/domains.ts'
import { openIndex } from '../list/lookup.ts'
import { openTable, type PackedTable } from '../list/table.ts'
import type { Match } from '../list/types.ts'
import type { PageData } from '../shared/page-data.ts'
import { readLabel } from '../shared/read-label.ts'
import type { Advertiser } from '../sites/types.ts'
import type { AdOnPage } from './ad.ts'
import { makeAsking } from './asking.ts'

/** @returns nothing for what is never labelled; null while that isn't known */
export type Judge = (advertiser: Advertiser) => AdOnPage | undefined | null

/**
 * Storage may hold anything; of what can't be read there is no judge.
 * @param stored as the background keeps it for pages
 * @param onAnswer called when what wasn't known is
 */
export function openJudge(stored: unknown, site: string, onAnswer: () => void): Judge | null {
  try {
    const { index, wording, look } = stored as PageData
    const { lists } = index
    const lookup = openIndex(index)
    // Asked here, so that what is missing shows before any ad does.
    const labels = new Map(lists.map((list, at) => [list, openTable(wording.labels[at] as PackedTable)]))
    if (!wording.unlisted || !look) return null
    const isHere = ({ list }: Match) => list.platforms.includes(site)
    const ask = lists.some(({ shards }) => shards) && makeAsking(site, openTable(index.words), onAnswer)
    // What is on record about this platform comes first.
    const find = (advertiser: Advertiser) => lookup.find({ ...advertiser, platform: site }).sort((a, b) => +isHere(b) - +isHere(a)).map((match) => ({ ...match, label: readLabel(labels.get(match.list), match.entry, !isHere(match)) }))
    return (advertiser) => {
      const matches = (ask || find)(advertiser)
      if (!matches) return null
      const [first, ...others] = matches.flatMap((match) => match.label ?? [])
      // Records of further lists are in the card; the badge says how many there are.
      const label = matches[0] ? first && { ...first, text: first.text + (others[0] ? ` · +${others.length}` : '') } : wording.unlisted
      const name = advertiser.name ?? advertiser.page ?? domainOf(advertiser) ?? ''
      return label && { advertiser, name, look, matches, label, lists }
    }
  } catch {
    return null
  }
}
