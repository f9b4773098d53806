import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import { held, status } from '../../harness/misbehaviour.ts'
import type { ExtensionGlobals } from '../extension-pages.ts'
import { browserCase } from './case.ts'
import { badgesOn, type Installation } from './installation.ts'
import { laterLists, withMember } from './lists.ts'

/** What people do meanwhile, and what they see of it. */

/** An advertiser of the demo that is on no list. */
const UNLISTED = 'Acme Shoes'

browserCase(49, async (installation) => {
  const { host } = installation
  await installation.takes()
  expect(await installation.ask('settings:change', { updates: 'off' })).toEqual({ ok: true })
  await expect.poll(() => alarmCount(installation)).toBe(0)
  expect((await installation.own()).nextCheck).toBeNull()
  // However long ago the last check was.
  await installation.store({ 'list:own': { ...(await installation.state()), lastAttempt: 0 } })
  host.requests.length = 0
  await installation.restartWorker()
  await sleep(1_000)
  expect(host.requests).toEqual([])
  expect(await alarmCount(installation)).toBe(0)
  // Whoever asks gets an answer all the same, and no alarm for it, come what may.
  await installation.takes()
  host.behave('head', status(500))
  await installation.refuses('http')
  expect(await alarmCount(installation)).toBe(0)
  expect(await installation.ask('settings:change', { updates: 'daily' })).toEqual({ ok: true })
  await expect.poll(() => alarmCount(installation)).toBe(1)
  await installation.recovers()
})

browserCase(50, async (installation) => {
  const { host } = installation
  await installation.takes()
  const { version } = installation
  const folder = 'another/'
  installation.publish({}, folder)
  const slow = held()
  host.behave('data', slow.behaviour)
  host.requests.length = 0
  const added = await installation.ask('subscription:add', { address: host.address(folder), key: installation.key.publicKey })
  if (!added.ok || !added.id) throw new Error(`not added: ${JSON.stringify(added)}`)
  await host.seen(1, () => host.dataRequests())
  expect(await installation.source(added.id)).toMatchObject({ kind: 'subscribed', using: 'nothing', checking: { received: 0 } })
  expect(await installation.ask('subscription:remove', { id: added.id })).toEqual({ ok: true })
  expect((await installation.ask('list:info', null)).sources.map(({ id }) => id)).toEqual(['own'])
  slow.release()
  const left = () => installation.storage().then((storage) => Object.keys(storage).filter((key) => key.startsWith('list')).toSorted())
  await expect.poll(left).not.toContain(`list:${added.id}`)
  // As if it had never been there; the other list is as it was.
  await expect.poll(async () => (await left()).filter((key) => key.startsWith('list-data:'))).toHaveLength(installation.packaged.length)
  expect(await installation.stored('subscriptions')).toEqual([])
  expect(await installation.own()).toMatchObject({ version, error: null })
  // Added once more, it comes.
  host.recover()
  await installation.ask('subscription:add', { address: host.address(folder), key: installation.key.publicKey })
  await expect.poll(async () => (await installation.source(added.id ?? ''))?.using).toBe('synced')
  await installation.ask('subscription:remove', { id: added.id })
  await expect.poll(async () => (await left()).filter((key) => key.startsWith('list-data:'))).toHaveLength(installation.packaged.length)
  await installation.recovers()
})

browserCase(51, async (installation) => {
  await installation.takes()
  const page = await installation.openFeed()
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  expect(await installation.ask('own-label:save', { id: null, name: UNLISTED, domain: null, text: 'Paid its staff late' })).toMatchObject({ ok: true })
  await expect.poll(() => labelOf(page, UNLISTED)).toContain('Paid its staff late')
  const labels = await installation.ask('own-label:list', null)
  // An update that has a record of its own about that advertiser, one that fails, and a restart.
  await installation.takes({ lists: withMember(laterLists(installation.packaged, 1), UNLISTED) })
  installation.host.behave('head', status(500))
  await installation.refuses('http')
  await installation.restartWorker()
  expect(await installation.ask('own-label:list', null)).toEqual(labels)
  await expect.poll(() => labelOf(page, UNLISTED)).toContain('Paid its staff late')
  await page.close()
  const again = await installation.openFeed()
  await expect.poll(() => labelOf(again, UNLISTED)).toContain('Paid its staff late')
  await again.close()
  installation.host.recover()
  await installation.takes({ lists: withMember(laterLists(installation.packaged, 2), UNLISTED) })
})

