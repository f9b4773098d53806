import { nameKey } from './name-key.ts'
import { findName, joinInitials, type KnownName } from './names.ts'
import { normaliseName } from './normalise.ts'
import type { ListFile, ListFileEntry } from './schema.ts'
import type { Table } from './table.ts'

/** Whose names are on record, for those who keep a list; pages do with less. */

export type LookAlike = ListFile['not_the_same'][number]

export interface NameOwner {
  /** The name or alias, as it is written in the list. */
  name: string
  /** The form under which it is on record. */
  key: string
  /** Either an entry's … */
  entry?: ListFileEntry
  /** … or a look-alike's. */
  other?: LookAlike
}

/** A name that the list knows, and who bears it: several where look-alikes share a name. */
export interface OwnedName extends KnownName {
  owners: NameOwner[]
}

/** Every name on record, with all forms of those of look-alikes. */
export function nameOwners(file: ListFile, words: Table): NameOwner[] {
  return [
    ...file.entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => ({ name, key: nameKey(name, words), entry }))),
    ...file.not_the_same.flatMap((other) => lookAlikeKeys(other.name, words).map((key) => ({ name: other.name, key, other }))),
  ]
}

/** The forms under which a look-alike is on record: with its legal form and without, with the remark in brackets and without. */
export function lookAlikeKeys(name: string, words: Table): string[] {
  const forms = [name, name.replace(/\s*\([^()]*\)\s*$/, '')].flatMap((form) => [nameKey(form, words), joinInitials(normaliseName(form, words))])
  return [...new Set(forms)].filter(Boolean)
}

/** Like findName, and says whose name it found. */
export function findOwners(name: string, owners: readonly NameOwner[], keys: Table, words: Table, glued?: RegExp): OwnedName | undefined {
  let asked = ''
  // The last name that was found is the one that decided.
  const listening: Table = {
    get(key) {
      const hit = keys.get(key)
      if (hit) asked = key.slice(1)
      return hit
    },
  }
  const found = findName(name, listening, words, glued)
  if (!found) return undefined
  const close = owners.filter((owner) => squeeze(owner.key) === squeeze(asked))
  const exact = close.filter((owner) => owner.key === asked)
  const isNobody = found.value === 'x'
  return { ...found, owners: (exact.length > 0 ? exact : close).filter((owner) => Boolean(owner.other) === isNobody) }
}

/** Without spaces. */
export function squeeze(key: string): string {
  return key.replaceAll(' ', '')
}
