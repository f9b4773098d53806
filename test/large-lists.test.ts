import 'fake-indexeddb/auto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf } from '../scripts/page-address.ts'
import { database } from '../src/background/database.ts'
import { LargeLists } from '../src/background/large/large-lists.ts'
import { DamagedPart, type PartKey } from '../src/background/large/parts.ts'
import { labelledMatches, ListFinder } from '../src/background/list-finder.ts'
import type { LoadedLists } from '../src/background/loaded-lists.ts'
import { buildTable } from '../src/list/build-table.ts'
import { compileLists, compileRecord, listKeys } from '../src/list/compile.ts'
import { addKey, emptyFilter, mayHave } from '../src/list/key-filter.ts'
import { openIndex } from '../src/list/lookup.ts'
import type { ListFile } from '../src/list/schema.ts'
import { buildShards, openShards } from '../src/list/shards.ts'
import { openTable } from '../src/list/table.ts'
import type { AdvertiserClues, ListIndex } from '../src/list/types.ts'
import type { PageData } from '../src/shared/page-data.ts'
import { atOnce } from '../src/shared/steps.ts'
import { labelTable } from './label-table.ts'
import { entry, listOf, NOTHING, packedWords, real, words } from './lists.ts'

/** Lists that are too large for pages: whatever is asked of their parts is answered as the whole would be. */

const CORPUS = new URL('matching/corpus.json', import.meta.url)
const SHARED = new URL('../../shared/data/matching-dev.json', import.meta.url)
const second = listOf('second', [entry('Ford Motor Company', { aliases: ['Ford'] }), entry('Zyx Party', { id: 'zyx', kind: 'political-campaign', domains: ['zyx.example'] })])
const files = [real, second]
const loaded: LoadedLists = { name: 'Large', using: 'synced', head: null, sites: {}, files }
const whole = openIndex(compileLists(files, packedWords, '').index)
const unlisted = { status: 'unlisted', text: 'Not on the list', dates: null, entryName: null, entry: null } as const

let large: LargeLists
const write = (key = 'key', of = loaded) => large.write(key, of, ({ id }) => id, words)
const finderOf = (lists: ListIndex[]): ListFinder => {
  const data: PageData = { index: { format: 2, hash: '', words: packedWords, lists }, wording: { unlisted, labels: lists.map(() => labelTable([])) }, look: {} as PageData['look'] }
  return new ListFinder(data, { parts: large.parts, context: () => ({ translate: (name, with_ = []) => [name, ...with_].join(' '), locale: 'en', now: new Date('2026-01-01') }) })
}
const garbled = (value: { text: string } | { filter: Uint8Array }) => ('text' in value ? { ...value, text: value.text.replace('e', 'x') } : { ...value, filter: value.filter.map((byte, at) => (at === 7 ? ~byte : byte)) })
const count = async () => (await database()).count('largeParts')

beforeEach(async () => {
  large = new LargeLists()
  await large.sweep(new Set())
  expect(await count()).toBe(0)
})

const cases = [CORPUS, ...(existsSync(SHARED) ? [SHARED] : [])].flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as { name: string | null; page: string | null; domain?: string | null; landing: string | null }[])
const corpus = cases.map(({ name, page, domain, landing }): AdvertiserClues => ({ name, page: pageOf(page), domain: domain ?? null, landing }))

describe('a filter', () => {
  it('has every key that it was made of, and hardly another', () => {
    const keys = Array.from({ length: 5_000 }, (_, at) => `n${at}key\t`)
    const filter = emptyFilter(keys.length)
    for (const key of keys) addKey(filter, key)
    expect(keys.filter((key) => !mayHave(filter, key))).toEqual([])
    expect(Array.from({ length: 10_000 }, (_, at) => `d${at}.example\t`).filter((key) => mayHave(filter, key)).length).toBeLessThan(200)
    expect(filter.length).toBeLessThan(keys.length * 1.5)
    expect(mayHave(emptyFilter(0), 'n')).toBe(false)
  })
})

