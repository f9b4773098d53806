import { domainOf } from '../list/domains.ts'
import { openIndex } from '../list/lookup.ts'
import { openTable, type PackedTable } from '../list/table.ts'
import type { Match } from '../list/types.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import type { Advertiser } from '../sites/types.ts'
import type { AdOnPage } from './ad.ts'

/** @returns nothing for what is never labelled */
export type Judge = (advertiser: Advertiser) => AdOnPage | undefined

/**
 * Storage may hold anything; of what can't be read there is no judge.
 * @param stored as the background keeps it for pages
 */
export function openJudge(stored: unknown, site: string): Judge | null {
  try {
    const { index, wording, look } = stored as PageData
    const { lists } = index
    const lookup = openIndex(index)
    // Asked here, so that what is missing shows before any ad does.
    const labels = new Map(lists.map((list, at) => [list, openTable(wording.labels[at] as PackedTable)]))
    if (!wording.unlisted || !look) return null
    const isHere = ({ list }: Match) => list.platforms.includes(site)
    const labelOf = (match: Match): BadgeLabel | null => {
      const label = labels.get(match.list)?.get((isHere(match) ? '' : 'o') + match.entry)
      return label ? (JSON.parse(label.value) as BadgeLabel) : null
    }
    return (advertiser) => {
      // What is on record about this platform comes first.
      const found = lookup.find({ ...advertiser, platform: site }).sort((a, b) => +isHere(b) - +isHere(a))
      const matches = found.map((match) => ({ ...match, label: labelOf(match) }))
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
