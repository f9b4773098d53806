import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import { inShadows } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { expect, launch, SITE, test } from './fixtures.ts'

/** What a person sets on the options page, and what comes of it in the feed and in storage. */

const FEED = `${SITE}?n=40&more=0&late=0`

const visible = async (page: Page) => (await readBadges(page)).filter((badge) => badge.visible)
const count = async (page: Page) => (await visible(page)).length
const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '').catch(() => '')
const press = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).click())
const inExtension = <Result>(page: Page, run: (api: typeof chrome) => Promise<Result>) => page.evaluate(`(${run.toString()})(globalThis.browser ?? chrome)`) as Promise<Result>
const send = (page: Page, name: string, payload: unknown) =>
  page.evaluate(async (message) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<object, unknown>(message), { name, payload })
const settings = (page: Page) => inExtension(page, async (api) => (await api.storage.local.get('settings'))['settings'] as Record<string, unknown> | undefined)

async function openOptions(session: Session): Promise<Page> {
  const options = await session.openExtensionPage('src/options/index.html')
  await options.waitForSelector('#log-on')
  await options.waitForSelector('#follow-on')
  return options
}

async function openFeed(session: Session): Promise<Page> {
  const page = await session.newPage()
  await page.goto(FEED)
  await expect.poll(() => count(page)).toBe(18)
  return page
}

async function choose(options: Page, file: string): Promise<void> {
  const input = (await options.$('#data-file')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(file)
}

/** A second press right after the first counts as a double click. */
async function confirm(options: Page, id: string): Promise<void> {
  await press(options, `#${id}`)
  await options.waitForSelector('.ask')
  await options.$$eval('.ask button', (buttons) => buttons.at(-1)?.click())
}

const heights = (page: Page) => page.$$eval('[data-demo-id]', (posts) => posts.map((post) => post.getBoundingClientRect().height))

/** Badges that aren't wholly in their posts. */
const outside = async (page: Page) => {
  const boxes = await page.$$eval('[data-demo-id]', (posts) => posts.map((post) => [post.getAttribute('data-demo-id'), post.getBoundingClientRect().toJSON() as DOMRect] as const))
  const posts = new Map(boxes)
  return (await visible(page)).filter(({ post, box }) => {
    const around = posts.get(post)
    return !around || box.x < around.left || box.y < around.top || box.x + box.width > around.right || box.y + box.height > around.bottom
  })
}

test('size, form, place and colours act on open feeds at once, and no post changes its height', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const page = await openFeed(session)
    const options = await openOptions(session)
    const before = await heights(page)
    const [first] = await visible(page)
    expect(first?.box.height).toBe(22)

    await options.select('#badge-size', 'large')
    await expect.poll(async () => (await visible(page)).map(({ box }) => box.height >= 26)).toEqual(Array.from({ length: 18 }, () => true))
    expect(await heights(page)).toEqual(before)
    expect(await outside(page)).toEqual([])

    const names = (await visible(page)).map(({ name }) => name)
    await options.select('#badge-form', 'compact')
    await expect.poll(async () => (await visible(page)).map(({ box }) => Math.round(box.width))).toEqual(Array.from({ length: 18 }, () => 26))
    expect((await visible(page)).map(({ name }) => name)).toEqual(names)
    expect(await heights(page)).toEqual(before)
    // By keyboard its text comes, and stays in the post.
    await page.bringToFront()
    await inShadows(page, 'adpledge-badge', (root) => root.querySelector<HTMLElement>('button.badge')?.focus({ focusVisible: true }))
    await page.keyboard.press('Shift')
    await expect.poll(async () => (await visible(page)).some(({ box }) => box.width > 100)).toBe(true)
    expect(await outside(page)).toEqual([])

    await options.bringToFront()
    const places = (await visible(page)).map(({ box }) => box.x)
    await options.select('#badge-corner', 'bottom-end')
    await expect.poll(async () => (await visible(page)).filter(({ box }, at) => box.x > (places[at] ?? 0) + 100).length).toBeGreaterThan(8)
    expect(await heights(page)).toEqual(before)
    expect(await outside(page)).toEqual([])

    const colour = async () => (await inShadows(page, 'adpledge-badge', (root) => [root.querySelector('.badge')?.className ?? '', getComputedStyle(root.querySelector('.badge') as Element).backgroundColor] as const)).find(([name]) => name.includes('joined'))?.[1]
    const own = () => options.$eval('.hues .joined', (icon) => getComputedStyle(icon).backgroundColor)
    const [green, greenHere] = [await colour(), await own()]
    await press(options, 'input[name="hue-joined"][value="red"]')
    await expect.poll(colour).not.toBe(green)
    await expect.poll(own).not.toBe(greenHere)
    await press(options, '#usual-colours')
    await expect.poll(colour).toBe(green)
    await expect.poll(own).toBe(greenHere)
    // The preview is made by the same styles.
    expect(await options.$$eval('.preview-page > div', (hosts) => hosts.map((host) => [...(host.shadowRoot?.querySelectorAll('.badge') ?? [])].filter((badge) => badge.getBoundingClientRect().width === 26).length))).toEqual([6, 6])
    // All of them lie on the piece of page that they are shown on.
    expect(await options.$$eval('.preview-page', (pages) => pages.flatMap((piece) => [...(piece.firstElementChild?.shadowRoot?.querySelectorAll('.badge') ?? [])].map((badge) => badge.getBoundingClientRect().bottom <= piece.getBoundingClientRect().bottom)))).toEqual(Array(12).fill(true))
  } finally {
    await session.close()
  }
})

