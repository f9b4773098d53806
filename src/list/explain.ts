import type { NearName } from './near-names.ts'
import { nearSpellings } from './near-spellings.ts'
import { type LookAlike, type OwnedName } from './name-owners.ts'
import { NOBODY } from './names.ts'
import type { ListFile, ListFileEntry } from './schema.ts'
import { type OpenList, openList, type Situation, situationOf } from './situation.ts'
import type { AdvertiserClues, CompiledIndex } from './types.ts'

/** Whom an advertiser came near to without getting the record: an entry or look-alike by name; or which clue, as "the link". And why. */
export type NearMiss = NearName

/** More than these nobody reads. */
const MOST = 10

const RELATIONS: Record<LookAlike['relation'], string> = {
  unrelated: 'is on record as unrelated to',
  'affiliated-but-separate': 'is on record as affiliated with, but separate from',
  'named-venue-or-event': 'is on record as a venue or event, and not',
}
const RISKY = 'the name is short or common (match_risk: high)'
const TAILLESS = 'with anything after it this name is somebody else’s (tails: false)'

/**
 * Says whom a list refused an advertiser to be, and why; of the entry that it found, nothing.
 * @param index compiled of this list alone
 * @param toUnicode spells out a host's punycode
 * @returns a function of an advertiser's clues that gives the most telling first, each once, at most ten
 */
export function explainer(file: ListFile, index: CompiledIndex, toUnicode: (host: string) => string): (clues: AdvertiserClues) => NearMiss[] {
  const list = openList(file, index)
  return (clues) => {
    const now = situationOf(clues, list)
    const near = [lookAlikes(now, list), political(now), contradictions(now), refusedNames(now), refusedSlugs(now), takenAway(now, list), links(now, list), siblings(now, list)]
    return tidy([...near.flat(), ...nearSpellings(now, list, toUnicode)], now.found)
  }
}

function lookAlikes({ named, slug, listed }: Situation, { file, keys }: OpenList): NearMiss[] {
  const by = new Map<LookAlike, string[]>()
  const add = (other: LookAlike | undefined, what: string) => other && by.set(other, [...(by.get(other) ?? []), what])
  for (const { other } of named?.owners ?? []) add(other, `the name is its name${named?.tail ? ` with “${named.tail}” after it` : ''}`)
  for (const { other } of slug?.owners ?? []) add(other, `the page’s address is its name run together${slug?.tail ? `, with “${slug.tail}” after it` : ''}`)
  if (listed !== undefined && keys.get(`d${listed}`)?.value === NOBODY) {
    for (const other of file.not_the_same) if (other.domain === listed) add(other, `the link leads to its domain ${listed}`)
  }
  return [...by].map(([other, whats]) => ({ about: other.name, reason: `${RELATIONS[other.relation]} ${other.confusable_with}; ${whats.join(', and ')}` }))
}

function political({ found, alone }: Situation): NearMiss[] {
  return [...new Set([found, ...Object.values(alone)])].flatMap((entry) => (entry?.kind.startsWith('political-') ? [{ about: entry.name, reason: 'is kept in the data, but parties and campaigns are never labelled' }] : []))
}

function contradictions({ found, alone }: Situation): NearMiss[] {
  const pointing = Object.entries(alone).flatMap(([clue, entry]) => (entry ? [[clue, entry] as const] : []))
  return pointing.flatMap(([clue, entry]) => {
    const others = pointing.filter(([, other]) => other !== entry).map(([other, { name }]) => `the ${other} to ${name}`)
    return entry === found || others.length === 0 ? [] : [{ about: entry.name, reason: `the ${clue} points to it, but ${others.join(' and ')}` }]
  })
}

/** Names on record that don't count even alone, because of what stands after them or of their spaces. */
function refusedNames({ clues, read, named, alone }: Situation): NearMiss[] {
  if (clues.name && read === '') return [{ about: 'the name', reason: 'has nothing to read in it, or is longer than any real name' }]
  if (!named || alone.name) return []
  return named.owners.flatMap(({ entry, key }) => (entry ? [{ about: entry.name, reason: whyNotNamed(entry, key, named) }] : []))
}