browserCase(53, async (installation) => {
  const { host, session } = installation
  await installation.takes()
  const popup = await session.openExtensionPage('src/popup/index.html?tab=999999')
  await popup.waitForSelector('#list-version')
  const text = (id: string) => popup.evaluate((name) => document.querySelector(`#${name}`)?.textContent ?? '', id)
  expect(await text('list-version')).toContain(String(installation.version))
  expect(await text('list-last-success')).toMatch(/\d/)
  expect(await text('list-date')).not.toBe('')
  expect(await text('list-error')).toBe('')
  const lastSuccess = await text('list-last-success')
  // An error is told with what may be done, and what was there before stays there.
  host.behave('head', status(503))
  await popup.click('#check-updates')
  await expect.poll(() => text('list-error')).toContain('503')
  expect(await text('list-last-success')).toBe(lastSuccess)
  expect(await text('list-version')).toContain(String(installation.version))
  await popup.close()
  // It is there for whoever looks later, after a restart as well.
  await installation.restartWorker()
  const later = await session.openExtensionPage('src/popup/index.html?tab=999999')
  await later.waitForSelector('#list-error')
  expect(await later.$eval('#list-error', (error) => error.textContent)).toContain('503')
  host.recover()
  installation.publish()
  await later.click('#check-updates')
  await expect.poll(() => later.$eval('#list-version', (version) => version.textContent)).toContain(String(installation.version))
  await expect.poll(() => later.$eval('#update-outcome', (outcome) => outcome.textContent)).toContain(String(installation.version))
  expect(await later.$('#list-error')).toBeNull()
  await later.close()
  await installation.recovers()
})

browserCase(54, async (installation) => {
  await installation.takes()
  const page = await installation.openFeed()
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  const before = await badgesOn(page)
  expect(before).toContain(`${UNLISTED}: Not on the list`)
  await page.evaluate(() => ((globalThis as unknown as { mark: number }).mark = 1))
  await installation.takes({ lists: withMember(laterLists(installation.packaged, 1), UNLISTED) })
  await expect.poll(() => labelOf(page, UNLISTED)).toMatch(/Joined Stop Hate for Profit/)
  expect(await page.evaluate(() => (globalThis as unknown as { mark: number }).mark)).toBe(1)
  // Everybody else's stays as it was.
  const others = (names: string[]) => names.filter((name) => !name.startsWith(UNLISTED)).toSorted()
  expect(others(await badgesOn(page))).toEqual(others(before))
  // Taken back, it goes.
  await installation.recovers()
  await expect.poll(() => labelOf(page, UNLISTED)).toBe(`${UNLISTED}: Not on the list`)
  await page.close()
})

browserCase(55, async (installation) => {
  const { kind } = installation
  await installation.takes()
  const page = await installation.openFeed()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await expect.poll(() => badgesOn(page)).toHaveLength(18)
  await installation.reload()
  // The list is there as it was, and goes on being updated.
  expect(await installation.checked()).toMatchObject({ using: 'synced', version: installation.version })
  await installation.takes()
  await page.bringToFront()
  // Whatever the page does now, the script that lost its extension stays out of it.
  await page.evaluate(() => document.querySelector('[data-demo-stream]')?.append(document.createElement('p')))
  const perPost = () => page.$$eval('[data-demo-id]', (posts) => posts.map((post) => post.querySelectorAll('adpledge-badge').length))
  // Chromium starts the new script with the next load, Firefox at once.
  await expect.poll(async () => (await perPost()).filter((count) => count > 0).length).toBe(kind === 'chromium' ? 0 : 18)
  expect(Math.max(...(await perPost()))).toBeLessThanOrEqual(1)
  expect(errors).toEqual([])
  await page.close()
  const again = await installation.openFeed()
  await expect.poll(() => badgesOn(again)).toHaveLength(18)
  await again.close()
  await installation.recovers()
})

async function alarmCount(installation: Installation): Promise<number> {
  const tool = await installation.tool()
  return (await tool.evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).alarms.getAll())).length
}

/** What is said of an advertiser, by the badge of its ad. */
async function labelOf(page: Page, advertiser: string): Promise<string> {
  return (await badgesOn(page)).find((name) => name.startsWith(`${advertiser}:`)) ?? ''
}
