import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import { held } from '../../harness/misbehaviour.ts'
import type { SyncState } from '../../src/background/sync/state.ts'
import type { ExtensionGlobals } from '../extension-pages.ts'
import { extensionPath, launchWith } from '../fixtures.ts'
import { browserCase } from './case.ts'
import { badgesOn, type Installation } from './installation.ts'

/** What happens on this side: workers, storage, alarms, permissions. */

const MINUTE = 60_000

browserCase(38, async (installation) => {
  const { host } = installation
  await installation.takes()
  const [old, storage] = [installation.version, await listStorage(installation)]
  installation.publish()
  // The first of two files has come, the second is on its way.
  const slow = held()
  let files = 0
  host.behave('data', (exchange) => (++files === 1 ? exchange.answer() : slow.behaviour(exchange)))
  await installation.ask('list:check', { source: 'own' })
  await host.seen(host.dataRequests().length + 2 - files, () => host.dataRequests())
  await installation.stopWorker()
  await expect.poll(() => host.open).toBe(0)
  host.requests.length = 0
  // Started again, it has the old list whole, and doesn't begin at once with what it was killed in.
  const own = await installation.checked()
  expect(own).toMatchObject({ using: 'synced', version: old })
  expect(Date.parse(own.nextCheck ?? '') - Date.now()).toBeGreaterThan(5 * MINUTE)
  const { 'list:own': state, ...rest } = await listStorage(installation)
  expect(rest).toEqual(Object.fromEntries(Object.entries(storage).filter(([key]) => key !== 'list:own')))
  expect(state).toMatchObject({ failures: 1, head: (storage['list:own'] as SyncState).head })
  await sleep(300)
  expect(host.requests).toEqual([])
  // Killed about when everything has come: whichever it is, it is whole, and the next check ends well.
  for (const delay of [0, 15, 40]) {
    host.recover()
    const { version } = installation
    installation.publish()
    const before = host.dataRequests().length
    await installation.ask('list:check', { source: 'own' })
    await host.seen(before + 2, () => host.dataRequests())
    await sleep(delay)
    await installation.stopWorker()
    const after = await installation.checked()
    expect(after.using).toBe('synced')
    expect([old, version, installation.version]).toContain(after.version)
    expect(await installation.check()).toMatchObject({ using: 'synced', version: installation.version, error: null })
  }
  await installation.recovers()
  // Of all that, nothing is left lying about.
  expect(await dataKeys(installation)).toHaveLength(installation.packaged.length)
})

browserCase(39, async (installation) => {
  await installation.takes()
  // A new version of the longest list needs some 100 kB more.
  const [main] = installation.packaged.toSorted((a, b) => b.entries.length - a.entries.length)
  const lists = installation.packaged.map((list) => (list === main ? { ...list, entries: list.entries.map((entry, at) => (at === 0 ? { ...entry, note: 'Another note' } : entry)) } : list))
  await fill(await installation.tool(), 60_000)
  installation.publish({ lists })
  expect(await installation.refuses('storage')).toMatch(/quota/i)
  expect(await dataKeys(installation)).toHaveLength(installation.packaged.length)
  // Not a byte more: whether that can be noted or not, what is here goes on.
  await fill(await installation.tool(), 0)
  const { version } = await installation.own()
  expect(await installation.check()).toMatchObject({ using: 'synced', version, error: { code: 'storage' } })
  const page = await installation.openFeed()
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  await page.close()
  const junk = Object.keys(await installation.storage()).filter((key) => key.startsWith('junk'))
  await installation.drop(...junk)
  await installation.takes({ lists })
  await installation.recovers()
}, { notInFirefox: 'Firefox sets no limit that a test could reach' })

