import { database } from '../database.ts'
import type { LargeTexts } from '../sync/list-data.ts'

/**
 * Packed texts of large lists, in IndexedDB. What hardly takes room stays in storage, which needs no database to be open.
 * On disk before anything relies on it: what names a text as the one in use is written after it, and elsewhere.
 */
export const largeTexts: LargeTexts = {
  from: 500_000,
  get: async (key) => (await database()).get('listTexts', key),
  set: async (key, packed) => {
    const { store, done } = (await database()).transaction('listTexts', 'readwrite', { durability: 'strict' })
    await Promise.all([store.put(packed, key), done])
  },
  keep: async (keys) => {
    const store = await database()
    for (const key of await store.getAllKeys('listTexts')) if (!keys.has(key)) await store.delete('listTexts', key)
  },
}
