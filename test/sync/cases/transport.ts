import { expect } from 'vitest'
import { etagOf } from '../../../harness/list-host.ts'
import { alwaysNotModified, captivePortal, change, cutShort, drip, endless, gzipBomb, gzipped, hangUp, redirect, send, stallBeforeHeaders, stallMidBody, status, times, truncate, withEtag } from '../../../harness/misbehaviour.ts'
import { nextCheck } from '../../../src/background/sync/schedule.ts'
import { dataPath } from '../../../src/distribution/addresses.ts'
import { MOST_HEAD_BYTES } from '../../../src/distribution/head.ts'
import { writeDataFile } from '../../../src/distribution/data-file.ts'
import { sha256Of } from '../../../harness/list-signer.ts'
import type { ListFile } from '../../../src/list/schema.ts'
import { failureCase, firms, listOf, openHost, type Situation } from '../situation.ts'

/** What may go wrong on the way. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A byte order mark before it. */
const bom = (file: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file])
const utf16 = (file: Buffer) => Buffer.from(`\uFEFF${file.toString()}`, 'utf16le')

failureCase(1, async (situation) => {
  const { client, host } = situation
  await host.goOffline()
  await situation.refuses('network')
  expect(await client.texts()).toBeNull()
  const inUse = await client.inUse()
  expect(inUse).toMatchObject({ using: 'bundled', name: 'Bundled' })
  expect(inUse.files[0]?.entries).toHaveLength(2)
  await host.goOnline()
  await situation.recovers()
  expect((await client.inUse()).using).toBe('synced')
})

failureCase(2, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  await host.goOffline()
  client.now += 24 * HOUR
  await situation.refuses('network')
  // Earlier than in a day, not at once.
  const next = nextCheck(await client.state(), 'daily', client.now) ?? 0
  expect(next).toBeGreaterThan(client.now + 5 * MINUTE)
  expect(next).toBeLessThan(client.now + 30 * MINUTE)
  expect((await client.inUse()).using).toBe('synced')
  await host.goOnline()
  host.behave('head', hangUp)
  await situation.refuses('network')
  await situation.recovers()
})

failureCase(3, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const { source } = client
  // Looking up names takes its time on some machines.
  client.patience.stall = client.patience.total = 20_000
  for (const address of ['https://no-such-host.invalid/head.txt', host.address('head.txt').replace('http:', 'https:')]) {
    client.sources = [{ ...source, address }]
    // What another address calls its copy means nothing here.
    client.store.items.set('list:own', { ...(client.store.items.get('list:own') as object), etag: null, address })
    expect(await situation.refuses('network')).toBe(new URL(address).host)
  }
  client.sources = [source]
  await situation.recovers()
})

failureCase(4, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  situation.publish()
  for (const where of ['head', 'data'] as const) {
    host.recover()
    host.behave(where, stallBeforeHeaders)
    const began = performance.now()
    await situation.refuses('timeout')
    expect(performance.now() - began).toBeGreaterThan(client.patience.stall * 0.9)
    await situation.hasHungUp()
  }
  await situation.recovers()
})

failureCase(5, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  situation.publish()
  for (const where of ['head', 'data'] as const) {
    host.recover()
    host.behave(where, stallMidBody)
    const began = performance.now()
    await situation.refuses('timeout')
    // Not only when all the time that there is has passed.
    expect(performance.now() - began).toBeLessThan(client.patience.total * 0.9)
    await situation.hasHungUp()
  }
  // Drops that never cease would take for ever.
  host.recover()
  host.behave('head', drip(100, 1))
  const began = performance.now()
  await situation.refuses('timeout')
  expect(performance.now() - began).toBeGreaterThan(client.patience.total * 0.9)
  // Whoever is slow and gets there is waited for, a pause shorter than a stall notwithstanding.
  host.behave('head', drip(50, 100))
  await situation.takes()
  await situation.recovers()
})

failureCase(6, async (situation) => {
  const { host } = situation
  await situation.takes()
  situation.publish()
  for (const [where, behaviour, code] of [['head', truncate, 'network'], ['data', truncate, 'network'], ['head', cutShort, 'signature'], ['data', cutShort, 'damaged']] as const) {
    host.recover()
    host.behave(where, behaviour)
    await situation.refuses(code)
  }
  await situation.recovers()
})

failureCase(7, async (situation) => {
  const { host } = situation
  await situation.takes()
  situation.publish()
  for (const where of ['head', 'data'] as const) {
    for (const behaviour of [endless, gzipBomb(64 * 1024 * 1024), change((file) => Buffer.concat([file, Buffer.alloc(MOST_HEAD_BYTES, ' ')]))]) {
      host.recover()
      host.behave(where, behaviour)
      await situation.refuses('too-large')
      await situation.hasHungUp()
    }
  }
  // A head may not say of a file that it is larger than any may be.
  const [file] = JSON.parse(headText(situation)).files as object[]
  await situation.refusesOne('not-a-list', { head: { files: [{ ...file, size: 2 ** 30 }] } })
  // Compression itself is welcome.
  host.recover()
  host.behave('head', gzipped)
  host.behave('data', gzipped)
  await situation.takes()
  await situation.recovers()
})

