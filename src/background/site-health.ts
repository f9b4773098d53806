import * as v from 'valibot'
import browser from 'webextension-polyfill'
import type { Payload, SiteHealth } from '../shared/messages.ts'
import { siteById } from '../sites/registry.ts'
import type { Mutex } from './mutex.ts'

const KEY = 'site-health'

const count = v.pipe(v.number(), v.minValue(0))
const stored = v.record(v.string(), v.object({ posts: count, unreadable: count, since: v.string() }))

/** Counts what sites show from one page to the next; nothing of what was in a post is kept. */
export class SiteHealths {
  readonly #mutex: Mutex

  constructor(mutex: Mutex) {
    this.#mutex = mutex
  }

  async read(): Promise<Record<string, SiteHealth>> {
    const result = v.safeParse(stored, (await browser.storage.local.get(KEY))[KEY])
    return result.success ? result.output : {}
  }

  /** Adds what a page has seen; an ad begins the count anew. */
  async add({ site, posts, unreadable, sinceAd }: Payload<'site:seen'>): Promise<void> {
    if (!siteById(site)) return
    await this.#mutex.run(async () => {
      const all = await this.read()
      const now = new Date().toISOString()
      const before = all[site] ?? { posts: 0, unreadable: 0, since: now }
      const next = sinceAd === null ? { ...before, posts: before.posts + posts, unreadable: Math.max(0, before.unreadable + unreadable) } : { posts: sinceAd, unreadable: 0, since: now }
      // A count is no reason to fail.
      await browser.storage.local.set({ [KEY]: { ...all, [site]: next } }).catch(() => undefined)
    })
  }
}
