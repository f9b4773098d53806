import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type BrowserKind, findBrowser } from '../harness/find.ts'
import { needBrowser } from '../harness/install.ts'
import { ADS, POSTS } from './bench/feed-page.ts'
import { type Cost, openRunner, type Runner, type Scenario, type Variant } from './bench/feed-run.ts'
import { spreadOf } from './bench/measure.ts'
import { buildExtension } from './build.ts'
import { table } from './table.ts'

/**
 * `bench`: what labelling costs the page, beside no extension, beside the least that any labeller does (the floor) and beside what
 * most extensions do (naive). Runs are in turns, so that what slows the machine slows all of them.
 */

const USAGE = 'usage: npm run -s bench -- [--rounds 7] [--trace] [--compare FOLDER …] [--chromium-only] [--no-build]'
/** Not `dist/`, which somebody may have loaded. */
const BUILDS: Record<BrowserKind, string> = { chromium: '.cache/bench-chrome', firefox: '.cache/bench-firefox' }
const TRACES = '.cache/traces'
const MEGABYTE = 2 ** 20
const FRAME_ROUNDS = 3

const { rounds, values, folders } = readArguments()
const chromium = await needBrowser('chromium')
const firefox = values['chromium-only'] ? null : findBrowser('firefox')
if (!values['no-build']) for (const [target, kind] of [['chrome', 'chromium'], ['firefox', 'firefox']] as const) await buildExtension(target, BUILDS[kind])

await inChromium()
if (firefox) await inFirefox()
else if (!values['chromium-only']) console.log('\nThere is no Firefox here; its times are left out.')

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: '7' },
        trace: { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        'chromium-only': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
      },
    })
    const rounds = Number(values.rounds)
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`no number of rounds: "${values.rounds}"`)
    if (positionals.length > 0 !== values.compare) throw new Error('--compare takes folders of unpacked extensions, and nothing else does')
    // Where the person is, not where the script runs.
    return { rounds, values, folders: positionals.map((folder) => resolve(process.env['ADPLEDGE_CWD'] ?? '.', folder)) }
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}

function rival(name: string): Variant {
  return { name, extension: fileURLToPath(new URL(`bench/rivals/${name}`, import.meta.url)) }
}

function variants(kind: BrowserKind): Variant[] {
  return [
    { name: 'none', extension: null },
    rival('floor'),
    { name: 'ours', extension: resolve(BUILDS[kind]) },
    rival('naive'),
    ...(kind === 'chromium' ? folders.map((folder) => ({ name: basename(folder), extension: folder })) : []),
  ]
}

async function inChromium(): Promise<void> {
  const runners = await openAll(chromium.kind)
  try {
    const costs = new Map<string, Cost[]>()
    const note = (key: string, cost: Cost) => costs.set(key, [...(costs.get(key) ?? []), cost])
    for (const scenario of ['fast', 'slow'] as const) {
      for (let round = 0; round < rounds; round++) for (const runner of inTurn(runners, round)) note(`${scenario} ${runner.variant.name}`, await runner.cost(scenario))
      printCosts(scenario, runners, costs)
    }
    for (const scenario of ['fast', 'slow'] as const) {
      const frames = new Map<string, (number | null)[]>()
      for (let round = 0; round < FRAME_ROUNDS; round++) {
        for (const runner of inTurn(runners.slice(1), round)) frames.set(runner.variant.name, [...(frames.get(runner.variant.name) ?? []), ...(await runner.frames(scenario))])
      }
      printFrames(scenario, frames)
    }
    printBytes()
    if (values.trace) {
      mkdirSync(TRACES, { recursive: true })
      for (const runner of runners) await runner.trace('fast', join(TRACES, `${runner.variant.name}.json`))
      console.log(`\nTraces for the browser's tools (Performance, "Load profile"): ${TRACES}/`)
    }
  } finally {
    for (const runner of runners) await runner.close()
  }
}

