import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { totalmem } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { writeDataFile } from '../src/distribution/data-file.ts'
import type { Spread } from './bench/measure.ts'
import { type Check, CHECKS, STEPS, type SyncFigures } from './bench/sync-figures.ts'
import { readListFiles } from './lists-plugin.ts'
import { table } from './table.ts'

/** `bench:sync [--sizes 200,10000]`: what it takes to keep lists of these many made-up entries fresh, in bytes, requests and time. */

const USAGE = 'usage: npm run -s bench:sync -- [--sizes 200,10000,100000]'
const MEGABYTE = 2 ** 20
const INSTALLATIONS = 10_000_000
/** A look at the head every day; one day of the week it has changed. */
const WEEK = 7

const sizes = readSizes()
const all: SyncFigures[] = []
for (const size of sizes) all.push(await figuresOf(size))
print(all)

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readSizes(): number[] {
  let given = ''
  try {
    given = parseArgs({ options: { sizes: { type: 'string', default: '200,10000,100000' } } }).values.sizes
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`)
  }
  const sizes = given.split(',').map(Number)
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) fail(`no sizes: "${given}"\n${USAGE}`)
  return sizes
}

/** In a process of its own, so that what one size leaves behind doesn't slow the next. */
async function figuresOf(size: number): Promise<SyncFigures> {
  const heap = Math.floor((totalmem() / MEGABYTE) * 0.7)
  const script = fileURLToPath(new URL('bench/sync-one-size.ts', import.meta.url))
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, '--import', 'tsx', script, String(size)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) fail(`${size} entries: failed, see above`)
  return JSON.parse(output) as SyncFigures
}

function print(all: SyncFigures[]): void {
  const show = (title: string, head: string[], row: (figures: SyncFigures) => string[]) =>
    console.log(`\n${title}\n\n${table(['entries', ...head], all.map((figures) => [figures.size.toLocaleString('en'), ...row(figures)]))}`)
  console.log(`Node.js ${process.versions.node}, a server on this machine, storage in memory. Medians of rounds, (lowest–highest), in milliseconds.`)
  show('Published, in bytes as they are and with gzip; stored: what the browser’s storage is given', ['head', 'list', 'gzip', '1 % changed', 'gzip', 'of the list', 'stored'], ({ bytes: { head, list, difference, stored } }) => [
    number(head.raw),
    number(list.raw),
    number(list.gzip),
    number(difference.raw),
    number(difference.gzip),
    percent(difference.gzip / list.gzip),
    number(stored),
  ])
  show('On the line for one check: requests, then bytes that the host sends and receives (HTTP/1.1 with gzip, without TLS)', [...CHECKS], ({ checks }) => CHECKS.map((check) => traffic(checks[check])))
  show('Time of one check; ×: how many times as long as JSON.parse of the same list takes', CHECKS.flatMap((check) => [check, '×']), ({ checks, steps }) =>
    CHECKS.flatMap((check) => [spread(checks[check].time), times(checks[check].time, steps['JSON.parse'])]),
  )
  show('Where it goes: each step once, of the whole list', [...STEPS], ({ steps }) => STEPS.map((step) => spread(steps[step])))
  show(
    `${(INSTALLATIONS / 1e6).toFixed(0)} million installations in a day: each looks once, and finds 1 % of the entries changed once in ${WEEK} days`,
    ['requests', 'a second', 'GB sent', 'of which unchanged', 'without differences'],
    ({ checks }) => {
      const { requests, unchanged, changed, whole } = perDay(checks)
      return [number(Math.round(requests)), number(Math.round(requests / 86_400)), gigabytes(unchanged + changed), gigabytes(unchanged), gigabytes(unchanged + whole)]
    },
  )
  console.log(`\n${real()}`)
}

/** Of all installations; bytes that hosts send. */
function perDay(checks: SyncFigures['checks']) {
  const share = INSTALLATIONS / WEEK
  const sent = (check: Check) => checks[check].traffic.sent * share
  return {
    requests: share * ((WEEK - 1) * checks.unchanged.traffic.requests + checks['1 % changed'].traffic.requests),
    unchanged: sent('unchanged') * (WEEK - 1),
    changed: sent('1 % changed'),
    whole: sent('everything'),
  }
}

/** The made-up entries are as long as its own. */
function real(): string {
  const lists = readListFiles(new URL('../lists/', import.meta.url))
  const bytes = lists.map((file) => Buffer.from(writeDataFile(file)))
  const sum = (size: (bytes: Buffer) => number) => number(bytes.reduce((total, one) => total + size(one), 0))
  return `The lists of this repository: ${number(lists.flatMap(({ entries }) => entries).length)} entries, ${sum(({ length }) => length)} bytes, ${sum((one) => gzipSync(one).length)} with gzip.`
}

function traffic({ traffic: { requests, sent, received } }: SyncFigures['checks'][Check]): string {
  return `${requests}: ${number(sent)} ⇄ ${number(received)}`
}

function spread({ median, low, high }: Spread): string {
  const digits = median < 10 ? 1 : 0
  const [middle, least, most] = [median, low, high].map((value) => value.toFixed(digits))
  return `${middle} (${least}–${most})`
}

function times(one: Spread, other: Spread): string {
  return (one.median / other.median).toFixed(1)
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toLocaleString('en', { maximumFractionDigits: 1 })
}
