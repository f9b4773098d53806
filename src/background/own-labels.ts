import browser from 'webextension-polyfill'
import { isPublicSuffix } from '../distribution/public-suffix.ts'
import { hostOf } from '../list/domains.ts'
import { normaliseName } from '../list/normalise.ts'
import { PLATFORMS } from '../list/platforms.ts'
import type { Table } from '../list/table.ts'
import type { OwnLabel, OwnLabelDraft } from '../shared/messages.ts'
import { MOST_OWN_LABELS } from '../shared/own-labels.ts'
import { OWN_LABELS_KEY } from '../shared/storage-keys.ts'
import type { Mutex } from './mutex.ts'
import { readOwnLabels } from './own-labels-stored.ts'

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
    return readOwnLabels((await browser.storage.local.get(OWN_LABELS_KEY))[OWN_LABELS_KEY])
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
      // Each name's key is worked out once: files may bring as many labels as there can be.
      let all = (await this.list()).map((label) => ({ label, key: normaliseName(label.name, words) }))
      for (const label of labels) {
        const key = normaliseName(label.name, words)
        const isOther = (one: (typeof all)[number]) => one.label.id !== id && one.key !== key && (one.label.domain === null || one.label.domain !== label.domain)
        const [before] = all.filter((one) => !isOther(one)).map((one) => one.label)
        counts[before ? 'replaced' : 'added']++
        // The one that it takes the place of lends its id, so that on other devices it is that one, changed.
        const changed = { ...label, id: id ?? before?.id ?? crypto.randomUUID(), changed: new Date().toISOString() }
        all = [...all.filter(isOther), { label: changed, key }]
      }
      if (all.length > MOST_OWN_LABELS) throw new Error('too many')
      await browser.storage.local.set({ [OWN_LABELS_KEY]: all.map(({ label }) => label) })
      return counts
    })
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
