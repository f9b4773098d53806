import browser from 'webextension-polyfill'
import { openIndex } from '../list/lookup.ts'
import type { CompiledEntries, CompiledIndex, CompiledRecords, EntryRecord } from '../list/types.ts'
import type { ListInfo } from '../shared/messages.ts'
import type { PageData } from '../shared/page-data.ts'
import { PAGE_KEY } from '../shared/storage-keys.ts'
import { pageDataOf } from './page-data.ts'

/** Serves the list: what pages need of it through storage, where they read it at once, records on request. */
export class ListStore {
  #index: Promise<CompiledIndex> | null = null
  #records: Promise<Map<string, EntryRecord>> | null = null
  #storageFailed = false

  /** Puts all that pages need where content scripts read it, unless this very data is there. */
  async publish(): Promise<void> {
    try {
      const data = await this.pageData()
      const stored = (await browser.storage.local.get(PAGE_KEY))[PAGE_KEY]
      if (!isSame(stored, data)) await browser.storage.local.set({ [PAGE_KEY]: data })
      this.#storageFailed = false
    } catch (error) {
      this.#storageFailed = true
      console.warn('AdPledge: the list could not be stored', error)
    }
  }

  /** @throws when the bundled list is missing or unreadable */
  async pageData(): Promise<PageData> {
    const [index, entries] = await Promise.all([this.index(), bundled<CompiledEntries>('lists/entries.json')])
    return pageDataOf(index, entries)
  }

  /** @throws when the bundled list is missing or unreadable */
  index(): Promise<CompiledIndex> {
    this.#index ??= bundled<CompiledIndex>('lists/index.json').catch((error: unknown) => {
      this.#index = null
      throw error
    })
    return this.#index
  }

  async record(list: string, entry: string): Promise<EntryRecord | null> {
    this.#records ??= bundled<CompiledRecords>('lists/records.json').then(
      ({ records }) => new Map(records.map((record) => [recordKey(record.listId, record.id), record])),
      (error: unknown) => {
        this.#records = null
        throw error
      },
    )
    return (await this.#records).get(recordKey(list, entry)) ?? null
  }

  async info(): Promise<ListInfo> {
    try {
      const { lists } = openIndexed(await this.index())
      return {
        lists: lists.map(({ id, campaign, updated, size, claimedParticipants }) => ({
          id,
          name: campaign,
          updated,
          entries: size,
          claimedParticipants,
        })),
        problem: this.#storageFailed ? 'storage' : null,
      }
    } catch {
      return { lists: [], problem: 'list' }
    }
  }
}

function openIndexed(index: CompiledIndex): CompiledIndex {
  openIndex(index)
  return index
}

/** Compared whole, so that a damaged copy with the right hash is mended too. */
function isSame(stored: unknown, data: PageData): boolean {
  return JSON.stringify(sorted(stored)) === JSON.stringify(sorted(data))
}

/** Storage gives objects back with their keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]))
}

async function bundled<Data>(path: string): Promise<Data> {
  const response = await fetch(browser.runtime.getURL(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Data
}

function recordKey(list: string, entry: string): string {
  return `${list}/${entry}`
}
