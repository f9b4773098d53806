import { openIndex } from '../../src/list/lookup.ts'
import type { ListFileEntry } from '../../src/list/schema.ts'
import { openTable, type Table } from '../../src/list/table.ts'
import type { CompiledIndex } from '../../src/list/types.ts'
import { eachOf, fresh, halfWarm, heldBytes, inTurns, milliseconds, type Spread } from './measure.ts'
import { Random } from './random.ts'

export interface TableFigures {
  keys: number
  bytes: number
  /** Milliseconds. `parsed` also reads the file's JSON, as a `Map` must. */
  load: Record<'open' | 'parsed' | 'map', Spread>
  /** Nanoseconds. */
  get: Record<'hit' | 'miss' | 'mapHit' | 'mapMiss', Spread>
  /** Bytes. */
  held: Record<'table' | 'map', number>
}

type Pairs = [key: string, value: string][]

const ROUNDS = 11
const QUESTIONS = 40_000

/**
 * The table beside the same keys and values in a plain `Map`.
 * @throws Error on a wrong answer
 */
export function benchTable(json: string, pairs: Pairs, stranger: () => ListFileEntry): TableFigures {
  const pairsJson = JSON.stringify(pairs)
  const readIndex = () => JSON.parse(json) as CompiledIndex
  const readMap = () => new Map(JSON.parse(pairsJson) as Pairs)

  const before = heldBytes()
  const index = readIndex()
  openIndex(index)
  const withTable = heldBytes()
  const map = readMap()
  const withMap = heldBytes()

  const packed = index.lists[0]?.keys
  if (!packed) throw new Error('no table')
  const load = inTurns(pairs.length > 1e6 ? 3 : ROUNDS, {
    open: () => milliseconds(() => openIndex(index)),
    parsed: () => milliseconds(() => openIndex(readIndex())),
    map: () => milliseconds(readMap),
  })
  return { keys: pairs.length, bytes: Buffer.byteLength(packed.text), load, get: timesOfGet(openTable(packed), map, pairs, stranger), held: { table: withTable - before, map: withMap - withTable } }
}

function timesOfGet(table: Table, map: ReadonlyMap<string, string>, pairs: Pairs, stranger: () => ListFileEntry): TableFigures['get'] {
  const random = new Random(1)
  const hits = halfWarm(pairs, QUESTIONS, random)
  const misses = halfWarm(Array.from({ length: QUESTIONS }, () => keyOf(stranger(), random)), QUESTIONS, random)
  const tableAnswer = (key: string) => table.get(key)?.value
  const mapAnswer = (key: string) => map.get(key)
  const timesOfHits = (answer: (key: string) => string | undefined) => () => {
    const questions = hits.map(([key, value]) => [fresh(key), value] as const)
    return eachOf(questions, ([key, value]) => {
      if (answer(key) !== value) throw new Error(`not found: ${key}`)
    })
  }
  const timesOfMisses = (answer: (key: string) => string | undefined) => () =>
    eachOf(misses.map(fresh), (key) => {
      if (answer(key) !== undefined) throw new Error(`found, but isn't there: ${key}`)
    })
  const ways = { hit: timesOfHits(tableAnswer), mapHit: timesOfHits(mapAnswer), miss: timesOfMisses(tableAnswer), mapMiss: timesOfMisses(mapAnswer) }
  // Until the engine has made it as fast as it gets.
  inTurns(3, ways)
  return inTurns(ROUNDS, ways)
}

/** What a page would ask about somebody who isn't on the list, kinds of keys as often as there. */
function keyOf({ name, domains }: ListFileEntry, random: Random): string {
  return random.chance(0.4) ? `n${name.toLowerCase()}` : random.chance(0.5) ? `d${domains[0]}` : `${random.pick(['p', 'l'])}${domains[0]?.split('.')[0]}`
}
