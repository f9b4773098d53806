import type { OwnLabel } from '../shared/messages.ts'
import { LABEL_STATUSES, type Settings } from '../shared/settings.ts'
import { sorted } from './sorted.ts'

/**
 * Settings and own labels of one person on several devices: of each the newest wins. All of it is pure; times are
 * milliseconds since 1970.
 */

/** What follows a person, each as a setting of its own; what is about one device alone doesn't. */
export function followed(settings: Settings): Record<string, unknown> {
  const { badges, statuses, sitesOff, updates, appearance, logDays } = settings
  return {
    badges,
    sitesOff,
    updates,
    logDays,
    ...Object.fromEntries(LABEL_STATUSES.map((status) => [`statuses.${status}`, statuses[status]])),
    'appearance.size': appearance.size,
    'appearance.corner': appearance.corner,
    'appearance.form': appearance.form,
    ...Object.fromEntries(LABEL_STATUSES.map((status) => [`appearance.hues.${status}`, appearance.hues[status]])),
  }
}

/** The settings with what follows put in; what no setting is called is left out. */
export function withFollowed(settings: Settings, values: Readonly<Record<string, unknown>>): unknown {
  const next = structuredClone(settings) as unknown as Record<string, unknown>
  for (const name of Object.keys(followed(settings))) {
    if (!Object.hasOwn(values, name)) continue
    const path = name.split('.')
    const last = path.pop() ?? ''
    const place = path.reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, next)
    place[last] = values[name]
  }
  return next
}

/** A setting's value and when a person chose it. */
export type Stamped = readonly [value: unknown, at: number]

/**
 * What this device has, after somebody changed it.
 * @param before as it was; what is the same keeps its time
 */
export function stamp(before: Readonly<Record<string, Stamped>>, values: Readonly<Record<string, unknown>>, now: number): Record<string, Stamped> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const old = before[name]
      return [name, old && isSame(old[0], value) ? old : [value, now]]
    }),
  )
}

/** Of each setting the newer one; at the same moment the one whose text is greater, so that all devices choose alike. */
export function newer(here: Readonly<Record<string, Stamped>>, there: Readonly<Record<string, Stamped>>): Record<string, Stamped> {
  const names = new Set([...Object.keys(here), ...Object.keys(there)])
  const merged: Record<string, Stamped> = {}
  for (const name of names) {
    const [mine, theirs] = [here[name], there[name]]
    const chosen = !theirs ? mine : !mine ? theirs : theirs[1] > mine[1] || (theirs[1] === mine[1] && JSON.stringify(theirs[0]) > JSON.stringify(mine[0])) ? theirs : mine
    if (chosen) merged[name] = chosen
  }
  return merged
}

/** An own label, or the trace of one that was deleted. */
export type LabelTrace = OwnLabel | { id: string; gone: string }

/** How long the trace of a deleted label is kept, in milliseconds; a device that was off for longer brings it back. */
const TRACE_KEPT = 365 * 24 * 3_600_000

/** What this device has of labels, with the traces of those that are gone since. */
export function tracesOf(before: readonly LabelTrace[], labels: readonly OwnLabel[], now: number): LabelTrace[] {
  const here = new Set(labels.map(({ id }) => id))
  const gone = before.flatMap((one) => (here.has(one.id) ? [] : 'gone' in one ? [one] : [{ id: one.id, gone: new Date(now).toISOString() }]))
  return [...labels, ...gone.filter((one) => now - Date.parse(one.gone) < TRACE_KEPT)]
}

/** Of each label the newest word on it. Two that are about the same advertiser stay two until a person changes one. */
export function mergeLabels(here: readonly LabelTrace[], there: readonly LabelTrace[]): LabelTrace[] {
  const merged = new Map<string, LabelTrace>()
  for (const one of [...here, ...there]) {
    const other = merged.get(one.id)
    if (!other || timeOf(one) > timeOf(other) || (timeOf(one) === timeOf(other) && JSON.stringify(one) > JSON.stringify(other))) merged.set(one.id, one)
  }
  return [...merged.values()]
}

export function isLabel(trace: LabelTrace): trace is OwnLabel {
  return !('gone' in trace)
}

function timeOf(trace: LabelTrace): string {
  return 'gone' in trace ? trace.gone : trace.changed
}

export function isSame(a: unknown, b: unknown): boolean {
  // Browsers give fields back in any order.
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}
