import browser from 'webextension-polyfill'
import { readAdjustments } from '../distribution/site-adjustments.ts'
import { badgeEntry, compileIndex, listKeys } from '../list/compile.ts'
import { openIndex } from '../list/lookup.ts'
import { openTable } from '../list/table.ts'
import type { CompiledIndex } from '../list/types.ts'
import type { PageData } from '../shared/page-data.ts'
import type { Appearance } from '../shared/settings.ts'
import { ADJUSTMENTS_KEY, PAGE_KEY } from '../shared/storage-keys.ts'
import type { SiteAdjustments } from '../sites/adjust.ts'
import { sites } from '../sites/registry.ts'
import type { LargeSource } from './large/parts.ts'
import { idOf, type Inputs, type ListSources } from './list-sources.ts'
import type { LoadedLists } from './loaded-lists.ts'
import { ownLabelIndex } from './own-label-list.ts'
import { type ListToWrite, pageParts, writeLabels } from './page-data.ts'
import { sorted } from './sorted.ts'
import { OWN } from './sync/state.ts'

/** Puts all that pages need where content scripts read it. */
export class PagePublisher {
  storageFailed = false
  readonly #sources: ListSources
  readonly #onWritten: () => void
  #publishing: Promise<void> = Promise.resolve()

  /** @param onWritten pages have something else from now on */
  constructor(sources: ListSources, onWritten: () => void) {
    this.#sources = sources
    this.#onWritten = onWritten
  }

  /** Unless it is there already. One after the other. */
  publish(): Promise<void> {
    this.#publishing = this.#publishing.then(async () => {
      try {
        const inputs = await this.#sources.inputs()
        const stored = await browser.storage.local.get([PAGE_KEY, ADJUSTMENTS_KEY])
        if (!(await this.#isWhole(stored[PAGE_KEY], inputs)) || readAdjustments(stored[ADJUSTMENTS_KEY]) === null) await this.#write(inputs)
        this.storageFailed = false
      } catch (error) {
        this.storageFailed = true
        console.warn('AdPledge: the list could not be stored', error)
      }
    })
    return this.#publishing
  }

  /** @throws when the package is damaged */
  async pageData(): Promise<PageData> {
    return this.#pageData(await this.#sources.inputs())
  }

  /** What the lists in use say of sites. */
  async adjustments(): Promise<SiteAdjustments> {
    return this.#adjustments(await this.#sources.inputs())
  }

  async #write(inputs: Inputs): Promise<void> {
    const page = await this.#pageData(inputs)
    const adjustments = await this.#adjustments(inputs)
    await browser.storage.local.set({ [PAGE_KEY]: page, [ADJUSTMENTS_KEY]: adjustments })
    this.#onWritten()
    const large = page.index.lists.some(({ shards }) => shards)
    // What pages no longer ask for may go; where it can't, it is tried again with the next lists.
    await this.#sources.large.sweep(new Set(large ? (await this.#sources.largeKeys(inputs)).values() : [])).catch(() => undefined)
  }

  async #isWhole(stored: unknown, inputs: Inputs): Promise<boolean> {
    return isWhole(stored, await this.#sources.stamp(inputs), inputs.appearance) && this.#sources.large.hold((stored as PageData).index.lists).catch(() => false)
  }

  async #pageData(inputs: Inputs): Promise<PageData> {
    const { appearance, labels, subscriptions } = inputs
    const { words } = await this.#sources.bundle()
    const table = openTable(words)
    const sources: ReadonlyMap<string, LoadedLists | LargeSource> = (await this.#sources.keptOrKeep(inputs)) ?? (await this.#sources.loadedAs(inputs))
    const names = await this.#sources.namesOf(inputs, sources)
    const stamp = await this.#sources.stamp(inputs)
    const lists: ListToWrite[] = labels.length === 0 ? [] : [{ index: ownLabelIndex(labels, table, sites.map(({ id }) => id)), entries: labels }]
    for (const [id, source] of sources) {
      if (id !== OWN && !subscriptions.find((one) => one.id === id)?.on) continue
      const accordingTo = id === OWN ? {} : { accordingTo: names.get(id) ?? '' }
      if ('files' in source) for (const file of source.files) lists.push({ index: { ...compileIndex(file, listKeys(file, table)), id: idOf(file, id), ...accordingTo }, entries: file.entries.map(badgeEntry) })
      else for (const list of source.lists) lists.push({ index: { ...list, ...accordingTo }, entries: [] })
    }
    const index: CompiledIndex = { format: 2, hash: stamp, words, lists: lists.map((list) => list.index) }
    return { index, wording: writeLabels(lists, new Date()), ...pageParts(appearance) }
  }

  async #adjustments(inputs: Inputs): Promise<SiteAdjustments> {
    return ((await this.#sources.kept(inputs)) ?? (await this.#sources.loadedAs(inputs))).get(OWN)?.sites ?? {}
  }
}

/** Storage may hold anything: what a page couldn't open, or reads differently from what it should, is written anew. */
function isWhole(stored: unknown, stamp: string, appearance: Appearance): boolean {
  try {
    const { index, wording, look } = stored as PageData
    if (index.hash !== stamp || wording.labels.length !== index.lists.length || !wording.unlisted.text) return false
    openIndex(index)
    for (const table of wording.labels) openTable(table)
    return JSON.stringify(sorted({ look })) === JSON.stringify(sorted(pageParts(appearance)))
  } catch {
    return false
  }
}
