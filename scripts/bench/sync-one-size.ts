import { gzipSync } from 'node:zlib'
import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'
import { pack, unpack } from '../../src/background/sync/packed-text.ts'
import type { Source } from '../../src/background/sync/state.ts'
import { Syncer } from '../../src/background/sync/syncer.ts'
import { HEAD_PATH } from '../../src/distribution/addresses.ts'
import { checkLists, entryIds } from '../../src/distribution/check-lists.ts'
import { applyDifference } from '../../src/distribution/difference.ts'
import { sha256, utf8 } from '../../src/distribution/encoding.ts'
import { readEnvelope, verifyEnvelope } from '../../src/distribution/envelope.ts'
import { isPublicSuffix } from '../../src/distribution/public-suffix.ts'
import { listKeys } from '../../src/list/compile.ts'
import { parseList } from '../../src/list/schema.ts'
import { openTable } from '../../src/list/table.ts'
import { readWords } from '../lists-plugin.ts'
import { CountingHost, type Traffic } from './counting-host.ts'
import { type Spread, spreadOf } from './measure.ts'
import { publishMade } from './published.ts'
import { type Check, CHECKS, type Step, STEPS, type SyncFigures } from './sync-figures.ts'

/** What keeping a list of one size fresh takes, in a process of its own: `sync-one-size.ts SIZE`; prints its figures as JSON. */

const size = Number(process.argv[2])
const rounds = size > 50_000 ? 3 : size > 5_000 ? 5 : 15
const say = (what: string) => console.error(`${size.toLocaleString('en')} entries: ${what} …`)

/** Strings are shared, not copied, so that what is measured is the sync. */
class Store implements KeyValueStore {
  readonly items: Map<string, unknown>

  constructor(items: Iterable<[string, unknown]> = []) {
    this.items = new Map(items)
  }

  get(keys: readonly string[]): Promise<Record<string, unknown>> {
    return Promise.resolve(Object.fromEntries(keys.flatMap((key) => (this.items.has(key) ? [[key, this.items.get(key)]] : []))))
  }

  set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) this.items.set(key, value)
    return Promise.resolve()
  }

  remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.items.delete(key)
    return Promise.resolve()
  }
}

say('made up and published')
const words = readWords()
const { publicKey, old, next } = publishMade(size, words)
const host = await CountingHost.start()
const source: Source = { id: 'made-up', address: host.address, key: publicKey }

function open(store: Store): Syncer {
  const syncer: Syncer = new Syncer({
    fetch,
    store,
    // All in one store, whose bytes are counted.
    largeTexts: { from: Number.POSITIVE_INFINITY, get: () => Promise.resolve(undefined), set: () => Promise.resolve(), keep: () => Promise.resolve() },
    now: () => Date.parse('2020-07-10T00:00:00Z'),
    random: () => 0.5,
    patience: { stall: 600_000, total: 600_000, perByte: 0 },
    mayFetch: () => Promise.resolve(true),
    isWanted: () => Promise.resolve(true),
    localTexts: () => Promise.resolve(new Map()),
    // As the background does after it was woken: what is held is read and checked anew.
    entriesInUse: async () => entryIds(accept((await syncer.held(source))?.texts ?? [])),
    accept: async (texts) => accept(texts),
    sources: () => Promise.resolve([source]),
  })
  return syncer
}

function accept(texts: Parameters<typeof checkLists>[0]) {
  return checkLists(texts, words, isPublicSuffix)
}

async function check(items: Iterable<[string, unknown]>, expected: string): Promise<{ store: Store; time: number; traffic: Traffic }> {
  const store = new Store(items)
  const before = host.traffic()
  const begin = performance.now()
  const outcome = await open(store).check(source)
  const time = performance.now() - begin
  if (outcome.outcome !== expected) throw new Error(`${outcome.outcome}: ${outcome.outcome === 'failed' ? outcome.problem.message : ''}`)
  const after = host.traffic()
  return { store, time, traffic: { requests: after.requests - before.requests, sent: after.sent - before.sent, received: after.received - before.received } }
}

async function measure(): Promise<SyncFigures['checks']> {
  host.publish(old.files)
  const { store: holdsOld } = await check([], 'updated')
  const ways: Record<Check, () => ReturnType<typeof check>> = {
    unchanged: () => check(holdsOld.items, 'unchanged'),
    'unchanged, no ETag': () => check(holdsOld.items, 'unchanged'),
    '1 % changed': () => check(holdsOld.items, 'updated'),
    everything: () => check([], 'updated'),
  }
  const checks = {} as SyncFigures['checks']
  for (const name of CHECKS) {
    say(name)
    host.etags = name !== 'unchanged, no ETag'
    if (name === '1 % changed') host.publish(next.files)
    const results = []
    // The first warms up.
    for (let round = -1; round < rounds; round++) results.push(await ways[name]())
    const traffic = results.at(-1)?.traffic ?? { requests: 0, sent: 0, received: 0 }
    checks[name] = { time: spreadOf(results.slice(1).map(({ time }) => time)), traffic }
  }
  return checks
}

async function times(step: Step, work: () => unknown): Promise<Spread> {
  say(step)
  const results: number[] = []
  for (let round = -1; round < rounds; round++) {
    const begin = performance.now()
    await work()
    if (round >= 0) results.push(performance.now() - begin)
  }
  return spreadOf(results)
}

async function measureSteps(): Promise<{ steps: SyncFigures['steps']; stored: number }> {
  const { text, file } = next
  const head = next.files.get(HEAD_PATH) ?? Buffer.alloc(0)
  const difference = (next.files.get(next.difference ?? '') ?? Buffer.alloc(0)).toString()
  const packed = await pack(text)
  const table = openTable(words)
  const work: Record<Step, () => unknown> = {
    'JSON.parse': () => JSON.parse(text),
    'verify the head': () => verifyEnvelope(readEnvelope(head), publicKey, null),
    hash: () => sha256(utf8(text)),
    'apply the difference': () => applyDifference(old.text, difference, text.length * 2),
    'read the list': () => parseList('made-up', text),
    'all rules': () => accept([{ id: file.id, text }]),
    'of which keys': () => listKeys(file, table),
    pack: () => pack(text),
    unpack: () => unpack(packed),
  }
  const steps = {} as SyncFigures['steps']
  for (const step of STEPS) steps[step] = await times(step, work[step])
  return { steps, stored: packed.length }
}

function bytesOf(path: string) {
  const bytes = next.files.get(path) ?? Buffer.alloc(0)
  return { raw: bytes.length, gzip: gzipSync(bytes).length }
}

const checks = await measure()
const { steps, stored } = await measureSteps()
const figures: SyncFigures = { size, bytes: { head: bytesOf(HEAD_PATH), list: bytesOf(next.list), difference: bytesOf(next.difference ?? ''), stored }, checks, steps }
console.log(JSON.stringify(figures))
host.stop()
