/** What the data of a list looks like once compiled, and what a look-up answers. */

/** What an entry's sources say the organisation did. */
export type Status = 'joined' | 'paused-unclear' | 'paused-independently' | 'reported-quietly-paused'

/** Set where the status alone would claim more than the entry's sources do. */
export type Claim = 'reported' | 'stopped-posting' | 'stopped-earlier'

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
  /** Short or common name: a name alone is refused when the ad links elsewhere. */
  highRisk?: true
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
  windowUntil: PartialDate
  /** Day of the data, `YYYY-MM-DD`. */
  updated: PartialDate
  /** What the organisers claimed, in words. */
  claimedParticipants: string
  entries: BadgeEntry[]
  /**
   * One line a key: `KIND` `KEY` TAB `ENTRY NUMBER`, kinds as in {@link KeyKind}.
   * A single string, because it is stored and cloned far faster than an object of keys.
   */
  keys: string
}

/** n: name or alias · p: page handle or id · d: domain · x: name of a look-alike · y: its domain. */
export type KeyKind = 'n' | 'p' | 'd' | 'x' | 'y'

export interface CompiledIndex {
  format: 1
  /** Hash of the content, to tell whether a stored copy is this one. */
  hash: string
  /** Hosts on which anybody has a page: they decide nothing. Here, so that pages load it as data. */
  platforms: string[]
  /** Last words that names are compared without. */
  legalForms: string[]
  lists: ListIndex[]
}

/** What a site read off an ad; the list knows no more of it. Any part may be missing. */
export interface AdvertiserClues {
  name: string | null
  /** Page slug or numeric id. */
  page: string | null
  /** Domain printed on the ad. */
  domain: string | null
  /** Address that the ad leads to. */
  landing: string | null
}

export interface MatchEvidence {
  by: 'name' | 'page' | 'domain'
  value: string
}

/** One list's record about an advertiser. */
export interface Match {
  list: ListIndex
  entry: BadgeEntry
  evidence: MatchEvidence[]
}

/**
 * Answers at once and never throws. Lists too large for a page (above some 20,000 entries)
 * will put a filter behind this same interface and ask the background in batches.
 */
export interface Lookup {
  readonly lists: readonly ListIndex[]
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