describe('shards', { timeout: 60_000 }, () => {
  const keys = listKeys(real, words)
  const { table, shards } = atOnce(buildShards(keys))
  const open = [...shards].map(openTable)

  it('are one table, whatever is asked', () => {
    const lacking: number[] = []
    const sharded = openShards(table, (number) => open[number], (number) => lacking.push(number))
    for (const [key, value] of keys) expect(sharded.get(key)).toEqual({ value, spaces: 0 })
    const all = [...keys.keys()]
    const whole = openTable(buildTable(keys))
    fc.assert(fc.property(fc.constantFrom(...all), fc.nat({ max: 40 }), fc.constantFrom('', ' ', 'x', '日'), (key, at, put) => {
      const asked = key.slice(0, at) + put + key.slice(at + 1)
      expect(sharded.get(asked)).toEqual(whole.get(asked))
    }), { numRuns: 3_000 })
    expect(open.length).toBeGreaterThan(1)
    expect(lacking).toEqual([])
  })

  it('say which one they lack, and count its keys as missing', () => {
    const lacking = new Set<number>()
    const sharded = openShards(table, () => undefined, (number) => lacking.add(number))
    for (const key of keys.keys()) expect(sharded.get(key)).toBeUndefined()
    expect([...lacking].toSorted((a, b) => a - b)).toEqual([...open.keys()])
  })
})

