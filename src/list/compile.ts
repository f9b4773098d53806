import { buildTable } from './build-table.ts'
import { COUNTRY_ENDINGS } from './country-endings.ts'
import { nameKey } from './name-key.ts'
import { atOnce, forEach, type Steps } from '../shared/steps.ts'
import { joinInitials, NOBODY } from './names.ts'
import { normaliseName, pageKey } from './normalise.ts'
import { ListError, type ListFile, type ListFileEntry } from './schema.ts'
import { openTable, type PackedTable, type Table } from './table.ts'
import type { BadgeEntry, CompiledEntries, CompiledIndex, CompiledRecords, EntryRecord, ListIndex, ListKey } from './types.ts'

/** All that is made of the list files. */
export interface CompiledLists {
  /** What a page looks advertisers up in. */
  index: CompiledIndex
  /** What labels are written from. */
  entries: CompiledEntries
  /** What a card shows. */
  records: CompiledRecords
}

/** Endings under which an organisation has its first page; a country's ending may take their place. */
const FIRST_ENDINGS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'eu', ...COUNTRY_ENDINGS])

/**
 * Compiles checked list files.
 * @param words the table of words that all lists share, see words.ts
 * @param hash fingerprint of the input, stored in each part
 * @throws ListError when two entries of a list claim the same name, page or domain
 */
export function compileLists(files: readonly ListFile[], words: PackedTable, hash: string): CompiledLists {
  const table = openTable(words)
  return {
    index: { format: 2, hash, words, lists: files.map((file) => compileIndex(file, listKeys(file, table))) },
    entries: { format: 2, hash, entries: Object.fromEntries(files.map((file) => [file.id, file.entries.map(badgeEntry)])) },
    records: { format: 1, hash, records: files.flatMap((file) => file.entries.map((entry) => compileRecord(file, entry))) },
  }
}

/** @param keys as {@link listKeys} has them */
export function compileIndex(file: ListFile, keys: ReadonlyMap<string, string>): ListIndex {
  return {
    id: file.id,
    campaign: file.campaign.name,
    launched: file.campaign.launched,
    windowFrom: file.campaign.window_from,
    windowUntil: file.campaign.window_until,
    updated: file.updated,
    claimedParticipants: file.campaign.claimed_participants,
    platforms: file.campaign.platforms,
    platformName: file.campaign.platform_name,
    size: file.entries.length,
    keys: buildTable(keys),
  }
}

/** What labels are written from. */
export function badgeEntry(entry: ListFileEntry): BadgeEntry {
  return {
    id: entry.id,
    name: entry.name,
    status: entry.status,
    ...(entry.claim && { claim: entry.claim }),
    badgeOk: entry.badge_ok,
    ...(isPolitical(entry.kind) && { political: true as const }),
    ...(entry.scope_short && { scope: entry.scope_short }),
    ...(entry.announced && { announced: entry.announced }),
    ...(entry.from && { from: entry.from }),
    // An end that was only expected is told on the card, as such.
    ...(entry.until && entry.until_kind !== 'expected' && { until: entry.until }),
    untilKind: entry.until_kind,
  }
}

/** Parties and campaigns: kept in the data, never labelled. */
export function isPolitical(kind: ListFileEntry['kind']): boolean {
  return kind.startsWith('political-')
}

/**
 * Keys and values as {@link ListKey} has them.
 * @param words the table of words that all lists share, see words.ts
 * @throws ListError when two entries claim the same name, page or domain
 */
export function listKeys(file: ListFile, words: Table): Map<string, string> {
  return atOnce(listKeysInSteps(file, words))
}

