import type { CDPSession, Page } from 'puppeteer-core'
import type { FoundBrowser } from '../../harness/find.ts'
import { type Answerer, openPlainBrowser, type Session } from '../../harness/session.ts'
import { type BenchPage, feedPage } from './feed-page.ts'

/** Runs the feed in a browser with one extension or none, and tells what that cost. */

/** Who takes part. */
export interface Variant {
  name: string
  /** Folder of an unpacked extension; null: none. */
  extension: string | null
}

/** What one run took of the page's main thread, in milliseconds of processor time, which others on the machine hardly change. */
export interface Cost {
  script: number
  style: number
  layout: number
  /** All of it, also what is none of the three. */
  task: number
  longTasks: readonly number[]
  /** Bytes of JavaScript objects when all is done and what isn't needed is gone. */
  heap: number
  badges: number
}

export type Scenario = 'load' | 'fast' | 'slow'

const ADDRESS = 'https://www.facebook.com/'
const PATIENCE = 120_000
/** Without a wait between them: as many frames a second as there can be. */
const AS_FAST_AS_IT_GOES = { 'layout.frame_rate': 0 }
const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-v8.cpu_profiler', 'disabled-by-default-v8.cpu_profiler.hires', 'v8', 'blink.user_timing']

type Global = typeof globalThis & { bench: BenchPage }

const html = (body: string) => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body })
const PAGES = new Map([['/', html(feedPage('2026'))], ['/mixed', html(feedPage('mixed'))]])
const answer: Answerer = (url) => (url.origin + '/' === ADDRESS ? (PAGES.get(url.pathname) ?? null) : null)

/** A browser that stays open between runs. */
export interface Runner {
  variant: Variant
  cost(scenario: Scenario, path?: string): Promise<Cost>
  /** Of each ad, the frames until its badge. */
  frames(scenario: Scenario): Promise<(number | null)[]>
  /** Milliseconds that the whole feed takes as fast as frames go. */
  packed(): Promise<number>
  trace(scenario: Scenario, file: string): Promise<void>
  close(): Promise<void>
}

export async function openRunner(browser: FoundBrowser, variant: Variant): Promise<Runner> {
  const session = await openPlainBrowser(browser, answer, variant.extension, browser.kind === 'firefox' ? AS_FAST_AS_IT_GOES : {})
  await settle(session)
  const withPage = async <Result>(path: string, run: (page: Page) => Promise<Result>, before?: (page: Page) => Promise<void>) => {
    const page = await session.newPage()
    try {
      await before?.(page)
      await page.goto(ADDRESS + path.replace(/^\//, ''))
      await page.bringToFront()
      return await run(page)
    } finally {
      await page.close()
    }
  }
  return {
    variant,
    cost: async (scenario, path = '/') => {
      let client: CDPSession | undefined
      return withPage(
        path,
        async (page) => {
          await play(page, scenario)
          return costOf(page, client as CDPSession)
        },
        async (page) => {
          client = await page.createCDPSession()
          await client.send('Performance.enable', { timeDomain: 'threadTicks' })
        },
      )
    },
    frames: (scenario) =>
      withPage('/', async (page) => {
        await page.evaluate('bench.watch()')
        await play(page, scenario)
        return page.evaluate(() => (globalThis as Global).bench.frames())
      }),
    packed: () => withPage('/', (page) => page.evaluate(() => (globalThis as Global).bench.packed())),
    trace: (scenario, file) =>
      withPage('/', async (page) => {
        await page.tracing.start({ path: file, categories: TRACED })
        await play(page, scenario)
        await page.tracing.stop()
      }),
    close: () => session.close(),
  }
}

/** What an extension does once after its installation is over, and pages that it opened are gone. */
async function settle({ browser }: Pick<Session, 'browser'>): Promise<void> {
  await new Promise((wait) => setTimeout(wait, 3_000))
  const [first, ...others] = await browser.pages()
  for (const page of others) await page.close().catch(() => undefined)
  await first?.bringToFront()
}

async function play(page: Page, scenario: Scenario): Promise<void> {
  page.setDefaultTimeout(PATIENCE)
  await page.evaluate(`bench.${scenario}()`)
}

async function costOf(page: Page, client: CDPSession): Promise<Cost> {
  const { metrics } = await client.send('Performance.getMetrics')
  const took = (name: string) => 1e3 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
  const [longTasks, badges] = await page.evaluate(() => {
    const { bench } = globalThis as Global
    return [bench.longTasks, bench.badges()] as const
  })
  // What only weak references hold goes with the second or third.
  for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  return { script: took('ScriptDuration'), style: took('RecalcStyleDuration'), layout: took('LayoutDuration'), task: took('TaskDuration'), longTasks, heap: usedSize, badges }
}
