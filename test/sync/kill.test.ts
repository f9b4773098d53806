import { beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../demo/random.ts'
import { sha256Of } from '../../harness/list-signer.ts'
import { OWN, type Source } from '../../src/background/sync/state.ts'
import type { Held } from '../../src/background/sync/syncer.ts'
import { HEAD_PATH } from '../../src/distribution/addresses.ts'
import { FIRST, listText, type Publication, publication, SECOND, succession } from './publication.ts'
import { type End, FailingFetch, FailingStore, Power } from './power.ts'
import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'
import { largeTextsIn, NO_LARGE_TEXTS } from './large-texts.ts'
import { MemoryStore } from './memory-store.ts'
import { contentsOf, storeWith, syncerIn } from './world.ts'

/**
 * A sync whose worker dies, or whose storage or network fails, at each of its steps: at every call of storage, every request
 * and every piece of an answer. Whoever starts after that finds the list before or the new one, whole, and the next sync
 * brings the new one and leaves nothing lying about.
 */

const A: Source = { id: OWN, address: 'https://lists.example/a/head.txt', key: FIRST.publicKey }
const B: Source = { id: 'list-b', address: 'https://lists.example/b/head.txt', key: FIRST.publicKey }

const sitesText = (sites: string) => ({ kind: 'sites', id: 'sites', text: `{"format":1,"sites":${sites}}\n` })

/** What a host hands out, by address. */
type Web = Map<string, Uint8Array>

interface Scene {
  /** Published before; null where the list is new. */
  before: Publication | null
  after: Publication
  /** Whether the host tells versions of its files apart. */
  etags?: boolean
  /** Its texts are kept as if they were large. */
  large?: boolean
  /** A second source that holds what the first holds. */
  shared?: boolean
  /** What the host has by the time of the next sync. */
  later?: Publication
  /** What the host has lost. */
  missing?: 'differences'
}

let scenes: Record<string, Scene>
let kills = 0

beforeAll(async () => {
  const [OLD, NEW] = [[listText('small', 4), listText('other', 2)], [listText('small', 5), listText('other', 2)]]
  const old = await publication({ version: 1, lists: OLD })
  const announced = await publication({ version: 1, lists: OLD, head: { nextKey: SECOND.publicKey }, changes: succession(FIRST, SECOND) })
  const differing = await publication({ version: 2, lists: NEW, before: [old] })
  scenes = {
    'the first list': { before: null, after: old },
    'a difference': { before: old, after: differing, etags: true },
    'a whole file': { before: old, after: await publication({ version: 2, lists: NEW }) },
    'a difference that is missing': { before: old, after: differing, missing: 'differences' },
    'a newer one meanwhile': { before: old, after: differing, later: await publication({ version: 3, lists: [listText('small', 6), listText('other', 3)], before: [old, differing] }) },
    'another key': { before: announced, after: await publication({ version: 2, lists: NEW, before: [old], key: SECOND, changes: succession(FIRST, SECOND) }) },
    'another list': { before: old, after: await publication({ version: 2, lists: [listText('third', 6)], head: { shrunk: 2 } }) },
    'what is said of sites': { before: old, after: await publication({ version: 2, lists: [...NEW, sitesText('{"facebook":{"off":true}}')], before: [old] }) },
    'other things said of sites': { before: await publication({ version: 1, lists: [...OLD, sitesText('{"facebook":{"off":true}}')] }), after: await publication({ version: 2, lists: [...OLD, sitesText('{"x":{"off":true}}')] }) },
    'nothing new': { before: differing, after: differing, etags: true },
    'nothing new, without an ETag': { before: differing, after: differing },
    'a file that two sources hold': { before: old, after: differing, shared: true },
    'the first large list': { before: null, after: old, large: true },
    'a difference of a large list': { before: old, after: differing, etags: true, large: true },
    'a large file that two sources hold': { before: old, after: differing, shared: true, large: true },
  }
})

function webOf({ before, after, missing }: Scene): Web {
  const dropped = missing ? after.head.files.flatMap(({ differences }) => differences.map(({ sha256 }) => sha256)) : []
  const kept = [...after.files].filter(([path]) => !dropped.some((hash) => path.includes(hash)))
  return new Map([...publishedAt(A, kept), ...publishedAt(B, before?.files ?? [])])
}

function publishedAt({ address }: Source, files: Iterable<[path: string, bytes: Uint8Array]>) {
  return [...files].map(([path, bytes]) => [address.replace(HEAD_PATH, path), bytes] as const)
}

const textsIn = ({ large }: Scene, memory: MemoryStore, store: KeyValueStore = memory) => (large ? largeTextsIn(memory, store) : NO_LARGE_TEXTS)
const sourcesOf = ({ shared }: Scene) => (shared ? [A, B] : [A])

/** Storage as it is before the sync that is killed. */
async function stored(scene: Scene): Promise<MemoryStore> {
  const store = new MemoryStore()
  const { before } = scene
  if (!before) return store
  const web = webOf({ ...scene, after: before })
  const syncer = syncerIn({ store, largeTexts: textsIn(scene, store), fetch: new FailingFetch(web, new Power(), scene.etags).fetch, sources: sourcesOf(scene) })
  for (const source of sourcesOf(scene)) expect(await syncer.check(source)).toEqual({ outcome: 'updated' })
  return store
}

/** Which publication that is, of those that it may be. */
function nameOf(held: Held | null, { before, after }: Scene): string {
  const isThat = (publication: Publication) => held?.head.version === publication.head.version && digest(held.texts) === digest(publication.lists)
  if (isThat(after)) return 'new'
  if (held === null) return before ? 'nothing' : 'old'
  return before && isThat(before) ? 'old' : 'neither'
}

const digest = (texts: readonly { id: string; text: string }[]) => sha256Of(JSON.stringify(texts.map(({ id, text }) => [id, text])))

/** Runs a sync that ends early, and says how far it came, and with what outcome if it lived to tell. */
async function runInto(scene: Scene, store: MemoryStore, end: End): Promise<{ steps: readonly string[]; outcome: string | null }> {
  const power = new Power(end)
  const failing = new FailingStore(store, power)
  const syncer = syncerIn({ store: failing, largeTexts: textsIn(scene, store, failing), fetch: new FailingFetch(webOf(scene), power, scene.etags).fetch, sources: sourcesOf(scene) })
  const outcome = await Promise.race([syncer.check(A), power.failed])
  return { steps: power.steps, outcome: outcome ? outcome.outcome : null }
}

/** Everything starts anew on what is stored. */
async function expectWhole(scene: Scene, store: MemoryStore, what: string): Promise<'old' | 'new'> {
  const open = () => syncerIn({ store, largeTexts: textsIn(scene, store), fetch: new FailingFetch(webOf(scene), new Power(), scene.etags).fetch, sources: sourcesOf(scene) })
  const found = nameOf(await open().held(A), scene)
  expect(['old', 'new'], what).toContain(found)
  if (scene.shared) expect(nameOf(await open().held(B), { ...scene, after: scene.before ?? scene.after }), `the other source, ${what}`).toBe('new')
  return found as 'old' | 'new'
}

/** @returns what was there before the next sync */
async function expectNext(scene: Scene, store: MemoryStore, what: string): Promise<'old' | 'new'> {
  const found = await expectWhole(scene, store, what)
  const now: Scene = { ...scene, after: scene.later ?? scene.after }
  const syncer = syncerIn({ store, largeTexts: textsIn(scene, store), fetch: new FailingFetch(webOf(now), new Power(), scene.etags).fetch, sources: sourcesOf(scene) })
  expect(await syncer.check(A), what).toEqual({ outcome: found === 'new' && !scene.later ? 'unchanged' : 'updated' })
  expect(nameOf(await syncer.held(A), now), what).toBe('new')
  expect(await syncer.state(A), what).toMatchObject({ failures: 0, error: null, retryAt: null })
  if (scene.shared) await expectWhole(now, store, what)
  const hashes = [now.after, ...(scene.shared && scene.before ? [scene.before] : [])].flatMap(({ lists }) => lists.map(({ sha256 }) => sha256))
  const wanted = new Set([...hashes.map((hash) => `${scene.large ? 'large:' : ''}list-data:${hash}`), 'list-inventory', ...sourcesOf(scene).map(({ id }) => `list:${id}`)])
  expect([...store.items.keys()].toSorted(), what).toEqual([...wanted].toSorted())
  return found
}

/** How many steps there are when nothing fails. */
async function stepsOf(scene: Scene): Promise<string[]> {
  const store = await stored(scene)
  const power = new Power()
  const failing = new FailingStore(store, power)
  const syncer = syncerIn({ store: failing, largeTexts: textsIn(scene, store, failing), fetch: new FailingFetch(webOf(scene), power, scene.etags).fetch, sources: sourcesOf(scene) })
  await syncer.check(A)
  return power.steps
}

const NAMES = ['the first list', 'a difference', 'a whole file', 'a difference that is missing', 'a newer one meanwhile', 'another key', 'another list', 'what is said of sites', 'other things said of sites', 'nothing new', 'nothing new, without an ETag', 'a file that two sources hold', 'the first large list', 'a difference of a large list', 'a large file that two sources hold']
const ENDS: End['how'][] = ['before', 'after', 'refused', 'refused from then on']

describe('a sync that is killed at each of its steps', { timeout: 60_000 }, () => {
  it.each(NAMES)('leaves a whole list, and the next one succeeds: %s', async (name) => {
    const scene = scenes[name] ?? expect.fail(name)
    const steps = await stepsOf(scene)
    const before = contentsOf(await stored(scene))
    const found = new Set<string>()
    for (const [at, step] of steps.entries()) {
      for (const how of ENDS) {
        const store = storeWith(before)
        const run = await runInto(scene, store, { at, how })
        const what = `${name}: ${how} at step ${at}, ${step}`
        expect(run.steps[at], what).toBe(step)
        const which = await expectNext(scene, store, what)
        found.add(which)
        // Whoever lives to tell tells how it is.
        if (run.outcome !== null && scene.before !== scene.after) expect(which, what).toBe(run.outcome === 'failed' ? 'old' : 'new')
        if (how === 'before' || how === 'after') kills++
      }
    }
    // Both were met: kills before the switch, and after it.
    expect(found).toEqual(new Set(scene.before === scene.after ? ['new'] : ['old', 'new']))
  })

  it('may be killed again and again', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed)
      const scene = scenes[NAMES[seed % NAMES.length] ?? ''] ?? expect.fail('no scene')
      const store = await stored(scene)
      const steps = await stepsOf(scene)
      let isNew = false
      for (let left = 5; left > 0; left--) {
        const at = Math.floor(random() * steps.length)
        await runInto(scene, store, { at, how: random() < 0.5 ? 'before' : 'after' })
        kills++
        const found = await expectWhole(scene, store, `seed ${seed}`)
        // Never back to the list before.
        if (isNew) expect(found, `seed ${seed}`).toBe('new')
        isNew = found === 'new'
      }
      await expectNext(scene, store, `seed ${seed}`)
    }
  })

  it('was killed two hundred times at least', () => {
    console.log(`${kills} kills`)
    expect(kills).toBeGreaterThanOrEqual(200)
  })
})
