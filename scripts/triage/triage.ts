import type { Lookup } from '../../src/list/types.ts'
import { nameKey } from '../../src/list/name-key.ts'
import type { ListFile, ListFileEntry } from '../../src/list/schema.ts'
import type { Table } from '../../src/list/table.ts'
import { pageOf } from '../page-address.ts'
import { daysOf, draftOf, nameOf, sourcesOf } from './draft.ts'
import { byAdvertiser, once } from './merge.ts'
import type { Report } from './read-reports.ts'

/** What is on record already, to look reports up in. */
export interface OnRecord {
  lists: readonly ListFile[]
  /** Of these lists. */
  lookup: Lookup
  words: Table
}

/** One advertiser, entry or site, and what was reported of it. */
export interface Summary {
  name: string
  reports: number
  days: { first: string; last: string } | null
  /** More that is known, by its name. */
  facts: Record<string, string[]>
  /** What reporters wrote. */
  notes: string[]
}

export interface Triage {
  /** How many reports there were, and how many of them the same again. */
  counts: { reports: number; again: number }
  /** What goes into a list once a keeper has worked on it. */
  drafts: ListFileEntry[]
  missing: (Summary & { outcome: string })[]
  mistakes: Summary[]
  broken: Summary[]
}

/** Puts reports in order. */
export function triage(all: readonly Report[], onRecord: OnRecord): Triage {
  const reports = once(all)
  const of = (kind: Report['kind']) => reports.filter((report) => report.kind === kind)
  const ids = new Set(onRecord.lists.flatMap(({ entries }) => entries.map(({ id }) => id)))
  const drafts: ListFileEntry[] = []
  const missing = byAdvertiser(of('missing'), onRecord.words).map((group) => {
    const entry = entryOf(group, onRecord)
    const draft = entry === null ? draftOf(group, onRecord.words, ids) : null
    if (draft) drafts.push(draft)
    const facts = { pages: linesOf(group, 'page'), domains: linesOf(group, 'domain'), sources: sourcesOf(group) }
    return { ...summary(nameOf(group, onRecord.words) ?? '(no name)', group, facts), outcome: entry ?? (draft ? `draft ${draft.id}` : 'no draft: nothing that can be a name') }
  })
  return {
    counts: { reports: reports.length, again: all.length - reports.length },
    drafts,
    missing: mostFirst(missing),
    mistakes: mostFirst(grouped(of('mistake'), ({ lines }) => lines.entry ?? lines.advertiser ?? '(no name)').map(([name, group]) => summary(name, group, { lists: linesOf(group, 'list'), labels: linesOf(group, 'label'), advertisers: linesOf(group, 'advertiser') }))),
    broken: mostFirst(grouped(of('broken'), ({ lines }) => lines.site ?? '(no site)').map(([name, group]) => summary(name, group, { versions: linesOf(group, 'version'), checks: linesOf(group, 'check'), languages: linesOf(group, 'language') }))),
  }
}

/** Which entry has an advertiser already, in words; null for one that is on no list. */
function entryOf(group: readonly Report[], { lists, lookup, words }: OnRecord): string | null {
  for (const { lines } of group) {
    const [match] = lookup.find({ name: lines.advertiser ?? null, page: lines.page ? pageOf(lines.page) : null, domain: lines.domain ?? null, landing: null })
    const entry = match && lists.find(({ id }) => id === match.list.id)?.entries[match.entry]
    if (match && entry) return `on record (${match.level}): ${entry.name}, ${match.list.id}`
  }
  const keys = new Set(group.map(({ lines }) => nameKey(lines.advertiser ?? '', words)).filter(Boolean))
  // The same name with another address is for a keeper to tell apart: a second entry of that name would be refused.
  for (const { id, entries } of lists) {
    const same = entries.find(({ name, aliases }) => [name, ...aliases].some((one) => keys.has(nameKey(one, words))))
    if (same) return `another of this name is on record: ${same.name}, ${id}`
  }
  return null
}

function summary(name: string, reports: readonly Report[], facts: Record<string, string[]>): Summary {
  const notes = [...new Set(reports.map(({ lines }) => lines.note ?? ''))].filter(Boolean)
  return { name, reports: reports.length, days: daysOf(reports), facts, notes }
}

function linesOf(reports: readonly Report[], line: 'page' | 'domain' | 'list' | 'label' | 'advertiser' | 'version' | 'check' | 'language'): string[] {
  return [...new Set(reports.map(({ lines }) => lines[line] ?? ''))].filter(Boolean)
}

function grouped(reports: readonly Report[], nameOf: (report: Report) => string): [string, Report[]][] {
  const groups = new Map<string, Report[]>()
  for (const report of reports) {
    const group = groups.get(nameOf(report))
    if (group) group.push(report)
    else groups.set(nameOf(report), [report])
  }
  return [...groups]
}

function mostFirst<Item extends Summary>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => b.reports - a.reports)
}
