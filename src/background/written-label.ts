import type { ListIndex } from '../list/types.ts'
import type { BadgeLabel } from '../shared/page-data.ts'
import { type Label, labelText } from '../shared/wording.ts'
import { sites } from '../sites/registry.ts'

/** Whether a list's labels are shown where it is about, and elsewhere, as `false` and `true`. */
export function variantsOf({ platforms }: ListIndex): boolean[] {
  return [false, true].filter((elsewhere) => sites.some(({ id }) => platforms.includes(id) !== elsewhere))
}

/** A label as badges have it; null for what is never labelled. */
export function writtenLabel(label: Label | null, entry: string | null): BadgeLabel | null {
  return label && { status: label.status, text: labelText(label), dates: label.dates, entryName: label.entryName, entry }
}
