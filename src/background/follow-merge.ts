import * as v from 'valibot'
import type { OwnLabel } from '../shared/messages.ts'
import { LABEL_STATUSES, parseSettings, type Settings } from '../shared/settings.ts'
import { ownLabel } from './own-labels-stored.ts'
import { sorted } from './sorted.ts'

/**
 * Settings and own labels of one person on several devices: of each the newest wins. All of it is pure; times are
 * milliseconds since 1970. Whatever is here must come out alike on every device, else two of them would write in turns for ever.
 */

/** What follows a person, each as a setting of its own; what is about one device alone, as the log is, doesn't. */
export function followed(settings: Settings): Record<string, unknown> {
  const { badges, statuses, sitesOff, updates, appearance } = settings
  return {
    badges,
    sitesOff,
    updates,
    ...Object.fromEntries(LABEL_STATUSES.map((status) => [`statuses.${status}`, statuses[status]])),
    'appearance.size': appearance.size,
    'appearance.corner': appearance.corner,
    'appearance.form': appearance.form,
    ...Object.fromEntries(LABEL_STATUSES.map((status) => [`appearance.hues.${status}`, appearance.hues[status]])),
  }
}

/** The settings with what follows put in; what no setting is called is left out. */
export function withFollowed(settings: Settings, values: Readonly<Record<string, unknown>>): Settings {
  const next = structuredClone(settings) as unknown as Record<string, unknown>
  for (const name of Object.keys(followed(settings))) {
    if (!Object.hasOwn(values, name)) continue
    const path = name.split('.')
    const last = path.pop() ?? ''
    const place = path.reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, next)
    place[last] = values[name]
  }
  return parseSettings(next)
}

/** A setting's value and when a person chose it. */
export type Stamped = readonly [value: unknown, at: number]
export type StampedSettings = Readonly<Record<string, Stamped>>

const USUAL = followed(parseSettings(undefined))

/** As old as can be, but where a person has chosen something else than what everybody starts with. */
export function firstStamps(values: Readonly<Record<string, unknown>>): Record<string, Stamped> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value, isSame(value, USUAL[name]) ? 0 : 1]]))
}

/**
 * What this device has, after somebody changed it.
 * @param before as it was; what is the same keeps its time, and what isn't gets a later one, also where this device's clock is behind
 */
export function stamp(before: StampedSettings, values: Readonly<Record<string, unknown>>, now: number): Record<string, Stamped> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const old = before[name]
      return [name, old && isSame(old[0], value) ? old : [value, Math.max(now, (old?.[1] ?? 0) + 1)]]
    }),
  )
}

/**
 * Of each setting the newer one; at the same moment the one whose text is greater, so that all devices choose alike.
 * What this version can't read, since a newer one wrote it, stays there as it is.
 */
export function mergeSettings(here: StampedSettings, there: StampedSettings): { here: Record<string, Stamped>; there: Record<string, Stamped> } {
  const merged = { here: { ...here }, there: { ...there, ...here } }
  for (const [name, theirs] of Object.entries(there)) {
    const mine = Object.hasOwn(here, name) ? here[name] : undefined
    if (!mine) continue
    if (isReadable(name, theirs[0])) {
      if (isNewer(theirs, mine)) merged.here[name] = merged.there[name] = theirs
    } else if (theirs[1] >= mine[1]) {
      merged.here[name] = [mine[0], theirs[1]]
      merged.there[name] = theirs
    }
  }
  return merged
}

function isReadable(name: string, value: unknown): boolean {
  const read = withFollowed(parseSettings(undefined), { [name]: value })
  return isSame(followed(read)[name], value)
}

function isNewer(one: Stamped, other: Stamped): boolean {
  return one[1] > other[1] || (one[1] === other[1] && textOf(one[0]) > textOf(other[0]))
}

/** A label that was deleted. */
export interface Gone {
  id: string
  gone: string
}
/** An own label, the trace of one that was deleted, or what a newer version calls a label. */
export type LabelTrace = OwnLabel | Gone | { id: string; changed: string }

/** What this device has of labels, with the traces of those that are gone since; whatever came last of each has the latest time. */
export function tracesOf(before: readonly LabelTrace[], labels: readonly OwnLabel[], now: number): LabelTrace[] {
  const known = new Map(before.map((one) => [one.id, one]))
  const here = labels.map((given) => {
    const label = isMoment(given.changed) ? given : { ...given, changed: new Date(now).toISOString() }
    const old = known.get(label.id)
    known.delete(label.id)
    // With what a newer version has of it besides.
    if (old && isLabel(old) && isSame(plainLabel(old), label)) return old
    return !old || label.changed > timeOf(old) ? label : { ...label, changed: after(old, now) }
  })
  const left = [...known.values()].map((one) => (isLabel(one) ? { id: one.id, gone: after(one, now) } : one))
  return [...here, ...left]
}

/** Of each label the newest word on it. Two that are about the same advertiser stay two until a person changes one. */
export function mergeLabels(here: readonly LabelTrace[], there: readonly LabelTrace[]): LabelTrace[] {
  const merged = new Map<string, LabelTrace>()
  for (const one of [...here, ...there]) {
    const other = merged.get(one.id)
    if (!other || timeOf(one) > timeOf(other) || (timeOf(one) === timeOf(other) && textOf(one) > textOf(other))) merged.set(one.id, one)
  }
  return [...merged.values()]
}

export function isLabel(trace: LabelTrace): trace is OwnLabel {
  return v.is(ownLabel, trace)
}

/** A label without what a newer version may have of it besides. */
export function plainLabel({ id, name, domain, text, changed }: OwnLabel): OwnLabel {
  return { id, name, domain, text, changed }
}

/** Of the form in which moments can be compared as texts, with room for later ones. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && text < '9990' && !Number.isNaN(Date.parse(text))
}

export function isGone(trace: LabelTrace): trace is Gone {
  return 'gone' in trace
}

export function timeOf(trace: LabelTrace): string {
  return 'gone' in trace ? trace.gone : trace.changed
}

function after(trace: LabelTrace, now: number): string {
  return new Date(Math.max(now, Date.parse(timeOf(trace)) + 1)).toISOString()
}

export function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b)
}

/** Browsers give fields back in any order. */
function textOf(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? ''
}
