import { needBrowser } from '../harness/install.ts'
import type { Session } from '../harness/session.ts'
import { spreadOf, type Spread } from './bench/measure.ts'
import { openProfile, someNames } from './bench/ui-profile.ts'
import { buildExtension } from './build.ts'
import { table } from './table.ts'

/** `bench:ui`: how long popup and log page take from navigation to usable, in an empty profile, with a large list and with a large log. */

const ROUNDS = 9
const ENTRIES = 10_000
const ROWS = 100_000
/** Milliseconds that a full profile may take more than an empty one. */
const GOAL = 200
/** Not `dist/`, which somebody may have loaded. */
const BUILD = '.cache/bench-chrome'

/** What is there once a page can be used. */
const PAGES = {
  popup: { path: 'src/popup/index.html', ready: ['#page-summary', '#list-heading'] },
  log: { path: 'src/log/index.html', ready: ['#log-switch'] },
} as const
const FILLED = ['#log-found', '#log-rows [data-row]']

const FILLINGS = { empty: { rows: 0, entries: 0 }, [`${ENTRIES.toLocaleString('en')} entries`]: { rows: 0, entries: ENTRIES }, [`${ROWS.toLocaleString('en')} rows`]: { rows: ROWS, entries: 0 } }

/** What takes reading every row of the log. */
const NOTHING = { text: 'zyxomatic', status: null, site: null, from: null, until: null }
const SCANS = {
  'a search that finds nothing': { name: 'log:rows', payload: { filter: NOTHING, before: null, limit: 50 } },
  'totals of a search': { name: 'log:totals', payload: { filter: { ...NOTHING, text: 'advertiser 1' } } },
  'the advertisers with the most ads': { name: 'log:advertisers', payload: { filter: { ...NOTHING, text: '' } } },
}

const browser = await needBrowser('chromium')
await buildExtension('chrome', BUILD)
const profiles = new Map<string, Awaited<ReturnType<typeof openProfile>>>()
const times = new Map<string, number[]>()
const searches: number[] = []
const scans = new Map<string, number[]>()
try {
  for (const [name, filling] of Object.entries(FILLINGS)) profiles.set(name, await openProfile(browser, BUILD, filling))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { session }] of profiles) {
      for (const page of ['popup', 'log'] as const) {
        const ready = page === 'log' && FILLINGS[name]?.rows ? FILLED : PAGES[page].ready
        const key = `${page} ${name}`
        times.set(key, [...(times.get(key) ?? []), await timeOf(session, PAGES[page].path, ready)])
      }
    }
  }
  const full = [...profiles.values()][1]
  if (full) searches.push(...(await timeMessages(full.session, ['a', ...someNames(ENTRIES)].map((text) => ({ name: 'list:search', payload: { text } })))).slice(1))
  const logged = [...profiles.values()][2]
  for (const [what, message] of Object.entries(SCANS)) if (logged) scans.set(what, await timeMessages(logged.session, Array<object>(ROUNDS).fill(message)))
} finally {
  for (const { close } of profiles.values()) await close()
}
print()

/** From navigation until all of it is painted, in milliseconds. */
async function timeOf(session: Session, path: string, ready: readonly string[]): Promise<number> {
  const page = await session.browser.newPage()
  try {
    await page.bringToFront()
    // As text: what runs scripts here gives functions names by a helper that pages don't have.
    await page.evaluateOnNewDocument(`new MutationObserver((_, observer) => {
      if (!${JSON.stringify(ready)}.every((selector) => document.querySelector(selector))) return
      observer.disconnect()
      // Painted by the frame after the next.
      requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.usable = performance.now() }))
    }).observe(document, { childList: true, subtree: true })`)
    await page.goto(session.extensionUrl + path)
    const handle = await page.waitForFunction(() => (globalThis as unknown as { usable?: number }).usable, { polling: 50, timeout: 30_000 })
    return (await handle.jsonValue()) as number
  } finally {
    await page.close()
  }
}

/** From asking the background to its answer, in milliseconds. */
async function timeMessages(session: Session, messages: readonly object[]): Promise<number[]> {
  const page = await session.openExtensionPage('src/options/index.html')
  const times = await page.evaluate(async (all) => {
    const took: number[] = []
    for (const message of all) {
      const begin = performance.now()
      await chrome.runtime.sendMessage<object, unknown>(message)
      took.push(performance.now() - begin)
    }
    return took
  }, [...messages])
  await page.close()
  return times
}

function print(): void {
  const spreads = new Map([...times].map(([key, all]) => [key, spreadOf(all)]))
  const rows = (['popup', 'log'] as const).flatMap((page) =>
    Object.keys(FILLINGS).map((name) => {
      const [spread, empty] = [spreads.get(`${page} ${name}`), spreads.get(`${page} empty`)] as [Spread, Spread]
      const more = spread.median - empty.median
      return [page, name, spread.median.toFixed(0), `${spread.low.toFixed(0)}–${spread.high.toFixed(0)}`, name === 'empty' ? '' : `${more >= 0 ? '+' : ''}${more.toFixed(0)}`, name === 'empty' ? '' : more <= GOAL ? 'yes' : 'NO']
    }),
  )
  console.log(`Chromium, from navigation to usable, in milliseconds; medians of ${ROUNDS} rounds in turns.\n`)
  console.log(table(['page', 'profile', 'median', 'low–high', 'beside empty', `within ${GOAL}`], rows))
  for (const [what, all] of scans) {
    const { median, low, high } = spreadOf(all)
    console.log(`\nThe log of ${ROWS.toLocaleString('en')} rows, ${what}: ${median.toFixed(0)} ms (${low.toFixed(0)}–${high.toFixed(0)}).`)
  }
  const search = spreadOf(searches)
  console.log(`\nlist:search among ${ENTRIES.toLocaleString('en')} entries: ${search.median.toFixed(0)} ms (${search.low.toFixed(0)}–${search.high.toFixed(0)}).`)
}
