import * as v from 'valibot'
import { domainSuffixes, hostOf } from './domains.ts'
import { COUNTRY_ENDINGS } from './country-endings.ts'
import { PLATFORMS } from './platforms.ts'
import { atOnce, type Steps } from '../shared/steps.ts'

/** The shape of a file in `lists/`. The messages are for people who edit such a file by hand. */

const platforms = new Set(PLATFORMS)
/** A name of the domain name system has no more letters; looking at longer ones would take ages. */
const LONGEST_DOMAIN = 253
const isPlatform = (host: string) => host.length <= LONGEST_DOMAIN && domainSuffixes(host).some((suffix) => platforms.has(suffix))

/** Second levels under which countries sell names: `acme.co.uk` is registered, `co.uk` is not. */
const SHARED_ENDINGS = new Set([...COUNTRY_ENDINGS, ...['net', 'org', 'gov', 'edu', 'ac', 'gob', 'gouv', 'ne', 'or', 'go'].flatMap((second) => COUNTRY_ENDINGS.filter((ending) => ending.length === 2).map((ending) => `${second}.${ending}`))])
/** A first sieve; `list:check` knows the whole public suffix list. */
const isPublicSuffix = (host: string) => !host.includes('.') || SHARED_ENDINGS.has(host)

const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(2_000, 'is longer than 2,000 characters'))
const id = v.pipe(text, v.maxLength(100, 'is longer than 100 characters'), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"'))
const date = v.pipe(
  v.string('must be a date in quotes'),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be a date: YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check(isInCalendar, 'must be a date that is in the calendar'),
)
function isInCalendar(date: string): boolean {
  const day = new Date(date)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}
/** As a host is compared; no address of a machine. */
function isBareDomain(value: string): boolean {
  return hostOf(value) === value && /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(value)
}
const domain = v.pipe(
  text,
  v.maxLength(LONGEST_DOMAIN, `is longer than ${LONGEST_DOMAIN} characters`),
  v.check(isBareDomain, 'must be a bare domain in lower case, such as "ford.com"'),
  v.check((value) => !isPlatform(value), 'is a platform on which anybody has a page'),
  v.check((value) => !isPublicSuffix(value), 'is not a domain that one organisation can own'),
)
const httpsUrl = v.pipe(
  text,
  // Without user info, which can look like another host.
  v.check((value) => /^https:\/\/[^/\s@\\]+\.[^/\s@\\]+(?=[/?#]|$)/.test(value) && URL.canParse(value), 'must be an address that starts with https://'),
)
const oneOf = <const T extends readonly string[]>(values: T) => v.picklist(values, `must be one of: ${values.join(', ')}`)
const yesNo = v.boolean('must be true or false')
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list in [ ]')

export const STATUSES = ['joined', 'paused-unclear', 'paused-independently', 'reported-quietly-paused'] as const
export const CLAIMS = ['reported', 'advised', 'stopped-posting', 'stopped-earlier'] as const
export const UNTIL_KINDS = ['stated-end', 'at-least', 'resumed', 'extended', 'expected', 'indefinite', 'campaign-default', 'unknown'] as const

const entry = v.strictObject({
  id,
  name: text,
  aliases: list(text),
  domains: list(domain),
  handles: v.pipe(v.strictObject({
    facebook: v.optional(list(text)),
    instagram: v.optional(list(text)),
    x: v.optional(list(text)),
    linkedin: v.optional(list(text)),
  }), v.check((value) => !Array.isArray(value), 'must be a group of fields in { }')),
  kind: oneOf(['company', 'brand', 'nonprofit', 'public-body', 'agency', 'education', 'political-campaign', 'political-party']),
  industry: v.nullable(text),
  country: v.nullable(text),
  parent: v.nullable(text),
  brands_named_in_sources: list(text),
  status: oneOf(STATUSES),
  claim: v.optional(oneOf(CLAIMS)),
  statement: v.nullable(text),
  badge_ok: yesNo,
  scope: v.nullable(text),
  scope_short: v.nullable(v.pipe(text, v.maxLength(40, 'is longer than 40 characters, too long for a badge'))),
  announced: v.nullable(date),
  from: v.nullable(date),
  until: v.nullable(date),
  until_kind: oneOf(UNTIL_KINDS),
  duration: v.nullable(text),
  confidence: oneOf(['high', 'medium', 'low']),
  from_memory: yesNo,
  match_risk: oneOf(['normal', 'high']),
  tails: v.optional(yesNo),
  sources: list(text),
  note: v.nullable(text),
  later: v.optional(list(v.strictObject({ finding: text, sources: list(text) }))),
})

const listFile = v.strictObject({
  $schema: v.optional(text),
  format: v.literal(1, 'must be 1'),
  id,
  updated: date,
  campaign: v.strictObject({
    name: text,
    hashtag: v.nullable(text),
    platforms: v.pipe(list(id), v.minLength(1, 'must name one at least')),
    platform_name: v.pipe(text, v.maxLength(40, 'is longer than 40 characters, too long for a badge')),
    target: text,
    ask: v.nullable(text),
    launched: date,
    window_from: date,
    window_until: v.nullable(date),
    organisers: list(text),
    later_partners: list(text),
    claimed_participants: v.nullable(text),
    claimed_participants_source: v.nullable(text),
    participant_count_claims: list(v.strictObject({ as_of: text, n: text, what: text, source: text })),
    trademark_note: v.nullable(text),
    sources: list(text),
  }),
  entries: list(entry),
  not_the_same: list(
    v.strictObject({
      name: text,
      confusable_with: text,
      domain: v.nullable(v.pipe(text, v.check(isBareDomain, 'must be a bare domain in lower case'))),
      relation: oneOf(['unrelated', 'affiliated-but-separate', 'named-venue-or-event']),
    }),
  ),
  sources: v.record(
    v.string(),
    v.strictObject({
      title: text,
      url: httpsUrl,
      date: v.nullable(date),
      kind: oneOf(['news', 'list', 'company', 'organiser', 'advocacy', 'encyclopedia', 'unreliable']),
      note: v.optional(text),
    }),
  ),
})

const entriesOnly = v.object({ entries: list(entry) })

export type ListFile = v.InferOutput<typeof listFile>
export type ListFileEntry = ListFile['entries'][number]

/** Every fault of a list file, each as `ENTRY: FIELD MESSAGE`. */
export class ListError extends Error {
  override name = 'ListError'
  readonly faults: readonly string[]

  constructor(file: string, faults: readonly string[]) {
    super(`${file} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/** Entries that are read before a pause. */
const LOT = 500

/**
 * Reads the text of a list file.
 * @param file name used in messages
 * @throws ListError naming each entry and field that is wrong
 */
export function parseList(file: string, json: string): ListFile {
  return atOnce(parseListInSteps(file, json))
}

/** The same with pauses. */
export function* parseListInSteps(file: string, json: string): Steps<ListFile> {
  let data: unknown
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ListError(file, [`is not JSON: ${(error as Error).message}`])
  }
  yield
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new ListError(file, ['the file must be one group of fields in { }'])
  const { entries } = data as { entries?: unknown }
  const faults: string[] = []
  const part = <Schema extends v.GenericSchema>(schema: Schema, of: object, from = 0) => {
    const result = v.safeParse(schema, of)
    if (!result.success) faults.push(...result.issues.map((issue) => describe(issue, of, from)))
    return result.success ? result.output : null
  }
  const many = Array.isArray(entries) && entries.length > LOT ? (entries as unknown[]) : []
  const parsed = part(listFile, many.length > 0 ? { ...data, entries: [] } : data)
  for (let from = 0; from < many.length; from += LOT) {
    yield
    const lot = part(entriesOnly, { entries: many.slice(from, from + LOT) }, from)
    if (lot) parsed?.entries.push(...lot.entries)
  }
  if (parsed && faults.length === 0) faults.push(...crossCheck(parsed))
  if (!parsed || faults.length > 0) throw new ListError(file, faults)
  return parsed
}

/** `entries[3].status` means nothing to an editor; "Ford Motor Company: status" does. */
function describe(issue: v.BaseIssue<unknown>, data: unknown, from: number): string {
  const path = (issue.path ?? []).map((item) => item.key as string | number)
  const received = issue.received.length <= 60 ? ` (found ${issue.received})` : ''
  const message =
    issue.type === 'strict_object'
      ? issue.expected === 'never'
        ? 'is not a known field'
        : issue.received === 'undefined'
          ? 'is missing'
          : `must be a group of fields in { }${received}`
      : `${issue.message}${received}`
  if (path[0] === 'entries' && typeof path[1] === 'number') {
    const named = (data as { entries?: { name?: unknown }[] }).entries?.[path[1]]?.name
    const who = typeof named === 'string' && named !== '' ? `entry "${named.slice(0, 100)}"` : `entry number ${from + path[1] + 1}`
    return `${who}: ${fieldName(path.slice(2))} ${message}`
  }
  return `${fieldName(path)} ${message}`
}

function fieldName(path: (string | number)[]): string {
  if (path.length === 0) return 'the file'
  return path.map((key, at) => (typeof key === 'number' ? ` number ${key + 1}` : at === 0 ? key : `.${key}`)).join('')
}

/** What no single field can tell. */
function crossCheck(file: ListFile): string[] {
  const faults: string[] = []
  const ids = new Map<string, string>()
  const names = new Set(file.entries.map((item) => item.name))
  const known = (source: string) => Object.hasOwn(file.sources, source)
  for (const item of file.entries) {
    const who = `entry "${item.name}":`
    const earlier = ids.get(item.id)
    if (earlier !== undefined) faults.push(`${who} id "${item.id}" is already used by "${earlier}"`)
    ids.set(item.id, item.name)
    for (const source of [...item.sources, ...(item.later ?? []).flatMap((found) => found.sources)]) {
      if (!known(source)) faults.push(`${who} sources names "${source}", which is not under "sources"`)
    }
    if (item.badge_ok && item.sources.length === 0) faults.push(`${who} badge_ok is true, but sources is empty`)
    if (item.badge_ok && item.statement === null) faults.push(`${who} badge_ok is true, but statement is empty`)
    if (item.from !== null && item.until !== null && item.until < item.from.slice(0, item.until.length)) {
      faults.push(`${who} until (${item.until}) is before from (${item.from})`)
    }
  }
  for (const other of file.not_the_same) {
    if (!names.has(other.confusable_with)) faults.push(`not_the_same "${other.name}": confusable_with names no entry ("${other.confusable_with}")`)
  }
  const { sources, claimed_participants, claimed_participants_source, participant_count_claims } = file.campaign
  if ((claimed_participants === null) !== (claimed_participants_source === null)) faults.push('campaign: claimed_participants and claimed_participants_source belong together')
  for (const source of [...sources, ...(claimed_participants_source === null ? [] : [claimed_participants_source]), ...participant_count_claims.map((claim) => claim.source)]) {
    if (!known(source)) faults.push(`campaign: sources names "${source}", which is not under "sources"`)
  }
  return faults
}
