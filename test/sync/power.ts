import { createHash } from 'node:crypto'
import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'

/** Storage and network that fail, or die with the worker that uses them, at a step that is given. */

export interface End {
  /** Number of the step, from 0. */
  at: number
  /**
   * `before`: the step never happens, nor does anything later. `after`: it happens, and nobody hears of it.
   * `refused`: it fails, as storage does that is full, and what follows doesn't; or does, from then on.
   */
  how: 'before' | 'after' | 'refused' | 'refused from then on'
}

export class Power {
  /** What was begun, in order. */
  readonly steps: string[] = []
  /** Resolves when nothing happens any more. */
  readonly failed: Promise<void>
  readonly #end: End | null
  #isDead = false
  #fail: () => void = () => undefined

  constructor(end: End | null = null) {
    this.#end = end
    this.failed = new Promise((resolve) => {
      this.#fail = resolve
    })
  }

  async step<Result>(what: string, act: () => Result | Promise<Result>): Promise<Result> {
    if (this.#isDead) return this.#never()
    const number = this.steps.push(what) - 1
    const { at, how } = this.#end ?? { at: Number.POSITIVE_INFINITY, how: 'before' }
    if (number === at && how === 'before') return this.#never()
    if ((number === at && how === 'refused') || (number >= at && how === 'refused from then on')) throw new Error('QuotaExceededError')
    const result = await act()
    return number === at && how === 'after' ? this.#never() : result
  }

  #never<Result>(): Promise<Result> {
    this.#isDead = true
    this.#fail()
    return new Promise(() => undefined)
  }
}

export class FailingStore implements KeyValueStore {
  readonly #store: KeyValueStore
  readonly #power: Power

  constructor(store: KeyValueStore, power: Power) {
    this.#store = store
    this.#power = power
  }

  get(keys: readonly string[]): Promise<Record<string, unknown>> {
    return this.#power.step(`get ${keys.join()}`, () => this.#store.get(keys))
  }

  set(items: Record<string, unknown>): Promise<void> {
    return this.#power.step(`set ${Object.keys(items).join()}`, () => this.#store.set(items))
  }

  remove(keys: readonly string[]): Promise<void> {
    return this.#power.step(`remove ${keys.join()}`, () => this.#store.remove(keys))
  }
}

/** Answers come in so many pieces. */
const PIECES = 3

/** Answers from memory: how they travel isn't what is tested with it. */
export class FailingFetch {
  readonly #files: ReadonlyMap<string, Uint8Array>
  readonly #power: Power
  readonly #etags: boolean

  /** @param files by their address */
  constructor(files: ReadonlyMap<string, Uint8Array>, power: Power, etags = false) {
    this.#files = files
    this.#power = power
    this.#etags = etags
  }

  readonly fetch = (address: Parameters<typeof fetch>[0], { headers }: RequestInit = {}): Promise<Response> => {
    const path = address instanceof Request ? address.url : String(address)
    return this.#power.step(`fetch ${path}`, () => {
      const bytes = this.#files.get(path)
      if (!bytes) return new Response(null, { status: 404 })
      const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`
      if (this.#etags && new Headers(headers).get('if-none-match') === etag) return new Response(null, { status: 304 })
      return new Response(this.#body(path, bytes), { headers: this.#etags ? { etag } : {} })
    })
  }

  #body(path: string, bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
    const size = Math.ceil(bytes.length / PIECES)
    let at = 0
    // Nothing is read ahead: each piece is a step of its own.
    const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
      pull: async (controller) => {
        await this.#power.step(`piece of ${path}`, () => undefined)
        controller.enqueue(Uint8Array.from(bytes.subarray(at, at + size)))
        at += size
        if (at >= bytes.length) controller.close()
      },
    }
    return new ReadableStream(source, { highWaterMark: 0 })
  }
}
