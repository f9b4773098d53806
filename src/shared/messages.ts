import type { EntryRecord } from '../list/types.ts'
import type { Advertiser } from '../sites/types.ts'
import type { BadgeLabel, PageData } from './page-data.ts'
import type { LabelStatus, Settings } from './settings.ts'

/**
 * Everything that crosses between page, extension pages and background, by name:
 * `[who may send it, what is sent, what comes back]`.
 */
export interface Messages {
  /** The ads seen in this tab, for the toolbar icon. */
  'tab:count': ['content', { ads: number }, void]
  /** Asked when storage had none that could be read. */
  'page:data': ['content', null, PageData | null]
  'list:record': ['content', { list: string; entry: string }, EntryRecord | null]
  /** Brings the card's script into the tab that asks. */
  'card:load': ['content', null, void]
  /** Opens the report page about a label. */
  'report:open': ['content', ReportSubject, void]

  'list:info': ['page', null, ListInfo]
  'settings:change': ['page', SettingsChange, Outcome]
  /** What the report page was opened about. */
  'report:subject': ['page', { id: string }, ReportSubject | null]
  'report:keep': ['page', ReportDraft, Outcome & { report?: KeptReport }]
  /** null when they can't be read. */
  'report:list': ['page', null, KeptReport[] | null]
  'report:opened': ['page', { id: string }, Outcome]
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

export type SettingsChange = Partial<Omit<Settings, 'statuses'>> & { statuses?: Partial<Record<LabelStatus, boolean>> }

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
  /** The page removes badges faster than they are drawn, so some were given up. */
  gaveUp: boolean
}

export interface ListInfo {
  lists: { id: string; name: string; updated: string; entries: number; claimedParticipants: string }[]
  /** What is wrong with the list or the storage, in words; null when all is well. */
  problem: 'storage' | 'list' | null
}

export type ReportKind = 'missing' | 'mistake'

/** What a report is about, before the person has seen or changed it. */
export interface ReportSubject {
  kind: ReportKind
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
}
