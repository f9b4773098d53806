import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pick, type Random, randomFrom } from '../../demo/random.ts'
import { damageBytes, damageJson } from '../../harness/damage.ts'
import { ListHost } from '../../harness/list-host.ts'
import { sha256Of } from '../../harness/list-signer.ts'
import type { Source } from '../../src/background/sync/state.ts'
import type { Held, Outcome } from '../../src/background/sync/syncer.ts'
import { dataPath, HEAD_PATH } from '../../src/distribution/addresses.ts'
import { writeDifference } from '../../src/distribution/difference.ts'
import { utf8 } from '../../src/distribution/encoding.ts'
import { writeEnvelope } from '../../src/distribution/envelope.ts'
import type { ProblemCode } from '../../src/distribution/problem.ts'
import { compileLists } from '../../src/list/compile.ts'
import { openIndex } from '../../src/list/lookup.ts'
import { parseList } from '../../src/list/schema.ts'
import { damageEnvelope } from './damage-envelope.ts'
import { FIRST, type ListSource, listText, type Publication, publication, type PublishedList, SECOND, signed, succession, THIRD } from './publication.ts'
import { MemoryStore } from './memory-store.ts'
import { contentsOf, storeWith, syncerIn, WORDS } from './world.ts'

/**
 * Thousands of publications that are damaged, on their way or before they were signed, each offered by a web server on
 * this machine to somebody who holds an older list. One seed is one publication: `ADPLEDGE_DAMAGE=<seed>` runs from that
 * seed on.
 */

const LONG = Boolean(process.env['ADPLEDGE_LONG'])
const given = Number.parseInt(process.env['ADPLEDGE_DAMAGE'] ?? '', 10)
const SEED = Number.isNaN(given) ? (LONG ? Math.floor(Math.random() * 1e8) * 10 : 1) : given
const ON_THE_WAY = LONG ? 10_000 : 300
const SIGNED = LONG ? 3_000 : 150
/** After so many damaged publications comes a good one. */
const ROUND = 50
const LIMIT = LONG ? 1_200_000 : 60_000

/** Ends that tell of a fault of ours. */
const NEVER: readonly ProblemCode[] = ['internal', 'storage', 'network', 'timeout', 'permission', 'removed', 'redirect']

const OLDER_LISTS = [listText('small', 11), listText('other', 3)]
const OLD_LISTS = [listText('small', 12), listText('other', 4)]
const NEW_LISTS = [listText('small', 13, (number) => (number === 5 ? { note: 'Another nöte' } : {})), listText('other', 4, (number) => (number === 1 ? { name: 'Autre 1' } : {}))]

let host: ListHost
let source: Source
/** What was published before the list that is held. */
let older: Publication
let old: Publication
/** The next version: signed by the same key, by the one that followed, and by the one after that. */
let next: Publication[]
/** What storage holds of the old one. */
let holdsOld: Record<string, unknown>

beforeAll(async () => {
  host = await ListHost.open()
  source = { id: 'list-1', address: host.address('head.txt'), key: FIRST.publicKey }
  older = await publication({ version: 1, lists: OLDER_LISTS })
  old = await publication({ version: 2, lists: OLD_LISTS, before: [older] })
  const keys = [FIRST, SECOND, THIRD]
  next = await Promise.all(keys.map((key, at) => publication({ version: 3, lists: NEW_LISTS, before: [older, old], key, changes: succession(...keys.slice(0, at + 1)) })))
  const store = new MemoryStore()
  expect(await offer(store, old.files)).toEqual({ outcome: 'updated' })
  holdsOld = contentsOf(store)
})
afterAll(() => host.close())

const open = (store: MemoryStore) => syncerIn({ store, fetch, sources: [source] })

function offer(store: MemoryStore, files: ReadonlyMap<string, Uint8Array>): Promise<Outcome> {
  host.clear()
  host.publish(files)
  return open(store).check(source)
}

/** A publication with something else in the place of some of its files. */
interface Offer {
  what: 'head' | 'differences' | 'differences and lists'
  how: string
  good: Publication
  files: Map<string, Uint8Array>
}

