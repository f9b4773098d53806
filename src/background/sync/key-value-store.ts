/** As much of storage.local as keeping lists needs; tests put others in its place. */
export interface KeyValueStore {
  get(keys: readonly string[]): Promise<Record<string, unknown>>
  /** All of them or none. */
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}
