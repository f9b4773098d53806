import { domainsElsewhere, nearHosts } from './near-hosts.ts'
import { heldNames, misspeltNames, type NearName, namesInWord } from './near-names.ts'
import { type OwnedName, squeeze } from './name-owners.ts'
import type { OpenList, Situation } from './situation.ts'

/** Of those that are only spelt alike, so that they don't crowd out each other. */
const MOST_OF_A_KIND = 3

/** Entries that an advertiser's clues are spelt like, but that they don't mean. The most telling first. */
export function nearSpellings(now: Situation, list: OpenList, toUnicode: (host: string) => string): NearName[] {
  const { file, owners, words } = list
  const { clues, alone, named, slug, handle, host, listed, sibling, read } = now
  const name = clues.name ?? ''
  const held = heldNames(name, owners, words)
  return [
    alone.name ? [] : without(misspeltNames(name, 'the name', owners, words), entriesOf(named)),
    host && listed === undefined && !sibling ? without(nearHosts(host, list, toUnicode), []) : [],
    clues.landing && listed === undefined ? without(domainsElsewhere(clues.landing, file), []) : [],
    alone.page ? [] : without(misspeltNames(handle, 'the page’s address', owners, words), entriesOf(slug)),
    without(held, entriesOf(named)),
    slug || alone.page ? [] : namesInWord(handle, 'the page’s address', owners).slice(0, 1),
    named ? [] : without(namesInWord(squeeze(read), 'the name', owners), held.map(({ about }) => about)).slice(0, 1),
  ].flat()
}

function without(near: readonly NearName[], told: readonly string[]): NearName[] {
  return near.filter(({ about }) => !told.includes(about)).slice(0, MOST_OF_A_KIND)
}

function entriesOf(name: OwnedName | undefined): string[] {
  return (name?.owners ?? []).flatMap(({ entry }) => entry?.name ?? [])
}
