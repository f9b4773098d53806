import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { held, status, times } from '../../../harness/misbehaviour.ts'
import { signLists } from '../../../harness/list-signer.ts'
import { pack } from '../../../src/background/sync/packed-text.ts'
import { writeDataFile } from '../../../src/distribution/data-file.ts'
import type { ListFile } from '../../../src/list/schema.ts'
import { file } from '../../list-json.ts'
import { bundledText } from '../client.ts'
import { failureCase, firms, listOf } from '../situation.ts'

/** What may go wrong on this side: the worker, its storage, and what the person does meanwhile. */

const full = () => {
  throw new Error('Resource::kQuotaBytes quota exceeded')
}

failureCase(38, async (situation) => {
  const { client } = situation
  const old = await situation.takes()
  // Two files, so that there is a middle.
  const { texts } = situation.publish({ lists: [listOf(2, { id: 'one' }), listOf(2, { id: 'two' })], head: { shrunk: 2 } })
  // Killed at its first write, at its second, …: from then on nothing of that worker's reaches storage.
  let writes = 0
  for (let last = 0; ; last++) {
    writes = 0
    client.store.onSet = () => {
      if (writes++ >= last) throw new Error('this worker is dead')
    }
    const dying = client.newSyncer()
    const outcome = await dying.check(client.source)
    client.store.onSet = () => undefined
    client.restart()
    const now = await client.texts()
    // The whole old list or the whole new one.
    expect([JSON.stringify(old), JSON.stringify(texts)]).toContain(JSON.stringify(now))
    if (outcome.outcome === 'updated') break
    expect(now).toEqual(old)
    expect(last).toBeLessThan(20)
  }
  // The stamp, the inventory, two texts, the switch, at least.
  expect(writes).toBeGreaterThanOrEqual(5)
  await situation.holds(texts)
  await situation.recovers({ head: { shrunk: 3 } })
})

failureCase(39, async (situation) => {
  const { client } = situation
  const old = await situation.takes()
  situation.publish()
  // No room for the data; for small things there is.
  client.store.onSet = (items) => {
    if (Object.keys(items).some((key) => key.startsWith('list-data:'))) full()
  }
  expect(await situation.refuses('storage')).toContain('quota')
  // Room for one of two texts: the one that was written goes again.
  situation.publish({ lists: [listOf(3, { id: 'one' }), listOf(3, { id: 'two' })], head: { shrunk: situation.version + 1 } })
  let texts = 0
  client.store.onSet = (items) => {
    if (Object.keys(items).some((key) => key.startsWith('list-data:')) && ++texts === 2) full()
  }
  await situation.refuses('storage')
  expect(texts).toBe(2)
  // No room for anything: nothing can be noted, and no host is asked for what couldn't be kept.
  client.store.onSet = full
  const requests = situation.host.requests.length
  const outcome = await client.check()
  expect(outcome).toMatchObject({ outcome: 'failed', problem: { code: 'storage' } })
  expect(situation.host.requests).toHaveLength(requests)
  await situation.holds(old)
  // No longer able to read even.
  client.store.onGet = () => {
    throw new Error('disk I/O error')
  }
  expect(await client.check()).toMatchObject({ outcome: 'failed', problem: { code: 'storage' } })
  client.store.onGet = () => undefined
  client.store.onSet = () => undefined
  await situation.recovers()
})