/** The same with pauses. */
export function* listKeysInSteps(file: ListFile, words: Table): Steps<Map<string, string>> {
  const keys = new Map<string, string>()
  const owners = new Map<string, number>()
  const faults: string[] = []
  const add = (kind: ListKey, key: string, number: number, what: string) => {
    const owner = owners.get(kind + key)
    if (owner !== undefined && owner !== number) faults.push(`entry "${file.entries[number]?.name}": ${what} also belongs to "${file.entries[owner]?.name}"`)
    if (key === '' || owner !== undefined) return
    owners.set(kind + key, number)
    keys.set(kind + key, `${kind === 'n' ? flagsOf(file.entries[number]) : ''}${written(number)}`)
  }
  yield* forEach(file.entries, (entry, number) => {
    for (const name of [entry.name, ...entry.aliases]) for (const form of formsOf(name, words)) add('n', form, number, `the name "${name}"`)
    for (const domain of entry.domains) add('d', domain, number, `the domain "${domain}"`)
    for (const [platform, handles = []] of Object.entries(entry.handles)) {
      for (const handle of handles) add('p', pageKey(handle, platform).slice(1), number, `the page "${handle}"`)
    }
  })
  if (faults.length > 0) throw new ListError(file.id, faults)
  yield
  for (const [label, number] of labelsOf(file)) keys.set(`l${label}`, written(number))
  for (const other of file.not_the_same) {
    for (const name of [other.name, withoutRemark(other.name)]) {
      for (const form of formsOf(name, words)) {
        // "Stuff (UK magazine)" must not block the entry that is called "Stuff", nor "Merck KGaA" block "Merck".
        if (form !== '' && !owners.has(`n${form}`)) keys.set(`n${form}`, NOBODY)
      }
    }
    if (other.domain !== null && !owners.has(`d${other.domain}`)) keys.set(`d${other.domain}`, NOBODY)
  }
  return keys
}

/**
 * The keys of a name: as it is compared, and whole, as addresses of pages have it ("thebodyshop",
 * "fordmotorcompany"); a legal form may also be all that tells two apart ("Merck KGaA", "Merck & Co.").
 */
function formsOf(name: string, words: Table): Set<string> {
  const whole = joinInitials(normaliseName(name, words))
  const forms = new Set([nameKey(name, words), whole])
  if (/^the\s/i.test(name) && !whole.startsWith('the ')) forms.add(`the ${whole}`)
  return forms
}

/** In capitals, which no flag is. */
function written(number: number): string {
  return number.toString(36).toUpperCase()
}

function flagsOf(entry: ListFileEntry | undefined): string {
  return `${entry?.match_risk === 'high' ? 'h' : ''}${entry?.tails === false ? 't' : ''}`
}

/** The labels under which other countries' endings agree with an entry's own domain, where they are one entry's. */
function labelsOf(file: ListFile): Map<string, number> {
  const labels = new Map<string, number>()
  const shared = new Set<string>()
  for (const [number, entry] of file.entries.entries()) {
    if (entry.tails === false) continue
    for (const domain of entry.domains) {
      const [label = '', ...rest] = domain.split('.')
      if (!FIRST_ENDINGS.has(rest.join('.'))) continue
      if ((labels.get(label) ?? number) !== number) shared.add(label)
      labels.set(label, number)
    }
  }
  for (const label of shared) labels.delete(label)
  return labels
}

/** Names of look-alikes carry a remark for readers: "Raleigh (bicycles)". */
function withoutRemark(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '')
}

/** What a card shows of an entry. */
export function compileRecord(file: ListFile, entry: ListFileEntry): EntryRecord {
  return {
    listId: file.id,
    campaign: file.campaign.name,
    listUpdated: file.updated,
    id: entry.id,
    name: entry.name,
    statement: entry.statement,
    status: entry.status,
    badgeOk: entry.badge_ok,
    scope: entry.scope,
    announced: entry.announced,
    from: entry.from,
    until: entry.until,
    duration: entry.duration,
    untilKind: entry.until_kind,
    confidence: entry.confidence,
    note: entry.note,
    later: (entry.later ?? []).map((found) => found.finding),
    sources: [...new Set([...entry.sources, ...(entry.later ?? []).flatMap((found) => found.sources)])].flatMap((id) => {
      const source = file.sources[id]
      return source ? [{ title: source.title, url: source.url, date: source.date }] : []
    }),
  }
}