async function inFirefox(): Promise<void> {
  const runners = await openAll('firefox')
  try {
    const times = new Map<string, number[]>()
    for (let round = 0; round < rounds; round++) for (const runner of inTurn(runners, round)) times.set(runner.variant.name, [...(times.get(runner.variant.name) ?? []), await runner.packed()])
    const median = (name: string) => spreadOf(times.get(name) ?? []).median
    const [none, floor] = [median('none'), median('floor')]
    const rows = [...times].map(([name, all]) => {
      const { low, high } = spreadOf(all)
      return [name, number(median(name)), `${number(low)}–${number(high)}`, name === 'none' ? '' : signed(median(name) - none), name === 'none' ? '' : ratio(median(name) - none, floor - none)]
    })
    console.log(`\nFirefox: the same ${POSTS} posts, 10 a frame, as fast as frames go, in milliseconds\n\n${table(['', 'median', 'low–high', 'beside none', '× floor'], rows)}`)
  } finally {
    for (const runner of runners) await runner.close()
  }
}

async function openAll(kind: BrowserKind): Promise<Runner[]> {
  const browser = kind === 'chromium' ? chromium : firefox
  const runners: Runner[] = []
  if (browser) for (const variant of variants(kind)) runners.push(await openRunner(browser, variant))
  return runners
}

/** Nobody is always first. */
function inTurn(runners: readonly Runner[], round: number): Runner[] {
  return runners.map((_, turn) => runners[(round + turn) % runners.length] as Runner)
}

/** What the goal is about. */
function own({ script, style, layout }: Cost): number {
  return script + style + layout
}

/** Differences are those to the run without an extension of the very same round. */
function printCosts(scenario: Scenario, runners: readonly Runner[], costs: ReadonlyMap<string, readonly Cost[]>): void {
  const of = (name: string) => costs.get(`${scenario} ${name}`) ?? []
  const more = (name: string, what: (cost: Cost) => number) => spreadOf(of(name).map((cost, round) => what(cost) - what(of('none')[round] as Cost)))
  const floor = more('floor', own).median
  const rows = runners.map(({ variant: { name } }) => {
    const median = (what: (cost: Cost) => number) => spreadOf(of(name).map(what)).median
    const added = (what: (cost: Cost) => number) => (name === 'none' ? number(median(what)) : signed(more(name, what).median))
    const { low, high } = more(name, own)
    const long = of(name).flatMap(({ longTasks }) => longTasks)
    return [
      name,
      added(({ script }) => script),
      added(({ style }) => style),
      added(({ layout }) => layout),
      added(own),
      name === 'none' ? '' : `${signed(low)} … ${signed(high)}`,
      name === 'none' ? '' : ratio(more(name, own).median, floor),
      added(({ task }) => task),
      (long.length / of(name).length).toFixed(1),
      number(Math.max(0, ...long)),
      added(({ heap }) => heap / MEGABYTE),
      String(median(({ badges }) => badges)),
    ]
  })
  const what = scenario === 'fast' ? `${POSTS} posts with ${ADS} ads, 10 posts and 20 small replacements every 100 ms` : 'scrolled slowly for 480 frames'
  console.log(`\nChromium: ${what}; ${rounds} rounds in turns, medians of what came on top of no extension, in milliseconds of processor time\n`)
  console.log(table(['', 'script', 'style', 'layout', 'sum', 'sum low … high', '× floor', 'all tasks', 'long tasks', 'longest', 'heap, MB', 'badges'], rows))
}

function printFrames(scenario: Scenario, frames: ReadonlyMap<string, readonly (number | null)[]>): void {
  const head = ['same frame', '1 later', '2 later', '3 and more', 'never']
  const rows = [...frames].map(([name, all]) => {
    const count = (test: (frame: number | null) => boolean) => all.filter(test).length
    const counts = [0, 1, 2].map((later) => count((frame) => frame === later))
    return [name, ...[...counts, count((frame) => frame !== null && frame > 2), count((frame) => frame === null)].map((found) => `${found} (${((100 * found) / all.length).toFixed(1)} %)`)]
  })
  console.log(`\nChromium, ${scenario}: frames from an ad's first to its badge's first, ${FRAME_ROUNDS} runs\n\n${table(['', ...head], rows)}`)
}

function printBytes(): void {
  const folder = join(BUILDS.chromium, 'content')
  const rows = readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file))
    return [file, text.length.toLocaleString('en'), gzipSync(text, { level: 9 }).length.toLocaleString('en')]
  })
  console.log(`\nScripts of pages, in bytes\n\n${table(['', 'as they are', 'gzip'], rows)}`)
}

function number(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(1) : value.toFixed(0)
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${number(value)}`
}

function ratio(value: number, floor: number): string {
  return floor > 0 ? (value / floor).toFixed(2) : '–'
}
