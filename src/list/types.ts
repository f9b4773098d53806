import type { PackedTable } from './table.ts'

/** What the data of a list looks like once compiled, and what a look-up answers. */

/** What an entry's sources say the organisation did. */
export type Status = 'joined' | 'paused-unclear' | 'paused-independently' | 'reported-quietly-paused'

/** Set where the status alone would claim more than the entry's sources do. */
export type Claim = 'reported' | 'advised' | 'stopped-posting' | 'stopped-earlier'

/** How an entry's end date is known. `campaign-default`: the campaign's month was assumed. */
export type UntilKind =
  | 'stated-end'
  | 'at-least'
  | 'resumed'
  | 'extended'
  | 'expected'
  | 'indefinite'
  | 'campaign-default'
  | 'unknown'

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string

/** The part of an entry that a badge needs; small, because every page loads all of them. */
export interface BadgeEntry {
  id: string
  name: string
  status: Status
  claim?: Claim
  badgeOk: boolean
  /** Kept in the data, never labelled. */
  political?: true
  scope?: string
  announced?: PartialDate
  from?: PartialDate
  until?: PartialDate
  untilKind: UntilKind
}

export interface ListIndex {
  id: string
  campaign: string
  launched: PartialDate
  windowFrom: PartialDate
  /** null where no end was set: whether anything still holds isn't known. */
  windowUntil: PartialDate | null
  /** Day of the data, `YYYY-MM-DD`. */
  updated: PartialDate
  /** What the organisers claimed, in words; null where nobody did. */
  claimedParticipants: string | null
  /** Ids of the platforms whose ads it is about. */
  platforms: readonly string[]
  /** As labels name the platform. */
  platformName: string
  /** According to whom, where it isn't the build's own list. */
  accordingTo?: string
  /** How many entries it has. */
  size: number
  /** Of {@link ListKey}s. */
  keys: PackedTable
  /** Where the background keeps a list that is too large for pages: the key of its source, and its place there. Its `keys` are none then. */
  shards?: readonly [source: string, list: number]
}

/**
 * The first letter of a list's keys; the rest is, in its compared form, for
 * `n` a name, alias or name of a look-alike · `p` a page handle or id, after its platform and a slash where that isn't Facebook · `d` a domain · `l` the label of a
 * domain that a country's ending may follow (`ford` of `ford.com`). Lists too large for pages have `i`, an entry's id, as well.
 * The value is an entry's place in its list, to the base of 36 in capitals, after `h` for high risk and `t` for no tails; or `x`, nobody.
 */
export type ListKey = 'n' | 'p' | 'd' | 'l'

/**
 * The first letter of the keys that all lists share: `t` a word after a name, its value a {@link TailKind} ·
 * `p` a platform's host · `r` host and first path segment of a redirector, its value the parameters · `f` a letter, its value plain letters · `c` a country's ending.
 */
export type WordKey = 't' | 'p' | 'r' | 'c' | 'f'

/** c country · w its code, weak · r region · l language · d department · o "official" · f legal form · k "and", "in", … */
export type TailKind = 'c' | 'w' | 'r' | 'l' | 'd' | 'o' | 'f' | 'k'

export interface CompiledIndex {
  format: 2
  /** Tells whether a stored copy is made of the same. */
  hash: string
  /** Of {@link WordKey}s. */
  words: PackedTable
  lists: ListIndex[]
}

/** By list, what is needed to write labels. */
export interface CompiledEntries {
  format: 2
  hash: string
  entries: Record<string, BadgeEntry[]>
}

/** What a site read off an ad; the list knows no more of it. Any part may be missing. */
export interface AdvertiserClues {
  name: string | null
  /** Page slug, handle or numeric id. */
  page: string | null
  /** Whose page it is, as in an entry's `handles`; Facebook's where it isn't given. */
  platform?: string
  /** Domain printed on the ad. */
  domain: string | null
  /** Address that the ad leads to. */
  landing: string | null
}

/** `certain`: could be printed as it is. `likely`: is worded as such wherever it is shown. */
export type MatchLevel = 'certain' | 'likely'

/**
 * What speaks for an entry: the page's id or handle · the name · the domain that the ad leads to · a tail, the name and
 * a country or the like after it, or '' where only its spaces are others · the slug, the name run together · a sibling,
 * its domain under another country's ending. And against it: elsewhere, the domain that is not the entry's.
 */
export const EVIDENCE_KINDS = ['page', 'name', 'domain', 'tail', 'slug', 'sibling', 'elsewhere'] as const

/** The place of its kind in {@link EVIDENCE_KINDS}, and what was read, as it stood there; '' where it can't be read. */
export type MatchEvidence = readonly [kind: number, value: string | null | undefined]

/** One list's record about an advertiser. */
export interface Match {
  list: ListIndex
  /** The entry's place in the list. */
  entry: number
  level: MatchLevel
  evidence: MatchEvidence[]
}

/** Answers at once and never throws. */
export interface Lookup {
  find(clues: AdvertiserClues): Match[]
}

export interface SourceRecord {
  title: string
  url: string
  date: PartialDate | null
}

/** Everything that a card shows of an entry. */
export interface EntryRecord {
  listId: string
  campaign: string
  listUpdated: PartialDate
  id: string
  name: string
  statement: string | null
  status: Status
  badgeOk: boolean
  scope: string | null
  announced: PartialDate | null
  from: PartialDate | null
  until: PartialDate | null
  duration: string | null
  untilKind: UntilKind
  confidence: 'high' | 'medium' | 'low'
  note: string | null
  later: string[]
  sources: SourceRecord[]
}

export interface CompiledRecords {
  format: 1
  hash: string
  records: EntryRecord[]
}
