import { hostPattern, listAddress } from '../distribution/addresses.ts'
import { ask } from '../pages/ask.ts'
import { MOST_ROWS } from '../shared/log.ts'
import type { PartFailure } from '../shared/messages.ts'
import { type DataFile, type DataFileReading, LARGEST_DATA_FILE, readDataFile } from './data-file.ts'

/** What of a file is taken. */
export const DATA_PARTS = ['settings', 'labels', 'subscriptions', 'reports', 'log'] as const
export type DataPart = (typeof DATA_PARTS)[number]

export interface DataImported {
  failed: PartFailure[]
  /** null where none were to be added. */
  rows: { done: number; all: number; added: number } | null
}

/** Reads a file that the person chose; never throws. */
export async function readChosen(chosen: File): Promise<DataFileReading> {
  // Not even read then.
  if (chosen.size > LARGEST_DATA_FILE) return { problem: 'large' }
  const text = await chosen.text().catch(() => null)
  return text === null ? { problem: 'unreadable' } : readDataFile(text)
}

/** How many of each part a file has. */
export function amountsIn({ data, log }: DataFile): Record<DataPart, number> {
  return { settings: 1, labels: data.labels.length, subscriptions: data.subscriptions.length, reports: data.reports.length, log: log.length }
}

/** The hosts of a file's lists, as permissions have them. */
export function hostsIn({ data }: DataFile): string[] {
  const addresses = data.subscriptions.flatMap(({ address }) => listAddress(address) ?? [])
  return [...new Set(addresses.map(hostPattern))]
}

/**
 * Takes parts of a file; never throws.
 * @returns null when nothing was taken
 */
export async function importData({ data, log }: DataFile, parts: ReadonlySet<DataPart>): Promise<DataImported | null> {
  const chosen = <Item>(part: DataPart, items: Item[]) => (parts.has(part) ? items : [])
  const answer = await ask('data:import', {
    settings: parts.has('settings') ? data.settings : null,
    labels: chosen('labels', data.labels),
    subscriptions: chosen('subscriptions', data.subscriptions),
    reports: chosen('reports', data.reports),
  }).catch(() => null)
  if (!answer?.ok) return null
  return { failed: answer.failed ?? [], rows: parts.has('log') && log.length > 0 ? await importRows(log) : null }
}

async function importRows(log: DataFile['log']): Promise<NonNullable<DataImported['rows']>> {
  const rows = { done: 0, all: log.length, added: 0 }
  while (rows.done < log.length) {
    const batch = log.slice(rows.done, rows.done + MOST_ROWS)
    const answer = await ask('log:import', { rows: batch }).catch(() => null)
    if (!answer?.ok) break
    rows.done += batch.length
    rows.added += answer.added ?? 0
  }
  return rows
}
