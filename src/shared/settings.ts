import { HUE_NAMES, type HueName } from './hues.ts'

/** The one home of settings: their names, types and defaults. */

/** What a badge can say of an advertiser: a person's own words, then what lists have, most telling first. */
export const LABEL_STATUSES = ['yours', 'joined', 'paused', 'own-pause', 'unconfirmed', 'unlisted'] as const
export type LabelStatus = (typeof LABEL_STATUSES)[number]

/** How often lists are looked up by themselves. */
export const UPDATE_INTERVALS = ['off', '6h', 'daily', 'weekly'] as const
export type UpdateInterval = (typeof UPDATE_INTERVALS)[number]

export const BADGE_SIZES = ['small', 'medium', 'large'] as const
export type BadgeSize = (typeof BADGE_SIZES)[number]

/** Where on a post a badge is put first; `auto`: beside the ad's own label. */
export const BADGE_CORNERS = ['auto', 'top-start', 'top-end', 'bottom-start', 'bottom-end'] as const
export type BadgeCorner = (typeof BADGE_CORNERS)[number]

/** `compact`: the icon alone, until a person points at it. */
export const BADGE_FORMS = ['full', 'compact'] as const
export type BadgeForm = (typeof BADGE_FORMS)[number]

/** How badges look. */
export interface Appearance {
  size: BadgeSize
  corner: BadgeCorner
  form: BadgeForm
  hues: Record<LabelStatus, HueName>
}

/** For how many days the ad log keeps what was seen. */
export const LOG_DAYS = [7, 30, 90, 365] as const
export type LogDays = (typeof LOG_DAYS)[number]

/** Longest pause of badges, in milliseconds. */
export const LONGEST_PAUSE = 60 * 60 * 1000

export interface Settings {
  /** Badges at all. */
  badges: boolean
  /** No badges until then, in milliseconds since 1970; null when they aren't paused. The background ends it. */
  pausedUntil: number | null
  /** Which statuses are shown. */
  statuses: Record<LabelStatus, boolean>
  /** Sites switched off by the person. */
  sitesOff: string[]
  /** How often lists are updated. */
  updates: UpdateInterval
  appearance: Appearance
  /** Whether ads that are labelled are written down on this device. */
  log: boolean
  logDays: LogDays
  /** Whether settings and own labels follow the person through the browser's own sync. */
  follow: boolean
}

export const SETTINGS_KEY = 'settings'

export const DEFAULTS: Settings = {
  badges: true,
  pausedUntil: null,
  statuses: { yours: true, joined: true, paused: true, 'own-pause': true, unconfirmed: true, unlisted: true },
  sitesOff: [],
  updates: 'daily',
  appearance: {
    size: 'medium',
    corner: 'auto',
    form: 'full',
    hues: { yours: 'pink', joined: 'green', paused: 'blue', 'own-pause': 'purple', unconfirmed: 'amber', unlisted: 'grey' },
  },
  log: false,
  logDays: 90,
  follow: false,
}

/**
 * Reads what is stored. Storage can hold anything (an older version, another's bug), so each
 * field that isn't what it should be gets its default and the rest is kept.
 */
export function parseSettings(stored: unknown): Settings {
  const from = asObject(stored)
  const statuses = asObject(from['statuses'])
  const sitesOff = from['sitesOff']
  const pausedUntil = from['pausedUntil']
  return {
    badges: bool(from['badges'], DEFAULTS.badges),
    pausedUntil: typeof pausedUntil === 'number' && Number.isFinite(pausedUntil) ? pausedUntil : null,
    statuses: Object.fromEntries(
      LABEL_STATUSES.map((status) => [status, bool(statuses[status], DEFAULTS.statuses[status])]),
    ) as Record<LabelStatus, boolean>,
    sitesOff: Array.isArray(sitesOff) ? sitesOff.filter((site) => typeof site === 'string').slice(0, 50) : [],
    updates: oneOf(UPDATE_INTERVALS, from['updates'], DEFAULTS.updates),
    appearance: parseAppearance(from['appearance']),
    log: bool(from['log'], DEFAULTS.log),
    logDays: oneOf(LOG_DAYS, from['logDays'], DEFAULTS.logDays),
    follow: bool(from['follow'], DEFAULTS.follow),
  }
}

function parseAppearance(stored: unknown): Appearance {
  const from = asObject(stored)
  const hues = asObject(from['hues'])
  const { appearance } = DEFAULTS
  return {
    size: oneOf(BADGE_SIZES, from['size'], appearance.size),
    corner: oneOf(BADGE_CORNERS, from['corner'], appearance.corner),
    form: oneOf(BADGE_FORMS, from['form'], appearance.form),
    hues: Object.fromEntries(LABEL_STATUSES.map((status) => [status, oneOf(HUE_NAMES, hues[status], appearance.hues[status])])) as Appearance['hues'],
  }
}

/** Reads stored settings as they are, as {@link parseSettings} would; for pages, which need no more of them. */
export function isShown(stored: unknown, site: string, status: LabelStatus): boolean {
  // Whatever is stored: a part that isn't what it should be switches nothing off.
  const settings = stored as Partial<Settings> | null | undefined
  return settings?.badges !== false && !settings?.pausedUntil && settings?.statuses?.[status] !== false && !settings?.sitesOff?.includes?.(site)
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function oneOf<Value>(values: readonly Value[], value: unknown, otherwise: Value): Value {
  return values.find((one) => one === value) ?? otherwise
}

function bool(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise
}
