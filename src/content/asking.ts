import { destinationOf } from '../list/domains.ts'
import type { Table } from '../list/table.ts'
import { api } from '../shared/api.ts'
import type { LabelledMatch } from '../shared/page-data.ts'
import { send } from '../shared/send.ts'
import type { Advertiser } from '../sites/types.ts'

/** With more answers than these all are forgotten: a page that is scrolled for hours must not take ever more memory. */
const MOST = 500

/**
 * Asks the background whom advertisers are, in one message for all that are found at once.
 * @param words the table of words that all lists share
 * @param onAnswer called when those that were asked about are known
 * @returns what is on record; null while that isn't known
 */
export function makeAsking(site: string, words: Table, onAnswer: () => void): (advertiser: Advertiser) => LabelledMatch[] | null {
  /** By advertiser; null: asked about. */
  let known: Record<string, LabelledMatch[] | null> = {}
  let asked: Record<string, Advertiser> | null = null

  async function ask(): Promise<void> {
    const advertisers = asked ?? {}
    asked = null
    const found = await send(api.runtime, 'list:find', { site, advertisers }).catch(() => null)
    // Without an answer they are asked about again when they are looked at again.
    if (!found || Object.keys(known).length > MOST) known = {}
    Object.assign(known, found)
    if (found) onAnswer()
  }

  return (advertiser) => {
    // Parameters of a link may be drawn anew each time; of all of it only where it leads is looked up.
    const key = JSON.stringify({ ...advertiser, landing: advertiser.landing && destinationOf(advertiser.landing, words) })
    if (known[key] === undefined) {
      known[key] = null
      if (!asked) queueMicrotask(() => void ask())
      asked = { ...asked, [key]: advertiser }
    }
    return known[key] ?? null
  }
}
