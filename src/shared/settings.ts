/** The one home of settings: their names, types and defaults. */

/** What a badge can say of an advertiser: a person's own words, then what lists have, most telling first. */
export const LABEL_STATUSES = ['yours', 'joined', 'paused', 'own-pause', 'unconfirmed', 'unlisted'] as const
export type LabelStatus = (typeof LABEL_STATUSES)[number]

/** How often lists are looked up by themselves. */
export const UPDATE_INTERVALS = ['off', '6h', 'daily', 'weekly'] as const
export type UpdateInterval = (typeof UPDATE_INTERVALS)[number]

export interface Settings {
  /** Badges at all. */
  badges: boolean
  /** Which statuses are shown. */
  statuses: Record<LabelStatus, boolean>
  /** Sites switched off by the person. */
  sitesOff: string[]
  /** How often lists are updated. */
  updates: UpdateInterval
}

export const SETTINGS_KEY = 'settings'

export const DEFAULTS: Settings = {
  badges: true,
  statuses: { yours: true, joined: true, paused: true, 'own-pause': true, unconfirmed: true, unlisted: true },
  sitesOff: [],
  updates: 'daily',
}

/**
 * Reads what is stored. Storage can hold anything (an older version, another's bug), so each
 * field that isn't what it should be gets its default and the rest is kept.
 */
export function parseSettings(stored: unknown): Settings {
  const from = asObject(stored)
  const statuses = asObject(from['statuses'])
  const sitesOff = from['sitesOff']
  return {
    badges: bool(from['badges'], DEFAULTS.badges),
    statuses: Object.fromEntries(
      LABEL_STATUSES.map((status) => [status, bool(statuses[status], DEFAULTS.statuses[status])]),
    ) as Record<LabelStatus, boolean>,
    sitesOff: Array.isArray(sitesOff) ? sitesOff.filter((site) => typeof site === 'string').slice(0, 50) : [],
    updates: UPDATE_INTERVALS.find((interval) => interval === from['updates']) ?? DEFAULTS.updates,
  }
}

/** Reads stored settings as they are, as {@link parseSettings} would; for pages, which need no more of them. */
export function isShown(stored: unknown, site: string, status: LabelStatus): boolean {
  // Whatever is stored: a part that isn't what it should be switches nothing off.
  const settings = stored as Partial<Settings> | null | undefined
  return settings?.badges !== false && settings?.statuses?.[status] !== false && !settings?.sitesOff?.includes?.(site)
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function bool(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise
}
