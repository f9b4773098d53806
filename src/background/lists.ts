import browser from 'webextension-polyfill'
import { compileRecord, isPolitical } from '../list/compile.ts'
import { normaliseName } from '../list/normalise.ts'
import type { ListFile } from '../list/schema.ts'
import type { Table } from '../list/table.ts'
import type { EntryRecord, ListIndex } from '../list/types.ts'
import type { DomainAnswer, SearchAnswer } from '../shared/messages.ts'
import type { LabelledMatch, PageData } from '../shared/page-data.ts'
import { PAGE_KEY } from '../shared/storage-keys.ts'
import type { Advertiser } from '../sites/types.ts'
import { answerDomain } from './domain-answer.ts'
import type { LargeLists } from './large/large-lists.ts'
import { DamagedPart, type LargeSource } from './large/parts.ts'
import { labelledMatches, ListFinder } from './list-finder.ts'
import { type Findable, searchLists } from './list-search.ts'
import { idOf, type Inputs, ListSources, plainId } from './list-sources.ts'
import type { LoadedLists, SourceSummary } from './loaded-lists.ts'
import { OWN_LABELS_LIST } from './own-label-list.ts'
import type { OwnLabels } from './own-labels.ts'
import { wordingContext } from './page-data.ts'
import { PagePublisher } from './page-publisher.ts'
import type { Subscriptions } from './subscriptions.ts'
import { OWN } from './sync/state.ts'

/** All lists in use: what they have about advertisers, domains and names, and what pages get of them. */
export class Lists {
  readonly sources: ListSources
  readonly pages: PagePublisher
  #finder: Promise<ListFinder> | null = null
  readonly #mending = new Map<string, Promise<void>>()
  /** What can be searched for, as of a stamp. */
  #names: { stamp: string; names: Findable[] } | null = null

  constructor(subscriptions: Subscriptions, ownLabels: OwnLabels) {
    this.sources = new ListSources(subscriptions, ownLabels)
    this.pages = new PagePublisher(this.sources, () => this.pagesChanged())
  }

  /** Lists have changed: pages get the new ones. */
  async changed(): Promise<void> {
    this.sources.forget()
    await this.pages.publish()
    this.sources.settle()
  }

  /** By the source's id, the build's own first, then those that are switched on and off. */
  async summaries(): Promise<Map<string, SourceSummary>> {
    const inputs = await this.sources.inputs()
    const sources: ReadonlyMap<string, LoadedLists | LargeSource> = (await this.sources.kept(inputs)) ?? (await this.sources.loadedAs(inputs))
    const names = await this.sources.namesOf(inputs, sources)
    return new Map(Array.from(sources, ([id, source]) => [id, { name: names.get(id) ?? '', using: source.using, head: source.head, lists: listsOf(source) }]))
  }

  async record(list: string, entry: string): Promise<EntryRecord | null> {
    const inputs = await this.sources.inputs()
    if (await this.sources.kept(inputs)) {
      return this.#ask((finder) => {
        const large = finder.lists.find(({ id }) => id === list)
        return large ? finder.record(large, entry) : Promise.resolve(null)
      })
    }
    for (const [source, { files }] of await this.sources.loadedAs(inputs)) {
      for (const file of files) {
        const found = idOf(file, source) === list ? file.entries.find((one) => one.id === entry) : undefined
        if (found) return compileRecord(file, found)
      }
    }
    return null
  }

  /** What lists have about a website. */
  async domain(domain: string): Promise<DomainAnswer> {
    await this.pages.publish()
    return this.#ask((finder) => answerDomain(finder, domain, (list, entry) => this.record(list, entry)))
  }

  /** What lists have under a name, or a part of one. */
  async search(text: string): Promise<SearchAnswer> {
    await this.pages.publish()
    const inputs = await this.sources.inputs()
    return this.#ask(async (finder) => searchLists(text, { names: await this.#findable(inputs, finder), finder, recordOf: (list, entry) => this.record(list, entry) }))
  }

  /** Whom advertisers are on a site: what is on record about it comes first. */
  async find(site: string, advertisers: Readonly<Record<string, Advertiser>>): Promise<Record<string, LabelledMatch[]>> {
    // A page is waiting: what takes long after a start of the background is begun at once.
    void this.sources.large.open()
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
    const large = { parts: this.sources.large.parts, context: () => wordingContext(new Date()) }
    try {
      return new ListFinder(stored as PageData, large)
    } catch {
      // Where it couldn't be stored it is made for this once.
      return new ListFinder(await this.pages.pageData(), large)
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
        await (source === '' ? this.pages.publish() : this.#mend(source))
        this.#finder = null
      }
    }
  }

  /** Writes a source anew, once for all who have found it damaged. */
  #mend(source: string): Promise<void> {
    const mending = this.#mending.get(source) ?? this.sources.large.drop(source).then(() => this.pages.publish()).finally(() => this.#mending.delete(source))
    this.#mending.set(source, mending)
    return mending
  }

  /** Every name of every entry that pages look up. */
  async #findable(inputs: Inputs, finder: ListFinder): Promise<Iterable<readonly Findable[]> | AsyncIterable<readonly Findable[]>> {
    const own = inputs.labels.map(({ name }, entry): Findable => ({ key: normaliseName(name, finder.words), list: OWN_LABELS_LIST, entry, isPolitical: false }))
    const large = finder.lists.filter(({ shards }) => shards)
    if (large.length > 0) return largeNames(own, large, this.sources.large)
    const stamp = await this.sources.stamp(inputs)
    if (this.#names?.stamp !== stamp) this.#names = { stamp, names: findable(inputs, await this.sources.loadedAs(inputs), finder.words) }
    return [own, this.#names.names]
  }
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

function listsOf(source: LoadedLists | LargeSource): SourceSummary['lists'] {
  return 'files' in source ? source.files.map(summaryOf) : source.lists.map(largeSummaryOf)
}

function summaryOf({ id, campaign, updated, entries }: ListFile): SourceSummary['lists'][number] {
  return { id, name: campaign.name, updated, entries: entries.length, claimedParticipants: campaign.claimed_participants }
}

function largeSummaryOf(list: ListIndex): SourceSummary['lists'][number] {
  return { id: plainId(list), name: list.campaign, updated: list.updated, entries: list.size, claimedParticipants: list.claimedParticipants }
}