failureCase(40, async (situation) => {
  const { client, host } = situation
  const { items } = client.store
  const texts = await situation.takes()
  const good = items.get('list:own') as Record<string, unknown>
  const [dataKey = ''] = client.store.dataKeys()
  const packed = items.get(dataKey) as string
  const damage: [key: string, value: unknown][] = [
    ...[undefined, null, 7, 'garbage', [], {}, { ...good, head: 'garbage' }, { ...good, head: (good['head'] as string).replace('"version":1', '"version":2') }, { ...good, head: (good['head'] as string).slice(0, 200) }].map((value): [string, unknown] => ['list:own', value]),
    ...[{ key: 'x' }, { version: -1 }, { version: '1' }, { failures: Number.NaN }, { retryAt: Number.POSITIVE_INFINITY }, { spread: 7 }].map((part): [string, unknown] => ['list:own', { ...good, ...part }]),
    ...[undefined, null, 7, '', 'garbage', packed.slice(0, packed.length / 2), packed.slice(4), `${packed.slice(0, 40)}AAAA${packed.slice(44)}`, await pack('{"another":"text"}'), { text: packed }].map((value): [string, unknown] => [dataKey, value]),
  ]
  for (const [key, value] of damage) {
    if (value === undefined) items.delete(key)
    else items.set(key, value)
    client.restart()
    // Never half of it: what came with the extension stands in.
    await situation.holds(null)
    expect((await client.inUse()).using).toBe('bundled')
    host.requests.length = 0
    expect((await client.check()).outcome, `${key}: ${JSON.stringify(value)}`).not.toBe('failed')
    await situation.holds(texts)
    expect(host.headRequests()[0]?.headers['if-none-match']).toBeUndefined()
    expect(client.store.dataKeys()).toEqual([dataKey])
  }
  // What says which data there is, is damaged: nothing depends on it.
  for (const value of [7, 'x', [7, null, {}]]) {
    items.set('list-inventory', value)
    await situation.holds(texts)
    await client.check()
  }
  // One list's damage that nobody mends keeps no other list from being removed, nor its data from going.
  const other = { id: 'list-2', address: host.address('other/head.txt'), key: situation.key.publicKey }
  host.publish(signLists({ key: situation.key, version: 1, lists: [listOf(9)] }).files, 'other/')
  client.sources = [client.source, other]
  expect(await client.syncer.check(other)).toEqual({ outcome: 'updated' })
  items.set('list:own', { ...good, head: 'garbage' })
  client.sources = [client.source]
  await client.syncer.forget(other.id)
  expect(items.has('list:list-2')).toBe(false)
  items.set('list:own', good)
  items.delete('list-inventory')
  await client.check()
  await situation.recovers()
})

failureCase(41, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const slow = held()
  const { texts } = situation.publish()
  host.behave('head', slow.behaviour)
  host.requests.length = 0
  const checks = [client.check(), client.check()]
  expect(client.syncer.progress('own')).toEqual({ received: 0, total: null })
  await host.seen(1)
  checks.push(client.check())
  slow.release()
  expect(await Promise.all(checks)).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'updated' })))
  expect(host.headRequests()).toHaveLength(1)
  expect(host.dataRequests()).toHaveLength(1)
  expect(client.syncer.progress('own')).toBeNull()
  await situation.holds(texts)
  // Lists of two publishers take turns: one's clearing up would take away what the other has just written.
  const other = { id: 'list-2', address: host.address('other/head.txt'), key: situation.key.publicKey }
  client.sources = [client.source, other]
  host.publish(signLists({ key: situation.key, version: 1, lists: [listOf(9)] }).files, 'other/')
  const next = situation.publish()
  expect(await Promise.all(client.sources.map((source) => client.syncer.check(source)))).toEqual([{ outcome: 'updated' }, { outcome: 'updated' }])
  await situation.holds(next.texts)
  expect((await client.syncer.held(other))?.texts).toHaveLength(1)
  client.sources = [client.source]
  await client.syncer.forget(other.id)
  // A worker and its predecessor that is still on its way: whoever comes first, the list is whole.
  host.recover()
  const last = situation.publish()
  const outcomes = await Promise.all([client.newSyncer(), client.newSyncer()].map((syncer) => syncer.check(client.source)))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['updated', 'updated'])
  await situation.holds(last.texts)
  // One that has slept over its download while a newer version came doesn't put the old one in its place.
  const asleep = held()
  situation.publish()
  host.behave('data', asleep.behaviour)
  const predecessor = client.newSyncer().check(client.source)
  await host.seen(host.dataRequests().length + 1, () => host.dataRequests())
  host.recover()
  const newest = situation.publish()
  expect(await client.check()).toEqual({ outcome: 'updated' })
  asleep.release()
  await predecessor
  await situation.holds(newest.texts)
  await situation.recovers()
})

failureCase(42, async (situation) => {
  const { client } = situation
  await situation.takes()
  expect(await client.inUse()).toMatchObject({ using: 'synced', head: { version: 1 } })
  // An update of the extension brings a newer list than was synced: that one counts.
  client.bundled = [bundledText(file({ updated: '2026-05-20', entries: firms(3), not_the_same: [] }))]
  client.restart()
  expect(await client.inUse()).toMatchObject({ using: 'bundled', head: null, files: [{ updated: '2026-05-20' }] })
  // Of the same day the published one has the last word, and so has a later one.
  await situation.takes({ lists: [listOf(2, { updated: '2026-05-20', entries: firms(3), not_the_same: [] })] })
  expect((await client.inUse()).using).toBe('synced')
  // What was published when the extension was built needn't come over the network at all.
  const packaged = listOf(3, { updated: '2026-05-21', entries: firms(3), not_the_same: [] })
  situation.publish({ lists: [packaged] })
  client.bundled = [bundledText(packaged)]
  situation.host.requests.length = 0
  expect(await client.check()).toEqual({ outcome: 'updated' })
  expect(situation.host.dataRequests()).toEqual([])
  await situation.recovers({ lists: [listOf(4, { entries: firms(3), not_the_same: [] })] })
})

