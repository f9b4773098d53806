import { type Bytes, sha256, toBase64, utf8 } from '../../distribution/encoding.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { pack, unpack } from './packed-text.ts'
import { dataKey } from './state.ts'

/** What data there may be, so that what a killed worker left behind is found. */
const INVENTORY_KEY = 'list-inventory'

/** Where packed texts are kept that would fill storage. */
export interface LargeTexts {
  /** The least bytes with which one belongs there. */
  from: number
  get(key: string): Promise<unknown>
  set(key: string, packed: Bytes): Promise<void>
  /** Removes all others. */
  keep(keys: ReadonlySet<string>): Promise<void>
}

/** The texts of lists in storage, by their SHA-256. One text may belong to several published lists. */
export class ListData {
  readonly #store: KeyValueStore
  readonly #large: LargeTexts

  constructor(store: KeyValueStore, large: LargeTexts) {
    this.#store = store
    this.#large = large
  }

  /** @returns null for what is missing or isn't what it was */
  async read(hash: string): Promise<string | null> {
    try {
      const key = dataKey(hash)
      const text = await unpack((await this.#store.get([key]))[key] ?? (await this.#large.get(key)))
      return (await sha256(utf8(text))) === hash ? text : null
    } catch {
      return null
    }
  }

  /**
   * Writes texts beside what is there, and reads them again.
   * @param texts by their SHA-256
   * @param here what is here already, so that an inventory that was damaged is whole again
   * @throws when one can't be stored as it is
   */
  async write(texts: ReadonlyMap<string, string>, here: ReadonlySet<string>): Promise<void> {
    if (texts.size === 0) return
    await this.#store.set({ [INVENTORY_KEY]: [...new Set([...(await this.#inventory()), ...here, ...texts.keys()])] })
    for (const [hash, text] of texts) {
      const packed = await pack(text)
      if (packed.length < this.#large.from) await this.#store.set({ [dataKey(hash)]: toBase64(packed) })
      else await this.#large.set(dataKey(hash), packed)
    }
    for (const hash of texts.keys()) if ((await this.read(hash)) === null) throw new Error('what was stored came back changed')
  }

  /** Removes what no list needs. */
  async sweep(needed: ReadonlySet<string>): Promise<void> {
    // What can't be removed now is removed with the next list.
    await this.#large.keep(new Set([...needed].map(dataKey))).catch(() => undefined)
    const inventory = await this.#inventory()
    const idle = inventory.filter((hash) => !needed.has(hash))
    if (idle.length === 0) return
    await this.#store.remove(idle.map(dataKey))
    await this.#store.set({ [INVENTORY_KEY]: inventory.filter((hash) => needed.has(hash)) })
  }

  async #inventory(): Promise<string[]> {
    const stored = (await this.#store.get([INVENTORY_KEY]))[INVENTORY_KEY]
    return Array.isArray(stored) ? stored.filter((hash) => typeof hash === 'string') : []
  }
}