function damagedOnTheWay(random: Random): Offer {
  const good = pick(random, next)
  // Hosts keep what they had.
  const files = new Map<string, Uint8Array>([...older.files, ...old.files, ...good.files])
  const chance = random()
  if (chance < 0.3) {
    const { how, damaged } = damageEnvelope(random, good.envelope, pick(random, [old, older]).envelope)
    return { what: 'head', how, good, files: files.set(HEAD_PATH, damaged) }
  }
  const ways: string[] = []
  const damage = (path: string, ...others: Uint8Array[]) => {
    const { how, damaged } = damageBytes(random, good.files.get(path) ?? expect.fail(path), pick(random, others))
    ways.push(how)
    files.set(path, damaged)
  }
  const offer = (what: Offer['what']): Offer => ({ what, how: ways.join(', '), good, files })
  if (chance < 0.6) {
    damage(HEAD_PATH, older.files.get(HEAD_PATH) ?? expect.fail('no head'))
    return offer('head')
  }
  for (const { differences } of good.head.files) for (const { sha256 } of differences) damage(dataPath(sha256), ...old.files.values(), ...good.files.values())
  if (chance < 0.75) return offer('differences')
  for (const { sha256 } of good.head.files) damage(dataPath(sha256), ...old.files.values(), ...good.files.values())
  return offer('differences and lists')
}

/** What must come of it, judged by what is still as it was. */
function verdictOn({ good, files }: Offer, heldLists: readonly PublishedList[]): 'refused' | 'good' | 'either' | 'no damage' {
  const isSame = (path: string) => Buffer.from(files.get(path) ?? []).equals(good.files.get(path) ?? Buffer.alloc(0))
  if ([...good.files.keys()].every(isSame)) return 'no damage'
  if (!isSame(HEAD_PATH)) return onlyKeyLinesDiffer(good, files) ? 'either' : 'refused'
  const canBeHad = good.head.files.every(({ id, sha256, differences }) => {
    const held = heldLists.find((list) => list.id === id)?.sha256
    return [sha256, ...differences.flatMap((one) => (one.from === held ? one.sha256 : []))].some((hash) => isSame(dataPath(hash)))
  })
  return canBeHad ? 'good' : 'refused'
}

/** Key lines aren't signed as a whole: those that lead nowhere may come and go, the list stays the same. */
function onlyKeyLinesDiffer({ envelope: { signature, text } }: Publication, files: ReadonlyMap<string, Uint8Array>): boolean {
  const bytes = Buffer.from(files.get(HEAD_PATH) ?? [])
  const [start, end] = ['AdPledge list 1\n', `signature ${signature}\n${text}`].map((part) => Buffer.from(part)) as [Buffer, Buffer]
  const between = bytes.subarray(start.length, bytes.length - end.length).toString('latin1')
  return bytes.length >= start.length + end.length && bytes.subarray(0, start.length).equals(start) && bytes.subarray(-end.length).equals(end) && /^(key [^\n]*\n)*$/.test(between)
}

/** Everything about a list but when it was looked for and what came of that. */
function withoutAttempts(items: Record<string, unknown>): Record<string, unknown> {
  const { lastAttempt: _, lastSuccess: __, failures: ___, retryAt: ____, error: _____, etag: ______, ...state } = items[`list:${source.id}`] as Record<string, unknown>
  return { ...items, [`list:${source.id}`]: state }
}

/** Texts to compare, each as a line instead of a screen where they differ. */
const hashesOf = (lists: readonly ListSource[]) => lists.map(({ id, text }) => `${id} ${sha256Of(text)}`)

async function heldIn(store: MemoryStore): Promise<Held> {
  const held = await open(store).held(source)
  return held ?? expect.fail('nothing is held')
}

/** Counts what came of what, so that it shows when a way of damaging comes to nothing. */
class Tally {
  readonly counts = new Map<string, number>()

