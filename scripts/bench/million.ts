import type { Page } from 'puppeteer-core'
import { badgeEntry, compileIndex, compileRecord, listKeys } from '../../src/list/compile.ts'
import { checked, ENTRIES_PER_PART, NO_KEYS, type LargeEntry } from '../../src/background/large/parts.ts'
import { buildShards } from '../../src/list/shards.ts'
import { atOnce } from '../../src/shared/steps.ts'
import type { ListFile } from '../../src/list/schema.ts'
import type { Table } from '../../src/list/table.ts'
import type { ListIndex } from '../../src/list/types.ts'

/** Parts that cross to the page at once. */
const PARTS = 25
const SOURCE = 'bench'

/**
 * Puts a list's parts into the extension's database and the list beside those that pages have, as a page of the extension: no worker could read a list of a million entries.
 * Of its entries only those that are asked for.
 */
export async function fillLarge(page: Page, file: ListFile, words: Table, asked: readonly number[]): Promise<void> {
  const keys = listKeys(file, words)
  for (const [place, { id }] of file.entries.entries()) keys.set(`i${id}`, place.toString(36).toUpperCase())
  const { table, shards } = atOnce(buildShards(keys))
  keys.clear()
  const index: ListIndex = { ...compileIndex({ ...file, entries: [] }, new Map()), size: file.entries.length, id: `${SOURCE}/${file.id}`, accordingTo: 'Benchmark', keys: NO_KEYS, shards: [SOURCE, 0] }
  let batch: [key: unknown, value: unknown][] = []
  const flush = async () => {
    await page.evaluate(putParts, batch)
    batch = []
  }
  let number = 0
  for (const shard of shards) if (batch.push([[SOURCE, 0, 'keys', number++], shard]) === PARTS) await flush()
  const each = ENTRIES_PER_PART.entries
  for (const part of new Set(asked.map((place) => Math.floor(place / each)))) {
    const entries = file.entries.slice(part * each, (part + 1) * each).map((entry): LargeEntry => ({ badge: badgeEntry(entry), record: compileRecord(file, entry) }))
    if (batch.push([[SOURCE, 0, 'entries', part], checked(entries)]) === PARTS) await flush()
  }
  await flush()
  await page.evaluate(putFilter, Buffer.from(table.filter).toString('base64'), { shards: table.shards, checksum: table.checksum }, index as unknown as Record<string, unknown>)
}

/** Runs in the page. */
function putParts(parts: [key: unknown, value: unknown][]): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('adpledge')
    opening.addEventListener('error', () => fail(opening.error ?? new Error('no database')))
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('largeParts', 'readwrite')
      for (const [key, value] of parts) transaction.objectStore('largeParts').put(value, key as IDBValidKey)
      transaction.addEventListener('complete', () => {
        opening.result.close()
        done()
      })
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('not written')))
    })
  })
}

/** Runs in the page. */
async function putFilter(base64: string, about: object, index: Record<string, unknown>): Promise<void> {
  const filter = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const { page } = await chrome.storage.local.get<{ page: { index: { lists: unknown[] }; wording: { labels: unknown[] } } }>('page')
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open('adpledge')
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction(['largeParts', 'largeSources'], 'readwrite')
      transaction.objectStore('largeParts').put({ ...about, filter }, ['bench', 0, 'filter', 0])
      transaction.objectStore('largeSources').put({ name: 'Benchmark', using: 'synced', head: null, sites: {}, lists: [index] }, 'bench')
      transaction.addEventListener('complete', () => {
        opening.result.close()
        done()
      })
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('not written')))
    })
  })
  page.index.lists.push(index)
  page.wording.labels.push(index['keys'])
  await chrome.storage.local.set({ page })
}
