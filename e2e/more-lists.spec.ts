import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { readBadges, readCard } from '../harness/badges.ts'
import { ListHost } from '../harness/list-host.ts'
import { newKey, signLists, type TestKey } from '../harness/list-signer.ts'
import type { ListFile } from '../src/list/schema.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { evenSpaces } from './expected.ts'
import { allowHosts } from './allow-hosts.ts'
import { expect, launch, SITE, test } from './fixtures.ts'

/** Lists of others and labels of one's own, as a person adds them in the options and sees them in the feed. */

const NAME = 'Somebody’s list'
const DAY = 24 * 3_600_000

type Entry = ListFile['entries'][number]

function entry(name: string, domain: string, change: Partial<Entry> = {}): Entry {
  return {
    id: name.toLowerCase().replace(/[^a-z]+/g, '-'), name, aliases: [], domains: [domain], handles: {}, kind: 'company', industry: null, country: null, parent: null,
    brands_named_in_sources: [], status: 'joined', statement: `Said in May 2024 that it joined Quiet May (${name})`, badge_ok: true, scope: null, scope_short: null, announced: null,
    from: '2024-05-01', until: '2024-05-31', until_kind: 'stated-end', duration: null, confidence: 'high', from_memory: false, match_risk: 'normal', sources: ['news'], note: null, ...change,
  }
}

function quietMay(entries: Entry[]): ListFile {
  return {
    format: 1, id: 'quiet-may', updated: '2024-06-01',
    campaign: {
      name: 'Quiet May', hashtag: null, platforms: ['facebook'], platform_name: 'Facebook', target: 'Facebook', ask: null, launched: '2024-04-01', window_from: '2024-05-01', window_until: '2024-05-31',
      organisers: ['Somebody'], later_partners: [], claimed_participants: null, claimed_participants_source: null, participant_count_claims: [], trademark_note: null, sources: ['news'],
    },
    entries, not_the_same: [], sources: { news: { title: 'News', url: 'https://news.example/1', date: '2024-05-02', kind: 'news' } },
  }
}

function publish(host: ListHost, key: TestKey, version: number, entries: Entry[], head: Record<string, unknown> = {}): void {
  const moments = { created: new Date(Date.now() - DAY).toISOString(), expires: new Date(Date.now() + 9 * DAY).toISOString() }
  host.publish(signLists({ key, version, lists: [quietMay(entries)], head: { name: NAME, ...moments, ...head } }).files)
}

const labels = async (page: Page) => Object.fromEntries((await readBadges(page)).filter(({ visible }) => visible).map(({ name }) => evenSpaces(name).split(/: (.*)/).slice(0, 2) as [string, string]))
const labelOf = async (page: Page, name: string) => (await labels(page))[name] ?? 'none'
const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '').catch(() => '')
const inExtension = <Result>(page: Page, run: (api: typeof chrome) => Promise<Result>) =>
  page.evaluate(`(${run.toString()})(globalThis.browser ?? chrome)`) as Promise<Result>

async function openCard(page: Page, name: string): Promise<string> {
  const find = async () => (await readBadges(page)).find((badge) => badge.name.startsWith(`${name}: `))
  await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), ((await find())?.box.y ?? 0) - 200)
  const badge = await find()
  await page.mouse.click((badge?.box.x ?? 0) + 20, (badge?.box.y ?? 0) + 10)
  await expect.poll(async () => (await readCard(page))?.text ?? '').toMatch(/Your label|List:|According to/)
  await expect.poll(async () => (await readCard(page))?.text ?? '').not.toContain('Loading the record')
  return (await readCard(page))?.text ?? ''
}

