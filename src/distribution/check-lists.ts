import { listKeysInSteps } from '../list/compile.ts'
import { ListError, type ListFile, parseListInSteps } from '../list/schema.ts'
import { openTable, type PackedTable } from '../list/table.ts'
import { atOnce, forEach, type Steps } from '../shared/steps.ts'
import { CONTROL_CHARACTERS } from './hidden-characters.ts'
import { ListProblem } from './problem.ts'

/** What lists from outside must be before they are used, beyond being signed. */

/** This share of entries may be gone from one version to the next, … */
const MOST_GONE = 0.3
/** … and this many of a short list. */
const FEW_GONE = 10

export interface ListText {
  id: string
  text: string
}

/**
 * Reads and checks lists that belong together.
 * @param words the words that all lists share
 * @param isPublicSuffix whether a domain is one below which anybody can have a name
 * @throws ListProblem `invalid`, naming the first fault: a list is taken whole or not at all
 */
export function checkLists(...about: Parameters<typeof checkListsInSteps>): ListFile[] {
  return atOnce(checkListsInSteps(...about))
}

/** The same with pauses. */
export function* checkListsInSteps(texts: readonly ListText[], words: PackedTable, isPublicSuffix: (domain: string) => boolean): Steps<ListFile[]> {
  const table = openTable(words)
  const files: ListFile[] = []
  for (const { id, text } of texts) {
    try {
      const file = yield* parseListInSteps(id, text)
      if (file.id !== id) throw new ListError(id, [`its id is "${file.id}"`])
      const faults = yield* faultsOf(file, isPublicSuffix)
      if (faults.length > 0) throw new ListError(id, faults)
      yield* listKeysInSteps(file, table)
      files.push(file)
    } catch (error) {
      if (error instanceof ListError) throw new ListProblem('invalid', `${id}: ${error.faults[0] ?? ''}`)
      throw error
    }
  }
  return files
}

function* faultsOf({ entries, ...rest }: ListFile, isPublicSuffix: (domain: string) => boolean): Steps<string[]> {
  const hidden = hiddenIn(rest)
  const others: string[] = []
  yield* forEach(entries, (entry) => {
    const { name, aliases, domains } = entry
    hidden.push(...hiddenIn(entry))
    others.push(
      ...[name, ...aliases].filter(mixesScripts).map((text) => `entry "${name}": letters of several scripts in one word of "${text}"`),
      ...domains.filter(isPublicSuffix).map((domain) => `entry "${name}": anybody can have a name below "${domain}"`),
    )
  })
  return [...hidden, ...[rest.campaign.name, rest.campaign.platform_name].filter(mixesScripts).map((text) => `letters of several scripts in one word of "${text}"`), ...others]
}

function hiddenIn(value: unknown): string[] {
  return textsOf(value).filter((text) => CONTROL_CHARACTERS.test(text)).map((text) => `hidden characters in ${JSON.stringify(text.slice(0, 60))}`)
}

/** Every text of a list, keys of groups included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsOf(item)])
}

/** Letters of these look alike; no name of an organisation mixes them within a word. */
function mixesScripts(name: string): boolean {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u].filter((script) => script.test(word)).length > 1)
}

/**
 * @param now ids of the lists' entries as they are, and @param next as they would be
 * @throws ListProblem `shrunk` when so many are gone that it looks like a mishap
 */
export function checkShrinking(now: ReadonlySet<string>, next: ReadonlySet<string>): void {
  let gone = 0
  for (const id of now) if (!next.has(id)) gone++
  if (gone > FEW_GONE && gone > now.size * MOST_GONE) throw new ListProblem('shrunk', `${gone} of ${now.size} entries would be gone`)
  if (next.size === 0 && now.size > 0) throw new ListProblem('shrunk', 'no entry would be left')
}

/** Entries by list, to compare what there is. */
export function entryIds(files: readonly ListFile[]): Set<string> {
  return new Set(files.flatMap((file) => file.entries.map((entry) => `${file.id}/${entry.id}`)))
}
