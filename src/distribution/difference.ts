import * as v from 'valibot'
import { ListProblem } from './problem.ts'

/**
 * What to change in one text to get another, by lines: a piece is a run of the old text's lines,
 * `[first, count]`, or new lines as they are. The result is checked by its hash, so nothing here needs to be trusted.
 */

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const schema = v.strictObject({ format: v.literal(1), pieces: v.array(v.union([v.strictTuple([count, count]), v.string()])) })

/** @returns JSON; about as long as what is new */
export function writeDifference(old: string, wanted: string): string {
  const places = new Map<string, number>()
  const oldLines = old.split('\n')
  // Of lines that are there twice the first is as good as any.
  for (const [at, line] of oldLines.entries()) if (!places.has(line)) places.set(line, at)
  const pieces: ([first: number, count: number] | string)[] = []
  for (const line of wanted.split('\n')) {
    const last = pieces.at(-1)
    if (Array.isArray(last) && oldLines[last[0] + last[1]] === line) last[1]++
    else {
      const place = places.get(line)
      if (place !== undefined) pieces.push([place, 1])
      else if (typeof last === 'string') pieces[pieces.length - 1] = `${last}\n${line}`
      else pieces.push(line)
    }
  }
  return `${JSON.stringify({ format: 1, pieces })}\n`
}

/**
 * @param most longest text that may come of it, in UTF-16 units: a few bytes can ask for any number of lines
 * @throws ListProblem `damaged`
 */
export function applyDifference(old: string, difference: string, most: number): string {
  const oldLines = old.split('\n')
  const lines: string[] = []
  let length = 0
  const add = (line: string) => {
    length += line.length + 1
    if (length > most + 1) throw new ListProblem('damaged', 'a difference gives too much')
    lines.push(line)
  }
  for (const piece of parse(difference)) {
    if (typeof piece === 'string') {
      add(piece)
      continue
    }
    const [first, number] = piece
    if (first + number > oldLines.length) throw new ListProblem('damaged', 'a difference is of another text')
    for (let at = first; at < first + number; at++) add(oldLines[at] ?? '')
  }
  return lines.join('\n')
}

function parse(text: string): v.InferOutput<typeof schema>['pieces'] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ListProblem('damaged', 'a difference is no JSON')
  }
  const result = v.safeParse(schema, data)
  if (!result.success) throw new ListProblem('damaged', 'a difference is of another shape')
  return result.output.pieces
}
