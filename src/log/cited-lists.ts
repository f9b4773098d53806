import type { InfoState } from '../pages/use-list-info.ts'
import type { CitedList } from './citation.ts'

/** The lists in use; a subscribed one's id has that of its source before it, as in rows. */
export function citedLists(info: InfoState): CitedList[] {
  const sources = typeof info === 'object' ? info.sources.filter(({ on }) => on) : []
  return sources.flatMap(({ id, kind, version, lists }) => lists.map((list) => ({ id: kind === 'own' ? list.id : `${id}/${list.id}`, name: list.name, updated: list.updated, version })))
}