describe('lists in parts', { timeout: 60_000 }, () => {
  it('find what the same lists find in a page, in every case of the corpus', async () => {
    const { lists } = await write()
    const all = [...corpus, ...real.entries.map(({ name, domains: [domain = null] }) => ({ ...NOTHING, name, domain }))]
    const found = await finderOf(lists).find(all)
    expect(found.map((matches) => matches.map(({ list, ...match }) => [list.id, match]))).toEqual(all.map((clues) => whole.find(clues).map(({ list, ...match }) => [list.id, match])))
    expect(found.flat().length).toBeGreaterThan(real.entries.length)
    // Whatever order they are asked in, and one by one.
    const alone = finderOf(lists)
    for (const clues of corpus.slice(0, 40).toReversed()) expect((await alone.find([clues]))[0]?.map(({ entry }) => entry)).toEqual(whole.find(clues).map(({ entry }) => entry))
  })

  it('never throw, whatever the clues', async () => {
    const finder = finderOf((await write()).lists)
    const clue = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('Ford', 'Ford Canada', 'https://ford.com/', '__proto__', 'Unilever Jobs')))
    await fc.assert(fc.asyncProperty(fc.array(fc.record<AdvertiserClues>({ name: clue, page: clue, domain: clue, landing: clue }), { maxLength: 4 }), async (asked) => {
      expect((await finder.find(asked)).map((matches) => matches.map(({ entry }) => entry))).toEqual(asked.map((clues) => whole.find(clues).map(({ entry }) => entry)))
    }), { numRuns: 100 })
  })

  it('have nothing in what pages get, but what is shown of them', async () => {
    const { lists } = await write()
    expect(lists.map(({ id, size, campaign }) => [id, size, campaign])).toEqual(files.map(({ id, entries, campaign }) => [id, entries.length, campaign.name]))
    expect(JSON.stringify(lists).length).toBeLessThan(2_000)
  })

  it('have labels, records, names and ids', async () => {
    const { lists } = await write()
    const [first, other] = lists as [ListIndex, ListIndex]
    const finder = finderOf(lists)
    for (const place of [0, 17, real.entries.length - 1]) {
      const one = real.entries[place] as ListFile['entries'][number]
      expect(await finder.label(first, place, false)).toMatchObject({ entry: one.id, entryName: one.name })
      expect(await finder.record(first, one.id)).toEqual(compileRecord(real, one))
    }
    expect(await finder.label(first, 0, true)).not.toEqual(await finder.label(first, 0, false))
    expect(await finder.label(other, 1, false)).toBeNull()
    expect(await finder.record(other, real.entries[0]?.id ?? '')).toBeNull()
    expect(await finder.record(first, 'nobody')).toBeNull()
    expect(await large.ids(first)).toEqual(real.entries.map(({ id }) => id))
    const names: string[] = []
    for await (const some of large.names(first)) names.push(...some.map(([name]) => name))
    expect(names).toHaveLength(real.entries.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0))
  })

  it('answer pages with what is about their site first, and without keys', async () => {
    const x = { ...second, campaign: { ...second.campaign, platforms: ['x'] } }
    const { lists } = await write('key', { ...loaded, files: [real, x] })
    const ford = { ...NOTHING, name: 'Ford' }
    const [onX, onFacebook] = [await labelledMatches(finderOf(lists), 'x', [ford, NOTHING]), await labelledMatches(finderOf(lists), 'facebook', [ford])]
    expect(onX.map((matches) => matches.map(({ list }) => list.id))).toEqual([['second', real.id], []])
    expect(onFacebook[0]?.map(({ list }) => list.id)).toEqual([real.id, 'second'])
    expect(JSON.stringify(onX).length).toBeLessThan(3_000)
  })

  it('count only when all of them are there', async () => {
    const { lists } = await write()
    expect(await large.source('key')).toMatchObject({ name: 'Large', using: 'synced', lists })
    expect(await large.hold(lists)).toBe(true)
    // As a worker that is stopped in the middle leaves it.
    await (await database()).delete('largeSources', 'key')
    expect(await large.source('key')).toBeNull()
    expect(await large.hold(lists)).toBe(false)
    await write('other')
    await large.sweep(new Set(['other']))
    const left = await (await database()).getAllKeys('largeParts')
    expect(new Set(left.map(([source]) => source))).toEqual(new Set(['other']))
  })

  it('are noticed when they are damaged, each of them', async () => {
    const { lists } = await write()
    const store = await database()
    const clues = [{ ...NOTHING, name: 'Ford Motor Company', domain: 'ford.com' }]
    const keys = await store.getAllKeys('largeParts')
    const damages: [string, (value: never) => unknown][] = [['missing', () => undefined], ['garbled', garbled], ['another thing', () => 7]]
    for (const kind of ['filter', 'keys', 'entries', 'names'] as const) {
      for (const [how, damage] of damages) {
        for (const key of keys.filter((one) => one[2] === kind)) {
          const value = await store.get('largeParts', key)
          const damaged = damage(value as never)
          await (damaged === undefined ? store.delete('largeParts', key) : store.put('largeParts', damaged as never, key))
        }
        large.parts.forget()
        const finder = finderOf(lists)
        const ask = async () => {
          const [matches = []] = await finder.find(clues)
          for (const { list, entry } of matches) await finder.label(list, entry, false)
          for await (const some of large.names(lists[0] as ListIndex)) expect(some.length).toBeGreaterThan(0)
        }
        await expect(ask(), `${kind} ${how}`).rejects.toThrow(DamagedPart)
        await large.drop('key')
        expect(await count()).toBe(0)
        await write()
        await expect(ask()).resolves.toBeUndefined()
      }
    }
  })

  it('are not read for who is on no list, nor twice for who is', async () => {
    const { lists } = await write()
    let reads: PartKey[] = []
    const finder = new ListFinder(
      { index: { format: 2, hash: '', words: packedWords, lists }, wording: { unlisted, labels: lists.map(() => labelTable([])) }, look: {} as PageData['look'] },
      {
        parts: Object.assign(large.parts, { read: ((read) => (keys: readonly never[]) => {
          reads.push(...(keys as readonly PartKey[]).filter((key) => key[2] === 'keys'))
          return read(keys)
        })(large.parts.read.bind(large.parts)) }),
        context: () => ({ translate: String, locale: 'en', now: new Date() }),
      },
    )
    await finder.find(Array.from({ length: 20 }, (_, at) => ({ name: `Zyxomatic Frobnicator ${at}q`, page: `zyxomatic.${at}q`, domain: `zyxomatic${at}q.example`, landing: null })))
    expect(reads.length).toBeLessThan(5)
    reads = []
    await finder.find([{ ...NOTHING, name: 'Ford Motor Company' }])
    expect(reads.length).toBeGreaterThan(0)
    reads = []
    await finder.find([{ ...NOTHING, name: 'Ford Motor Company' }])
    expect(reads).toEqual([])
  })
})
