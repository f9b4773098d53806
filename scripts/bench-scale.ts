import { spawnSync } from 'node:child_process'
import { totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'puppeteer-core'
import { needBrowser } from '../harness/install.ts'
import { openPlainPage, type Answerer, type Session } from '../harness/session.ts'
import type { ListFileEntry } from '../src/list/schema.ts'
import { openTable } from '../src/list/table.ts'
import { makeList, type MadeList } from './bench/entries.ts'
import { heapOf } from './bench/heap.ts'
import { spreadOf } from './bench/measure.ts'
import { fillLarge } from './bench/million.ts'
import { Random } from './bench/random.ts'
import { ADS, BATCH, type ScalePage, scalePage } from './bench/scale-page.ts'
import { openProfile, type Profile } from './bench/ui-profile.ts'
import { buildExtension } from './build.ts'
import { readWords } from './lists-plugin.ts'
import { table } from './table.ts'

/** `bench:scale [--sizes 200,10000] [--filled 1000000] [--build DIR]`: what lists of these many made-up entries cost a page and the background. */

const COLD = 5
const WARM = 15
const ROUNDS = 30
/** Advertisers that are looked up at once. */
const ASKED = 20
/** Not `dist/`, which somebody may have loaded. */
const BUILD = '.cache/bench-chrome'
const SITE = 'https://www.facebook.com/'
const MEGABYTE = 1e6

interface Figures {
  size: number
  /** Milliseconds from subscribing until pages have it. */
  ready: number | null
  /** Bytes. */
  heap: number
  stored: number
  /** Milliseconds and frames from posts to badges. */
  cold: { time: number; frames: number }[]
  warm: { time: number; frames: number }[]
  /** Milliseconds of a batch of look-ups: advertisers that weren't asked for before, and the same again. */
  fresh: number[]
  again: number[]
  worker: number
}

// A million entries take more than Node.js gives by itself.
if (!process.execArgv.some((flag) => flag.startsWith('--max-old-space-size'))) {
  const heap = Math.floor((totalmem() / 2 ** 20) * 0.7)
  process.exit(spawnSync(process.execPath, [`--max-old-space-size=${heap}`, '--import', 'tsx', ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1)
}
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '200,10000,20000,100000,1000000' }, filled: { type: 'string', default: '1000000' }, build: { type: 'string' } } })
/** From here on no worker could read the list, so its parts are put into the database as they would be. */
const FILLED = Number(values.filled)
const words = openTable(readWords())
const browser = await needBrowser('chromium')
if (values.build === undefined) await buildExtension('chrome', BUILD)
const all: Figures[] = []
const none = await withoutExtension()
for (const size of values.sizes.split(',').map(Number)) {
  console.error(`${size.toLocaleString('en')} entries …`)
  all.push(await figuresOf(size))
  print(all)
}

/** Two in five ads are by somebody on the list. */
function advertisers({ file, stranger }: MadeList, seed: number): (number: number) => ListFileEntry {
  const random = new Random(seed)
  return () => (random.chance(0.4) ? random.pick(file.entries) : stranger())
}

function answerWith(page: string): Answerer {
  return (url) => (url.href.startsWith(SITE) ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page } : null)
}

/** Bytes of heap of the feed alone. */
async function withoutExtension(): Promise<number> {
  const { page, close } = await openPlainPage(browser, answerWith(scalePage(advertisers(makeList(200, words), 1))))
  try {
    await page.goto(SITE, { waitUntil: 'load' })
    return await heapOf(await page.createCDPSession())
  } finally {
    await close()
  }
}

async function figuresOf(size: number): Promise<Figures> {
  const made = makeList(size, words)
  const isFilled = size >= FILLED
  const html = scalePage(advertisers(made, 1))
  const begin = performance.now()
  const { session, close }: Profile = await openProfile(browser, values.build ?? BUILD, { rows: 0, entries: isFilled ? 0 : size })
  try {
    const tool = await session.openExtensionPage('src/reports/index.html')
    if (isFilled) await fillLarge(tool, made.file, words, askedPlaces(made))
    else await settled(tool, size)
    const ready = isFilled ? null : performance.now() - begin
    const stored = await tool.evaluate(async () => JSON.stringify((await chrome.storage.local.get('page'))['page']).length)
    const page = await feed(session, html)
    const client = await page.createCDPSession()
    const heap = await heapOf(client)
    const cold: Figures['cold'] = []
    const warm: Figures['warm'] = []
    for (let round = 0; round < COLD; round++) {
      await stopWorkers(tool)
      await page.bringToFront()
      cold.push(await more(page))
    }
    for (let round = 0; round < WARM; round++) warm.push(await more(page))
    const ask = await isolated(page, session)
    const batches = askedBatches(made)
    const fresh: number[] = []
    const again: number[] = []
    for (const batch of batches) {
      fresh.push(await ask(batch))
      again.push(await ask(batch))
    }
    return { size, ready, heap, stored, cold, warm, fresh: fresh.slice(3), again: again.slice(3), worker: await workerHeap(session) }
  } finally {
    await close()
  }
}

