import type { Database } from '../database.ts'
import { openPart, type OpenParts, type PartKey, type PartKind } from './parts.ts'

/** As many are kept open, those that were asked for last: some 10 MB at most. */
const MOST_OPEN = 400

/** Reads parts of large lists, each only when it is asked for. */
export class PartReader {
  readonly #database: () => Promise<Database>
  readonly #open = new Map<string, unknown>()

  constructor(database: () => Promise<Database>) {
    this.#database = database
  }

  /** One that is open already. */
  recent<Kind extends PartKind>(key: PartKey & { 2: Kind }): OpenParts[Kind] | undefined {
    const name = key.join(' ')
    const part = this.#open.get(name)
    if (part === undefined) return undefined
    // The last in its order is the last that was asked for.
    this.#open.delete(name)
    this.#open.set(name, part)
    return part as OpenParts[Kind]
  }

  /**
   * In the order in which they were asked for, all in one go.
   * @throws DamagedPart
   */
  async read<Kind extends PartKind>(keys: readonly (PartKey & { 2: Kind })[]): Promise<OpenParts[Kind][]> {
    const lacking = keys.filter((key) => this.recent(key) === undefined)
    const stored = new Map<string, OpenParts[Kind]>()
    if (lacking.length > 0) {
      const store = (await this.#database()).transaction('largeParts').store
      await Promise.all(lacking.map(async (key) => stored.set(key.join(' '), openPart(key, await store.get(key)))))
    }
    const parts = keys.map((key) => (stored.get(key.join(' ')) ?? this.recent(key)) as OpenParts[Kind])
    for (const [name, part] of stored) this.#keep(name, part)
    return parts
  }

  forget(): void {
    this.#open.clear()
  }

  #keep(name: string, part: unknown): void {
    this.#open.set(name, part)
    for (const [oldest] of this.#open) {
      if (this.#open.size <= MOST_OPEN) return
      this.#open.delete(oldest)
    }
  }
}
