import browser from 'webextension-polyfill'
import { hostPattern } from '../distribution/addresses.ts'
import { checkLists, entryIds } from '../distribution/check-lists.ts'
import { isPublicSuffix } from '../distribution/public-suffix.ts'
import { readAdjustments } from '../distribution/site-adjustments.ts'
import { badgeEntry, compileIndex, compileRecord, listKeys } from '../list/compile.ts'
import { openIndex } from '../list/lookup.ts'
import { normaliseName } from '../list/normalise.ts'
import type { ListFile } from '../list/schema.ts'
import { openTable, type Table } from '../list/table.ts'
import type { CompiledIndex, EntryRecord, ListIndex } from '../list/types.ts'
import { OWN_LIST } from '../shared/config.ts'
import type { DomainAnswer, OwnLabel, SearchAnswer } from '../shared/messages.ts'
import type { PageData } from '../shared/page-data.ts'
import { type Appearance, parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { ADJUSTMENTS_KEY, PAGE_KEY } from '../shared/storage-keys.ts'
import type { SiteAdjustments } from '../sites/adjust.ts'
import { sites } from '../sites/registry.ts'
import { type Bundle, readBundle, readTexts } from './bundled.ts'
import { answerDomain } from './domain-answer.ts'
import { type Findable, searchLists } from './list-search.ts'
import { distinctNames, type LoadedLists, loadOwn, loadSubscribed } from './loaded-lists.ts'
import { OWN_LABELS_LIST, ownLabelIndex } from './own-label-list.ts'
import type { OwnLabels } from './own-labels.ts'
import { type ListToWrite, pageParts, writeLabels } from './page-data.ts'
import { sorted } from './sorted.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'
import type { SyncEnvironment, Syncer } from './sync/syncer.ts'
import { OWN, type Source } from './sync/state.ts'

/** The build's own list as a source; null where the build has no address. */
export const OWN_SOURCE: Source | null = OWN_LIST && { id: OWN, ...OWN_LIST }

/** All that page data is made of, besides what the package holds. */
interface Inputs {
  appearance: Appearance
  labels: readonly OwnLabel[]
  subscriptions: readonly Subscription[]
  /** By source, the hash of the head in use. */
  heads: readonly (readonly [source: string, signed: string | null])[]
}

/** All lists in use: what pages get of them, and records on request. */
export class Lists {
  /** Set by whoever makes both, as each needs the other. */
  syncer: Syncer | null = null
  storageFailed = false
  /** Called when stored lists turn out to be damaged. */
  onDamage: (source: Source) => void = () => undefined
  readonly #subscriptions: Subscriptions
  readonly #ownLabels: OwnLabels
  #bundle: Promise<Bundle> | null = null
  #loaded: { key: string; lists: Promise<Map<string, LoadedLists>> } | null = null
  /** Sources whose stored lists can't be read; what stands in for them is written under another stamp. */
  readonly #damaged = new Set<string>()
  readonly #told = new Set<string>()
  #publishing: Promise<void> = Promise.resolve()
  /** What can be searched for, as of a stamp. */
  #names: { stamp: string; names: Findable[] } | null = null

  constructor(subscriptions: Subscriptions, ownLabels: OwnLabels) {
    this.#subscriptions = subscriptions
    this.#ownLabels = ownLabels
  }

  /** @throws when the package is damaged */
  bundle(): Promise<Bundle> {
    this.#bundle ??= readBundle().catch((error: unknown) => {
      this.#bundle = null
      throw error
    })
    return this.#bundle
  }

  /** Published lists that are kept fresh. */
  async sources(): Promise<Source[]> {
    return [...(OWN_SOURCE ? [OWN_SOURCE] : []), ...(await this.#subscriptions.list())]
  }

  /** By the source's id, the build's own first, then those that are switched on and off. */
  async loaded(): Promise<Map<string, LoadedLists>> {
    return this.#loadedAs(await this.#inputs())
  }

  /** Remembered for as long as the very same lists are in storage. */
  #loadedAs({ subscriptions, heads }: Inputs): Promise<Map<string, LoadedLists>> {
    const key = JSON.stringify(heads)
    if (this.#loaded?.key !== key) {
      const lists = this.#load(subscriptions)
      this.#loaded = { key, lists }
      lists.catch(() => (this.#loaded = null))
    }
    return this.#loaded.lists
  }

  /** Lists have changed: what is remembered of them is let go, and pages get the new ones. */
  async changed(): Promise<void> {
    this.#loaded = null
    this.#damaged.clear()
    await this.publish()
  }

  /** Puts all that pages need where content scripts read it, unless it is there. One after the other. */
  publish(): Promise<void> {
    this.#publishing = this.#publishing.then(async () => {
      try {
        const inputs = await this.#inputs()
        const stored = await browser.storage.local.get([PAGE_KEY, ADJUSTMENTS_KEY])
        if (!isWhole(stored[PAGE_KEY], await this.#stamp(inputs), inputs.appearance) || readAdjustments(stored[ADJUSTMENTS_KEY]) === null) {
          const adjustments = (await this.#loadedAs(inputs)).get(OWN)?.sites ?? {}
          await browser.storage.local.set({ [PAGE_KEY]: await this.#pageData(inputs), [ADJUSTMENTS_KEY]: adjustments })
        }
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
    return this.#pageData(await this.#inputs())
  }

  async #pageData(inputs: Inputs): Promise<PageData> {
    const { appearance, labels, subscriptions } = inputs
    const { words } = await this.bundle()
    const loaded = await this.#loadedAs(inputs)
    const stamp = await this.#stamp(inputs)
    const table = openTable(words)
    const lists: ListToWrite[] = labels.length === 0 ? [] : [{ index: ownLabelIndex(labels, table, sites.map(({ id }) => id)), entries: labels }]
    for (const [id, { name, files }] of loaded) {
      if (id !== OWN && !subscriptions.find((one) => one.id === id)?.on) continue
      for (const file of files) lists.push({ index: indexOf(file, id, name, table), entries: file.entries.map(badgeEntry) })
    }
    const index: CompiledIndex = { format: 2, hash: stamp, words, lists: lists.map((list) => list.index) }
    return { index, wording: writeLabels(lists, new Date()), ...pageParts(appearance) }
  }

  /** What the lists in use say of sites. */
  async adjustments(): Promise<SiteAdjustments> {
    return (await this.loaded()).get(OWN)?.sites ?? {}
  }

  async record(list: string, entry: string): Promise<EntryRecord | null> {
    for (const [source, { files }] of await this.loaded()) {
      for (const file of files) {
        const found = idOf(file, source) === list ? file.entries.find((one) => one.id === entry) : undefined
        if (found) return compileRecord(file, found)
      }
    }
    return null
  }

  /**
   * What lists have about a website.
   * @throws when the package is damaged
   */
  async domain(domain: string): Promise<DomainAnswer> {
    const answer = (data: PageData) => answerDomain(data, domain, (list, entry) => this.record(list, entry))
    await this.publish()
    const stored = (await browser.storage.local.get(PAGE_KEY).catch((): Record<string, unknown> => ({})))[PAGE_KEY]
    // Where it couldn't be stored it is made for this once.
    return answer(stored as PageData).catch(async () => answer(await this.pageData()))
  }

  /** What lists have under a name, or a part of one. */
  async search(text: string): Promise<SearchAnswer> {
    await this.publish()
    const inputs = await this.#inputs()
    const stamp = await this.#stamp(inputs)
    if (this.#names?.stamp !== stamp) this.#names = { stamp, names: findable(inputs, await this.#loadedAs(inputs), openTable((await this.bundle()).words)) }
    const stored = (await browser.storage.local.get(PAGE_KEY).catch((): Record<string, unknown> => ({})))[PAGE_KEY] as PageData | undefined
    const data = stored?.index?.hash === stamp ? stored : await this.pageData()
    return searchLists(text, { names: this.#names.names, data, recordOf: (list, entry) => this.record(list, entry) })
  }

  /** What keeping lists fresh needs of lists. */
  environment(): Pick<SyncEnvironment, 'mayFetch' | 'isWanted' | 'localTexts' | 'entriesInUse' | 'accept' | 'sources'> {
    return {
      mayFetch: (address) => browser.permissions.contains({ origins: [hostPattern(address)] }).catch(() => false),
      isWanted: async ({ id, address, key }) => (await this.sources()).some((one) => one.id === id && one.address === address && one.key === key),
      localTexts: async () => {
        const bundle = await this.bundle()
        return new Map([...(await readTexts(bundle)), ...(bundle.sites ? [bundle.sites] : [])].map(({ sha256, text }) => [sha256, text]))
      },
      entriesInUse: async ({ id }) => entryIds((await this.loaded()).get(id)?.files ?? []),
      accept: async (texts) => checkLists(texts, (await this.bundle()).words, isPublicSuffix),
      sources: () => this.sources(),
    }
  }

  async #load(subscriptions: readonly Subscription[]): Promise<Map<string, LoadedLists>> {
    const bundle = await this.bundle()
    const own = OWN_SOURCE && (await this.#held(OWN_SOURCE))
    const ownLists = loadOwn(bundle, await readTexts(bundle), own)
    const subscribed = await Promise.all(subscriptions.map(async (one) => loadSubscribed(await this.#held(one), bundle.words, new URL(one.address).host)))
    const names = distinctNames([bundle.name, ownLists.name], subscriptions.map(({ address }, at) => ({ address, name: subscribed[at]?.name ?? '' })))
    return new Map([
      [OWN, ownLists],
      ...subscriptions.map(({ id }, at) => [id, { ...(subscribed[at] as LoadedLists), name: names[at] ?? '' }] as const),
    ])
  }

  async #held(source: Source) {
    const held = (await this.syncer?.held(source)) ?? null
    if (held === null && (await this.syncer?.state(source))?.head) {
      this.#damaged.add(source.id)
      // Once: a host that can't be reached mends nothing by being asked again and again.
      if (!this.#told.has(source.id)) this.onDamage(source)
      this.#told.add(source.id)
    }
    return held
  }

  /** Read at once and before anything is made of it: what changes meanwhile has another stamp. */
  async #inputs(): Promise<Inputs> {
    const [labels, subscriptions, stored] = await Promise.all([this.#ownLabels.list(), this.#subscriptions.list(), browser.storage.local.get(SETTINGS_KEY)])
    const sources = [...(OWN_SOURCE ? [OWN_SOURCE] : []), ...subscriptions]
    const heads = sources.map(async (source) => {
      const state = await this.syncer?.state(source)
      return [source.id, state?.head ? state.signed : null] as const
    })
    return { appearance: parseSettings(stored[SETTINGS_KEY]).appearance, labels, subscriptions, heads: await Promise.all(heads) }
  }

  /** Tells whether pages have what they should. */
  async #stamp({ labels, subscriptions, heads }: Inputs): Promise<string> {
    const { lists, sites } = await this.bundle()
    const parts = [
      browser.runtime.getManifest().version,
      browser.i18n.getUILanguage(),
      browser.i18n.getMessage('textLanguage'),
      // Labels tell what is ahead, under way and over.
      new Date().toISOString().slice(0, 10),
      lists.map(({ sha256 }) => sha256),
      sites?.sha256 ?? null,
      heads,
      [...this.#damaged],
      subscriptions,
      labels,
    ]
    return JSON.stringify(parts)
  }
}

/** Every name of every entry that pages look up. */
function findable({ labels, subscriptions }: Inputs, loaded: ReadonlyMap<string, LoadedLists>, words: Table): Findable[] {
  const own = labels.map(({ name }, entry) => ({ key: normaliseName(name, words), list: OWN_LABELS_LIST, entry }))
  const inUse = [...loaded].filter(([id]) => id === OWN || subscriptions.find((one) => one.id === id)?.on)
  const listed = inUse.flatMap(([source, { files }]) =>
    files.flatMap((file) => file.entries.flatMap(({ name, aliases }, entry) => [name, ...aliases].map((one) => ({ key: normaliseName(one, words), list: idOf(file, source), entry })))),
  )
  return [...own, ...listed]
}

/** Ids of subscribed lists begin with that of their source, so that no list can pass for another. */
function idOf({ id }: ListFile, source: string): string {
  return source === OWN ? id : `${source}/${id}`
}

function indexOf(file: ListFile, source: string, name: string, words: Table): ListIndex {
  return { ...compileIndex(file, listKeys(file, words)), id: idOf(file, source), ...(source === OWN ? {} : { accordingTo: name }) }
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
