import type { BadgeEntry, ListIndex } from '../list/types.ts'
import { monthOf, monthsOf, spanOf } from './dates.ts'
import { SCOPE_KEYS } from './scopes.ts'
import type { LabelStatus } from './settings.ts'

/**
 * What a label may say. Past tense, dated, with its scope; never more than the entry's status holds.
 */

/** Gets a text of `_locales` by name, with its placeholders filled. */
export type Translate = (key: string, substitutions?: string[]) => string

/** An entry, and the list whose entry it is. */
export interface Listed {
  list: ListIndex
  entry: BadgeEntry
  /** The label is shown on a platform that the list isn't about, so its claim names the list's. */
  elsewhere?: boolean
}

export interface Label {
  status: LabelStatus
  /** "Joined Stop Hate for Profit" */
  claim: string
  /** "July 2020"; null where nothing is claimed. */
  dates: string | null
  /** "US only"; null when it was everywhere. */
  scope: string | null
  /** "according to Ad Archive"; null where the record is the build's own. */
  accordingTo: string | null
  /** The entry's name; null for an advertiser that is on no list. */
  entryName: string | null
}

export interface WordingContext {
  translate: Translate
  /** BCP 47 */
  locale: string
  now: Date
}

/** @returns null for what is never labelled: political parties and campaigns */
export function labelFor(listed: Listed | null, context: WordingContext): Label | null {
  const { translate } = context
  if (!listed) return { status: 'unlisted', claim: translate('claimUnlisted'), dates: null, scope: null, accordingTo: null, entryName: null }
  const { entry, list } = listed
  if (entry.political) return null
  const status = statusOf(entry)
  const confirmed = status !== 'unconfirmed'
  return {
    status,
    claim: claimOf(listed, translate),
    dates: confirmed ? datesOf(entry, list, context) : null,
    scope: confirmed && entry.scope ? scopeOf(entry.scope, translate) : null,
    accordingTo: list.accordingTo ? translate('claimAccordingTo', [list.accordingTo]) : null,
    entryName: entry.name,
  }
}

/** In the reader's language where it is one of the usual scopes, word for word; as the list has it otherwise. */
function scopeOf(scope: string, translate: Translate): string {
  const key = SCOPE_KEYS[scope]
  return key === undefined ? scope : translate(key)
}

/** The whole label on one line, as on the badge. */
export function labelText(label: Label): string {
  // Whose word it is comes first: what doesn't fit is cut off at the end.
  return [label.accordingTo, label.claim, label.dates, label.scope].filter(Boolean).join(' · ')
}

export function statusOf(entry: BadgeEntry): LabelStatus {
  if (!entry.badgeOk) return 'unconfirmed'
  switch (entry.status) {
    case 'joined':
      return 'joined'
    case 'paused-unclear':
      return 'paused'
    case 'paused-independently':
      return 'own-pause'
    case 'reported-quietly-paused':
      return 'unconfirmed'
  }
}

function claimOf({ entry, list, elsewhere }: Listed, translate: Translate): string {
  const platform = [list.platformName]
  if (statusOf(entry) === 'unconfirmed') return translate(elsewhere ? 'claimUnconfirmedElsewhere' : 'claimUnconfirmed', platform)
  if (entry.status === 'joined') return translate(elsewhere ? 'claimJoinedElsewhere' : 'claimJoined', [list.campaign, list.platformName])
  const own = entry.status === 'paused-independently'
  switch (entry.claim) {
    case 'advised':
      return translate(elsewhere ? 'claimAdvisedElsewhere' : 'claimAdvised', platform)
    case 'stopped-posting':
      return translate(elsewhere ? 'claimStoppedPostingElsewhere' : 'claimStoppedPosting', platform)
    case 'stopped-earlier':
      return translate(elsewhere ? 'claimStoppedEarlierElsewhere' : 'claimStoppedEarlier', platform)
    case 'reported':
      return elsewhere ? translate(own ? 'claimReportedOwnElsewhere' : 'claimReportedElsewhere', platform) : translate(own ? 'claimReportedOwn' : 'claimReported')
    default:
      return elsewhere ? translate(own ? 'claimOwnPauseElsewhere' : 'claimPausedElsewhere', platform) : translate(own ? 'claimOwnPause' : 'claimPaused')
  }
}

export type Window = 'ahead' | 'running' | 'over'

/**
 * Where now is in an entry's window; without an end of its own, the campaign's end counts. Without either nobody knows
 * whether anything lasted, so it never runs.
 */
export function windowOf(entry: BadgeEntry, list: ListIndex, now: Date): Window {
  const from = entry.from ?? list.windowFrom
  const until = entry.until ?? list.windowUntil
  if (now.getTime() < spanOf(from).start) return 'ahead'
  return until !== null && now.getTime() <= spanOf(until).end ? 'running' : 'over'
}

function datesOf(entry: BadgeEntry, list: ListIndex, { translate, locale, now }: WordingContext): string {
  const dates = writtenDates(entry, list, translate, locale)
  switch (windowOf(entry, list, now)) {
    case 'ahead':
      return translate('datesAhead', [monthOf((entry.from ?? list.windowFrom).slice(0, 7), locale)])
    case 'running':
      return translate('datesRunning', [dates])
    case 'over':
      return dates
  }
}

/** Only dates that the entry has: a missing end is not filled from the campaign. */
function writtenDates(entry: BadgeEntry, list: ListIndex, translate: Translate, locale: string): string {
  const month = (date: string) => monthOf(date.slice(0, 7), locale)
  const { until } = entry
  // Ads stopped before there was a campaign don't date the joining of it.
  const tooEarly = entry.status === 'joined' && entry.from !== undefined && entry.from < list.launched.slice(0, entry.from.length)
  const from = tooEarly ? undefined : entry.from
  if (from && until) return monthsOf(from, until, locale)
  if (list.windowUntil === null && !until) {
    // Only what was done or said then: "from November 2023" would sound as if it had lasted. What had stopped earlier is dated by when that was said.
    const then = entry.claim === 'stopped-earlier' ? (entry.announced ?? from) : (from ?? entry.announced)
    return then ? month(then) : monthOf(list.windowFrom.slice(0, 4), locale)
  }
  if (from) return translate('datesFrom', [month(from)])
  // "Joined … until July 2020" would sound like leaving; an end in the campaign's month says that month.
  if (until) return until.slice(0, 7) === list.windowUntil?.slice(0, 7) ? month(until) : translate('datesUntil', [month(until)])
  if (entry.announced) return month(entry.announced)
  return monthOf(list.windowFrom.slice(0, 4), locale)
}
