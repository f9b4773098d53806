import { listKeys } from './compile.ts'
import { nameKey } from './name-key.ts'
import { findName, type KnownName, NOBODY } from './names.ts'
import type { ListFile, ListFileEntry } from './schema.ts'
import type { Table } from './table.ts'

/** Whose names are on record, for those who keep a list; pages do with less. */

export type LookAlike = ListFile['not_the_same'][number]

export interface NameOwner {
  /** The name or alias, as it is written in the list. */
  name: string
  /** The form in which it is compared. */
  key: string
  /** Every form under which it is on record. */
  forms: readonly string[]
  /** Either an entry's … */
  entry?: ListFileEntry
  /** … or a look-alike's. */
  other?: LookAlike
}

/** A name that the list knows, and who bears it: several where look-alikes share a name. */
export interface OwnedName extends KnownName {
  owners: NameOwner[]
}

/** Every name and alias of a list, and those of its look-alikes. */
export function nameOwners(file: ListFile, words: Table): NameOwner[] {
  // Asked of the compiler name by name, so that it alone decides in which forms a name is on record.
  const formsOf = (part: Pick<ListFile, 'entries' | 'not_the_same'>) => [...listKeys({ ...file, ...part }, words).keys()].map((key) => key.slice(1))
  return [
    ...file.entries.flatMap((entry) =>
      [entry.name, ...entry.aliases].map((name) => ({ name, key: nameKey(name, words), forms: formsOf({ entries: [{ ...entry, name, aliases: [], domains: [], handles: {} }], not_the_same: [] }), entry })),
    ),
    ...file.not_the_same.map((other) => ({ name: other.name, key: nameKey(other.name, words), forms: formsOf({ entries: [], not_the_same: [{ ...other, domain: null }] }), other })),
  ]
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
  if (!found.value) return undefined
  const bearers = owners.filter(({ other }) => Boolean(other) === (found.value === NOBODY))
  const exact = bearers.filter(({ forms }) => forms.includes(asked))
  return { ...found, owners: exact.length > 0 ? exact : bearers.filter(({ forms }) => forms.some((form) => squeeze(form) === squeeze(asked))) }
}

/** Without spaces. */
export function squeeze(key: string): string {
  return key.replaceAll(' ', '')
}
