import * as v from 'valibot'
import type { SiteAdjustment, SiteAdjustments } from '../sites/adjust.ts'
import type { WordKind } from '../sites/types.ts'
import { CONTROL_CHARACTERS } from './hidden-characters.ts'
import { ListProblem } from './problem.ts'

/** The published file by which a broken site can be calmed, and its labels named anew, without a new version. It holds data only. */

/** Longest file, in UTF-16 units. */
const LONGEST_FILE = 256 * 1024
const MOST_SITES = 100
const MOST_SIGNS = 40
const MOST_LANGUAGES = 200
/** Of one kind in one language. */
const MOST_WORDS = 20

const atMost = <Group extends object>(most: number) => v.check<Group, string>((all) => Object.keys(all).length <= most, `has more than ${most}`)
const text = (longest: number) => v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'), v.maxLength(longest, `is longer than ${longest} characters`), v.check((value) => !CONTROL_CHARACTERS.test(value), 'has hidden characters'))
/** Sites that this version doesn't know are of later ones. */
const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"'))
const language = v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'must be a code of a language, such as "de" or "zh-Hant"'))
const version = v.pipe(v.string('must be a version in quotes'), v.regex(/^\d{1,6}(\.\d{1,6}){0,3}$/, 'must be a version, such as "0.3.0"'))
const words = v.exactOptional(v.pipe(v.array(text(100), 'must be a list in [ ]'), v.maxLength(MOST_WORDS, `has more than ${MOST_WORDS}`)))

const kinds = { sponsored: words, promotedBy: words, paidFor: words, partnership: words, suggested: words, time: words, advertiserLink: words } satisfies Record<WordKind, typeof words>
const labels = v.pipe(v.record(language, group(v.strictObject(kinds))), atMost(MOST_LANGUAGES))

const adjustment = group(
  v.strictObject({
    off: v.exactOptional(v.boolean('must be true or false')),
    ignore: v.exactOptional(v.pipe(v.array(text(40), 'must be a list in [ ]'), v.maxLength(MOST_SIGNS, `has more than ${MOST_SIGNS}`))),
    below: v.exactOptional(version),
    labels: v.exactOptional(group(labels)),
  }),
)
const sites = group(v.pipe(v.record(id, adjustment), atMost(MOST_SITES)))

const file = v.strictObject({
  /** Where editors find the schema. */
  $schema: v.exactOptional(v.string()),
  format: v.literal(1, 'must be 1'),
  sites,
})

/** To the checks a list is an object as well. */
function group<Schema extends v.GenericSchema<unknown, unknown>>(schema: Schema) {
  return v.pipe(v.custom<v.InferInput<Schema>>((value) => !Array.isArray(value), 'must be a group in { }'), schema)
}

/**
 * Reads the text of such a file.
 * @throws ListProblem `invalid`, naming the first fault
 */
export function parseAdjustments(text: string): SiteAdjustments {
  if (text.length > LONGEST_FILE) throw new ListProblem('invalid', `sites: more than ${LONGEST_FILE} characters`)
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ListProblem('invalid', 'sites: it is no JSON')
  }
  const result = v.safeParse(file, data)
  if (result.success) return result.output.sites
  const [issue] = result.issues
  const fault = issue.expected === 'never' ? 'is not a known field' : issue.message
  throw new ListProblem('invalid', `sites: ${v.getDotPath(issue) ?? 'the file'}: ${fault}`)
}

/** What storage holds of it; null for what isn't it. */
export function readAdjustments(stored: unknown): SiteAdjustments | null {
  const result = v.safeParse(sites, stored)
  return result.success ? result.output : null
}

/** The file as it is published, a site a line; the same adjustments give the same bytes. */
export function writeAdjustments(adjustments: SiteAdjustments): string {
  const lines = Object.entries<SiteAdjustment>(adjustments).map(([site, adjustment]) => `${JSON.stringify(site)}:${JSON.stringify(adjustment)}`)
  return `{"format":1,"sites":{\n${lines.join(',\n')}\n}}\n`
}
