import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { LogRow } from '../shared/log.ts'
import type { KeptReport } from '../shared/messages.ts'
import type { LabelStatus } from '../shared/settings.ts'
import type { LargePart, LargeSource, PartKey } from './large/parts.ts'

/** What grows: kept in IndexedDB, apart from settings and from lists of the usual size. */
export interface Stores extends DBSchema {
  /** Rows of the ad log, the newest first: see log-id.ts. */
  ads: { key: number; value: LogRow; indexes: { day: string } }
  /** How many rows there are of a day, site and status, so that totals don't take reading all of them. */
  days: { key: [day: string, site: string, status: LabelStatus]; value: DayCount }
  reports: { key: string; value: KeptReport; indexes: { created: string } }
  /** Published lists that are too large for pages, in parts; see large/parts.ts. */
  largeParts: { key: PartKey; value: LargePart }
  largeSources: { key: string; value: LargeSource }
  /** Packed texts of lists that are too large for storage.local, by their key there. */
  listTexts: { key: string; value: Uint8Array }
}

export interface DayCount {
  day: string
  site: string
  status: LabelStatus
  count: number
}

export type Database = IDBPDatabase<Stores>

const NAME = 'adpledge'
const VERSION = 2

let opened: Promise<Database> | null = null

/** @throws DOMException where the browser keeps nothing, or its disk is full */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

async function open(): Promise<Database> {
  const database = await openDB<Stores>(NAME, VERSION, {
    upgrade(changed, before) {
      if (before < 1) {
        changed.createObjectStore('ads', { keyPath: 'id' }).createIndex('day', 'day')
        changed.createObjectStore('days', { keyPath: ['day', 'site', 'status'] })
        changed.createObjectStore('reports', { keyPath: 'id' }).createIndex('created', 'created')
      }
      if (before < 2) {
        changed.createObjectStore('largeParts')
        changed.createObjectStore('largeSources')
        changed.createObjectStore('listTexts')
      }
    },
    // A newer version of the extension wants to change it.
    blocking: () => database.close(),
    terminated: () => (opened = null),
  })
  database.addEventListener('close', () => (opened = null))
  return database
}

/** Whether something failed because there is no room left. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
