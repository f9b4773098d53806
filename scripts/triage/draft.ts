import { CONTROL_CHARACTERS } from '../../src/distribution/hidden-characters.ts'
import { isPublicSuffix } from '../../src/distribution/public-suffix.ts'
import { nameKey } from '../../src/list/name-key.ts'
import { type ListFile, type ListFileEntry, parseList } from '../../src/list/schema.ts'
import type { Table } from '../../src/list/table.ts'
import { webUrl } from '../../src/shared/web-url.ts'
import { pageOf } from '../page-address.ts'
import { ownDomain } from './merge.ts'
import type { Report } from './read-reports.ts'

const LONGEST_NAME = 150
const MOST_SOURCES = 10
const LONGEST_SOURCE = 150
/** A page's name or number; what else may stand in an address is none. */
const SLUG = /^[\p{L}\p{N}._-]{1,100}$/u
const HIDDEN = new RegExp(CONTROL_CHARACTERS.source, 'gu')

/**
 * An entry of what was reported about one advertiser. It says what reports say, claims nothing, and is never labelled
 * until a keeper has found a source and said so.
 * @param ids those that are taken; this one's is added
 * @returns null where nothing in the reports can be a name
 */
export function draftOf(reports: readonly Report[], words: Table, ids: Set<string>): ListFileEntry | null {
  const name = nameOf(reports, words)
  if (name === null) return null
  const draft: ListFileEntry = {
    id: freeId(name, words, ids),
    name,
    aliases: [],
    domains: distinct(reports.map(({ lines }) => ownDomain(lines.domain ?? '', words))).filter((domain) => !isPublicSuffix(domain)),
    handles: {},
    kind: 'company',
    industry: null,
    country: null,
    parent: null,
    brands_named_in_sources: [],
    status: 'reported-quietly-paused',
    statement: null,
    badge_ok: false,
    scope: null,
    scope_short: null,
    announced: null,
    from: null,
    until: null,
    until_kind: 'unknown',
    duration: null,
    confidence: 'low',
    from_memory: false,
    match_risk: 'normal',
    sources: [],
    note: noteOf(reports, name, words),
  }
  const pages = distinct(reports.map(({ lines }) => pageOf(lines.page || null) ?? '')).filter((page) => SLUG.test(page))
  if (pages.length > 0) draft.handles = { facebook: pages }
  // What a list doesn't take is left to the reports.
  draft.domains = draft.domains.filter((domain) => isTaken({ ...draft, handles: {}, domains: [domain] }))
  if (!isTaken(draft)) draft.handles = {}
  return isTaken(draft) ? draft : null
}

/** The name that most reports have. */
export function nameOf(reports: readonly Report[], words: Table): string | null {
  const counts = new Map<string, number>()
  for (const { lines } of reports) {
    const name = visible(lines.advertiser ?? '')
    if (name.length <= LONGEST_NAME && nameKey(name, words) !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** Addresses that reporters gave as their sources, as far as they are any web page's. */
export function sourcesOf(reports: readonly Report[]): string[] {
  const words = reports.flatMap(({ lines }) => (lines.note ?? '').split(/[\s<>"'()[\]]+/).slice(0, 500))
  return distinct(words.map((word) => (/^https?:/i.test(word) ? withoutUser(webUrl(word.replace(/[.,;:!?]+$/, ''))) : '')))
}

/** First and last day; null where none is known. */
export function daysOf(reports: readonly Report[]): { first: string; last: string } | null {
  const days = reports.flatMap(({ day }) => day ?? []).toSorted()
  const [first] = days
  const last = days.at(-1)
  return first !== undefined && last !== undefined ? { first, last } : null
}

function noteOf(reports: readonly Report[], name: string, words: Table): string {
  const days = daysOf(reports)
  const when = days === null ? '' : days.first === days.last ? `, on ${days.first}` : `, first on ${days.first}, last on ${days.last}`
  const others = distinct(reports.map(({ lines }) => visible(lines.advertiser ?? '').slice(0, LONGEST_NAME))).filter((other) => nameKey(other, words) !== nameKey(name, words)).slice(0, 5)
  const sources = sourcesOf(reports).slice(0, MOST_SOURCES).map((source) => source.slice(0, LONGEST_SOURCE))
  const note = [
    `Draft from ${reports.length} ${reports.length === 1 ? 'report' : 'reports'}${when}.`,
    ...(others.length > 0 ? [`Also reported as: ${others.join('; ').slice(0, 300)}.`] : []),
    sources.length > 0 ? `Reporters’ sources, not checked: ${sources.join(' ')}` : 'No source was given.',
  ].join(' ')
  // Once more, as half a character may be left where something was cut.
  return visible(note.slice(0, 2_000))
}

function freeId(name: string, words: Table, ids: Set<string>): string {
  const plain = nameKey(name, words).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '') || 'reported'
  let id = plain
  for (let number = 2; ids.has(id); number++) id = `${plain}-${number}`
  ids.add(id)
  return id
}

/** Whether a list with this entry could be read. */
function isTaken(entry: ListFileEntry): boolean {
  try {
    parseList('draft', JSON.stringify({ ...AROUND, entries: [entry] }))
    return true
  } catch {
    return false
  }
}

const AROUND: ListFile = {
  format: 1,
  id: 'draft',
  updated: '2026-01-01',
  campaign: {
    name: 'Draft', hashtag: null, platforms: ['facebook'], platform_name: 'Facebook', target: 'Facebook', ask: null, launched: '2020-01-01', window_from: '2020-01-01', window_until: null, organisers: [], later_partners: [],
    claimed_participants: null, claimed_participants_source: null, participant_count_claims: [], trademark_note: null, sources: [],
  },
  entries: [],
  not_the_same: [],
  sources: {},
}

function withoutUser(url: URL | null): string {
  return url && url.username === '' && url.password === '' ? visible(url.href) : ''
}

/** Without what can't be seen, which lists refuse. */
function visible(text: string): string {
  return text.replace(HIDDEN, '').replace(/\s+/g, ' ').trim()
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '')
}