failureCase(8, async (situation) => {
  const { host } = situation
  const other = await openHost()
  await situation.takes()
  const { files } = situation.publish()
  // It would all be there, and all of it right.
  other.publish(files)
  for (const where of ['head', 'data'] as const) {
    for (const code of [301, 302, 303, 307, 308]) {
      host.recover()
      host.behave(where, ({ response, path }) => response.writeHead(code, { location: other.address(path.slice(1)) }).end())
      await situation.refuses('redirect')
    }
    for (const to of ['http://list.example/head.txt', '/head.txt?again', 'javascript:alert(1)', '']) {
      host.recover()
      host.behave(where, redirect(to))
      await situation.refuses('redirect')
    }
  }
  expect(other.requests).toEqual([])
  await situation.recovers()
})

failureCase(9, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  situation.publish()
  host.behave('head', captivePortal)
  await situation.refuses('not-a-list')
  expect(host.requests.at(-1)?.path).toBe('/head.txt')
  host.recover()
  host.behave('data', captivePortal)
  await situation.refuses('damaged')
  expect((await client.state()).etag).not.toBe('"portal"')
  await situation.recovers()
})

failureCase(10, async (situation) => {
  const { host } = situation
  await situation.takes()
  situation.publish()
  for (const where of ['head', 'data'] as const) {
    for (const code of [404, 410]) {
      host.recover()
      host.behave(where, status(code))
      expect(await situation.refuses('http')).toBe(String(code))
    }
  }
  await situation.recovers()
})

failureCase(11, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  situation.publish()
  const retryAfter = async (where: 'head' | 'data', code: number, text: string) => {
    host.recover()
    host.behave(where, status(code, { 'retry-after': text }))
    expect(await situation.refuses('http')).toBe(String(code))
    const { retryAt } = await client.state()
    expect(nextCheck(await client.state(), '6h', client.now)).toBe(retryAt)
    return (retryAt ?? 0) - client.now
  }
  for (const [where, code, text] of [['head', 429, '7200'], ['data', 429, '7200'], ['head', 503, new Date(client.now + 2 * HOUR).toUTCString()]] as const) {
    // Not before then, and not everybody at that very moment.
    const length = await retryAfter(where, code, text)
    expect(length).toBeGreaterThanOrEqual(2 * HOUR)
    expect(length).toBeLessThanOrEqual(2 * HOUR + 15 * MINUTE)
  }
  // A host can't send us away for good.
  const longest = await retryAfter('head', 429, '999999999')
  expect(longest).toBeGreaterThanOrEqual(24 * HOUR)
  expect(longest).toBeLessThan(36 * HOUR)
  // Nor have us come back at once.
  for (const text of ['0', 'soon', '-5', '1e3', 'Thu, 01 Jan 1970 00:00:00 GMT', '']) expect(await retryAfter('head', 429, text)).toBeGreaterThan(15 * MINUTE)
  await situation.recovers()
})

failureCase(12, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const { texts } = situation.publish()
  host.behave('head', times(2, status(500)))
  host.behave('data', times(1, status(503)))
  const waits: number[] = []
  for (let failure = 0; failure < 3; failure++) {
    await situation.refuses('http')
    const { retryAt } = await client.state()
    waits.push((retryAt ?? 0) - client.now)
    client.now = retryAt ?? 0
  }
  expect(waits).toEqual([15 * MINUTE, 30 * MINUTE, 60 * MINUTE])
  expect(await client.check()).toEqual({ outcome: 'updated' })
  await situation.holds(texts)
  await situation.recovers()
})

failureCase(13, async (situation) => {
  const { client, host } = situation
  // Without a copy nothing can be the same as before.
  host.behave('head', alwaysNotModified)
  expect(await situation.refuses('http')).toBe('304')
  expect(host.requests[0]?.headers['if-none-match']).toBeUndefined()
  host.recover()
  const texts = await situation.takes()
  host.requests.length = 0
  client.now += HOUR
  expect(await client.check()).toEqual({ outcome: 'unchanged' })
  expect(host.requests.map(({ path }) => path)).toEqual(['/head.txt'])
  expect(host.requests[0]?.headers['if-none-match']).toBe(etagOf(situation.latest?.head ?? Buffer.alloc(0)))
  await situation.holds(texts)
  expect(await client.state()).toMatchObject({ lastSuccess: client.now, failures: 0, error: null })
  for (const { method, headers } of host.requests) expect({ method, cookie: headers.cookie, referer: headers.referer }).toEqual({ method: 'GET' })
  await situation.recovers()
})

failureCase(14, async (situation) => {
  const { client, host } = situation
  const texts = await situation.takes()
  for (const key of client.store.dataKeys()) client.store.items.delete(key)
  await situation.holds(null)
  expect((await client.inUse()).using).toBe('bundled')
  host.behave('head', alwaysNotModified)
  expect(await situation.refuses('http')).toBe('304')
  host.recover()
  host.requests.length = 0
  await client.check()
  expect(host.headRequests().map(({ headers }) => headers['if-none-match'])).toEqual([undefined])
  await situation.holds(texts)
  await situation.recovers()
})

