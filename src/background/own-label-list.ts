import { buildTable } from '../list/build-table.ts'
import { nameKey } from '../list/name-key.ts'
import { normaliseName } from '../list/normalise.ts'
import type { Table } from '../list/table.ts'
import type { ListIndex } from '../list/types.ts'
import type { OwnLabel } from '../shared/messages.ts'

/** The id under which a person's own labels stand beside lists. */
export const OWN_LABELS_LIST = 'own-labels'

/** A person's own labels as an index: found by the advertiser's very name or website, on every platform. */
export function ownLabelIndex(labels: readonly OwnLabel[], words: Table, platforms: readonly string[]): ListIndex {
  const keys = new Map<string, string>()
  for (const [number, { name, domain }] of labels.entries()) {
    // No tails: whose name has something after it is somebody else until the person says so.
    const place = number.toString(36).toUpperCase()
    for (const form of [nameKey(name, words), normaliseName(name, words)]) if (form !== '') keys.set(`n${form}`, `t${place}`)
    if (domain !== null) keys.set(`d${domain}`, place)
  }
  return {
    id: OWN_LABELS_LIST,
    campaign: '',
    launched: '',
    windowFrom: '',
    windowUntil: null,
    updated: '',
    claimedParticipants: null,
    platforms,
    platformName: '',
    size: labels.length,
    keys: buildTable(keys),
  }
}
