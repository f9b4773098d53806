import type { MessageKey } from '../pages/i18n.ts'
import type { BadgeEntry } from '../list/types.ts'
import type { LabelStatus } from '../shared/settings.ts'

/**
 * The posts of the miniature feed. All names are invented: no real organisation is said to have done anything, not even
 * as an example.
 */

/** The kinds of labels that lists give; a person's own needs no explanation yet. */
export const KINDS = ['joined', 'paused', 'own-pause', 'unconfirmed', 'unlisted'] as const satisfies readonly LabelStatus[]
export type Kind = (typeof KINDS)[number]

interface Post {
  id: string
  /** Who posted it. */
  name: string
  says: MessageKey
  /** Of its picture, in degrees. */
  hue: number
}

export interface ExampleAd extends Post {
  kind: Kind
  /** What lists would have of it. */
  entry: BadgeEntry | null
  /** What the label means. */
  means: MessageKey
  /** What its card says, in full. */
  states: MessageKey
  scope: MessageKey | null
  source: MessageKey | null
}

export interface OtherPost extends Post {
  kind: null
  /** Stands where ads have their label. */
  meta: MessageKey
  /** Why it has no badge. */
  why: MessageKey
}

export type ExamplePost = ExampleAd | OtherPost

const JULY = { from: '2020-07-01', until: '2020-07-31', untilKind: 'stated-end' } as const

export const POSTS: readonly ExamplePost[] = [
  {
    id: 'coffee', name: 'Bright Harbor Coffee', says: 'welcomePost_coffee', hue: 48, kind: 'joined', scope: 'scopeUs', source: 'welcomeSource',
    entry: { id: 'coffee', name: 'Bright Harbor Coffee', status: 'joined', badgeOk: true, announced: '2020-06-24', ...JULY },
    means: 'welcomeMeans_joined', states: 'welcomeStates_joined',
  },
  { id: 'tomatoes', name: 'Priya Nair', says: 'welcomePost_tomatoes', hue: 140, kind: null, meta: 'welcomeFriend', why: 'welcomeWhy_friend' },
  {
    id: 'paper', name: 'Paper Kite Stationery', says: 'welcomePost_paper', hue: 235, kind: 'paused', scope: null, source: 'welcomeSource',
    entry: { id: 'paper', name: 'Paper Kite Stationery', status: 'paused-unclear', badgeOk: true, announced: '2020-06-29', ...JULY },
    means: 'welcomeMeans_paused', states: 'welcomeStates_paused',
  },
  {
    id: 'kitchen', name: 'Oak & Salt Kitchen', says: 'welcomePost_kitchen', hue: 20, kind: 'own-pause', scope: null, source: 'welcomeSource',
    entry: { id: 'kitchen', name: 'Oak & Salt Kitchen', status: 'paused-independently', badgeOk: true, announced: '2020-07-02', from: '2020-07-02', untilKind: 'unknown' },
    means: 'welcomeMeans_own_pause', states: 'welcomeStates_own_pause',
  },
  { id: 'supper', name: 'Nora Cooks', says: 'welcomePost_supper', hue: 75, kind: null, meta: 'welcomePartnership', why: 'welcomeWhy_partnership' },
  {
    id: 'bikes', name: 'Lantern Bikes', says: 'welcomePost_bikes', hue: 200, kind: 'unconfirmed', scope: null, source: null,
    entry: { id: 'bikes', name: 'Lantern Bikes', status: 'reported-quietly-paused', badgeOk: false, untilKind: 'unknown' },
    means: 'welcomeMeans_unconfirmed', states: 'cardUnconfirmed',
  },
  {
    id: 'mattress', name: 'Lakeside Mattress Co.', says: 'welcomePost_mattress', hue: 280, kind: 'unlisted', scope: null, source: null,
    entry: null,
    means: 'welcomeMeans_unlisted', states: 'cardUnlistedMeaning',
  },
]
