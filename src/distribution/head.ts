import * as v from 'valibot'
import { CONTROL_CHARACTERS } from './hidden-characters.ts'
import { ListProblem } from './problem.ts'
import { isPublicKey } from './public-key.ts'

/** The small signed part of a published list: what there is, how large it is, and what it must hash to. */

/** Largest head that is read, in bytes. */
export const MOST_HEAD_BYTES = 256 * 1024
/** Largest data file, and most of all of a head's together, in bytes; a hundred thousand entries are some 100 MB. */
export const MOST_FILE_BYTES = 128 * 1024 * 1024
/** Versions stay far from where numbers stop being exact. */
export const MOST_VERSION = 2 ** 40

/** Read first, so that a head of a later format is told from a broken one. */
const anyFormat = v.object({ format: v.pipe(v.number(), v.integer()) })

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_FILE_BYTES))
const version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_VERSION))
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/), v.check(isInCalendar))
/** Engines differ in what they make of 30 February. */
function isInCalendar(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 19))
}
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100), v.check((text) => text.trim() === text && !CONTROL_CHARACTERS.test(text)))
const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))

const difference = v.strictObject({ from: hash, size, sha256: hash })
const file = v.strictObject({
  /** What it holds; kinds that a client doesn't know are left alone. */
  kind: v.pipe(v.string(), v.maxLength(30)),
  id,
  size,
  sha256: hash,
  differences: v.pipe(v.array(difference), v.maxLength(50)),
})

const head = v.pipe(
  v.strictObject({
    format: v.literal(1),
    name,
    version,
    created: moment,
    expires: moment,
    /** Who comes from an earlier version than this may lose many entries on the way: that is meant. */
    shrunk: v.exactOptional(version),
    /** The key that is to sign from now on or soon. */
    nextKey: v.exactOptional(v.custom<string>(isPublicKey)),
    files: v.pipe(v.array(file), v.minLength(1), v.maxLength(500)),
  }),
  v.check(({ created, expires }) => Date.parse(created) < Date.parse(expires), 'expires before it was created'),
  v.check(({ files }) => files.reduce((sum, { size }) => sum + size, 0) <= MOST_FILE_BYTES, 'is of too much data'),
  v.check(({ files }) => new Set(files.map(({ kind, id }) => `${kind} ${id}`)).size === files.length, 'names a file twice'),
)

export type Head = v.InferOutput<typeof head>
export type HeadFile = Head['files'][number]

/**
 * Reads the signed text of a head.
 * @throws ListProblem `newer-format` or `not-a-list`
 */
export function parseHead(text: string): Head {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ListProblem('not-a-list', 'the head is no JSON')
  }
  const format = v.safeParse(anyFormat, data)
  if (format.success && format.output.format > 1) throw new ListProblem('newer-format', `format ${format.output.format}`)
  const result = v.safeParse(head, data)
  if (!result.success) {
    const [issue] = result.issues
    throw new ListProblem('not-a-list', `the head's ${v.getDotPath(issue) ?? 'text'}: ${issue.message}`)
  }
  return result.output
}
