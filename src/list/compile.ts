import { LEGAL_FORMS } from './legal-forms.ts'
import { foldName, normaliseName as normalise, normalisePage } from './normalise.ts'
import { PLATFORMS } from './platforms.ts'
import { ListError, type ListFile, type ListFileEntry } from './schema.ts'
import type { BadgeEntry, CompiledIndex, CompiledRecords, EntryRecord, KeyKind, ListIndex } from './types.ts'

/**
 * Compiles checked list files into what a page loads (index) and what a card shows (records).
 * @param hash fingerprint of the input, stored in both
 * @throws ListError when two entries of a list claim the same name, page or domain
 */
export function compileLists(files: readonly ListFile[], hash: string): { index: CompiledIndex; records: CompiledRecords } {
  return {
    index: { format: 1, hash, platforms: [...PLATFORMS], legalForms: [...LEGAL_FORMS], lists: files.map(compileIndex) },
    records: { format: 1, hash, records: files.flatMap((file) => file.entries.map((entry) => compileRecord(file, entry))) },
  }
}

const normaliseName = (name: string) => normalise(name, LEGAL_FORMS)

function compileIndex(file: ListFile): ListIndex {
  return {
    id: file.id,
    campaign: file.campaign.name,
    launched: file.campaign.launched,
    windowFrom: file.campaign.window_from,
    windowUntil: file.campaign.window_until,
    updated: file.updated,
    claimedParticipants: file.campaign.claimed_participants,
    entries: file.entries.map(badgeEntry),
    keys: [...keysOf(file)].map(([key, entry]) => `${key}\t${entry}`).join('\n'),
  }
}

function badgeEntry(entry: ListFileEntry): BadgeEntry {
  return {
    id: entry.id,
    name: entry.name,
    status: entry.status,
    ...(entry.claim && { claim: entry.claim }),
    badgeOk: entry.badge_ok,
    ...(entry.kind.startsWith('political-') && { political: true as const }),
    ...(entry.match_risk === 'high' && { highRisk: true as const }),
    ...(entry.scope_short && { scope: entry.scope_short }),
    ...(entry.announced && { announced: entry.announced }),
    ...(entry.from && { from: entry.from }),
    // An end that was only expected is told on the card, as such.
    ...(entry.until && entry.until_kind !== 'expected' && { until: entry.until }),
    untilKind: entry.until_kind,
  }
}

function keysOf(file: ListFile): Map<string, number> {
  const keys = new Map<string, number>()
  const faults: string[] = []
  const add = (kind: KeyKind, key: string, number: number, what: string) => {
    if (key === '') return
    const other = keys.get(kind + key)
    if (other === undefined) keys.set(kind + key, number)
    else if (other !== number) faults.push(`entry "${file.entries[number]?.name}": ${what} also belongs to "${file.entries[other]?.name}"`)
  }
  for (const [number, entry] of file.entries.entries()) {
    for (const name of [entry.name, ...entry.aliases]) add('n', normaliseName(name), number, `the name "${name}"`)
    for (const domain of entry.domains) add('d', domain, number, `the domain "${domain}"`)
    for (const handle of entry.handles.facebook ?? []) add('p', normalisePage(handle), number, `the page "${handle}"`)
  }
  if (faults.length > 0) throw new ListError(file.id, faults)
  const own = new Set(file.entries.flatMap((entry) => [entry.name, ...entry.aliases]).flatMap((name) => [foldName(name), normaliseName(name)]))
  for (const [number, other] of file.not_the_same.entries()) {
    for (const name of [other.name, withoutRemark(other.name)]) {
      // "Stuff (UK magazine)" must not block the entry that is called "Stuff".
      const normal = normaliseName(name)
      if (normal !== '' && !keys.has(`n${normal}`)) keys.set(`x${normal}`, number)
      const folded = foldName(name)
      if (folded !== '' && !own.has(folded)) keys.set(`x${folded}`, number)
    }
    if (other.domain !== null && !keys.has(`d${other.domain}`)) keys.set(`y${other.domain}`, number)
  }
  return keys
}

/** Names of look-alikes carry a remark for readers: "Raleigh (bicycles)". */
function withoutRemark(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '')
}

function compileRecord(file: ListFile, entry: ListFileEntry): EntryRecord {
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