test('the log is written only once it is switched on, and says how much it has', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const options = await openOptions(session)
    const page = await openFeed(session)
    expect(await text(options, '#log-state')).toBe('No ads are written down yet.')
    await press(options, '#log-on')
    await expect.poll(async () => (await settings(options))?.['log']).toBe(true)
    await page.reload()
    await expect.poll(() => text(options, '#log-state')).toMatch(/^18 ads since (\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})$/)
    await options.select('#log-days', '30')
    await expect.poll(async () => (await settings(options))?.['logDays']).toBe(30)
    expect(await options.$eval('#open-log', (link) => (link as HTMLAnchorElement).pathname)).toBe('/src/log/index.html')
  } finally {
    await session.close()
  }
})

test('nothing is given to the browser’s sync while following is off; once on, another device’s word comes and own labels go', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const options = await openOptions(session)
    const synced = () => inExtension(options, (api) => api.storage.sync.get(null))
    await inExtension(options, async (api) => {
      const log: string[] = ((globalThis as unknown as { log: string[] }).log = [])
      api.storage.onChanged.addListener((_changes, area) => log.push(area))
      return null
    })
    const areas = () => options.evaluate(() => (globalThis as unknown as { log: string[] }).log)
    await options.select('#badge-size', 'small')
    await send(options, 'own-label:save', { id: null, name: 'Acme', domain: null, text: 'Friends' })
    await expect.poll(() => text(options, '#own-labels')).toContain('Acme')
    // Longer than a burst of changes is waited for.
    await new Promise((wait) => setTimeout(wait, 3_000))
    expect(await synced()).toEqual({})
    expect(new Set(await areas())).toEqual(new Set(['local']))

    await press(options, '#follow-on')
    await expect.poll(async () => JSON.stringify(await synced()), { timeout: 15_000 }).toContain('Friends')
    await expect.poll(() => text(options, '#follow-state')).toMatch(/Last change exchanged/)
    expect(JSON.stringify(await synced())).not.toMatch(/"log|"follow/)
    // As if it had come from another device.
    await inExtension(options, async (api) => {
      const stored = await api.storage.sync.get<{ settings: Record<string, unknown> }>('settings')
      await api.storage.sync.set({
        settings: { ...stored.settings, 'appearance.size': ['large', Date.now() + 1] },
        'labels-1': [{ id: 'theirs', name: 'Globex', domain: null, text: 'From afar', changed: new Date().toISOString() }],
      })
      return null
    })
    await expect.poll(() => options.$eval('#badge-size', (select) => (select as HTMLSelectElement).value), { timeout: 15_000 }).toBe('large')
    await expect.poll(() => text(options, '#own-labels')).toContain('Globex')
    await press(options, '#follow-on')
    await expect.poll(() => text(options, '#follow-state')).toBe('')
  } finally {
    await session.close()
  }
})

/** Within what the log keeps, on a day that is the same whatever the hour. */
const NOON = new Date()
NOON.setHours(12, 0, 0, 0)
NOON.setDate(NOON.getDate() - 2)
const ROW = { time: NOON.getTime(), day: [NOON.getFullYear(), NOON.getMonth() + 1, NOON.getDate()].map((part) => String(part).padStart(2, '0')).join('-'), site: 'facebook', advertiser: 'Acme', page: null, domain: null, status: 'unlisted', label: 'Not on the list', entry: null, entryName: null, list: null, listUpdated: null, level: null, evidence: '', extension: '0.1.0' }
const REPORT = { kind: 'missing', title: 'Missing advertiser: Acme', body: 'Acme', id: 'r1', created: '2026-01-01T00:00:00.000Z', opened: null, sending: { state: 'waiting', tries: 0, next: '2026-01-01T00:00:00.000Z', error: null } }

