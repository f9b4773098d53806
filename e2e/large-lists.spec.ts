import type { Page } from 'puppeteer-core'
import { readBadges, readCard } from '../harness/badges.ts'
import { ListHost } from '../harness/list-host.ts'
import { newKey, signLists } from '../harness/list-signer.ts'
import type { Session } from '../harness/session.ts'
import { readWords } from '../scripts/lists-plugin.ts'
import { makeList } from '../scripts/bench/entries.ts'
import { openTable } from '../src/list/table.ts'
import type { ListFile } from '../src/list/schema.ts'
import type { SourceInfo } from '../src/shared/messages.ts'
import type { PageData } from '../src/shared/page-data.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { evenSpaces } from './expected.ts'
import { allowHosts } from './allow-hosts.ts'
import { expect, launch, SITE, test } from './fixtures.ts'

/** A list that is too large for pages: they ask the background, and nobody sees a difference. */

/** With the lists that come with the extension, more than pages hold. */
const ENTRIES = 20_000
const DAY = 24 * 3_600_000
const LIMIT = 120_000
const PAGE = `${SITE}?n=40&more=0&late=0`
const ACME = 'According to Large list · Joined Quiet May · May 2024'

const made = makeList(ENTRIES, openTable(readWords())).file
const like = made.entries[0] as ListFile['entries'][number]
const named = (name: string, change: Partial<ListFile['entries'][number]> = {}): ListFile['entries'][number] => ({
  ...like, id: name.toLowerCase().replaceAll(' ', '-'), name, aliases: [], domains: [`${name.toLowerCase().replaceAll(' ', '')}.example`], handles: {},
  statement: `Said in May 2024 that it joined Quiet May (${name})`, from: '2024-05-01', until: '2024-05-31', until_kind: 'stated-end', match_risk: 'normal', sources: ['news'], ...change,
})
const list: ListFile = {
  ...made, id: 'quiet-may',
  campaign: { ...made.campaign, sources: ['news'], claimed_participants_source: null, claimed_participants: null, organisers: ['Somebody'], name: 'Quiet May', platforms: ['facebook'], platform_name: 'Facebook', launched: '2024-04-01', window_from: '2024-05-01', window_until: '2024-05-31' },
  sources: { news: { title: 'News', url: 'https://news.example/1', date: '2024-05-02', kind: 'news' } },
  entries: [...made.entries.map((entry) => ({ ...entry, statement: 'It joined', sources: ['news'] })), named('Acme Shoes'), named('Ford Motor Company', { aliases: ['Ford'], domains: ['ford.com'] }), named('Votes for Zyx', { kind: 'political-campaign' })],
}

/** What pages ask the background, as an extension page overhears it. */
interface Overheard {
  asked: { advertisers: Record<string, unknown> }[]
}

const labels = async (page: Page) => Object.fromEntries((await readBadges(page)).filter(({ visible }) => visible).map(({ name }) => evenSpaces(name).split(/: (.*)/).slice(0, 2) as [string, string]))
const ask = <Answer>(tool: Page, name: string, payload: unknown) => tool.evaluate((sent) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<typeof sent, Answer>(sent), { name, payload })
const pageData = (tool: Page) => tool.evaluate(async () => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get<{ page: PageData }>('page')).page)
const taken = (tool: Page) => tool.evaluate(() => (globalThis as unknown as Overheard).asked.splice(0).map(({ advertisers }) => Object.keys(advertisers)))

async function subscribe(session: Session, address: string, key: string): Promise<void> {
  const options = await session.openExtensionPage('src/options/index.html')
  await options.bringToFront()
  await options.waitForSelector('#add-address')
  await options.type('#add-address', address)
  await options.type('#add-key', key)
  await options.click('#add-submit')
  await expect.poll(() => ask<{ sources: SourceInfo[] }>(options, 'list:info', null).then(({ sources }) => sources.at(-1)), { timeout: LIMIT }).toMatchObject({ kind: 'subscribed', using: 'synced', error: null })
  await options.close()
}

/** Does something with the database as a page of the extension can. */
function withDatabase(tool: Page, act: 'count' | 'empty'): Promise<number> {
  return tool.evaluate(
    (what) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('adpledge')
        opening.addEventListener('error', () => fail(opening.error ?? new Error('no database')))
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('largeParts', 'readwrite')
          const store = transaction.objectStore('largeParts')
          const counting = store.count()
          if (what === 'empty') store.clear()
          transaction.addEventListener('complete', () => {
            opening.result.close()
            done(counting.result)
          })
        })
      }),
    act,
  )
}

async function stopWorker(tool: Page): Promise<void> {
  const client = await tool.createCDPSession()
  await client.send('ServiceWorker.enable')
  await client.send('ServiceWorker.stopAllWorkers')
  await client.detach()
}