failureCase(15, async (situation) => {
  const { client, host } = situation
  const asked = () => host.headRequests().at(-1)?.headers['if-none-match']
  // Weak: as good as any.
  host.behave('head', withEtag('W/"weak"'))
  await situation.takes()
  host.requests.length = 0
  expect(await client.check()).toEqual({ outcome: 'unchanged' })
  expect(asked()).toBe('W/"weak"')
  // Missing, another one each time, or nothing that could be sent back: the head is read and is the same.
  for (const etag of [null, '"another"', 'no quotes at all', `"${'x'.repeat(5_000)}"`, '"é\u00ff"']) {
    host.behave('head', withEtag(etag))
    expect(await client.check(), String(etag)).toEqual({ outcome: 'unchanged' })
  }
  expect(host.dataRequests()).toEqual([])
  // What is so long that hosts refuse it isn't sent to them.
  host.behave('head', withEtag(`"${'x'.repeat(5_000)}"`))
  await client.check()
  await client.check()
  expect(asked()?.length ?? 0).toBe(0)
  // Wrong: the same for everything that is ever published. It holds up until what is here expires, no longer.
  host.behave('head', withEtag('"always"'))
  await situation.takes()
  const { texts } = situation.publish({ head: { expires: '2027-09-01T00:00:00Z' } })
  expect(await client.check()).toEqual({ outcome: 'unchanged' })
  client.now = Date.parse('2026-09-02T00:00:00Z')
  expect(await client.check()).toEqual({ outcome: 'updated' })
  expect(asked()).toBeUndefined()
  await situation.holds(texts)
  await situation.recovers({ head: { expires: '2027-09-01T00:00:00Z' } })
})

failureCase(16, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const old = situation.publish()
  await client.check()
  const [oldText = ''] = old.texts
  const next = situation.publish()
  // A new head, while the edge has old data or none yet: names by content can't be mixed up.
  host.behave('data', send(oldText))
  await situation.refuses('damaged')
  const path = `/${dataPath(sha256Of(next.texts[0] ?? ''))}` as const
  host.recover()
  host.remove(path)
  expect(await situation.refuses('http')).toBe('404')
  host.publish(next.files)
  expect(await client.check()).toEqual({ outcome: 'updated' })
  await situation.holds(next.texts)
  // An old head, when the new one was here already.
  host.behave('head', send(old.head))
  await situation.refuses('rollback')
  // A difference that isn't what it was costs the whole file, no more.
  host.recover()
  const many = firms(40)
  const [text = ''] = await situation.takes({ lists: [listOf(0, { entries: many, not_the_same: [] })] })
  const { texts } = situation.publish({ lists: [listOf(0, { entries: [...many, ...firms(41).slice(40)], not_the_same: [] })], from: [text] })
  const difference = [...situation.latest!.files.keys()].find((one) => !one.includes(sha256Of(texts[0] ?? '')) && one.startsWith('data/'))
  host.behave(`/${difference}`, change((file) => file.toString().replace('firm-40', 'firm-4o')))
  host.requests.length = 0
  expect(await client.check()).toEqual({ outcome: 'updated' })
  expect(host.dataRequests()).toHaveLength(2)
  await situation.holds(texts)
  await situation.recovers({ lists: [listOf(0, { entries: many, not_the_same: [] })] })
})

failureCase(17, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  // What the host says of the bytes means nothing; the bytes are signed.
  host.behave('head', change((file) => file, { 'content-type': 'text/plain; charset=utf-16' }))
  host.behave('data', change((file) => file, { 'content-type': 'text/html; charset=shift_jis' }))
  await situation.takes()
  situation.publish()
  for (const [where, how, code] of [['head', bom, 'not-a-list'], ['head', utf16, 'not-a-list'], ['data', bom, 'too-large'], ['data', utf16, 'too-large']] as const) {
    host.recover()
    host.behave(where, change(how))
    await situation.refuses(code)
  }
  host.recover()
  // Published and signed that way: a mark at the beginning is passed over, other encodings are refused.
  const text = writeDataFile(listOf(7) as ListFile)
  await situation.refusesOne('invalid', { lists: [utf16(Buffer.from(text))] })
  await situation.refusesOne('invalid', { lists: [Buffer.from(text.replace('Campaign', 'Café'), 'latin1')] })
  const { files } = situation.publish({ lists: [bom(Buffer.from(text))] })
  expect([...files.keys()].some((path) => path.startsWith('data/'))).toBe(true)
  expect(await client.check()).toEqual({ outcome: 'updated' })
  expect((await client.inUse()).files[0]?.entries[0]?.note).toBe('As of version 7')
  await situation.recovers()
})

/** The text that was signed last. */
function headText({ latest }: Situation): string {
  return latest?.head.toString().split('\n').slice(2).join('\n') ?? ''
}
