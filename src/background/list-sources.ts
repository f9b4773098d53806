import browser from 'webextension-polyfill'
import { hostPattern } from '../distribution/addresses.ts'
import { entryIds, type ListText } from '../distribution/check-lists.ts'
import { sha256, utf8 } from '../distribution/encoding.ts'
import type { ListFile } from '../list/schema.ts'
import { openTable } from '../list/table.ts'
import type { ListIndex } from '../list/types.ts'
import { OWN_LIST } from '../shared/config.ts'
import type { OwnLabel } from '../shared/messages.ts'
import { type Appearance, parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { type Bundle, readBundle, readTexts } from './bundled.ts'
import { LargeLists } from './large/large-lists.ts'
import type { LargeSource } from './large/parts.ts'
import { type Check, checkInTurns, distinctNames, type LoadedLists, loadOwn, loadSubscribed } from './loaded-lists.ts'
import type { OwnLabels } from './own-labels.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'
import type { SyncEnvironment, Syncer } from './sync/syncer.ts'
import { OWN, type Source } from './sync/state.ts'

/** The build's own list as a source; null where the build has no address. */
export const OWN_SOURCE: Source | null = OWN_LIST && { id: OWN, ...OWN_LIST }

/** With more entries than these, in all lists together, pages ask the background. */
const MOST_IN_PAGES = 20_000

/** All that page data is made of, besides what the package holds. */
export interface Inputs {
  appearance: Appearance
  labels: readonly OwnLabel[]
  subscriptions: readonly Subscription[]
  /** By source, the hash of the head in use. */
  heads: readonly (readonly [source: string, signed: string | null])[]
}

/** Where lists come from: the package, what sync keeps, and labels of one's own; read once for as long as they are the same. */
export class ListSources {
  /** Set by whoever makes both, as each needs the other. */
  syncer: Syncer | null = null
  /** Called when stored lists turn out to be damaged. */
  onDamage: (source: Source) => void = () => undefined
  readonly large = new LargeLists()
  readonly #subscriptions: Subscriptions
  readonly #ownLabels: OwnLabels
  #bundle: Promise<Bundle> | null = null
  #loaded: { key: string; lists: Promise<Map<string, LoadedLists>> } | null = null
  /** What sync has checked, until it is in use. */
  #accepted: { texts: readonly ListText[]; files: readonly ListFile[] } | null = null
  /** Sources whose stored lists can't be read; what stands in for them is written under another stamp. */
  readonly #damaged = new Set<string>()
  readonly #told = new Set<string>()

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
  async all(): Promise<Source[]> {
    return [...(OWN_SOURCE ? [OWN_SOURCE] : []), ...(await this.#subscriptions.list())]
  }

  /** Lists have changed: what is remembered of them is let go. */
  forget(): void {
    this.#loaded = null
    this.#damaged.clear()
  }

  /** What was accepted is in use. */
  settle(): void {
    this.#accepted = null
  }

  /** Read at once and before anything is made of it: what changes meanwhile has another stamp. */
  async inputs(): Promise<Inputs> {
    const [labels, subscriptions, stored] = await Promise.all([this.#ownLabels.list(), this.#subscriptions.list(), browser.storage.local.get(SETTINGS_KEY)])
    const sources = [...(OWN_SOURCE ? [OWN_SOURCE] : []), ...subscriptions]
    const heads = sources.map(async (source) => {
      const state = await this.syncer?.state(source)
      return [source.id, state?.head ? state.signed : null] as const
    })
    return { appearance: parseSettings(stored[SETTINGS_KEY]).appearance, labels, subscriptions, heads: await Promise.all(heads) }
  }

  /** Tells whether pages have what they should. */
  async stamp({ labels, subscriptions, heads }: Inputs): Promise<string> {
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

  /** Remembered for as long as the very same lists are in storage. */
  loadedAs({ subscriptions, heads }: Inputs): Promise<Map<string, LoadedLists>> {
    const key = JSON.stringify(heads)
    if (this.#loaded?.key !== key) {
      const lists = this.#load(subscriptions)
      this.#loaded = { key, lists }
      lists.catch(() => (this.#loaded = null))
    }
    return this.#loaded.lists
  }

  /** All sources as they are kept where lists are too large for pages; null where they aren't, or not all of them yet. */
  async kept(inputs: Inputs): Promise<Map<string, LargeSource> | null> {
    const keys = await this.largeKeys(inputs)
    try {
      const sources = await Promise.all(Array.from(keys, async ([id, key]) => [id, await this.large.source(key)] as const))
      const isThere = sources.every((one): one is [string, LargeSource] => one[1] !== null)
      // What is left of large ones may fit into pages again.
      return isThere && sizeOf(sources.flatMap(([, { lists }]) => lists)) > MOST_IN_PAGES ? new Map(sources) : null
    } catch {
      return null
    }
  }

  /** All sources, kept if they are too large for pages; null where pages can hold them. */
  async keptOrKeep(inputs: Inputs): Promise<Map<string, LargeSource> | null> {
    const kept = await this.kept(inputs)
    if (kept) return kept
    const loaded = await this.loadedAs(inputs)
    if (sizeOf([...loaded.values()].flatMap(({ files }) => files.map(({ entries }) => ({ size: entries.length })))) <= MOST_IN_PAGES) return null
    const words = openTable((await this.bundle()).words)
    // What is damaged is known only now.
    const keys = await this.largeKeys(inputs)
    const sources = new Map<string, LargeSource>()
    for (const [id, lists] of loaded) {
      const key = keys.get(id) ?? ''
      sources.set(id, (await this.large.source(key)) ?? (await this.large.write(key, lists, (file) => idOf(file, id), words)))
    }
    // They take a hundred times the room of what is asked for from now on.
    this.#loaded = null
    return sources
  }

  /** What a source's parts are kept under: all that they are made of. */
  async largeKeys({ heads }: Inputs): Promise<Map<string, string>> {
    const { lists, sites } = await this.bundle()
    const version = browser.runtime.getManifest().version
    const packaged = [...lists.map(({ sha256 }) => sha256), sites?.sha256]
    const all: Inputs['heads'] = OWN_SOURCE ? heads : [[OWN, null], ...heads]
    return new Map(await Promise.all(all.map(async ([id, signed]) => [id, await sha256(utf8(JSON.stringify([version, id, signed, this.#damaged.has(id), id === OWN ? packaged : null])))] as const)))
  }

  /** What sources are called here. */
  async namesOf({ subscriptions }: Inputs, sources: ReadonlyMap<string, Pick<LoadedLists, 'name'>>): Promise<Map<string, string>> {
    const own = sources.get(OWN)?.name ?? ''
    const names = distinctNames([(await this.bundle()).name, own], subscriptions.map(({ id, address }) => ({ address, name: sources.get(id)?.name ?? '' })))
    return new Map([[OWN, own], ...subscriptions.map(({ id }, at) => [id, names[at] ?? ''] as const)])
  }

  /** What keeping lists fresh needs of lists. */
  environment(): Pick<SyncEnvironment, 'mayFetch' | 'isWanted' | 'localTexts' | 'entriesInUse' | 'accept' | 'sources'> {
    return {
      mayFetch: (address) => browser.permissions.contains({ origins: [hostPattern(address)] }).catch(() => false),
      isWanted: async ({ id, address, key }) => (await this.all()).some((one) => one.id === id && one.address === address && one.key === key),
      localTexts: async () => {
        const bundle = await this.bundle()
        return new Map([...(await readTexts(bundle)), ...(bundle.sites ? [bundle.sites] : [])].map(({ sha256, text }) => [sha256, text]))
      },
      entriesInUse: (source) => this.#entriesInUse(source),
      accept: async (texts) => {
        const files = await checkInTurns(texts, (await this.bundle()).words)
        this.#accepted = { texts, files }
        return files
      },
      sources: () => this.all(),
    }
  }

  async #entriesInUse({ id }: Source): Promise<Set<string>> {
    const inputs = await this.inputs()
    const kept = (await this.kept(inputs))?.get(id)
    if (!kept) return entryIds((await this.loadedAs(inputs)).get(id)?.files ?? [])
    const ids = kept.lists.map(async (list) => (await this.large.ids(list)).map((one) => `${plainId(list)}/${one}`))
    return new Set((await Promise.all(ids)).flat())
  }

  async #load(subscriptions: readonly Subscription[]): Promise<Map<string, LoadedLists>> {
    const bundle = await this.bundle()
    const own = await loadOwn(bundle, await readTexts(bundle), OWN_SOURCE && (await this.#held(OWN_SOURCE)), this.#check)
    const subscribed = subscriptions.map(async (one) => [one.id, await loadSubscribed(await this.#held(one), bundle.words, new URL(one.address).host, this.#check)] as const)
    return new Map([[OWN, own], ...(await Promise.all(subscribed))])
  }

  /** What was accepted a moment ago isn't read and checked once more: of a large list that takes many seconds. */
  readonly #check: Check = async (texts, words) => {
    const { texts: before = [], files = [] } = this.#accepted ?? {}
    const isSame = texts.length === before.length && texts.every(({ id, text }, at) => before[at]?.id === id && before[at]?.text === text)
    return isSame ? files : checkInTurns(texts, words)
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
}

/** Ids of subscribed lists begin with that of their source, so that no list can pass for another. */
export function idOf({ id }: ListFile, source: string): string {
  return source === OWN ? id : `${source}/${id}`
}

/** A list's id as its publisher has it. */
export function plainId({ id }: ListIndex): string {
  return id.slice(id.indexOf('/') + 1)
}

function sizeOf(lists: readonly Pick<ListIndex, 'size'>[]): number {
  return lists.reduce((sum, { size }) => sum + size, 0)
}
