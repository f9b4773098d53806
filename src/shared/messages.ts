import type { EntryRecord, MatchLevel, SourceRecord } from '../list/types.ts'
import type { Advertiser } from '../sites/types.ts'
import type { ProblemCode } from '../distribution/problem.ts'
import type { BadgeLabel, LabelledMatch, PageData, SitePart } from './page-data.ts'
import type { LogAdvertisers, LogFilter, LogRow, LogState, LogTotals } from './log.ts'
import type { Appearance, LabelStatus, Settings } from './settings.ts'

/**
 * Everything that crosses between page, extension pages and background, by name:
 * `[who may send it, what is sent, what comes back]`.
 */
export interface Messages {
  /** How many ads were seen in this tab, for the toolbar icon, and those since the last such message, for the log. */
  'tab:count': ['content', { ads: number; seen: SeenAd[] }, void]
  /** Asked when storage had none that could be read. */
  'page:data': ['content', { site: string }, { page: PageData; part: SitePart } | null]
  /** Whom advertisers are, where lists are too large for pages: by the sender's own keys what is on record, what is about this site first. null when lists can't be read. */
  'list:find': ['content', { site: string; advertisers: Record<string, Advertiser> }, Record<string, LabelledMatch[]> | null]
  /** How reading a site goes, since the last such message; `sinceAd` is null while no ad came. */
  'site:seen': ['content', { site: string; posts: number; unreadable: number; sinceAd: number | null }, void]
  'list:record': ['content', { list: string; entry: string }, EntryRecord | null]
  /** Brings the card's script into the tab that asks. */
  'script:load': ['content', 'card', void]
  /** Opens the report page about a label. */
  'report:open': ['content', ReportSubject, void]
  /** Opens the options page where a label of one's own is written about an advertiser. */
  'label:open': ['content', { name: string; domain: string | null }, void]

  'list:info': ['page', null, ListInfo]
  /** What lists have about a website's domain; null when they can't be read. */
  'list:domain': ['page', { domain: string }, DomainAnswer | null]
  /** Entries whose name has these words in it; null when lists can't be read. */
  'list:search': ['page', { text: string }, SearchAnswer | null]
  /** By site, how reading it went on this device. */
  'site:health': ['page', null, Record<string, SiteHealth>]
  /** The structure of one post of a tab's page, for a report; null where it can't be had. */
  'site:skeleton': ['page', { tabId: number }, SiteSkeleton | null]
  /** Begins to look for updates of one list or of all; how it goes is told by `list:info`. */
  'list:check': ['page', { source: string | null }, Outcome]
  /** Adds a list by address and key and begins to load it; its host's permission is held by then. */
  'subscription:add': ['page', { address: string; key: string }, Outcome & { id?: string }]
  'subscription:switch': ['page', { id: string; on: boolean }, Outcome]
  'subscription:remove': ['page', { id: string }, Outcome]
  /** null when they can't be read. */
  'own-label:list': ['page', null, OwnLabel[] | null]
  /** Adds a label, or changes the one of this id. */
  'own-label:save': ['page', OwnLabelDraft & { id: string | null }, Outcome]
  'own-label:delete': ['page', { id: string }, Outcome]
  /** Adds labels from a file; one about the same advertiser is replaced. */
  'own-label:import': ['page', { labels: OwnLabelDraft[] }, Outcome & { added?: number; replaced?: number }]
  'settings:change': ['page', SettingsChange, Outcome]
  'log:state': ['page', null, LogState | null]
  /** The newest first; `before` an id, or null to begin. null when they can't be read. */
  'log:rows': ['page', { filter: LogFilter; before: number | null; limit: number }, { rows: LogRow[]; more: boolean } | null]
  'log:totals': ['page', { filter: LogFilter }, LogTotals | null]
  'log:advertisers': ['page', { filter: LogFilter }, LogAdvertisers | null]
  'log:delete': ['page', { id: number }, Outcome]
  'log:clear': ['page', null, Outcome]
  /** Adds rows from a file; those that are there already are left out. */
  'log:import': ['page', { rows: Omit<LogRow, 'id'>[] }, Outcome & { added?: number }]
  /** All that is kept here but the log, whose rows are asked for by pages. */
  'data:export': ['page', null, KeptData | null]
  /** What has no settings leaves them as they are. Each part is tried, whatever comes of the others. */
  'data:import': ['page', DataToImport, Outcome & { failed?: PartFailure[] }]
  /** Deletes all that is kept and gives back access to sites. */
  'data:reset': ['page', null, Outcome]
  'follow:state': ['page', null, FollowState]
  /** What the report page was opened about. */
  'report:subject': ['page', { id: string }, ReportSubject | null]
  'report:keep': ['page', ReportDraft, Outcome & { report?: KeptReport }]
  /** null when they can't be read. */
  'report:list': ['page', null, KeptReport[] | null]
  'report:opened': ['page', { id: string }, Outcome]
  /** Begins to send it to the build's address, and goes on until it is received, refused or called off. */
  'report:send': ['page', { id: string }, Outcome]
  'report:call-off': ['page', { id: string }, Outcome]
  'report:delete': ['page', { id: string }, Outcome]