browserCase(40, async (installation) => {
  const { host } = installation
  const { texts } = await installation.takes()
  const { version } = installation
  const good = await installation.storage()
  const [dataKey = ''] = await dataKeys(installation)
  // What a restarted worker makes of it, when its host can't be reached and when it can.
  for (const [key, value] of [['list:own', { ...(good['list:own'] as object), head: 'AdPledge list 1\ngarbage' }], [dataKey, (good[dataKey] as string).slice(0, 500)], ['list:own', 'garbage']] as const) {
    await host.goOffline()
    await installation.store({ [key]: value })
    await installation.restartWorker()
    expect(await installation.checked()).toMatchObject({ using: 'bundled', version: null })
    await host.goOnline()
    expect(await installation.check()).toMatchObject({ using: 'synced', version, error: null })
    expect(await dataKeys(installation)).toHaveLength(texts.length)
  }
  // With a host that answers, it is mended before anybody asks.
  await installation.store({ [dataKey]: 'garbage' })
  await installation.restartWorker()
  await expect.poll(() => installation.own()).toMatchObject({ using: 'synced', version, error: null })
  // What pages read.
  await installation.store({ page: { index: { format: 2, hash: 'x', words: 7, lists: [{}] }, wording: null } })
  const page = await installation.openFeed()
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  await expect.poll(async () => JSON.stringify(await installation.stored('page')).length).toBeGreaterThan(100_000)
  await page.close()
  await installation.recovers()
})

browserCase(41, async (installation) => {
  const { host, session } = installation
  await installation.takes()
  installation.publish()
  const slow = held()
  host.behave('head', slow.behaviour)
  host.requests.length = 0
  const other = await session.openExtensionPage('src/reports/index.html')
  const tool = await installation.tool()
  expect(await Promise.all([ask(tool), ask(other), ask(tool), ask(other)])).toEqual(Array.from({ length: 4 }, () => ({ ok: true })))
  await host.seen(1)
  expect((await installation.own()).checking).toEqual({ received: 0, total: null })
  await ask(other)
  slow.release()
  expect(await installation.checked()).toMatchObject({ version: installation.version, error: null })
  expect(host.headRequests()).toHaveLength(1)
  expect(host.dataRequests()).toHaveLength(2)
  await other.close()
  await installation.recovers()
})

browserCase(45, async (installation) => {
  await installation.takes()
  const due = Date.parse((await installation.own()).nextCheck ?? '')
  await expect.poll(async () => (await alarms(installation)).length).toBe(1)
  const [alarm] = await alarms(installation)
  expect(Math.abs((alarm?.scheduledTime ?? 0) - due)).toBeLessThan(2_000)
  expect(alarm?.periodInMinutes).toBe(24 * 60)
  await (await installation.tool()).evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).alarms.clearAll())
  expect(await alarms(installation)).toEqual([])
  await installation.restartWorker()
  await expect.poll(async () => (await alarms(installation))[0]?.scheduledTime ?? 0).toBeGreaterThan(Date.now() + 20 * 60 * MINUTE)
  // What was missed while nobody was woken is looked for at the start, once.
  const state = await installation.state()
  await installation.store({ 'list:own': { ...state, lastAttempt: Date.now() - 9 * 24 * 60 * MINUTE } })
  installation.host.requests.length = 0
  await installation.restartWorker()
  await expect.poll(() => installation.host.headRequests().length).toBe(1)
  await installation.checked()
  await expect.poll(async () => (await alarms(installation)).length).toBe(1)
  expect(installation.host.headRequests()).toHaveLength(1)
  await installation.recovers()
})

browserCase(47, async (installation) => {
  const { kind } = installation
  const extension = resolve(`.cache/no-session-${kind}`)
  withoutSessionStorage(extensionPath(kind, 'syncing'), extension)
  installation.publish()
  const session = await launchWith(kind, { extension, isPrivate: true })
  try {
    const there = installation.beside(session)
    await expect.poll(() => there.stored('session-storage')).toBe('undefined')
    await expect.poll(async () => (await there.checked()).version).toBe(installation.version)
    const page = await there.openFeed()
    await expect.poll(() => badgesOn(page)).toHaveLength(18)
    there.version = installation.version
    await there.takes()
    await page.close()
  } finally {
    await session.close()
    rmSync(extension, { recursive: true, force: true })
  }
})

