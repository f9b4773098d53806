import { badgeEntry, compileIndex, compileRecord, isPolitical, listKeysInSteps } from '../../list/compile.ts'
import { normaliseName } from '../../list/normalise.ts'
import type { ListFile } from '../../list/schema.ts'
import { buildShards } from '../../list/shards.ts'
import type { Table } from '../../list/table.ts'
import type { ListIndex } from '../../list/types.ts'
import { pauses } from '../../shared/steps.ts'
import { database } from '../database.ts'
import type { LoadedLists } from '../loaded-lists.ts'
import { PartReader } from './part-reader.ts'
import { checked, ENTRIES_PER_PART, type LargeEntry, type LargeName, type LargePart, type LargeSource, openPart, type OpenParts, type PartKey } from './parts.ts'

/** Parts that are written or read at once; in between, others get their turn. */
const BATCH = 32

/** Published lists that are too large for pages, in IndexedDB. What a source's key names never changes, so nothing is written twice. */
export class LargeLists {
  readonly parts = new PartReader(database)
  readonly #writing = new Map<string, Promise<LargeSource>>()

  /** Before anything is asked of it. */
  async open(): Promise<void> {
    await database().catch(() => undefined)
  }

  /** null unless all of it is there. */
  async source(key: string): Promise<LargeSource | null> {
    return (await (await database()).get('largeSources', key)) ?? null
  }

  /** Whether lists that are kept here are all there. */
  async hold(lists: readonly ListIndex[]): Promise<boolean> {
    const keys = new Set(lists.flatMap(({ shards }) => (shards ? shards[0] : [])))
    const found = await Promise.all(Array.from(keys, async (key) => (await (await database()).count('largeSources', key)) > 0))
    return found.every(Boolean)
  }

  /**
   * Writes a source's lists; whoever is stopped in the middle leaves nothing that counts.
   * @param idOf under which id a list is known here
   */
  write(key: string, ...about: [loaded: LoadedLists, idOf: (file: ListFile) => string, words: Table]): Promise<LargeSource> {
    const writing = this.#writing.get(key) ?? this.#write(key, ...about).finally(() => this.#writing.delete(key))
    this.#writing.set(key, writing)
    return writing
  }

  async #write(key: string, { files, ...about }: LoadedLists, idOf: (file: ListFile) => string, words: Table): Promise<LargeSource> {
    const lists: ListIndex[] = []
    for (const [number, file] of files.entries()) {
      await this.#put(partsOf(key, number, file, words))
      lists.push({ ...compileIndex(file, new Map()), id: idOf(file), shards: [key, number] })
    }
    const source = { ...about, lists }
    await (await database()).put('largeSources', source, key)
    return source
  }

  /** Removes one, so that it is written anew. */
  async drop(key: string): Promise<void> {
    this.parts.forget()
    const store = await database()
    // First what makes it count.
    await store.delete('largeSources', key)
    await store.delete('largeParts', IDBKeyRange.bound([key], [key, []]))
  }

  /** Removes all but these, and what was left behind half written. */
  async sweep(keep: ReadonlySet<string>): Promise<void> {
    const store = await database()
    const idle = new Set((await store.getAllKeys('largeSources')).filter((key) => !keep.has(key)))
    const { store: parts } = store.transaction('largeParts')
    for (let cursor = await parts.openKeyCursor(); cursor; ) {
      const [source]: PartKey = cursor.key
      if (!keep.has(source)) idle.add(source)
      // From source to source.
      cursor = await parts.openKeyCursor(IDBKeyRange.lowerBound([source, []]))
    }
    for (const key of idle) if (!this.#writing.has(key)) await this.drop(key)
  }

  /** Every name of every entry of a list, many at a time. */
  names(list: ListIndex): AsyncGenerator<readonly LargeName[]> {
    return this.#all(list, 'names')
  }

  /** Ids of a list's entries. */
  async ids(list: ListIndex): Promise<string[]> {
    const ids: string[] = []
    for await (const entries of this.#all(list, 'entries')) ids.push(...entries.map(({ badge }) => badge.id))
    return ids
  }

  /** All parts of a kind, in order. They are not kept open: they are many, and asked for once in a while. */
  async *#all<Kind extends 'names' | 'entries'>({ shards: [source, list] = ['', 0], size }: ListIndex, kind: Kind): AsyncGenerator<OpenParts[Kind]> {
    const count = Math.ceil(size / ENTRIES_PER_PART[kind])
    for (let at = 0; at < count; at += BATCH) {
      const keys = Array.from({ length: Math.min(BATCH, count - at) }, (_, next): PartKey & { 2: Kind } => [source, list, kind, at + next])
      const { store } = (await database()).transaction('largeParts')
      const parts = await Promise.all(keys.map((key) => store.get(key)))
      for (const [number, key] of keys.entries()) yield openPart(key, parts[number])
    }
  }

  async #put(parts: Iterable<readonly [PartKey, LargePart] | undefined>): Promise<void> {
    let batch: (readonly [PartKey, LargePart])[] = []
    const write = async () => {
      const transaction = (await database()).transaction('largeParts', 'readwrite', { durability: 'relaxed' })
      await Promise.all([...batch.map(([key, part]) => transaction.store.put(part, key)), transaction.done])
      batch = []
    }
    const pause = pauses()
    for (const part of parts) {
      if (part && batch.push(part) === BATCH) await write()
      await pause()
    }
    if (batch.length > 0) await write()
  }
}

/** All parts of a list, with pauses where nothing is ready yet. */
function* partsOf(source: string, list: number, file: ListFile, words: Table): Generator<[PartKey, LargePart] | undefined> {
  const keys = yield* listKeysInSteps(file, words)
  for (const [place, { id }] of file.entries.entries()) keys.set(`i${id}`, place.toString(36).toUpperCase())
  const { table, shards } = yield* buildShards(keys)
  yield [[source, list, 'filter', 0], table]
  let number = 0
  for (const shard of shards) yield [[source, list, 'keys', number++], shard]
  yield* inParts('entries', (entry): LargeEntry[] => [{ badge: badgeEntry(entry), record: compileRecord(file, entry) }])
  yield* inParts('names', ({ name, aliases, kind }, place) => [name, ...aliases].map((one): LargeName => [normaliseName(one, words), place, isPolitical(kind)]))

  function* inParts(kind: keyof typeof ENTRIES_PER_PART, of: (entry: ListFile['entries'][number], place: number) => unknown[]): Generator<[PartKey, LargePart]> {
    const each = ENTRIES_PER_PART[kind]
    for (let at = 0; at < file.entries.length; at += each) yield [[source, list, kind, at / each], checked(file.entries.slice(at, at + each).flatMap((entry, next) => of(entry, at + next)))]
  }
}
