import browser from 'webextension-polyfill'
import { hostPattern } from '../distribution/addresses.ts'
import { entryIds, type ListText } from '../distribution/check-lists.ts'
import { readAdjustments } from '../distribution/site-adjustments.ts'
import { badgeEntry, compileIndex, compileRecord, isPolitical, listKeys } from '../list/compile.ts'
import { sha256, utf8 } from '../distribution/encoding.ts'
import { openIndex } from '../list/lookup.ts'
import { normaliseName } from '../list/normalise.ts'
import type { ListFile } from '../list/schema.ts'
import { openTable, type Table } from '../list/table.ts'
import type { CompiledIndex, EntryRecord, ListIndex } from '../list/types.ts'
import { OWN_LIST } from '../shared/config.ts'
import type { DomainAnswer, OwnLabel, SearchAnswer } from '../shared/messages.ts'
import type { LabelledMatch, PageData } from '../shared/page-data.ts'
import { type Appearance, parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { ADJUSTMENTS_KEY, PAGE_KEY } from '../shared/storage-keys.ts'
import type { SiteAdjustments } from '../sites/adjust.ts'
import { sites } from '../sites/registry.ts'
import type { Advertiser } from '../sites/types.ts'
import { type Bundle, readBundle, readTexts } from './bundled.ts'
import { answerDomain } from './domain-answer.ts'
import { LargeLists } from './large/large-lists.ts'
import { DamagedPart, type LargeSource } from './large/parts.ts'
import { labelledMatches, ListFinder } from './list-finder.ts'
import { type Findable, searchLists } from './list-search.ts'
import { type Check, checkInTurns, distinctNames, type LoadedLists, loadOwn, loadSubscribed, type SourceSummary } from './loaded-lists.ts'
import { OWN_LABELS_LIST, ownLabelIndex } from './own-label-list.ts'
import type { OwnLabels } from './own-labels.ts'
import { type ListToWrite, pageParts, wordingContext, writeLabels } from './page-data.ts'
import { sorted } from './sorted.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'
import type { SyncEnvironment, Syncer } from './sync/syncer.ts'
import { OWN, type Source } from './sync/state.ts'

/** The build's own list as a source; null where the build has no address. */
export const OWN_SOURCE: Source | null = OWN_LIST && { id: OWN, ...OWN_LIST }

/** With more entries than these, in all lists together, pages ask the background. */
const MOST_IN_PAGES = 20_000

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
  /** What sync has checked, until it is in use. */
  #accepted: { texts: readonly ListText[]; files: readonly ListFile[] } | null = null
  /** Sources whose stored lists can't be read; what stands in for them is written under another stamp. */
  readonly #damaged = new Set<string>()
  readonly #told = new Set<string>()
  #publishing: Promise<void> = Promise.resolve()
  readonly #large = new LargeLists()
  #finder: Promise<ListFinder> | null = null
  readonly #mending = new Map<string, Promise<void>>()
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
  async summaries(): Promise<Map<string, SourceSummary>> {
    const inputs = await this.#inputs()
    const sources: ReadonlyMap<string, LoadedLists | LargeSource> = (await this.#kept(inputs)) ?? (await this.#loadedAs(inputs))
    const names = await this.#namesOf(inputs, sources)
    return new Map(Array.from(sources, ([id, source]) => [id, { name: names.get(id) ?? '', using: source.using, head: source.head, lists: listsOf(source) }]))
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

  /** All sources as they are kept where lists are too large for pages; null where they aren't, or not all of them yet. */
  async #kept(inputs: Inputs): Promise<Map<string, LargeSource> | null> {
    const keys = await this.#largeKeys(inputs)
    try {
      const sources = await Promise.all(Array.from(keys, async ([id, key]) => [id, await this.#large.source(key)] as const))
      const isThere = sources.every((one): one is [string, LargeSource] => one[1] !== null)
      // What is left of large ones may fit into pages again.
      return isThere && sizeOf(sources.flatMap(([, { lists }]) => lists)) > MOST_IN_PAGES ? new Map(sources) : null
    } catch {
      return null
    }
  }

  /** All sources, kept if they are too large for pages; null where pages can hold them. */
  async #keptOrKeep(inputs: Inputs): Promise<Map<string, LargeSource> | null> {
    const kept = await this.#kept(inputs)
    if (kept) return kept
    const loaded = await this.#loadedAs(inputs)
    if (sizeOf([...loaded.values()].flatMap(({ files }) => files.map(({ entries }) => ({ size: entries.length })))) <= MOST_IN_PAGES) return null
    const words = openTable((await this.bundle()).words)
    // What is damaged is known only now.
    const keys = await this.#largeKeys(inputs)
    const sources = new Map<string, LargeSource>()
    for (const [id, lists] of loaded) {
      const key = keys.get(id) ?? ''
      sources.set(id, (await this.#large.source(key)) ?? (await this.#large.write(key, lists, (file) => idOf(file, id), words)))
    }
    // They take a hundred times the room of what is asked for from now on.
    this.#loaded = null
    return sources
  }

  /** What a source's parts are kept under: all that they are made of. */
  async #largeKeys({ heads }: Inputs): Promise<Map<string, string>> {
    const { lists, sites } = await this.bundle()
    const version = browser.runtime.getManifest().version
    const packaged = [...lists.map(({ sha256 }) => sha256), sites?.sha256]
    const all: Inputs['heads'] = OWN_SOURCE ? heads : [[OWN, null], ...heads]
    return new Map(await Promise.all(all.map(async ([id, signed]) => [id, await sha256(utf8(JSON.stringify([version, id, signed, this.#damaged.has(id), id === OWN ? packaged : null])))] as const)))
  }

  /** What sources are called here. */
  async #namesOf({ subscriptions }: Inputs, sources: ReadonlyMap<string, Pick<LoadedLists, 'name'>>): Promise<Map<string, string>> {
    const own = sources.get(OWN)?.name ?? ''
    const names = distinctNames([(await this.bundle()).name, own], subscriptions.map(({ id, address }) => ({ address, name: sources.get(id)?.name ?? '' })))
    return new Map([[OWN, own], ...subscriptions.map(({ id }, at) => [id, names[at] ?? ''] as const)])
  }

  /** Lists have changed: what is remembered of them is let go, and pages get the new ones. */
  async changed(): Promise<void> {
    this.#loaded = null
    this.#damaged.clear()
    await this.publish()
    this.#accepted = null
  }

  /** Puts all that pages need where content scripts read it, unless it is there. One after the other. */
  publish(): Promise<void> {
    this.#publishing = this.#publishing.then(async () => {
      try {
        const inputs = await this.#inputs()
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

  async #write(inputs: Inputs): Promise<void> {
    const page = await this.#pageData(inputs)
    const adjustments = await this.#adjustments(inputs)
    await browser.storage.local.set({ [PAGE_KEY]: page, [ADJUSTMENTS_KEY]: adjustments })
    this.#finder = null
    const large = page.index.lists.some(({ shards }) => shards)
    // What pages no longer ask for may go; where it can't, it is tried again with the next lists.
    await this.#large.sweep(new Set(large ? (await this.#largeKeys(inputs)).values() : [])).catch(() => undefined)
  }

  async #isWhole(stored: unknown, inputs: Inputs): Promise<boolean> {
    return isWhole(stored, await this.#stamp(inputs), inputs.appearance) && this.#large.hold((stored as PageData).index.lists).catch(() => false)
  }

  /** @throws when the package is damaged */
  async pageData(): Promise<PageData> {
    return this.#pageData(await this.#inputs())
  }

  async #pageData(inputs: Inputs): Promise<PageData> {
    const { appearance, labels, subscriptions } = inputs
    const { words } = await this.bundle()
    const table = openTable(words)
    const sources: ReadonlyMap<string, LoadedLists | LargeSource> = (await this.#keptOrKeep(inputs)) ?? (await this.#loadedAs(inputs))
    const names = await this.#namesOf(inputs, sources)
    const stamp = await this.#stamp(inputs)
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

  /** What the lists in use say of sites. */
  async adjustments(): Promise<SiteAdjustments> {
    return this.#adjustments(await this.#inputs())
  }

  async #adjustments(inputs: Inputs): Promise<SiteAdjustments> {
    return ((await this.#kept(inputs)) ?? (await this.#loadedAs(inputs))).get(OWN)?.sites ?? {}
  }

  async record(list: string, entry: string): Promise<EntryRecord | null> {
    const inputs = await this.#inputs()
    if (await this.#kept(inputs)) {
      return this.#ask((finder) => {
        const large = finder.lists.find(({ id }) => id === list)
        return large ? finder.record(large, entry) : Promise.resolve(null)
      })
    }
    for (const [source, { files }] of await this.#loadedAs(inputs)) {
      for (const file of files) {
        const found = idOf(file, source) === list ? file.entries.find((one) => one.id === entry) : undefined
        if (found) return compileRecord(file, found)
      }
    }
    return null
  }

  /** What lists have about a website. */
  async domain(domain: string): Promise<DomainAnswer> {
    await this.publish()
    return this.#ask((finder) => answerDomain(finder, domain, (list, entry) => this.record(list, entry)))
  }

  /** What lists have under a name, or a part of one. */
  async search(text: string): Promise<SearchAnswer> {
    await this.publish()
    const inputs = await this.#inputs()
    return this.#ask(async (finder) => searchLists(text, { names: await this.#findable(inputs, finder), finder, recordOf: (list, entry) => this.record(list, entry) }))
  }

  /** Whom advertisers are on a site: what is on record about it comes first. */
  async find(site: string, advertisers: Readonly<Record<string, Advertiser>>): Promise<Record<string, LabelledMatch[]>> {
    // A page is waiting: what takes long after a start of the background is begun at once.
    void this.#large.open()
    const found = await this.#ask((finder) => labelledMatches(finder, site, Object.values(advertisers)))
    return Object.fromEntries(Object.keys(advertisers).map((key, at) => [key, found[at] ?? []]))
  }

  /** Looks up in what pages have; must not be kept when that changes. */
  async finder(): Promise<ListFinder> {
    this.#finder ??= this.#openFinder()
    this.#finder.catch(() => (this.#finder = null))
    return this.#finder
  }

  /** What pages have has changed. */
  pagesChanged(): void {
    this.#finder = null
  }

  async #openFinder(): Promise<ListFinder> {
    const stored = (await browser.storage.local.get(PAGE_KEY).catch((): Record<string, unknown> => ({})))[PAGE_KEY]
    const large = { parts: this.#large.parts, context: () => wordingContext(new Date()) }
    try {
      return new ListFinder(stored as PageData, large)
    } catch {
      // Where it couldn't be stored it is made for this once.
      return new ListFinder(await this.pageData(), large)
    }
  }

  /** Asks all lists in use. What turns out to be damaged is mended first; what has been replaced in this moment is asked once more. */
  async #ask<Answer>(question: (finder: ListFinder) => Promise<Answer>): Promise<Answer> {
    const mended = new Set<string>()
    for (;;) {
      try {
        return await question(await this.finder())
      } catch (error) {
        const source = error instanceof DamagedPart ? error.source : ''
        if (mended.has(source)) throw error
        mended.add(source)
        await (source === '' ? this.publish() : this.#mend(source))
        this.#finder = null
      }
    }
  }

  /** Writes a source anew, once for all who have found it damaged. */
  #mend(source: string): Promise<void> {
    const mending = this.#mending.get(source) ?? this.#large.drop(source).then(() => this.publish()).finally(() => this.#mending.delete(source))
    this.#mending.set(source, mending)
    return mending
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
      entriesInUse: (source) => this.#entriesInUse(source),
      accept: async (texts) => {
        const files = await checkInTurns(texts, (await this.bundle()).words)
        this.#accepted = { texts, files }
        return files
      },
      sources: () => this.sources(),
    }
  }

  async #entriesInUse({ id }: Source): Promise<Set<string>> {
    const inputs = await this.#inputs()
    const kept = (await this.#kept(inputs))?.get(id)
    if (!kept) return entryIds((await this.#loadedAs(inputs)).get(id)?.files ?? [])
    const ids = kept.lists.map(async (list) => (await this.#large.ids(list)).map((one) => `${plainId(list)}/${one}`))
    return new Set((await Promise.all(ids)).flat())
  }

  /** Every name of every entry that pages look up. */
  async #findable(inputs: Inputs, finder: ListFinder): Promise<Iterable<readonly Findable[]> | AsyncIterable<readonly Findable[]>> {
    const own = inputs.labels.map(({ name }, entry): Findable => ({ key: normaliseName(name, finder.words), list: OWN_LABELS_LIST, entry, isPolitical: false }))
    const large = finder.lists.filter(({ shards }) => shards)
    if (large.length > 0) return largeNames(own, large, this.#large)
    const stamp = await this.#stamp(inputs)
    if (this.#names?.stamp !== stamp) this.#names = { stamp, names: findable(inputs, await this.#loadedAs(inputs), finder.words) }
    return [own, this.#names.names]
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

function sizeOf(lists: readonly Pick<ListIndex, 'size'>[]): number {
  return lists.reduce((sum, { size }) => sum + size, 0)
}

/** Every name of every entry of published lists. */
function findable({ subscriptions }: Inputs, loaded: ReadonlyMap<string, LoadedLists>, words: Table): Findable[] {
  const inUse = [...loaded].filter(([id]) => id === OWN || subscriptions.find((one) => one.id === id)?.on)
  return inUse.flatMap(([source, { files }]) =>
    files.flatMap((file) => file.entries.flatMap(({ name, aliases, kind }, entry) => [name, ...aliases].map((one): Findable => ({ key: normaliseName(one, words), list: idOf(file, source), entry, isPolitical: isPolitical(kind) })))),
  )
}

async function* largeNames(own: readonly Findable[], lists: readonly ListIndex[], large: LargeLists): AsyncGenerator<readonly Findable[]> {
  yield own
  for (const list of lists) for await (const names of large.names(list)) yield names.map(([key, entry, isPolitical]) => ({ key, list: list.id, entry, isPolitical }))
}

/** Ids of subscribed lists begin with that of their source, so that no list can pass for another. */
function idOf({ id }: ListFile, source: string): string {
  return source === OWN ? id : `${source}/${id}`
}

/** A list's id as its publisher has it. */
function plainId({ id }: ListIndex): string {
  return id.slice(id.indexOf('/') + 1)
}

function listsOf(source: LoadedLists | LargeSource): SourceSummary['lists'] {
  return 'files' in source ? source.files.map(summaryOf) : source.lists.map(largeSummaryOf)
}

function summaryOf({ id, campaign, updated, entries }: ListFile): SourceSummary['lists'][number] {
  return { id, name: campaign.name, updated, entries: entries.length, claimedParticipants: campaign.claimed_participants }
}

function largeSummaryOf(list: ListIndex): SourceSummary['lists'][number] {
  return { id: plainId(list), name: list.campaign, updated: list.updated, entries: list.size, claimedParticipants: list.claimedParticipants }
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
