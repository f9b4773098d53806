import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'
import type { LargeTexts } from '../../src/background/sync/list-data.ts'
import type { MemoryStore } from './memory-store.ts'

/** For lists that are all of the usual size. */
export const NO_LARGE_TEXTS: LargeTexts = { from: Number.POSITIVE_INFINITY, get: () => Promise.resolve(undefined), set: () => Promise.reject(new Error('nothing is large')), keep: () => Promise.resolve() }

const there = (key: string) => `large:${key}`

/** Keeps every text as if it were large: in the same memory, which fails as the rest of it does. */
export function largeTextsIn(memory: MemoryStore, store: KeyValueStore = memory): LargeTexts {
  return {
    from: 0,
    get: async (key) => (await store.get([there(key)]))[there(key)],
    set: (key, packed) => store.set({ [there(key)]: packed }),
    keep: async (keys) => {
      const idle = [...memory.items.keys()].filter((key) => key.startsWith('large:') && !keys.has(key.slice('large:'.length)))
      if (idle.length > 0) await store.remove(idle)
    },
  }
}