  /** Asked of a tab by an extension page. */
  'tab:ads': ['page-to-tab', null, TabAds]
}

export type MessageName = keyof Messages
export type SentBy<Sender> = { [Name in MessageName]: Messages[Name][0] extends Sender ? Name : never }[MessageName]
export type Payload<Name extends MessageName> = Messages[Name][1]
export type Answer<Name extends MessageName> = Messages[Name][2]

/** As sent: the name beside what is sent. */
export interface Envelope<Name extends MessageName = MessageName> {
  name: Name
  payload: Payload<Name>
}

export type Outcome = { ok: true } | { ok: false; error: string }

export type SettingsChange = Partial<Omit<Settings, 'statuses' | 'appearance'>> & { statuses?: Partial<Record<LabelStatus, boolean>>; appearance?: Partial<Appearance> }

/** An ad as the extension's pages show it. */
export interface TabAd {
  /** As the page names it. */
  advertiser: string
  pageUrl: string | null
  domain: string | null
  status: LabelStatus
  /** What the badge says. */
  text: string
  /** Name of the list's entry, where there is one. */
  entry: string | null
}

/** An ad as the content script knows it. */
export interface SeenAd {
  advertiser: Advertiser
  label: BadgeLabel
}

export interface TabAds<Ad = SeenAd> {
  site: string
  /** The first 500 of them. */
  ads: Ad[]
  /** How many there are. */
  total: number
  /** How reading this page goes. `gaveUp`: it removes badges faster than they are drawn, so some were given up. */
  health: { posts: number; unreadable: number; sinceAd: number; gaveUp: boolean }
  /** Languages in which labels are known, as in `html[lang]`. */
  known: string[]
  /** The page's own. */
  lang: string
}

/** How reading a site went since its last ad. */
export interface SiteHealth {
  /** Posts since the last ad, on all pages. */
  posts: number
  /** Of these, posts that had no header which could be read. */
  unreadable: number
  /** When the last ad was seen, or counting began; ISO 8601. */
  since: string
}

/**
 * `platform`: anybody has a page there, so its address says nothing of one company. `political`: on record, and never labelled.
 */
export type DomainAnswer = { kind: 'platform' | 'political' } | { kind: 'unlisted'; label: BadgeLabel } | { kind: 'listed'; records: DomainRecord[] }

/** One list's record, or a person's own label. */
export interface DomainRecord {
  label: BadgeLabel
  level: MatchLevel
  /** null where no claim may be made. */
  statement: string | null
  /** null for a person's own label. */
  list: { campaign: string; updated: string; accordingTo: string | null } | null
  sources: SourceRecord[]
}