failureCase(43, async (situation) => {
  const { client, host } = situation
  const texts = await situation.takes()
  const good = client.store.items.get('list:own') as object
  // A later version of the extension has kept its state in another form: it counts as none.
  client.store.items.set('list:own', { ...good, format: 2, sources: [] })
  client.restart()
  expect(await client.state()).toMatchObject({ format: 1, version: 0, head: null, lastAttempt: null })
  expect((await client.inUse()).using).toBe('bundled')
  host.requests.length = 0
  expect(await client.check()).toEqual({ outcome: 'updated' })
  await situation.holds(texts)
  // In the same form with more in it: what is known of it counts.
  client.store.items.set('list:own', { ...(client.store.items.get('list:own') as object), later: { much: true } })
  client.restart()
  expect(await client.check()).toEqual({ outcome: 'unchanged' })
  // What it failed with last is only told.
  client.store.items.set('list:own', { ...(client.store.items.get('list:own') as object), error: { code: 'too-modern', detail: '', at: 0 } })
  expect(await client.state()).toMatchObject({ error: null, version: 1 })
  // A later version took a list that this one wouldn't: it isn't used, and updates go on.
  const { syncer } = client
  const lenient = situation.publish({ lists: [writeDataFile(listOf(2) as ListFile).replace('"kind":"company"', '"kind":"guild"')] })
  client.store.items.set('list:own', { ...good, version: 2, signed: null, head: lenient.head.toString() })
  await syncer.check(client.source)
  expect((await client.inUse()).files).toHaveLength(1)
  await situation.recovers()
})

failureCase(47, async (situation) => {
  // Nothing of the engine knows of any other storage than the one that it is given.
  const folders = ['src/background/sync', 'src/distribution']
  const sources = folders.flatMap((folder) => readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')))
  expect(sources.length).toBeGreaterThan(15)
  for (const source of sources) expect(source).not.toMatch(/storage\.(session|sync|managed)|localStorage|indexedDB|webextension-polyfill|caches\./)
  // A private window that keeps nothing: all there, and gone with it.
  await situation.takes()
  situation.client.store.items.clear()
  situation.client.restart()
  expect((await situation.client.inUse()).using).toBe('bundled')
  await situation.recovers()
})

failureCase(48, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  client.allowed = false
  host.requests.length = 0
  expect(await situation.refuses('permission')).toBe(new URL(client.source.address).host)
  expect(host.requests).toEqual([])
  client.allowed = true
  await situation.recovers()
})

failureCase(50, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const other = { id: 'list-2', address: host.address('other/head.txt'), key: situation.key.publicKey }
  const { files } = signLists({ key: situation.key, version: 1, lists: [listOf(9)] })
  host.publish(files, 'other/')
  const own = client.source
  for (const where of ['head', 'data'] as const) {
    client.sources = [own, other]
    const slow = held()
    host.behave(where, slow.behaviour)
    const before = host.requests.length
    const check = client.syncer.check(other)
    await host.seen(before + (where === 'head' ? 1 : 2))
    client.sources = [own]
    const forgotten = client.syncer.forget(other.id)
    slow.release()
    expect(await check).toMatchObject({ outcome: 'failed', problem: { code: 'removed' } })
    await forgotten
    // As if it had never been there.
    expect([...client.store.items.keys()].toSorted()).toEqual(['list-inventory', 'list:own', ...client.store.dataKeys()].toSorted())
    expect(client.store.dataKeys()).toHaveLength(1)
    host.recover()
  }
  // Also where it was removed while its host failed, or before its turn came.
  client.sources = [own, other]
  host.behave('head', times(1, status(500)))
  const failing = client.syncer.check(other)
  client.sources = [own]
  await Promise.all([failing, client.syncer.forget(other.id)])
  expect(await client.syncer.check(other)).toMatchObject({ outcome: 'failed', problem: { code: 'removed' } })
  expect(client.store.items.has('list:list-2')).toBe(false)
  await situation.recovers()
})
