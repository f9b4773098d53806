import type { Random } from './random.ts'

/** The middle of several measurements, and how far they lie apart. */
export interface Spread {
  median: number
  low: number
  high: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN
  return { median: at(0.5), low: at(0), high: at(1) }
}

export function milliseconds(work: () => void): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}

/**
 * Times several ways of doing something in turns, so that what slows the machine slows all of them.
 * @param ways each returns how long it took
 */
export function inTurns<Way extends string>(rounds: number, ways: Record<Way, () => number>): Record<Way, Spread> {
  const names = Object.keys(ways) as Way[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Way, number[]>
  for (let round = 0; round < rounds; round++) {
    // Nobody is always first.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as Way
      times[name].push(ways[name]())
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(times[name])])) as Record<Way, Spread>
}

/** Nanoseconds that one of `count` questions takes; whoever asks makes the questions before, so that making them isn't counted. */
export function eachOf<Question>(questions: readonly Question[], answer: (question: Question) => void): number {
  return (milliseconds(() => {
    for (const question of questions) answer(question)
  }) * 1e6) / questions.length
}

/** As a page makes its keys: put together anew, with no hash known of them yet. */
export function fresh(text: string): string {
  return text.slice(0, 1) + text.slice(1)
}

/** In random order, one half of everything, the other of a few that are asked again and again and so are near at hand. */
export function halfWarm<T>(all: readonly T[], count: number, random: Random): T[] {
  const warm = Array.from({ length: 500 }, () => random.pick(all))
  return Array.from({ length: count }, () => random.pick(random.chance(0.5) ? warm : all))
}

/** Bytes in use, after all that isn't needed is gone. */
export function heldBytes(): number {
  for (let time = 0; time < 3; time++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
