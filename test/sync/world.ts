import { checkLists, entryIds } from '../../src/distribution/check-lists.ts'
import { isPublicSuffix } from '../../src/distribution/public-suffix.ts'
import { readWords } from '../../scripts/lists-plugin.ts'
import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'
import type { Source } from '../../src/background/sync/state.ts'
import { type Held, isList, Syncer } from '../../src/background/sync/syncer.ts'
import type { LargeTexts } from '../../src/background/sync/list-data.ts'
import { NO_LARGE_TEXTS } from './large-texts.ts'
import { MemoryStore } from './memory-store.ts'

/** A syncer as the background makes it, with nothing but a storage, a network and its sources around it. */

export const WORDS = readWords()
/** Between the days on which publications of the tests are made and expire. */
const NOW = Date.parse('2026-02-15T12:00:00Z')

/** Storage that holds this already. */
export function storeWith(items: Record<string, unknown>): MemoryStore {
  const store = new MemoryStore()
  for (const [key, value] of Object.entries(structuredClone(items))) store.items.set(key, value)
  return store
}

/** A copy of all that storage holds. */
export function contentsOf({ items }: MemoryStore): Record<string, unknown> {
  return structuredClone(Object.fromEntries(items))
}

export interface WorldOptions {
  store: KeyValueStore
  largeTexts?: LargeTexts
  fetch: typeof fetch
  sources: readonly Source[]
}

/** As the background has it after a start: nothing is remembered but what is stored. */
export function syncerIn({ store, largeTexts = NO_LARGE_TEXTS, fetch, sources }: WorldOptions): Syncer {
  const syncer: Syncer = new Syncer({
    fetch,
    store,
    largeTexts,
    now: () => NOW,
    random: () => 0.5,
    // Longer than any test: what a dead worker waits for never comes.
    patience: { stall: 2e9, total: 2e9, perByte: 0 },
    mayFetch: () => Promise.resolve(true),
    isWanted: () => Promise.resolve(true),
    localTexts: () => Promise.resolve(new Map()),
    entriesInUse: async (source) => entriesOf(await syncer.held(source)),
    accept: async (texts) => checkLists(texts, WORDS, isPublicSuffix),
    sources: () => Promise.resolve(sources),
  })
  return syncer
}

function entriesOf(held: Held | null): Set<string> {
  return entryIds(held ? checkLists(held.texts.filter(isList), WORDS, isPublicSuffix) : [])
}
