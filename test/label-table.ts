import { buildTable } from '../src/list/build-table.ts'
import type { PackedTable } from '../src/list/table.ts'
import type { BadgeLabel } from '../src/shared/page-data.ts'
import type { LabelledEntry, LabelText } from '../src/shared/read-label.ts'

/** A list's labels as pages have them: by the entry's place what it says where the list is about, and elsewhere if that is another. */
export function labelTable(labels: readonly (readonly [place: number, here: BadgeLabel, elsewhere?: BadgeLabel])[]): PackedTable {
  const texts: LabelText[] = []
  const numberOf = ({ status, text, dates }: BadgeLabel) => texts.push({ status, text, dates }) - 1
  const entries = labels.map(([place, here, elsewhere]): [string, string] => {
    const about = [here.entryName ?? '', here.entry ?? ''] as const
    const numbers: LabelledEntry = elsewhere ? [...about, numberOf(here), numberOf(elsewhere)] : [...about, numberOf(here)]
    return [String(place), JSON.stringify(numbers)]
  })
  return buildTable([...entries, ...texts.map((text, number): [string, string] => [`t${number}`, JSON.stringify(text)])])
}
