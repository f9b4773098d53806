import { asLatin, foreignLetters, lettersOff, mayBeOff, skeleton } from './near-text.ts'
import { nameKey } from './name-key.ts'
import { type NameOwner, squeeze } from './name-owners.ts'
import { tailKinds } from './names.ts'
import { normaliseName } from './normalise.ts'
import type { Table } from './table.ts'

/** Who came near, by name, and why it is not meant. */
export interface NearName {
  about: string
  reason: string
}

/** Shorter names are part of too many words. */
const SHORTEST_PART = 4

/** Entries' names that an advertiser's name holds as words, with the word that makes it somebody else. The longest first. */
export function heldNames(name: string, owners: readonly NameOwner[], words: Table): NearName[] {
  const parts = normaliseName(name, words).split(' ').filter(Boolean)
  const held = owners.flatMap(({ key, entry }) => {
    const wanted = key.split(' ')
    const at = entry && key ? parts.findIndex((_part, at) => wanted.every((word, next) => parts[at + next] === word)) : -1
    if (!entry || at < 0) return []
    const before = parts.slice(0, at).join(' ')
    const odd = at > 0 ? '' : oddWord(parts.slice(wanted.length), words)
    if (at === 0 && odd === undefined) return []
    const reason = at > 0 ? `the name contains “${key}”, but “${before}” stands before it` : `the name begins with “${key}”, but “${odd}” after it is no country, region, department or the like`
    return [{ about: entry.name, reason, length: key.length }]
  })
  return held.toSorted((a, b) => b.length - a.length)
}

/** The first word that keeps what follows a name from being a tail. */
function oddWord(rest: readonly string[], words: Table): string | undefined {
  for (let cut = rest.length; cut >= 0; cut--) {
    const kinds = tailKinds(rest.slice(0, cut), words)
    if (kinds === undefined) continue
    if (cut < rest.length) return rest[cut]
    // "Ben and" is short of something.
    return kinds.endsWith('k') ? rest.at(-1) : undefined
  }
  return undefined
}

/** Entries' names that stand in a longer word: "fordfans". The longest first. */
export function namesInWord(word: string, what: string, owners: readonly NameOwner[]): NearName[] {
  const held = owners.flatMap(({ key, entry }) => {
    const part = squeeze(key)
    const at = entry && part.length >= SHORTEST_PART && part.length < word.length ? word.indexOf(part) : -1
    if (!entry || at < 0) return []
    const around = at === 0 ? `begins with “${part}”, but “${word.slice(part.length)}” after it is nothing that may follow there` : `only contains “${part}”`
    return [{ about: entry.name, reason: `${what} ${around}`, length: at === 0 ? 100 + part.length : part.length }]
  })
  return held.toSorted((a, b) => b.length - a.length)
}

/** Entries whose name is a letter or two off, or looks the same. The nearest first. */
export function misspeltNames(text: string, what: string, owners: readonly NameOwner[], words: Table): NearName[] {
  const [written, read] = [headOf(text, words), headOf(asLatin(text), words)]
  const shape = skeleton(read)
  const near = owners.flatMap(({ key, entry }) => {
    const wanted = squeeze(key)
    if (!entry || !wanted || wanted === written || !written) return []
    const letters = foreignLetters(text)
    if (read === wanted && letters) return [{ about: entry.name, reason: `${what} only looks like “${key}”: ${letters} is another script’s letter`, off: 0 }]
    if (shape === skeleton(wanted)) return [{ about: entry.name, reason: `${what} only looks like “${key}”`, off: 0 }]
    const most = mayBeOff(Math.min(wanted.length, written.length))
    const off = lettersOff(written, wanted, most)
    return off > most ? [] : [{ about: entry.name, reason: `${what} is ${off === 1 ? 'one letter' : 'two letters'} off “${key}”`, off }]
  })
  return near.toSorted((a, b) => a.off - b.off)
}

/** A name without spaces, and without the tail that it may have. */
function headOf(name: string, words: Table): string {
  const parts = nameKey(name, words).split(' ')
  const cut = parts.findIndex((_part, at) => at > 0 && tailKinds(parts.slice(at), words) !== undefined)
  return parts.slice(0, cut < 0 ? parts.length : cut).join('')
}