test('a list that is too large for pages labels ads like any other', async ({ kind }) => {
  test.setTimeout(3 * LIMIT)
  const [host, key] = [await ListHost.open(), newKey()]
  host.publish(signLists({ key, version: 1, lists: [list], head: { name: 'Large list', created: new Date(Date.now() - DAY).toISOString(), expires: new Date(Date.now() + 9 * DAY).toISOString() } }).files)
  const session = await launch(kind, 'plain')
  try {
    await allowHosts(session, kind)
    const page = await session.newPage()
    await page.goto(PAGE)
    await expect.poll(() => labels(page).then((all) => all['Acme Shoes'])).toBe('Not on the list')
    const before = await labels(page)
    const tool = await session.openExtensionPage('src/reports/index.html')
    await tool.evaluate(() => {
      const globals = globalThis as unknown as ExtensionGlobals & Overheard
      globals.asked = []
      const { runtime } = globals.browser ?? chrome
      runtime.onMessage.addListener((message: { name: string; payload: Overheard['asked'][number] }) => {
        if (message.name === 'list:find') globals.asked.push(message.payload)
      })
    })
    const small = JSON.stringify(await pageData(tool)).length

    await subscribe(session, host.address(), key.publicKey)
    await page.bringToFront()
    await expect.poll(() => labels(page).then((all) => all['Acme Shoes']), { timeout: LIMIT }).toBe(ACME)
    // Everybody else has the label that they had; who is on both has both.
    expect(await labels(page)).toEqual({ ...before, 'Acme Shoes': ACME, 'Ford Motor Company': `${before['Ford Motor Company']} · +1` })
    const { index } = await pageData(tool)
    expect(index.lists.at(-1)).toMatchObject({ size: list.entries.length })
    expect(JSON.stringify(await pageData(tool)).length).toBeLessThan(small * 1.5)
    expect(await withDatabase(tool, 'count')).toBeGreaterThan(1_000)

    // All posts are looked at anew at once: one message, whoever is in them.
    await taken(tool)
    await ask(tool, 'settings:change', { statuses: { unlisted: false } })
    await expect.poll(() => labels(page).then(Object.values)).not.toContain('Not on the list')
    await expect.poll(() => labels(page).then((all) => all['Acme Shoes'])).toBe(ACME)
    const asked = await taken(tool)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.length).toBeGreaterThan(10)
    await ask(tool, 'settings:change', { statuses: { unlisted: true } })
    await expect.poll(() => labels(page)).toEqual({ ...before, 'Acme Shoes': ACME, 'Ford Motor Company': `${before['Ford Motor Company']} · +1` })

    // Who is known is known at once: the same ads once more.
    await taken(tool)
    const count = (await readBadges(page)).length
    await page.evaluate(() => {
      const posts = [...document.querySelectorAll('[data-demo-id]')].filter((post) => post.querySelector('adpledge-badge'))
      posts[0]?.parentElement?.append(...posts.map((post) => post.cloneNode(true)))
    })
    await expect.poll(async () => (await readBadges(page)).length).toBeGreaterThanOrEqual(count * 2)
    expect(await taken(tool)).toEqual([])

    // What else asks lists.
    const statement = 'Said in May 2024 that it joined Quiet May (Acme Shoes)'
    expect(await ask(tool, 'list:domain', { domain: 'acmeshoes.example' })).toMatchObject({ kind: 'listed', records: [{ label: { text: ACME.replace('May ·', 'May (Facebook) ·') }, statement, list: { campaign: 'Quiet May', accordingTo: 'Large list' } }] })
    expect(await ask(tool, 'list:domain', { domain: 'votesforzyx.example' })).toEqual({ kind: 'political' })
    expect(await ask(tool, 'list:domain', { domain: 'nobody.example' })).toMatchObject({ kind: 'unlisted' })
    expect(await ask(tool, 'list:search', { text: 'acme sho' })).toMatchObject({ records: [{ label: { entry: 'acme-shoes' }, statement }], more: 0, political: 0 })
    expect(await ask(tool, 'list:search', { text: 'votes for zyx' })).toEqual({ records: [], more: 0, political: 1 })
    expect((await ask<{ sources: SourceInfo[] }>(tool, 'list:info', null)).sources.at(-1)).toMatchObject({ name: 'Large list', lists: [{ id: 'quiet-may', entries: list.entries.length }] })

    await page.reload()
    await expect.poll(() => labels(page).then((all) => all['Acme Shoes'])).toBe(ACME)
    const badge = (await readBadges(page)).find(({ name }) => name.startsWith('Acme Shoes'))
    await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), (badge?.box.y ?? 0) - 200)
    const there = (await readBadges(page)).find(({ name }) => name.startsWith('Acme Shoes'))
    await page.mouse.click((there?.box.x ?? 0) + 20, (there?.box.y ?? 0) + 10)
    await expect.poll(async () => (await readCard(page))?.text ?? '').toContain(statement)

    if (kind === 'chromium') {
      // With nobody awake to ask, and then with nothing left of what is asked.
      await stopWorker(tool)
      await page.reload()
      await expect.poll(() => labels(page).then((all) => all['Acme Shoes'])).toBe(ACME)
      await withDatabase(tool, 'empty')
      await stopWorker(tool)
      await page.reload()
      await expect.poll(() => labels(page).then((all) => all['Acme Shoes']), { timeout: LIMIT }).toBe(ACME)
      expect(await withDatabase(tool, 'count')).toBeGreaterThan(1_000)
    }

    const [source] = (await ask<{ sources: SourceInfo[] }>(tool, 'list:info', null)).sources.slice(-1)
    await ask(tool, 'subscription:remove', { id: source?.id })
    await expect.poll(() => labels(page).then((all) => all['Acme Shoes'])).toBe('Not on the list')
    await expect.poll(() => withDatabase(tool, 'count')).toBe(0)
  } finally {
    await session.close()
    await host.close()
  }
})