browserCase(48, async (installation) => {
  const { host, kind } = installation
  await installation.takes()
  const { version } = installation
  installation.publish()
  const pattern = 'http://127.0.0.1/*'
  host.requests.length = 0
  if (kind === 'chromium') {
    const settings = await installation.session.browser.newPage()
    await settings.goto('chrome://extensions')
    const developer = (name: string, ...args: unknown[]) =>
      settings.evaluate(
        async (method, values) => {
          const { developerPrivate } = chrome as unknown as { developerPrivate: Record<string, (...args: unknown[]) => Promise<void>> }
          await developerPrivate[method]?.(...values)
        },
        name,
        args,
      )
    const extensionId = new URL(installation.session.extensionUrl).host
    await developer('updateExtensionConfiguration', { extensionId, hostAccess: 'ON_SPECIFIC_SITES' })
    await developer('removeHostPermission', extensionId, pattern).catch(() => undefined)
    try {
      expect(await installation.refuses('permission')).toBe(new URL(host.address()).host)
      expect(host.requests).toEqual([])
      // Given back, the host is asked without anybody's doing.
      await developer('addHostPermission', extensionId, pattern)
      await expect.poll(() => installation.own()).toMatchObject({ version: version + 1, error: null })
    } finally {
      await developer('updateExtensionConfiguration', { extensionId, hostAccess: 'ON_ALL_SITES' })
      await settings.close()
    }
  } else {
    const tool = await installation.tool()
    await tool.evaluate((origin) => (globalThis as unknown as ExtensionGlobals).browser?.permissions.remove({ origins: [origin] }), pattern)
    expect(await installation.refuses('permission')).toBe(new URL(host.address()).host)
    expect(host.requests).toEqual([])
    await tool.evaluate((origin) => {
      const button = document.createElement('button')
      button.id = 'give-back'
      button.style.cssText = 'position: fixed; inset: 0; z-index: 9'
      button.addEventListener('click', () => void (globalThis as unknown as ExtensionGlobals).browser?.permissions.request({ origins: [origin] }).then(() => button.remove()))
      document.body.append(button)
    }, pattern)
    await tool.click('#give-back')
    await expect.poll(() => installation.own()).toMatchObject({ version: version + 1, error: null })
  }
  await installation.recovers()
})

function ask(page: Page): Promise<unknown> {
  return page.evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage({ name: 'list:check', payload: { source: null } }))
}

function dataKeys(installation: Installation): Promise<string[]> {
  return installation.storage().then((storage) => Object.keys(storage).filter((key) => key.startsWith('list-data:')))
}

/** What is kept of lists, without what pages read, which follows in a while. */
async function listStorage(installation: Installation): Promise<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(await installation.storage()).filter(([key]) => key.startsWith('list')))
}

async function alarms(installation: Installation): Promise<chrome.alarms.Alarm[]> {
  return (await installation.tool()).evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).alarms.getAll())
}

/** Fills the 10 MB that an extension has, but for as many bytes. */
async function fill(page: Page, left: number): Promise<void> {
  await page.evaluate(async (left) => {
    const { local } = chrome.storage
    let number = Math.floor(performance.now() * 1_000)
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      while (local.QUOTA_BYTES - (await local.getBytesInUse(null)) - size >= left) {
        const filled = await local.set({ [`junk${number++}`]: 'x'.repeat(size) }).then(() => true, () => false)
        if (!filled) break
      }
    }
  }, left)
}

/** Copies a built extension, with a background that finds no storage.session and says so. */
function withoutSessionStorage(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
  const script = `const api = globalThis.browser ?? chrome
Object.defineProperty(api.storage, 'session', { value: undefined })
api.storage.local.set({ 'session-storage': typeof api.storage.session })
`
  writeFileSync(join(to, 'no-session.js'), script)
  const path = join(to, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { background: { service_worker?: string; scripts?: string[] } }
  const { background } = manifest
  if (background.service_worker) {
    const loader = join(to, background.service_worker)
    writeFileSync(loader, `import './no-session.js'\n${readFileSync(loader, 'utf8')}`)
  } else {
    background.scripts = ['no-session.js', ...(background.scripts ?? [])]
  }
  writeFileSync(path, JSON.stringify(manifest))
}
