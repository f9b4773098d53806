import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { LogRow } from '../shared/log.ts'
import type { KeptReport } from '../shared/messages.ts'
import type { LabelStatus } from '../shared/settings.ts'

/** What grows: kept in IndexedDB, apart from settings and lists. */
export interface Stores extends DBSchema {
  /** Rows of the ad log, the newest first: see log-id.ts. */
  ads: { key: number; value: LogRow; indexes: { day: string } }
  /** How many rows there are of a day, site and status, so that totals don't take reading all of them. */
  days: { key: [day: string, site: string, status: LabelStatus]; value: DayCount }
  reports: { key: string; value: KeptReport; indexes: { created: string } }
}

export interface DayCount {
  day: string
  site: string
  status: LabelStatus
  count: number
}

export type Database = IDBPDatabase<Stores>

const NAME = 'adpledge'
const VERSION = 1

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
    upgrade(fresh) {
      fresh.createObjectStore('ads', { keyPath: 'id' }).createIndex('day', 'day')
      fresh.createObjectStore('days', { keyPath: ['day', 'site', 'status'] })
      fresh.createObjectStore('reports', { keyPath: 'id' }).createIndex('created', 'created')
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
