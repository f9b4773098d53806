import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { totalmem } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { DomainFigures } from './bench/domains.ts'
import type { FindFigures } from './bench/find.ts'
import type { Spread } from './bench/measure.ts'
import type { TableFigures } from './bench/table-and-map.ts'
import { table } from './table.ts'

/** `bench:lookup [--sizes 200,10000]`: what lists of these many made-up entries take, beside a plain `Map` and an ad blocker's engine. */

interface Figures {
  size: number
  table: TableFigures
  find: FindFigures
  domains: DomainFigures
}

const USAGE = 'usage: npm run -s bench:lookup -- [--sizes 200,10000,100000,1000000]'
const MEGABYTE = 2 ** 20

const sizes = readSizes()
const all: Figures[] = []
for (const size of sizes) all.push(await figuresOf(size))
print(all)

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readSizes(): number[] {
  let given = ''
  try {
    given = parseArgs({ options: { sizes: { type: 'string', default: '200,10000,100000,1000000' } } }).values.sizes
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`)
  }
  const sizes = given.split(',').map(Number)
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) fail(`no sizes: "${given}"\n${USAGE}`)
  return sizes
}

/** In a process of its own, so that what one size leaves behind doesn't slow the next. */
async function figuresOf(size: number): Promise<Figures> {
  const heap = Math.floor((totalmem() / MEGABYTE) * 0.7)
  const script = fileURLToPath(new URL('bench/one-size.ts', import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', `--max-old-space-size=${heap}`, '--import', 'tsx', script, String(size)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) fail(`${size} entries: failed, see above`)
  return JSON.parse(output) as Figures
}

function print(all: Figures[]): void {
  const show = (title: string, head: string[], row: (figures: Figures) => string[]) =>
    console.log(`\n${title}\n\n${table(['entries', ...head], all.map((figures) => [figures.size.toLocaleString('en'), ...row(figures)]))}`)
  console.log(`Node.js ${process.versions.node}. Medians of rounds in turns, (lowest–highest); ×: how many times the table's time the other takes.`)
  show('Size, and bytes held in memory', ['keys', 'bytes', 'bytes/key', 'held: index', 'held: Map', '×'], ({ table: { keys, bytes, held } }) => [
    keys.toLocaleString('en'),
    bytes.toLocaleString('en'),
    (bytes / keys).toFixed(1),
    megabytes(held.table),
    megabytes(held.map),
    times(held.map, held.table),
  ])
  show('Loading: the index in memory; its JSON; JSON of the same pairs, filled into a Map', ['open, ms', 'JSON + open, ms', 'JSON + Map, ms', '× open', '× JSON + open'], ({ table: { load } }) => [
    spread(load.open, 2),
    spread(load.parsed, 2),
    spread(load.map, 2),
    times(load.map.median, load.open.median),
    times(load.map.median, load.parsed.median),
  ])
  show('A key, in ns; here × is how many times the Map’s time the table takes', ['hit', 'Map hit', '×', 'miss', 'Map miss', '×'], ({ table: { get } }) => [
    spread(get.hit),
    spread(get.mapHit),
    times(get.hit.median, get.mapHit.median),
    spread(get.miss),
    spread(get.mapMiss),
    times(get.miss.median, get.mapMiss.median),
  ])
  show('A whole look-up with all clues, in µs', ['hit', 'near miss', 'miss'], ({ find }) => [find.hit, find.near, find.miss].map((figure) => spread(figure, 1, 1000)))
  show('Domains beside @ghostery/adblocker with a filter each: loading, in ms (our index holds names and pages too)', ['domains', 'ours', 'blocker', '×', 'blocker’s bytes'], ({ domains: { domains, load, blockerBytes } }) => [
    domains.toLocaleString('en'),
    spread(load.ours, 2),
    spread(load.blocker, 2),
    times(load.blocker.median, load.ours.median),
    blockerBytes.toLocaleString('en'),
  ])
  show('Domains beside @ghostery/adblocker: a host, in ns (its requests made beforehand)', ['hit', 'blocker hit', '×', 'miss', 'blocker miss', '×'], ({ domains: { match } }) => [
    spread(match.hit),
    spread(match.blockerHit),
    times(match.blockerHit.median, match.hit.median),
    spread(match.miss),
    spread(match.blockerMiss),
    times(match.blockerMiss.median, match.miss.median),
  ])
}

function spread({ median, low, high }: Spread, digits = 0, unit = 1): string {
  const [middle, least, most] = [median, low, high].map((value) => (value / unit).toFixed(digits))
  return `${middle} (${least}–${most})`
}

function times(one: number, other: number): string {
  return (one / other).toFixed(1)
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(2)} MiB`
}
