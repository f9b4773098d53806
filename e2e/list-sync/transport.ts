import { expect } from '@playwright/test'
import { etagOf, ListHost } from '../../harness/list-host.ts'
import { alwaysNotModified, cutShort, endless, gzipBomb, gzipped, redirect, send, status, times, truncate } from '../../harness/misbehaviour.ts'
import { handOver, newKey } from '../../harness/list-signer.ts'
import { browserCase } from './case.ts'
import { badgesOn } from './installation.ts'

/** What comes over the network, or doesn't, as browsers have it. */

const MINUTE = 60_000

browserCase(1, async (installation) => {
  const { host } = installation
  const detail = new URL(host.address()).host
  await expect.poll(() => installation.own()).toMatchObject({ using: 'bundled', version: null, lastSuccess: null, error: { code: 'network', detail } })
  const own = await installation.own()
  // It is asked again in a while, without anybody's doing.
  expect(Date.parse(own.nextCheck ?? '') - Date.now()).toBeGreaterThan(5 * MINUTE)
  const page = await installation.openFeed()
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  await page.close()
  await host.goOnline()
  await installation.recovers()
  expect((await installation.own()).using).toBe('synced')
}, { asStarted: true })

browserCase(2, async (installation) => {
  const { host } = installation
  await installation.takes()
  await host.goOffline()
  expect(await installation.refuses('network')).toBe(new URL(host.address()).host)
  await host.goOnline()
  await installation.recovers()
})

browserCase(6, async (installation) => {
  const { host } = installation
  await installation.takes()
  installation.publish()
  // Firefox gives out what came before the connection was lost; then it is the contents that are wrong.
  host.behave('head', truncate)
  await installation.refuses('network', 'signature')
  host.recover()
  host.behave('data', truncate)
  await installation.refuses('network', 'damaged')
  host.recover()
  host.behave('data', cutShort)
  await installation.refuses('damaged')
  await installation.recovers()
})

browserCase(7, async (installation) => {
  const { host } = installation
  await installation.takes()
  installation.publish()
  for (const where of ['head', 'data'] as const) {
    for (const behaviour of [endless, gzipBomb(256 * 1024 * 1024)]) {
      host.recover()
      host.behave(where, behaviour)
      await installation.refuses('too-large')
      await expect.poll(() => host.open).toBe(0)
    }
  }
  // Compression itself is welcome.
  host.recover()
  host.behave('head', gzipped)
  host.behave('data', gzipped)
  await installation.takes()
  await installation.recovers()
})

browserCase(8, async (installation) => {
  const { host } = installation
  await installation.takes()
  const { files } = installation.publish()
  const other = await ListHost.open()
  try {
    other.publish(files)
    for (const where of ['head', 'data'] as const) {
      for (const code of [301, 302, 303, 307, 308]) {
        host.recover()
        host.behave(where, ({ response, path }) => response.writeHead(code, { location: other.address(path.slice(1)) }).end())
        await installation.refuses('redirect')
      }
    }
    host.recover()
    host.behave('head', redirect('http://list.example/head.txt'))
    await installation.refuses('redirect')
    expect(other.requests).toEqual([])
  } finally {
    await other.close()
  }
  await installation.recovers()
})

browserCase(12, async (installation) => {
  const { host } = installation
  await installation.takes()
  const { version } = installation
  installation.publish()
  host.behave('head', times(2, status(503, { 'retry-after': '7200' })))
  const began = Date.now()
  expect(await installation.refuses('http')).toBe('503')
  const { nextCheck } = await installation.own()
  expect(Date.parse(nextCheck ?? '') - began).toBeGreaterThanOrEqual(120 * MINUTE)
  expect(Date.parse(nextCheck ?? '') - began).toBeLessThan(136 * MINUTE)
  await installation.refuses('http')
  // Nobody has to do anything about it.
  expect(await installation.check()).toMatchObject({ version: version + 1, error: null })
  await installation.recovers()
})

browserCase(13, async (installation) => {
  const { host } = installation
  host.behave('head', alwaysNotModified)
  expect(await installation.refuses('http')).toBe('304')
  expect(host.requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  host.recover()
  const { head } = await installation.takes()
  const before = await installation.own()
  host.requests.length = 0
  const own = await installation.check()
  expect(own).toMatchObject({ version: installation.version, error: null })
  expect(Date.parse(own.lastSuccess ?? '')).toBeGreaterThan(Date.parse(before.lastSuccess ?? ''))
  expect(host.requests.map(({ method, path, headers }) => [method, path, headers['if-none-match']])).toEqual([['GET', '/head.txt', etagOf(head)]])
  await installation.recovers()
  // The host has tried to set a cookie each time. Nothing that it could tell one person from another by comes back.
  for (const { headers } of host.requests) {
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
    expect(headers).not.toHaveProperty('origin')
  }
})

browserCase(14, async (installation) => {
  const { host } = installation
  const { texts } = await installation.takes()
  const keys = async () => Object.keys(await installation.storage()).filter((key) => key.startsWith('list-data:'))
  await installation.drop(...(await keys()))
  host.behave('head', alwaysNotModified)
  await installation.check()
  expect(await installation.own()).toMatchObject({ using: 'bundled', error: { code: 'http', detail: '304' } })
  host.recover()
  host.requests.length = 0
  expect(await installation.check()).toMatchObject({ using: 'synced', version: installation.version, error: null })
  expect(host.headRequests().map(({ headers }) => headers['if-none-match'])).toEqual([undefined])
  expect(await keys()).toHaveLength(texts.length)
  await installation.recovers()
})

browserCase(16, async (installation) => {
  const { host } = installation
  const old = await installation.takes()
  installation.publish()
  // A new head and old data, …
  host.behave('data', send(old.texts.at(-1) ?? ''))
  await installation.refuses('damaged', 'too-large')
  await installation.recovers()
  // … and an old head where the new one was here already.
  host.behave('head', send(old.head))
  await installation.refuses('rollback')
  await installation.recovers()
})

browserCase(29, async (installation) => {
  const { host } = installation
  await installation.takes()
  const { version } = installation
  host.requests.length = 0
  const stranger = newKey()
  installation.publish({ key: stranger })
  await installation.refuses('signature')
  installation.publish({ key: stranger, changes: [handOver(newKey(), stranger)] })
  await installation.refuses('signature')
  const { head } = installation.publish()
  host.behave('head', send(head.toString().replace(`"version":${installation.version}`, `"version":${installation.version + 1}`)))
  await installation.refuses('signature')
  expect(host.dataRequests()).toEqual([])
  expect((await installation.own()).version).toBe(version)
  await installation.recovers()
})

browserCase(33, async (installation) => {
  await installation.takes()
  const { version } = installation
  installation.publish({ version, lists: installation.packaged })
  expect(await installation.refuses('changed')).toBe(`version ${version}`)
  await installation.recovers()
})

browserCase(37, async (installation) => {
  const { host } = installation
  await installation.takes()
  installation.publish()
  host.behave('data', ({ response, file = Buffer.alloc(1) }) => {
    const bytes = Buffer.from(file)
    bytes[bytes.length - 2]! ^= 1
    response.writeHead(200).end(bytes)
  })
  await installation.refuses('damaged')
  await installation.recovers()
})