  add(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  sum(what: RegExp): number {
    return [...this.counts].reduce((sum, [name, count]) => sum + (what.test(name) ? count : 0), 0)
  }

  toString(): string {
    return [...this.counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`).join(', ')
  }
}

/** Makes, offers and checks so many publications. */
async function run(name: string, count: number, one: (random: Random, seed: number, store: MemoryStore, tally: Tally) => Promise<boolean>): Promise<Tally> {
  console.log(`${name}: ADPLEDGE_DAMAGE=${SEED}`)
  const tally = new Tally()
  let store = storeWith(holdsOld)
  for (let at = 0; at < count; at++) {
    const seed = SEED + at
    const isTaken = await one(randomFrom(seed), seed, store, tally).catch((error: unknown) => {
      throw new Error(`ADPLEDGE_DAMAGE=${seed}`, { cause: error })
    })
    const isEnd = (at + 1) % ROUND === 0 || at + 1 === count
    if (isEnd && !isTaken) {
      const good = pick(randomFrom(seed), next)
      expect(await offer(store, good.files), `a good list after ADPLEDGE_DAMAGE=${seed}`).toEqual({ outcome: 'updated' })
      expect(hashesOf((await heldIn(store)).texts)).toEqual(hashesOf(NEW_LISTS))
      tally.add('good list taken afterwards')
    }
    if (isEnd || isTaken) store = storeWith(holdsOld)
  }
  console.log(`${name}: ${tally.toString()}`)
  return tally
}

/** The list before stands, to the bit, and nothing is beside it. */
function expectOld(store: MemoryStore, outcome: Outcome, how: string): ProblemCode {
  expect(outcome.outcome, how).toBe('failed')
  const code = (outcome as Extract<Outcome, { outcome: 'failed' }>).problem.code
  const left = withoutAttempts(contentsOf(store))
  const inventory = left['list-inventory'] as string[]
  expect(inventory.toSorted(), how).toEqual(old.lists.map(({ sha256 }) => sha256).toSorted())
  expect({ ...left, 'list-inventory': null }, how).toEqual({ ...withoutAttempts(holdsOld), 'list-inventory': null })
  expect(NEVER, how).not.toContain(code)
  return code
}

describe('publications damaged on the way', () => {
  it('are not taken, and the list before stands to the bit', { timeout: LIMIT }, async () => {
    const tally = await run('on the way', ON_THE_WAY, async (random, _, store, tally) => {
      let offered = damagedOnTheWay(random)
      // Two lines that are swapped may be the same.
      while (verdictOn(offered, old.lists) === 'no damage') offered = damagedOnTheWay(random)
      const [verdict, how] = [verdictOn(offered, old.lists), `${offered.what}: ${offered.how}`]
      if (random() < 0.1) await offerToNew(offered, how)
      const outcome = await offer(store, offered.files)
      const { texts } = await heldIn(store)
      if (verdict === 'good' || (verdict === 'either' && outcome.outcome === 'updated')) {
        expect(outcome, how).toEqual({ outcome: 'updated' })
        expect(hashesOf(texts), how).toEqual(hashesOf(NEW_LISTS))
        tally.add(`${offered.what}: good all the same`)
        return true
      }
      expect(hashesOf(texts), how).toEqual(hashesOf(OLD_LISTS))
      tally.add(`${offered.what}: ${expectOld(store, outcome, how)}`)
      return false
    })
    // All kinds of ends were met, by enough of them.
    expect(tally.sum(/^head: good/)).toBeLessThan(ON_THE_WAY / 10)
    expect(tally.sum(/^head: (signature|not-a-list)/)).toBeGreaterThan(ON_THE_WAY / 3)
    expect(tally.sum(/^differences and lists: damaged/)).toBeGreaterThan(ON_THE_WAY / 10)
    expect(tally.sum(/^differences: good/)).toBeGreaterThan(ON_THE_WAY / 20)
    for (const code of ['signature', 'not-a-list', 'rollback'] as const) expect(tally.sum(new RegExp(`^head: ${code}`)), code).toBeGreaterThan(0)
  })
})

/** Who has no list yet has no difference to apply, and nothing to compare with. */
async function offerToNew(offered: Offer, how: string): Promise<void> {
  const store = new MemoryStore()
  const { outcome } = await offer(store, offered.files)
  const held = await open(store).held(source)
  // An old head is a good one to who knows of no newer.
  const isOld = Buffer.from(offered.files.get(HEAD_PATH) ?? []).equals(older.files.get(HEAD_PATH) ?? Buffer.alloc(0))
  const verdict = isOld ? 'good' : verdictOn(offered, [])
  if (verdict !== 'either') expect(outcome, how).toBe(verdict === 'good' ? 'updated' : 'failed')
  if (outcome === 'updated') expect(hashesOf(held?.texts ?? []), how).toEqual(hashesOf(isOld ? OLDER_LISTS : NEW_LISTS))
  else expect([held, Object.keys(contentsOf(store))], how).toEqual([null, [`list:${source.id}`]])
}

/** What a publisher with a broken tool might sign. */
async function signedAllTheSame(random: Random): Promise<{ how: string; lists: ListSource[]; files: Map<string, Uint8Array>; kind: 'head' | 'list' | 'difference' }> {
  const what = random()
  if (what < 0.3) {
    const good = pick(random, next)
    const key = [FIRST, SECOND, THIRD][next.indexOf(good)] ?? FIRST
    const { how, damaged } = damageJson(random, good.envelope.text)
    const files = new Map<string, Uint8Array>([...good.files, [HEAD_PATH, utf8(writeEnvelope(signed(damaged, key, good.envelope.changes)))]])
    return { how, lists: NEW_LISTS, files, kind: 'head' }
  }
  if (what < 0.8) {
    let ways = ''
    const spoil = (list: ListSource): ListSource => {
      const { how, damaged } = damageJson(random, list.text)
      ways = how
      return { id: list.id, text: damaged }
    }
    const [small, other] = NEW_LISTS as [ListSource, ListSource]
    const lists = random() < 0.8 ? [spoil(small), other] : [small, spoil(other)]
    const { files } = await publication({ version: 3, lists, before: [old] })
    return { how: ways, lists, files, kind: 'list' }
  }
  let ways = ''
  const { files } = await publication({
    version: 3,
    lists: NEW_LISTS,
    before: [old],
    difference: (from, wanted) => {
      const good = random() < 0.8 ? writeDifference(from, wanted) : writeDifference(wanted, from)
      const { how, damaged } = random() < 0.3 ? { how: 'pieces', damaged: otherPieces(random, good) } : damageJson(random, good)
      ways = how
      return damaged
    },
  })
  return { how: ways, lists: NEW_LISTS, files, kind: 'difference' }
}

const PIECES = [[0, 1e15], [1e15, 1], [-1, 2], [0, -1], [0.5, 1], [0, 1.5], [2 ** 53, 2 ** 53], [0], [0, 1, 2], ['0', '1'], [null, 1], [], {}, null, 0, [0, 0], '', '\n', 'x'.repeat(100_000), '\uD800']

function otherPieces(random: Random, difference: string): string {
  const { format, pieces } = JSON.parse(difference) as { format: number; pieces: unknown[] }
  if (random() < 0.2) return JSON.stringify({ format, pieces: Array.from({ length: 5_000 }, () => [0, 20]) })
  pieces.splice(Math.floor(random() * (pieces.length + 1)), random() < 0.5 ? 1 : 0, pick(random, PIECES))
  return JSON.stringify({ format, pieces })
}

describe('publications that are signed and wrong', () => {
  it('are taken as they are where they are lists, and refused otherwise', { timeout: LIMIT }, async () => {
    const tally = await run('signed all the same', SIGNED, async (random, _, store, tally) => {
      const { how, lists, files, kind } = await signedAllTheSame(random)
      const outcome = await offer(store, files)
      const held = await heldIn(store)
      if (outcome.outcome === 'updated') {
        // A head may name fewer lists, and in another order.
        const named = held.head.files.filter((file) => file.kind === 'list')
        expect(hashesOf(held.texts), how).toEqual(named.map(({ id, sha256 }) => `${id} ${sha256}`))
        // One that is named by mistake may be here already.
        for (const hash of hashesOf(held.texts)) expect(hashesOf([...lists, ...OLD_LISTS]), how).toContain(hash)
        if (kind !== 'head') expect(named.length, how).toBe(lists.length)
        expectUsable(held)
        tally.add(`${kind}: taken`)
        return true
      }
      expect(kind, how).not.toBe('difference')
      if (outcome.outcome === 'unchanged') return expect.fail(how)
      expect(hashesOf(held.texts), how).toEqual(hashesOf(OLD_LISTS))
      const code = expectOld(store, outcome, how)
      if (kind === 'list') expect(['invalid', 'shrunk'], how).toContain(code)
      tally.add(`${kind}: ${code}`)
      return false
    })
    expect(tally.sum(/^difference: taken/)).toBeGreaterThan(SIGNED / 10)
    expect(tally.sum(/^list: invalid/)).toBeGreaterThan(SIGNED / 10)
    expect(tally.sum(/^head: not-a-list/)).toBeGreaterThan(SIGNED / 10)
  })
})

describe('what was wrong', () => {
  it('is told so that the list before survives it', async () => {
    const small = NEW_LISTS[0] as ListSource
    const lists = [{ id: small.id, text: small.text.replaceAll('Firm 5 Ümläut', '\u202E'.repeat(400)) }]
    const { files } = await publication({ version: 3, lists, before: [old] })
    const store = storeWith(holdsOld)
    const outcome = await offer(store, files)
    expect(expectOld(store, outcome, 'a name of hidden characters')).toBe('invalid')
    const { error, ...state } = await open(store).state(source)
    expect([state.version, state.failures, error?.code]).toEqual([2, 1, 'invalid'])
    expect(error?.detail).toContain('\\u{202e}')
    expect(error?.detail.length).toBeLessThanOrEqual(300)
  })

  it('costs nothing when another version of the extension told it otherwise', async () => {
    const store = storeWith({ ...holdsOld, [`list:${source.id}`]: { ...(holdsOld[`list:${source.id}`] as object), error: { code: 'unheard of', detail: 'x'.repeat(301), at: 0 } } })
    expect(await open(store).state(source)).toMatchObject({ version: 2, error: null })
    expect(hashesOf((await heldIn(store)).texts)).toEqual(hashesOf(OLD_LISTS))
  })
})

/** All that is done with a list works with this one: it is compiled, opened, and each entry has a record. */
function expectUsable({ texts }: Held): void {
  const files = texts.map(({ id, text }) => parseList(id, text))
  const { index, records } = compileLists(files, WORDS, 'hash')
  expect(openIndex(JSON.parse(JSON.stringify(index)) as typeof index)).toBeTruthy()
  expect(records.records.length).toBe(files.flatMap(({ entries }) => entries).length)
}
