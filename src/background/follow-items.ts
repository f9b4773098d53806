import * as v from 'valibot'
import { isGone, isMoment, type LabelTrace, type Stamped, type StampedSettings, timeOf } from './follow-merge.ts'

/**
 * What is kept in the browser's own sync, within its quotas: one item of settings, and labels in items that are each smaller
 * than what one may have. https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
export const SETTINGS_ITEM = 'settings'
const LABELS_ITEM = 'labels-'

/** Of one item, name and JSON, in bytes. The browsers' limit is 8,192. */
const ITEM = 8_000
/** Of all items of labels, in bytes; the limit for everything is 102,400. */
const ALL = 80_000
/** Of one label, in bytes; none that a person can write comes near it. */
const LABEL = 4_000
/** The last moment that a date can have, less what is added to it. */
const LATEST = 8.64e15 - 1e12

const moment = v.pipe(v.string(), v.check(isMoment))
const stamped = v.strictTuple([v.unknown(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST))])
const id = v.pipe(v.string(), v.maxLength(100))
const trace = v.union([v.strictObject({ id, gone: moment }), v.looseObject({ id, changed: moment })])

/** The item of settings; of what this version doesn't know only as much as fits. */
export function settingsItem(all: StampedSettings, known: StampedSettings): StampedSettings {
  return sizeOf(SETTINGS_ITEM) + sizeOf(all) <= ITEM ? all : known
}

/**
 * Labels, and traces of deleted ones: the latest that there is room for. Always in the same order, whichever device writes them.
 * @returns the items and what is in them; null where so many labels don't fit
 */
export function labelItems(traces: readonly LabelTrace[]): { items: Record<string, LabelTrace[]>; kept: LabelTrace[] } | null {
  const kept = fitting(traces)
  if (!kept) return null
  const items: Record<string, LabelTrace[]> = {}
  let part: LabelTrace[] = []
  let size = Infinity
  for (const one of kept.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const bytes = sizeOf(one) + 1
    if (size + bytes > ITEM - 100) {
      items[LABELS_ITEM + Object.keys(items).length] = part = []
      size = 0
    }
    part.push(one)
    size += bytes
  }
  return { items, kept }
}

function fitting(traces: readonly LabelTrace[]): LabelTrace[] | null {
  const [labels, gone] = [traces.filter((one) => !isGone(one)), traces.filter(isGone)]
  let left = ALL - labels.reduce((sum, one) => sum + sizeOf(one) + 1, 0)
  if (left < 0) return null
  const newest = gone.toSorted((a, b) => (timeOf(a) === timeOf(b) ? (a.id < b.id ? -1 : 1) : timeOf(a) > timeOf(b) ? -1 : 1))
  const end = newest.findIndex((one) => (left -= sizeOf(one) + 1) < 0)
  const dropped = new Set<LabelTrace>(end === -1 ? [] : newest.slice(end))
  return traces.filter((one) => !dropped.has(one))
}

/** Another device's version, or another extension's bug, may have written anything. */
export function readItems(stored: Readonly<Record<string, unknown>>): { settings: Record<string, Stamped>; labels: LabelTrace[] } {
  const settings = Object.entries(Object(stored[SETTINGS_ITEM]) as Record<string, unknown>).flatMap(([name, value]) => (v.is(stamped, value) ? [[name, value] as const] : []))
  const parts = Object.entries(stored).flatMap(([name, value]) => (name.startsWith(LABELS_ITEM) && Array.isArray(value) ? (value as unknown[]) : []))
  return { settings: Object.fromEntries(settings), labels: parts.filter((one): one is LabelTrace => v.is(trace, one) && sizeOf(one) <= LABEL) }
}

/** Items of labels that are left from when there were more. */
export function leftOver(stored: Readonly<Record<string, unknown>>, items: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(stored).filter((name) => name.startsWith(LABELS_ITEM) && !Object.hasOwn(items, name))
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