/** A feed with all its badges. */
async function feed(session: Session, html: string): Promise<Page> {
  const page = await session.browser.newPage()
  await page.setRequestInterception(true)
  const answer = answerWith(html)
  page.on('request', (request) => {
    const answered = answer(new URL(request.url()))
    void (answered ? request.respond(answered) : request.abort()).catch(() => undefined)
  })
  await page.bringToFront()
  await page.goto(SITE, { waitUntil: 'load' })
  await page.waitForFunction((ads) => (globalThis as unknown as { bench: ScalePage }).bench.badges() >= ads, { timeout: 60_000 }, ADS)
  return page
}

function more(page: Page): Promise<{ time: number; frames: number }> {
  return page.evaluate(() => (globalThis as unknown as { bench: ScalePage }).bench.more())
}

/** Until pages have the list. */
async function settled(tool: Page, size: number): Promise<void> {
  const isThere = () => tool.evaluate(async (wanted) => (await chrome.storage.local.get<{ page: { index: { lists: { size: number }[] } } }>('page')).page.index.lists.some((list) => list.size === wanted), size)
  while (!(await isThere())) await new Promise((wait) => setTimeout(wait, 500))
}

async function stopWorkers(tool: Page): Promise<void> {
  const client = await tool.createCDPSession()
  await client.send('ServiceWorker.enable')
  await client.send('ServiceWorker.stopAllWorkers')
  await client.detach()
}

/** Asks as content scripts do, out of their world in the page. */
async function isolated(page: Page, session: Session): Promise<(batch: object) => Promise<number>> {
  const client: CDPSession = await page.createCDPSession()
  const id = new URL(session.extensionUrl).host
  const found = new Promise<number>((resolve) => {
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.includes(id)) resolve(context.id)
    })
  })
  await client.send('Runtime.enable')
  const contextId = await found
  return async (advertisers) => {
    const expression = `(async (message) => { const begin = performance.now(); const answer = await chrome.runtime.sendMessage(message); if (!answer) throw new Error('no answer'); return performance.now() - begin })(${JSON.stringify({ name: 'list:find', payload: { site: 'facebook', advertisers } })})`
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as number
  }
}

async function workerHeap(session: Session): Promise<number> {
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(session.extensionUrl))
  return heapOf(await target.createCDPSession())
}

function* asked(made: MadeList): Generator<ListFileEntry> {
  const next = advertisers(made, 3)
  for (let number = 0; ; number++) yield next(number)
}

function askedBatches(made: MadeList): object[] {
  const next = asked(made)
  return Array.from({ length: ROUNDS }, () =>
    Object.fromEntries(
      Array.from({ length: ASKED }, (_, at) => {
        const { name, domains: [domain = null], handles } = next.next().value as ListFileEntry
        return [String(at), { name, page: handles.facebook?.[0] ?? null, domain, landing: domain && `https://www.${domain}/spring` }]
      }),
    ),
  )
}

/** The places of all entries that are asked for, in the feed and in batches. */
function askedPlaces(made: MadeList): number[] {
  const places = new Map(made.file.entries.map((entry, place) => [entry, place]))
  const [inFeed, inBatches] = [advertisers(made, 1), advertisers(made, 3)]
  const entries = [...Array.from({ length: 2_000 }, (_, at) => inFeed(at)), ...Array.from({ length: ROUNDS * ASKED }, (_, at) => inBatches(at))]
  return entries.flatMap((entry) => places.get(entry) ?? [])
}

function print(figures: readonly Figures[]): void {
  const rows = figures.map(({ size, ready, heap, stored, cold, warm, fresh, again, worker }) => [
    size.toLocaleString('en'),
    ready === null ? '' : (ready / 1_000).toFixed(1),
    ((heap - none) / MEGABYTE).toFixed(2),
    (stored / MEGABYTE).toFixed(2),
    ms(cold.map(({ time }) => time)),
    ms(warm.map(({ time }) => time)),
    ms(warm.map(({ frames }) => frames), 0),
    ms(fresh),
    ms(again),
    (worker / MEGABYTE).toFixed(1),
  ])
  console.log(`\nChromium; made-up lists beside those that come with the extension; a feed of 500 posts, ${ADS} of them ads; ${BATCH} ads more or ${ASKED} look-ups at once. Frames: until the badges are there, from the one before the posts; 0 is the very frame. Medians (lowest–highest).`)
  console.log(`Of ${FILLED.toLocaleString('en')} entries on no worker could read the list: its parts are put into the database as they would be.\n`)
  console.log(table(['entries', 'taken in, s', 'page heap above none, MB', 'stored for pages, MB', 'cold: posts to badges, ms', 'warm, ms', 'frames', 'background: others, ms', 'the same again, ms', 'its heap, MB'], rows))
}

function ms(all: readonly number[], digits = 1): string {
  const { median, low, high } = spreadOf(all)
  return all.length === 0 ? '' : `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}
