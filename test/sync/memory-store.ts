import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'

/** Storage as browsers have it: values are copies, and a set writes all of its items or none. */
export class MemoryStore implements KeyValueStore {
  readonly items = new Map<string, unknown>()
  /** Called before anything is written; throws where that is to fail. */
  onSet: (items: Record<string, unknown>) => void = () => undefined
  /** Called before anything is read. */
  onGet: () => void = () => undefined

  async get(keys: readonly string[]): Promise<Record<string, unknown>> {
    await Promise.resolve()
    this.onGet()
    return Object.fromEntries(keys.filter((key) => this.items.has(key)).map((key) => [key, structuredClone(this.items.get(key))]))
  }

  async set(items: Record<string, unknown>): Promise<void> {
    await Promise.resolve()
    this.onSet(items)
    for (const [key, value] of Object.entries(structuredClone(items))) this.items.set(key, value)
  }

  async remove(keys: readonly string[]): Promise<void> {
    await Promise.resolve()
    for (const key of keys) this.items.delete(key)
  }

  /** Keys of lists' texts. */
  dataKeys(): string[] {
    return [...this.items.keys()].filter((key) => key.startsWith('list-data:'))
  }
}