test('all data is exported as one file, imported elsewhere part by part, and deleted', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const options = await openOptions(session)
    const page = await openFeed(session)
    const folder = mkdtempSync(join(tmpdir(), 'adpledge-'))
    const write = (name: string, content: string) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    await options.bringToFront()

    for (const [content, said] of [['{}', 'no file of all'], ['{"format":"adpledge-data/2"}', 'newer form'], [`{"format":"adpledge-data/1","exported":"2026-01-01T00:00:00.000Z","version":"0.1.0","data":{"settings":{},"labels":[{"name":""}],"subscriptions":[],"reports":[]},"log":[]}`, 'damaged, at “data.labels.0']] as const) {
      await choose(options, write('bad.json', content))
      await expect.poll(() => text(options, '#data-outcome')).toContain(said)
      expect(await options.$('#data-preview')).toBeNull()
    }

    const { DEFAULTS } = await import('../src/shared/settings.ts')
    const file = {
      format: 'adpledge-data/1', exported: '2026-11-01T10:00:00.000Z', version: '0.1.0',
      data: {
        settings: { ...DEFAULTS, log: true, follow: true, appearance: { ...DEFAULTS.appearance, size: 'large' } },
        labels: Array.from({ length: 2_000 }, (_, number) => ({ name: number === 0 ? 'Patagonia' : `Acme ${number}`, domain: null, text: 'From a file' })),
        subscriptions: [],
        reports: [REPORT],
      },
      log: Array.from({ length: 2_500 }, (_, number) => ({ ...ROW, time: ROW.time + number })),
    }
    await choose(options, write('all.json', JSON.stringify(file)))
    await options.waitForSelector('#data-preview')
    expect(await text(options, '#data-preview')).toMatch(/Settings.*2,000 labels of your own.*0 lists.*1 report.*2,500 ads of the log/)
    // Nothing of it is taken yet.
    expect((await settings(options)) ?? {}).not.toMatchObject({ appearance: { size: 'large' } })
    await press(options, '#data-preview input[name="settings"]')
    await press(options, '#data-take')
    await expect.poll(() => text(options, '#data-outcome'), { timeout: 30_000 }).toMatch(/All of it is imported.*2,500 ads of the log added/)
    await expect.poll(async () => (await visible(page)).map(({ name }) => name).filter((name) => name.includes('From a file'))).toEqual([expect.stringContaining('Patagonia: Your label: From a file')])
    expect((await settings(options)) ?? {}).not.toMatchObject({ appearance: { size: 'large' } })
    await expect.poll(() => text(options, '#log-state')).toContain('2,500 ads')
    // What waited to be sent elsewhere waits for a person here.
    expect(await send(options, 'report:list', null)).toMatchObject([{ id: 'r1', sending: null }])

    // Again, with settings: neither the log nor following is switched on, and nothing comes twice.
    await choose(options, join(folder, 'all.json'))
    await options.waitForSelector('#data-preview')
    await press(options, '#data-take')
    await expect.poll(() => text(options, '#data-outcome'), { timeout: 30_000 }).toMatch(/All of it is imported.*0 ads of the log added/)
    expect(await settings(options)).toMatchObject({ log: false, follow: false, appearance: { size: 'large' } })
    expect(await send(options, 'log:state', null)).toMatchObject({ rows: 2_500 })

    // What goes out is what came in.
    await options.evaluate(() => {
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((content) => ((globalThis as unknown as { exported: string }).exported = content))
        return '#'
      }
    })
    await press(options, '#data-export')
    await expect.poll(() => text(options, '#data-outcome'), { timeout: 30_000 }).toContain('The file is made')
    const madeFile = () => options.evaluate(() => (globalThis as unknown as { exported?: string }).exported ?? '')
    // It is read only after it was made.
    await expect.poll(madeFile).not.toBe('')
    const exported = JSON.parse(await madeFile()) as typeof file
    expect(exported).toMatchObject({ format: file.format, data: { labels: file.data.labels, reports: [{ ...REPORT, sending: null }], settings: { appearance: { size: 'large' } } } })
    expect(exported.log.toSorted((a, b) => a.time - b.time)).toEqual(file.log)

    await confirm(options, 'reset-all')
    await expect.poll(() => text(options, '#reset-outcome'), { timeout: 30_000 }).toContain('All of it is deleted')
    await expect.poll(() => options.$eval('#badge-size', (select) => (select as HTMLSelectElement).value)).toBe('medium')
    await expect.poll(() => text(options, '#own')).toContain('You have written no labels')
    await expect.poll(() => text(options, '#log-state')).toBe('No ads are written down yet.')
    expect(await send(options, 'report:list', null)).toEqual([])
    // The feed goes on with what comes with the extension.
    await expect.poll(async () => (await visible(page)).map(({ name }) => name).filter((name) => /^Patagonia: (?!Joined)/.test(name))).toEqual([])
    await expect.poll(async () => (await visible(page)).every(({ box }) => box.height < 26 || box.height > 30)).toBe(true)
  } finally {
    await session.close()
  }
})

test('every section can be reached from the top, and nothing is wider than a small screen', async ({ kind }) => {
  const session = await launch(kind, 'plain')
  try {
    const options = await openOptions(session)
    const links = await options.$$eval('#contents a', (all) => all.map((link) => [new URL(link.href).hash, link.textContent]))
    const headings = await options.$$eval('main > section', (all) => all.map((section) => [`#${section.id}`, section.querySelector('h2')?.textContent]))
    expect(links).toHaveLength(9)
    expect(links).toEqual(headings)
    await options.setViewport({ width: 320, height: 700 })
    await press(options, '#colours > summary')
    await expect.poll(() => options.evaluate(() => innerWidth)).toBe(320)
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  } finally {
    await session.close()
  }
})
