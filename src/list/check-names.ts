import { findOwners, type NameOwner, squeeze } from './name-owners.ts'
import { entryOf } from './lookup.ts'
import { nameKey } from './name-key.ts'
import { findName, NOBODY, tailKinds } from './names.ts'
import { normaliseName } from './normalise.ts'
import type { ListFileEntry } from './schema.ts'
import type { OpenList } from './situation.ts'
import type { Table } from './table.ts'

/** In letters: a name of so few belongs to many. */
const SHORT_NAME = 3

/** What an entry's name and aliases would do that was hardly meant. */
export function checkNames(entry: ListFileEntry, list: OpenList): string[] {
  const mine = list.owners.filter((owner) => owner.entry === entry)
  return [...mine.flatMap((owner, place) => (place === 0 ? checkName(owner, 'name', list) : [...checkName(owner, 'alias', list), ...checkAlias(owner, list)])), ...checkParent(entry, list)]
}

function checkName(owner: NameOwner, what: 'name' | 'alias', list: OpenList): string[] {
  const { name, key, entry } = owner
  const { words, keys, owners, find } = list
  if (key === '') return [`the ${what} "${name}" has nothing to compare, so no ad is found by it`]
  const warnings: string[] = []
  if (tailKinds(key.split(' '), words)) warnings.push(`the ${what} "${name}" is a word that may follow any name`)

  const found = find({ name })
  if (found !== entry) {
    const blocking = found ? [] : (findOwners(normaliseName(name, words), owners, keys, words)?.owners ?? [])
    const who = blocking.flatMap(({ other }) => (other ? `"${other.name}"` : []))
    warnings.push(`the ${what} "${name}" finds ${found ? `entry "${found.name}"` : `nobody${who.length > 0 ? `: the look-alike ${who.join(', ')} blocks it` : ''}`}`)
  }
  // Said once, of the later of the two.
  const close = new Set(owners.slice(0, owners.indexOf(owner)).flatMap((other) => (other.entry && other.entry !== entry && other.key !== key && squeeze(other.key) === squeeze(key) ? [`"${other.name}" of entry "${other.entry.name}"`] : [])))
  for (const other of close) warnings.push(`the ${what} "${name}" differs from ${other} in nothing but its spaces`)
  if (entry?.match_risk === 'normal' && key.length <= SHORT_NAME && /^[!-~]+$/.test(key)) warnings.push(`the ${what} "${name}" is short, but match_risk is normal`)
  return warnings
}

function checkAlias({ name, key, entry }: NameOwner, { words, keys, file }: OpenList): string[] {
  if (key === '') return []
  // As if the alias weren't on record.
  const without: Table = { get: (wanted) => (squeeze(wanted) === `n${squeeze(key)}` ? undefined : keys.get(wanted)) }
  const read = findName(key, without, words)
  const other = read.value && read.value !== NOBODY && read.kinds !== '' && file.entries[entryOf(read.value)]
  return other && other !== entry ? [`the alias "${name}" reads as entry "${other.name}" with "${read.tail}" after it`] : []
}

/** Nothing is taken over from a parent: its name must not find a brand. */
function checkParent({ parent, aliases }: ListFileEntry, { owners, words }: OpenList): string[] {
  if (parent === null) return []
  const key = nameKey(parent, words)
  const owner = owners.find(({ entry, key: theirs }) => entry && theirs === key)?.entry
  return aliases.flatMap((alias) => {
    const ours = nameKey(alias, words)
    if (ours === key) return [`the alias "${alias}" is its parent's name, so ads of the parent would get its label`]
    return owner && ` ${ours} `.includes(` ${key} `) ? [`the alias "${alias}" repeats its parent "${owner.name}", which is an entry of its own`] : []
  })
}
