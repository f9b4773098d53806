import './node-url.ts'
import { readFileSync } from 'node:fs'
import { readWords } from '../scripts/lists-plugin.ts'
import { compileLists } from '../src/list/compile.ts'
import { openIndex } from '../src/list/lookup.ts'
import { nameKey as keyOf } from '../src/list/name-key.ts'
import { normaliseName as normalise } from '../src/list/normalise.ts'
import { type ListFile, type ListFileEntry, parseList } from '../src/list/schema.ts'
import { openTable } from '../src/list/table.ts'
import { type AdvertiserClues, EVIDENCE_KINDS, type Lookup, type MatchLevel } from '../src/list/types.ts'

/** The real list, and makers of small ones, for tests of looking advertisers up. */

export const FOLDER = new URL('../lists/', import.meta.url)
const FILE = new URL('stop-hate-for-profit-2020.json', FOLDER)

export const realText = readFileSync(FILE, 'utf8')
export const real: ListFile = parseList('real', realText)

export const packedWords = readWords()
let opened: Lookup | undefined
/** Of the real list alone; compiled where a test asks it, which few do. */
export const realLookup: Lookup = { find: (clues) => (opened ??= open(real)).find(clues) }
export const words = openTable(packedWords)
export const normaliseName = (name: string) => normalise(name, words)
export const nameKey = (name: string) => keyOf(name, words)

export const NOTHING: AdvertiserClues = { name: null, page: null, domain: null, landing: null }
/** A name that is nobody's. */
export const ODD_NAME = 'Zyxomatic Frobnicator'

export function entry(name: string, change: Partial<ListFileEntry> = {}): ListFileEntry {
  return {
    id: nameKey(name).replaceAll(' ', '-') || 'entry', name, aliases: [], domains: [], handles: {}, kind: 'company', industry: null, country: null, parent: null,
    brands_named_in_sources: [], status: 'joined', statement: 'It joined', badge_ok: true, scope: null, scope_short: null, announced: null, from: null, until: null,
    until_kind: 'unknown', duration: null, confidence: 'high', from_memory: false, match_risk: 'normal', sources: ['source'], note: null, ...change,
  }
}

export type LookAlike = ListFile['not_the_same'][number]

export function lookAlike(name: string, confusable_with: string, domain: string | null = null): LookAlike {
  return { name, confusable_with, domain, relation: 'unrelated' }
}

export function listOf(id: string, entries: ListFileEntry[], notTheSame: LookAlike[] = []): ListFile {
  return { ...real, id, entries, not_the_same: notTheSame }
}

export function open(...files: ListFile[]): Lookup {
  return openIndex(compileLists(files, packedWords, 'hash').index)
}

export interface Found {
  name: string
  level: MatchLevel
  /** Kinds of evidence and what was read. */
  evidence: Record<string, string>
}

/** Looks up in lists whose files are known, so that what is found has a name. */
function lookUp(lookup: Lookup, files: readonly ListFile[], clues: Partial<AdvertiserClues>): Found[] {
  return lookup.find({ ...NOTHING, ...clues }).map(({ list, entry, level, evidence }) => ({
    name: files.find(({ id }) => id === list.id)?.entries[entry]?.name ?? `entry ${entry}`,
    level,
    evidence: Object.fromEntries(evidence.map(([kind, value]) => [EVIDENCE_KINDS[kind] ?? kind, value ?? ''])),
  }))
}

/** For one lookup: what it finds, and in one word how. */
export function finder(...files: ListFile[]) {
  const lookup = open(...files)
  return { lookup, ...questions(lookup, files) }
}

function questions(lookup: Lookup, files: readonly ListFile[]) {
  const match = (clues: Partial<AdvertiserClues>) => lookUp(lookup, files, clues)
  return {
    match,
    /** Names of the entries found. */
    found: (clues: Partial<AdvertiserClues>) => match(clues).map(({ name }) => name),
    /** "certain Ford Motor Company", "nobody" */
    answer: (clues: Partial<AdvertiserClues>) => match(clues).map(({ name, level }) => `${level} ${name}`).join(', ') || 'nobody',
  }
}

export const inReal = questions(realLookup, [real])

/** What look-alikes are called without their remark: "Raleigh (bicycles)". */
export function withoutRemark(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '')
}

/** Of both kinds: names of a list's entries with all under which they are known. */
export function namesOf({ name, aliases }: Pick<ListFileEntry, 'name' | 'aliases'>): string[] {
  return [name, ...aliases]
}
