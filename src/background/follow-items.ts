import * as v from 'valibot'
import type { LabelTrace, Stamped } from './follow-merge.ts'

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

const stamped = v.tuple([v.unknown(), v.pipe(v.number(), v.finite())])
const label = v.object({ id: v.string(), name: v.string(), domain: v.nullable(v.string()), text: v.string(), changed: v.string() })
const trace = v.union([v.object({ id: v.string(), gone: v.string() }), label])

/** @returns the items, or null where so many labels don't fit */
export function labelItems(traces: readonly LabelTrace[]): Record<string, LabelTrace[]> | null {
  const items: Record<string, LabelTrace[]> = {}
  let number = 0
  let all = 0
  let part: LabelTrace[] = []
  let size = 0
  for (const one of traces) {
    const bytes = sizeOf(one) + 1
    if (size + bytes > ITEM - 100) {
      items[LABELS_ITEM + number++] = part
      part = []
      size = 0
    }
    part.push(one)
    size += bytes
    all += bytes
  }
  items[LABELS_ITEM + number] = part
  return all > ALL ? null : items
}

/** Another device's version, or another extension's bug, may have written anything. */
export function readItems(stored: Readonly<Record<string, unknown>>): { settings: Record<string, Stamped>; labels: LabelTrace[] } {
  const settings = Object.entries(Object(stored[SETTINGS_ITEM]) as Record<string, unknown>).flatMap(([name, value]) => (v.is(stamped, value) ? [[name, value] as const] : []))
  const labels = Object.entries(stored).flatMap(([name, value]) => (name.startsWith(LABELS_ITEM) && Array.isArray(value) ? value.flatMap((one: unknown) => (v.is(trace, one) ? [one as LabelTrace] : [])) : []))
  return { settings: Object.fromEntries(settings), labels }
}

/** Items of labels that are left from when there were more. */
export function leftOver(stored: Readonly<Record<string, unknown>>, items: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(stored).filter((name) => name.startsWith(LABELS_ITEM) && !Object.hasOwn(items, name))
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