function whyNotNamed(entry: ListFileEntry, key: string, named: OwnedName): string {
  const what = isWhole(named) ? `the name is “${key}” but for its spaces` : `the name is “${key}” with “${named.tail}” after it`
  if (entry.tails === false && !isWhole(named)) return `${what}, and ${TAILLESS}`
  if (entry.match_risk === 'high') return `${what}, and ${RISKY}${named.spaces === 0 ? ', so that only a country may follow it' : ''}`
  return `${what}: it has spaces where the name on record has none`
}

function refusedSlugs({ slug, alone }: Situation): NearMiss[] {
  if (!slug || alone.page) return []
  const what = `the page’s address is its name run together${slug.tail ? `, with “${slug.tail}” after it` : ''}`
  return slug.owners.flatMap(({ entry }) => {
    if (!entry) return []
    const why = entry.tails === false && slug.tail ? TAILLESS : entry.match_risk === 'high' ? `${RISKY}, so that says nothing` : 'only a country or “official” may follow it there'
    return [{ about: entry.name, reason: `${what}, but ${why}` }]
  })
}

/** What would count alone, had the ad no link. */
function takenAway({ clues, alone, found, named, host }: Situation, { find }: OpenList): NearMiss[] {
  if (host === null) return []
  const where = host === '' ? 'the link can’t be read' : `the link leads elsewhere, to ${host}`
  return (['name', 'page'] as const).flatMap((clue) => {
    const entry = alone[clue]
    if (!entry || entry === found || find({ domain: clues.domain, landing: clues.landing, [clue]: clues[clue] }) === entry) return []
    const written = named && !isWhole(named) ? `the name with “${named.tail}” after it is a weak clue` : 'the name, written with other spaces, is a weak clue'
    const weak = clue === 'page' ? 'the page’s address, which is its name run together, is a weak clue' : entry.match_risk === 'high' ? RISKY : written
    return [{ about: entry.name, reason: `${weak}, and ${where}` }]
  })
}

function links({ clues, leads, printed }: Situation, { find }: OpenList): NearMiss[] {
  const read = [['the link', clues.landing, leads], ['the domain', clues.domain, printed]] as const
  const useless = read.flatMap(([about, link, to]) => {
    if (!link || to) return []
    return [{ about, reason: to === '' ? 'can’t be read as an address' : 'leads to a platform, or through a redirector that doesn’t tell where: it decides nothing' }]
  })
  const claimed = leads ? find({ domain: clues.domain }) : undefined
  return claimed && claimed !== find({ landing: clues.landing }) ? [...useless, { about: claimed.name, reason: `its domain is printed on the ad, but the link leads to ${leads}` }] : useless
}

function siblings({ sibling, alone }: Situation, { file }: OpenList): NearMiss[] {
  const entry = sibling && !alone.link && file.entries[sibling.entry]
  return entry ? [{ about: entry.name, reason: `${sibling.domain} is its domain under another country’s ending: that agrees with a name, but is no evidence by itself` }] : []
}

/** Whether nothing but legal forms stands after a name. */
function isWhole({ kinds }: OwnedName): boolean {
  return /^[fk]*$/.test(kinds)
}

/** Each once, nothing of the entry that was found but that it gets no label, and of one no more than three. */
function tidy(misses: readonly NearMiss[], found: ListFileEntry | undefined): NearMiss[] {
  const kept: NearMiss[] = []
  for (const miss of misses) {
    const same = kept.filter(({ about }) => about === miss.about)
    const isFound = miss.about === found?.name && !found.kind.startsWith('political-')
    if (!isFound && same.length < 3 && !same.some(({ reason }) => reason === miss.reason)) kept.push(miss)
  }
  return kept.slice(0, MOST)
}
