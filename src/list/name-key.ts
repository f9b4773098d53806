import { joinInitials, tailKinds } from './names.ts'
import { normaliseName } from './normalise.ts'
import type { Table } from './table.ts'

/**
 * The form under which a name is on record: as compared, without legal forms at its end. Idempotent.
 * @param words the table of words that all lists share
 */
export function nameKey(name: string, words: Table): string {
  const parts = normaliseName(name, words).split(' ')
  const cut = parts.findIndex((_part, at) => at > 0 && /^[fk]*f$/.test(tailKinds(parts.slice(at), words) ?? ''))
  return joinInitials(parts.slice(0, cut < 0 ? parts.length : cut).join(' '))
}