test('a list of others is added, shown as according to it, updated, switched and removed', async ({ kind }) => {
  const [host, key] = [await ListHost.open(), newKey()]
  publish(host, key, 1, [entry('Ford', 'ford.com', { name: 'Ford Motor Company', aliases: ['Ford'] }), entry('Acme Shoes', 'acmeshoes.example')], {})
  const session = await launch(kind, 'plain')
  try {
    await allowHosts(session, kind)
    const page = await session.newPage()
    await page.goto(`${SITE}?n=40&more=0&late=0`)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe('Not on the list')
    const own = await labelOf(page, 'Ford Motor Company')

    const options = await session.openExtensionPage('src/options/index.html')
    await options.waitForSelector('#add-address')
    await options.type('#add-address', host.address())
    await options.type('#add-key', key.publicKey)
    await options.click('#add-submit')
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe(`According to ${NAME} · Joined Quiet May · May 2024`)
    expect(await labelOf(page, 'Ford Motor Company')).toBe(`${own} · +1`)
    await expect.poll(() => text(options, '#subscriptions')).toContain(NAME)
    // Nobody learns who asks.
    for (const { headers } of host.requests) expect([headers.cookie, headers.referer, headers.origin, headers['accept-language']]).toEqual([undefined, undefined, undefined, '*'])

    await page.bringToFront()
    const card = await openCard(page, 'Ford Motor Company')
    expect(card).toMatch(/List: Stop Hate for Profit[^]*According to Somebody’s list · Joined Quiet May · May 2024[^]*Said in May 2024[^]*News[^]*According to Somebody’s list: Quiet May/)
    await page.keyboard.press('Escape')

    const [id] = await options.$$eval('[id^="check-list-"]', (buttons) => buttons.map((button) => button.id.replace('check-', '')))
    publish(host, key, 2, [entry('Acme Shoes', 'acmeshoes.example', { scope_short: 'US only' })])
    await options.bringToFront()
    await options.click(`#check-${id}`)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe(`According to ${NAME} · Joined Quiet May · May 2024 · US only`)
    expect(await labelOf(page, 'Ford Motor Company')).toBe(own)

    // What isn't a list is left alone, whatever it is called: it isn't even asked for.
    const other = { kind: 'sites', id: 'sites', size: 100, sha256: 'a'.repeat(64), differences: [] }
    const lists = signLists({ key, version: 3, lists: [quietMay([entry('Acme Shoes', 'acmeshoes.example')])] })
    const { files } = JSON.parse(lists.head.toString().split('\n').find((line) => line.startsWith('{')) ?? '{}') as { files: unknown[] }
    publish(host, key, 3, [entry('Acme Shoes', 'acmeshoes.example')], { files: [...files, other] })
    await options.click(`#check-${id}`)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe(`According to ${NAME} · Joined Quiet May · May 2024`)
    expect(host.requests.map(({ path }) => path)).not.toContain(`/data/${other.sha256}.json`)

    await options.click(`#on-${id}`)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe('Not on the list')
    await options.click(`#on-${id}`)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toContain('Quiet May')

    await options.click(`#remove-${id}`)
    // A second press right after the first counts as a double click.
    await new Promise((wait) => setTimeout(wait, 600))
    await options.$$eval('.ask button', (buttons) => buttons.at(-1)?.click())
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe('Not on the list')
    await expect.poll(() => inExtension(options, async (api) => Object.keys(await api.storage.local.get(null)).filter((name) => name.startsWith('list:') || name.startsWith('list-data:')))).toEqual([])
    if (kind === 'firefox') expect(await inExtension(options, (api) => api.permissions.contains({ origins: ['http://127.0.0.1/*'] }))).toBe(false)
  } finally {
    await session.close()
    await host.close()
  }
})

test('a list that is not signed by the key that was given is not taken, and says so', async ({ kind }) => {
  const [host, key] = [await ListHost.open(), newKey()]
  publish(host, newKey(), 1, [entry('Acme Shoes', 'acmeshoes.example')])
  const session = await launch(kind, 'plain')
  try {
    await allowHosts(session, kind)
    const page = await session.newPage()
    await page.goto(`${SITE}?n=40&more=0&late=0`)
    const options = await session.openExtensionPage('src/options/index.html')
    await options.waitForSelector('#add-address')
    // Both in one, as publishers write it.
    await options.type('#add-address', host.address())
    await options.type('#add-key', key.publicKey)
    await options.click('#add-submit')
    await expect.poll(() => text(options, '#subscriptions')).toMatch(/sign|key/i)
    expect(await labelOf(page, 'Acme Shoes')).toBe('Not on the list')
    // The head alone was asked for.
    expect(host.dataRequests()).toEqual([])
  } finally {
    await session.close()
    await host.close()
  }
})

test('a label of one’s own goes before what lists have, and is changed, imported and deleted', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const page = await session.newPage()
    await page.goto(`${SITE}?n=40&more=0&late=0`)
    await expect.poll(() => labelOf(page, 'Patagonia')).toContain('Joined')
    const own = await labelOf(page, 'Patagonia')
    await page.bringToFront()
    await openCard(page, 'Patagonia')

    const options = await session.openExtensionPage('src/options/index.html?advertiser=Patagonia&domain=patagonia.com')
    await options.waitForSelector('#own-text')
    await expect.poll(() => options.$eval('#own-name', (input) => (input as HTMLInputElement).value)).toBe('Patagonia')
    await options.type('#own-text', 'My jacket is theirs')
    await options.click('#own-save')
    await expect.poll(() => labelOf(page, 'Patagonia')).toBe('Your label: My jacket is theirs · +1')
    await page.bringToFront()
    expect(await openCard(page, 'Patagonia')).toMatch(/Your label: My jacket is theirs[^]*You wrote this label[^]*Joined Stop Hate for Profit/)
    await page.keyboard.press('Escape')

    // About somebody who is on no list, from a file.
    const file = join(mkdtempSync(join(tmpdir(), 'adpledge-')), 'labels.json')
    writeFileSync(file, JSON.stringify({ format: 1, labels: [{ name: 'Acme Shoes', domain: null, text: '<b>Bold</b>' }, { name: 'Patagonia', domain: 'patagonia.com', text: 'Warm' }] }))
    await options.bringToFront()
    const input = (await options.$('#own-file')) as ElementHandle<HTMLInputElement>
    await input.uploadFile(file)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe('Your label: <b>Bold</b>')
    await expect.poll(() => labelOf(page, 'Patagonia')).toBe('Your label: Warm · +1')

    const stored = await inExtension(options, (api) => api.storage.local.get('own-labels'))
    const ids = (stored['own-labels'] as { id: string }[]).map((label) => label.id)
    expect(ids).toHaveLength(2)
    for (const id of ids) {
      await options.evaluate(async (message) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<object, unknown>(message), { name: 'own-label:delete', payload: { id } })
    }
    await expect.poll(() => labelOf(page, 'Patagonia')).toBe(own)
    await expect.poll(() => labelOf(page, 'Acme Shoes')).toBe('Not on the list')
  } finally {
    await session.close()
  }
})
