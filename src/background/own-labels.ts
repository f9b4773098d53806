import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { isPublicSuffix } from '../distribution/public-suffix.ts'
import { hostOf } from '../list/domains.ts'
import { normaliseName } from '../list/normalise.ts'
import { PLATFORMS } from '../list/platforms.ts'
import type { Table } from '../list/table.ts'
import type { OwnLabel, OwnLabelDraft } from '../shared/messages.ts'
import { MOST_OWN_LABELS, OWN_LABEL_LENGTH } from '../shared/own-labels.ts'
import type { Mutex } from './mutex.ts'

export const OWN_LABELS_KEY = 'own-labels'

const ownLabel = v.object({
  id: v.string(),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(400)),
  domain: v.nullable(v.string()),
  text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(OWN_LABEL_LENGTH)),
  changed: v.string(),
})

/** What a person wrote about advertisers. No update of a list touches it. */
export class OwnLabels {
  readonly #mutex: Mutex
  readonly #words: () => Promise<Table>

  /** @param words that lists compare names with */
  constructor(mutex: Mutex, words: () => Promise<Table>) {
    this.#mutex = mutex
    this.#words = words
  }

  /** In the order in which they were written; what isn't a label is left out. */
  async list(): Promise<OwnLabel[]> {
    const stored = (await browser.storage.local.get(OWN_LABELS_KEY))[OWN_LABELS_KEY]
    if (!Array.isArray(stored)) return []
    return stored.flatMap((item) => {
      const result = v.safeParse(ownLabel, item)
      return result.success ? [result.output] : []
    })
  }

  /**
   * Adds labels; one about the same advertiser takes the place of the earlier one.
   * @param id of the label that is changed, if it is one
   * @throws Error `name`, `domain` or `too many`, or as storage does
   */
  async save(drafts: readonly OwnLabelDraft[], id: string | null = null): Promise<{ added: number; replaced: number }> {
    const words = await this.#words()
    const labels = drafts.map((draft) => checked(draft, words))
    return this.#mutex.run(async () => {
      const counts = { added: 0, replaced: 0 }
      let all = (await this.list()).filter((label) => label.id !== id)
      for (const label of labels) {
        const key = normaliseName(label.name, words)
        const others = all.filter((one) => normaliseName(one.name, words) !== key && (one.domain === null || one.domain !== label.domain))
        counts[others.length < all.length || id !== null ? 'replaced' : 'added']++
        all = [...others, { ...label, id: id ?? crypto.randomUUID(), changed: new Date().toISOString() }]
      }
      if (all.length > MOST_OWN_LABELS) throw new Error('too many')
      await browser.storage.local.set({ [OWN_LABELS_KEY]: all })
      return counts
    })
  }

  /** Puts labels as they come from another device in the place of all that are here; what isn't a label is left out. */
  async replace(labels: readonly unknown[]): Promise<void> {
    const all = labels.flatMap((item) => {
      const result = v.safeParse(ownLabel, item)
      return result.success ? [result.output] : []
    })
    await this.#mutex.run(() => browser.storage.local.set({ [OWN_LABELS_KEY]: all.slice(0, MOST_OWN_LABELS) }))
  }

  async delete(id: string): Promise<void> {
    await this.#mutex.run(async () => {
      await browser.storage.local.set({ [OWN_LABELS_KEY]: (await this.list()).filter((label) => label.id !== id) })
    })
  }
}

/** @throws Error `name` or `domain` for what no ad could be told by, or nearly every ad */
function checked({ name, domain, text }: OwnLabelDraft, words: Table): OwnLabelDraft {
  if (normaliseName(name, words) === '') throw new Error('name')
  if (domain === null || domain.trim() === '') return { name, domain: null, text }
  const host = hostOf(domain)
  if (!host.includes('.') || isPublicSuffix(host) || PLATFORMS.some((platform) => host === platform || host.endsWith(`.${platform}`))) throw new Error('domain')
  return { name, domain: host, text }
}