/** What a search for a company finds. */
export interface SearchAnswer {
  /** The best first; their level says nothing here. */
  records: DomainRecord[]
  /** How many more there are. */
  more: number
  /** Parties and campaigns that are on record, and get no label. */
  political: number
}

/** How settings and own labels follow the person. */
export interface FollowState {
  /** `unsupported`: this browser keeps nothing for others. */
  state: 'off' | 'on' | 'unsupported'
  /** When this device last gave or took something; ISO 8601. */
  last: string | null
  /** `labels`: there are more own labels than fit. */
  problem: 'labels' | 'failed' | null
}

/** All that is kept here, as it goes into one file. */
export interface KeptData {
  settings: Settings
  labels: OwnLabelDraft[]
  subscriptions: { address: string; key: string; on: boolean }[]
  reports: KeptReport[]
}

/** Nothing that anybody wrote on the page is in it. */
export interface SiteSkeleton {
  /** The page's language, where it names one as languages are named. */
  language: string | null
  text: string
}

export type DataToImport = Omit<KeptData, 'settings'> & { settings: Settings | null }

/** A part that was not taken, or not all of it. */
export interface PartFailure {
  part: keyof KeptData
  error: string
}

export interface ListInfo {
  /** The build's own list first, then subscribed ones as they were added. */
  sources: SourceInfo[]
  /** What is wrong with the list or the storage, in words; null when all is well. */
  problem: 'storage' | 'list' | null
}

/** A publisher's lists, and how keeping them fresh goes. Moments are ISO 8601. */
export interface SourceInfo {
  id: string
  kind: 'own' | 'subscribed'
  name: string
  /** Where updates come from; null when this build has no address. */
  address: string | null
  on: boolean
  /** `nothing`: subscribed, and never loaded yet. */
  using: 'bundled' | 'synced' | 'nothing'
  /** Of the published list in use; null for the bundled one. */
  version: number | null
  /** When what is in use was published; the day of the newest list for the bundled one. */
  created: string | null
  expires: string | null
  expired: boolean
  lastAttempt: string | null
  /** When it was last known to be the newest there is. */
  lastSuccess: string | null
  error: { code: ProblemCode; detail: string; at: string } | null
  /** When it will be looked for by itself; null when that is switched off. */
  nextCheck: string | null
  /** Bytes so far and in all, while a check is under way. */
  checking: { received: number; total: number | null } | null
  lists: { id: string; name: string; updated: string; entries: number; claimedParticipants: string | null }[]
}

/** A person's own words about an advertiser. */
export interface OwnLabelDraft {
  /** The advertiser as its ads name it. */
  name: string
  /** A website of it, by which its ads are known as well. */
  domain: string | null
  text: string
}

export interface OwnLabel extends OwnLabelDraft {
  id: string
  /** ISO 8601 */
  changed: string
}

/** `broken`: a site that isn't labelled right. */
export type ReportKind = 'missing' | 'mistake' | 'broken'

/** What a report is about, before the person has seen or changed it. */
export interface ReportSubject {
  kind: Exclude<ReportKind, 'broken'>
  advertiser: string
  pageUrl: string | null
  domain: string | null
  /** The label that was shown. */
  label: string | null
  entry: string | null
  list: string | null
  /** Day of the list's data. */
  listUpdated: string | null
  site: string
}

/** What a person has decided to report. */
export interface ReportDraft {
  kind: ReportKind
  title: string
  /** Exactly what goes out. */
  body: string
}

export interface KeptReport extends ReportDraft {
  id: string
  /** ISO 8601 */
  created: string
  /** When its form was last opened; null when it never was. */
  opened: string | null
  /** null until the person has it sent to the build's address. */
  sending: ReportSending | null
}

/** How sending a report goes. */
export type ReportSending =
  /** `next`: when it is tried again; ISO 8601. `error`: of the last try, in a few words. */
  | { state: 'waiting'; tries: number; next: string; error: string | null }
  | { state: 'received'; at: string }
  | { state: 'refused'; at: string; error: string }
