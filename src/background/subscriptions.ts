import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { hostPattern, listAddress } from '../distribution/addresses.ts'
import { sha256, utf8 } from '../distribution/encoding.ts'
import { isPublicKey } from '../distribution/public-key.ts'
import { OWN_LIST } from '../shared/config.ts'
import type { Mutex } from './mutex.ts'
import type { Source } from './sync/state.ts'

export interface Subscription extends Source {
  on: boolean
}

const SUBSCRIPTIONS_KEY = 'subscriptions'
const MOST_SUBSCRIPTIONS = 20

const subscription = v.object({ id: v.string(), address: v.string(), key: v.custom<string>(isPublicKey), on: v.boolean() })

/** Lists that the person has added. */
export class Subscriptions {
  readonly #mutex: Mutex

  constructor(mutex: Mutex) {
    this.#mutex = mutex
  }

  /** As they were added; what isn't one is left out. */
  async list(): Promise<Subscription[]> {
    const stored = (await browser.storage.local.get(SUBSCRIPTIONS_KEY))[SUBSCRIPTIONS_KEY]
    if (!Array.isArray(stored)) return []
    return stored.flatMap((item) => {
      const result = v.safeParse(subscription, item)
      return result.success && listAddress(result.output.address) === result.output.address ? [result.output] : []
    })
  }

  /** @throws Error `address`, `own`, `exists` or `too many` */
  async add(given: string, key: string): Promise<Subscription> {
    const address = listAddress(given)
    if (address === null) throw new Error('address')
    if (address === OWN_LIST?.address) throw new Error('own')
    const id = `list-${(await sha256(utf8(`${address} ${key}`))).slice(0, 16)}`
    const added = { id, address, key, on: true }
    await this.#change((all) => {
      if (all.some((one) => one.address === address)) throw new Error('exists')
      if (all.length >= MOST_SUBSCRIPTIONS) throw new Error('too many')
      return [...all, added]
    })
    return added
  }

  async switch(id: string, on: boolean): Promise<void> {
    await this.#change((all) => all.map((one) => (one.id === id ? { ...one, on } : one)))
  }

  /** Takes the permission for its host back as well, where nothing else needs it. */
  async remove(id: string): Promise<void> {
    let gone: Subscription | undefined
    const left = await this.#change((all) => {
      gone = all.find((one) => one.id === id)
      return all.filter((one) => one.id !== id)
    })
    if (!gone) return
    const pattern = hostPattern(gone.address)
    const needed = [...left, ...(OWN_LIST ? [OWN_LIST] : [])].some(({ address }) => hostPattern(address) === pattern)
    if (!needed) await browser.permissions.remove({ origins: [pattern] }).catch(() => undefined)
  }

  #change(change: (all: Subscription[]) => Subscription[]): Promise<Subscription[]> {
    return this.#mutex.run(async () => {
      const next = change(await this.list())
      await browser.storage.local.set({ [SUBSCRIPTIONS_KEY]: next })
      return next
    })
  }
}
