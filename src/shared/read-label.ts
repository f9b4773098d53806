import type { Table } from '../list/table.ts'
import type { BadgeLabel } from './page-data.ts'

/** What a label says of anybody who has the same one. */
export type LabelText = Pick<BadgeLabel, 'status' | 'text' | 'dates'>

/** By an entry's place: its name and id, and which texts it has on platforms that its list is about, and on others. */
export type LabelledEntry = readonly [entryName: string, entry: string, here: number, elsewhere?: number]

/**
 * Reads a label out of a list's labels: thousands of entries share a few texts, so each is there once, after `t` and its number.
 * @param labels a table of {@link LabelledEntry} and {@link LabelText} as JSON
 */
export function readLabel(labels: Table | undefined, place: number, isElsewhere: boolean): BadgeLabel | null {
  const read = (key: string) => JSON.parse(labels?.get(key)?.value ?? 'null') as unknown
  const found = read(`${place}`) as LabelledEntry | null
  if (!found) return null
  const [entryName, entry, here, elsewhere = here] = found
  return { ...(read(`t${isElsewhere ? elsewhere : here}`) as LabelText), entryName, entry }
}
