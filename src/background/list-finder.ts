import { entryOf, findInList, readClues } from '../list/lookup.ts'
import { openShards, type ShardedTable } from '../list/shards.ts'
import { openTable, type PackedTable, type Table } from '../list/table.ts'
import type { AdvertiserClues, EntryRecord, ListIndex, Match } from '../list/types.ts'
import type { BadgeLabel, LabelledMatch, PageData } from '../shared/page-data.ts'
import { readLabel } from '../shared/read-label.ts'
import { labelFor, type Listed, type WordingContext } from '../shared/wording.ts'
import type { Advertiser } from '../sites/types.ts'
import type { PartReader } from './large/part-reader.ts'
import { ENTRIES_PER_PART, type LargeEntry, NO_KEYS, type PartKey } from './large/parts.ts'
import { variantsOf, writtenLabel } from './written-label.ts'

const MOST_TEXTS = 1_000

/** Looks up in all lists in use as pages do: in what pages hold themselves, and in lists that are too large for them. */
export class ListFinder {
  readonly words: Table
  readonly lists: readonly ListIndex[]
  readonly unlisted: BadgeLabel
  readonly #parts: PartReader | null
  readonly #context: (() => WordingContext) | null
  readonly #keys: ReadonlyMap<ListIndex, Table>
  readonly #labels: ReadonlyMap<ListIndex, Table>
  readonly #texts = new Map<string, BadgeLabel | null>()

  /**
   * @param large lists that are too large, and what their labels are written with; null where there are none
   * @throws for page data that is damaged
   */
  constructor({ index, wording }: PageData, large: { parts: PartReader; context: () => WordingContext } | null) {
    this.#parts = large?.parts ?? null
    this.#context = large?.context ?? null
    this.words = openTable(index.words)
    this.lists = index.lists
    this.unlisted = wording.unlisted
    this.#keys = new Map(index.lists.map((list) => [list, openTable(list.keys)]))
    this.#labels = new Map(index.lists.map((list, at) => [list, openTable(wording.labels[at] as PackedTable)]))
  }

  /**
   * What each of several advertisers is found as.
   * @throws DamagedPart
   */
  find(asked: readonly AdvertiserClues[]): Promise<Match[][]> {
    return this.#lookUp(asked, (clues, keysOf) => {
      const read = readClues(clues, this.words)
      return this.lists.flatMap((list) => findInList(list, keysOf(list), this.words, clues, read) ?? [])
    })
  }

  /**
   * null for what is never labelled.
   * @param isElsewhere on a platform that the list isn't about
   * @throws DamagedPart
   */
  async label(list: ListIndex, place: number, isElsewhere: boolean): Promise<BadgeLabel | null> {
    if (!list.shards) return readLabel(this.#labels.get(list), place, isElsewhere)
    const entry = (await this.#entry(list.shards, place))?.badge
    const [here = false, elsewhere = here] = variantsOf(list)
    return entry && this.#context ? this.#written({ list, entry, elsewhere: isElsewhere ? elsewhere : here }, this.#context()) : null
  }

  /** Most entries share what their labels say, and writing dates out takes long. */
  #written({ list, entry, elsewhere }: Required<Listed>, context: WordingContext): BadgeLabel | null {
    const { id, name, ...said } = entry
    // Whether something is under way depends on the day.
    const key = JSON.stringify([list.id, elsewhere, said, context.now.toDateString()])
    const written = this.#texts.get(key) ?? writtenLabel(labelFor({ list, entry, elsewhere }, context), id)
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(key, written)
    return written && { ...written, entryName: name, entry: id }
  }

  /**
   * An entry of a list that is too large for pages; null where there is none.
   * @throws DamagedPart
   */
  async record(list: ListIndex, entry: string): Promise<EntryRecord | null> {
    if (!list.shards) return null
    const [hit] = await this.#lookUp([`i${entry}`], (key, keysOf) => keysOf(list).get(key))
    return hit?.spaces === 0 ? ((await this.#entry(list.shards, entryOf(hit.value)))?.record ?? null) : null
  }

  /** A look-up can't wait. It is run with the shards that are here and notes what it lacks, until it lacks nothing: two or three times. */
  async #lookUp<Asked, Found>(asked: readonly Asked[], lookUp: (asked: Asked, keysOf: (list: ListIndex) => Table) => Found): Promise<Found[]> {
    const filters = await this.#filters()
    const found: Found[] = []
    const here = new Map<string, Table>()
    for (let open = [...asked.entries()]; open.length > 0; ) {
      const lacking = new Map<string, KeysPart>()
      let isWhole = true
      const lack = (key: KeysPart) => {
        lacking.set(key.join(' '), key)
        isWhole = false
      }
      const tables = new Map(this.lists.map((list) => [list, this.#tableOf(list, filters.get(list), here, lack)]))
      open = open.filter(([place, one]) => {
        isWhole = true
        found[place] = lookUp(one, (list) => tables.get(list) as Table)
        return !isWhole
      })
      const keys = [...lacking.values()]
      for (const [at, shard] of ((await this.#parts?.read(keys)) ?? []).entries()) here.set((keys[at] as KeysPart).join(' '), shard)
    }
    return found
  }

  #tableOf(list: ListIndex, filter: ShardedTable | undefined, here: ReadonlyMap<string, Table>, lack: (key: KeysPart) => void): Table {
    if (!list.shards || !filter) return this.#keys.get(list) as Table
    const [source, number] = list.shards
    const part = (shard: number): KeysPart => [source, number, 'keys', shard]
    return openShards(filter, (shard) => here.get(part(shard).join(' ')) ?? this.#parts?.recent(part(shard)), (shard) => lack(part(shard)))
  }

  async #filters(): Promise<Map<ListIndex, ShardedTable>> {
    const large = this.lists.filter(({ shards }) => shards)
    const filters = (await this.#parts?.read(large.flatMap(({ shards }) => (shards ? [[...shards, 'filter', 0] satisfies PartKey] : [])))) ?? []
    return new Map(large.map((list, at) => [list, filters[at] as ShardedTable]))
  }

  async #entry([source, number]: readonly [string, number], place: number): Promise<LargeEntry | undefined> {
    const [part] = (await this.#parts?.read([[source, number, 'entries', Math.floor(place / ENTRIES_PER_PART.entries)]])) ?? []
    return part?.[place % ENTRIES_PER_PART.entries]
  }
}

/** What pages show of advertisers: for each what is on record, what is about this site first. */
export async function labelledMatches(finder: ListFinder, site: string, advertisers: readonly Advertiser[]): Promise<LabelledMatch[][]> {
  const isHere = ({ list }: Match) => list.platforms.includes(site)
  const found = await finder.find(advertisers.map((advertiser) => ({ ...advertiser, platform: site })))
  const labelled = (match: Match) => finder.label(match.list, match.entry, !isHere(match)).then((label): LabelledMatch => ({ ...match, list: { ...match.list, keys: NO_KEYS }, label }))
  return Promise.all(found.map((matches) => Promise.all(matches.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a))).map(labelled))))
}

type KeysPart = PartKey & { 2: 'keys' }
