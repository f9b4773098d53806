import * as v from 'valibot'
import type { MessageName, Payload, SentBy } from '../shared/messages.ts'
import { count, day, id, keptData, line, logRow, maybe, ownLabel, reportDraft, reportKind as kind, status } from '../shared/kept-schemas.ts'
import { MOST_OWN_LABELS } from '../shared/own-labels.ts'
import { isPublicKey } from '../distribution/public-key.ts'
import { MOST_ROWS } from '../shared/log.ts'
import { HUE_NAMES } from '../shared/hues.ts'
import { BADGE_CORNERS, BADGE_FORMS, BADGE_SIZES, LABEL_STATUSES, LOG_DAYS, UPDATE_INTERVALS } from '../shared/settings.ts'

/** What each message to the background may carry; anything else is refused. */


export type BackgroundMessage = SentBy<'content' | 'page'>

type Schemas = { [Name in BackgroundMessage]: v.GenericSchema<unknown, Payload<Name>> }

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0))

const long = v.nullable(v.pipe(v.string(), v.maxLength(10_000)))
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(schema)

/** What is too long is on no list, and must not cost the others of its message their answer. */
const clue = v.nullable(v.string())
const advertiser = v.strictObject({ name: clue, page: clue, domain: clue, landing: clue })

/** What a content script read off a page: as long as pages like, within what an address may have. */
const seenAd = v.strictObject({
  advertiser: v.strictObject({ name: long, page: long, domain: long, landing: long }),
  label: v.strictObject({ status, text: v.pipe(v.string(), v.maxLength(1_000)), dates: maybe, entryName: v.nullable(v.pipe(v.string(), v.maxLength(2_000))), entry: v.nullable(id) }),
})

const filter = v.strictObject({ text: v.pipe(v.string(), v.maxLength(200)), status: v.nullable(status), site: v.nullable(id), from: v.nullable(day), until: v.nullable(day) })

const appearance = v.strictObject({
  size: optional(v.picklist(BADGE_SIZES)),
  corner: optional(v.picklist(BADGE_CORNERS)),
  form: optional(v.picklist(BADGE_FORMS)),
  hues: optional(v.strictObject(Object.fromEntries(LABEL_STATUSES.map((one) => [one, v.picklist(HUE_NAMES)])))),
})

const settingsChange = v.strictObject({
  badges: optional(v.boolean()),
  pausedUntil: optional(v.nullable(v.number())),
  statuses: optional(v.partial(v.strictObject(Object.fromEntries(LABEL_STATUSES.map((one) => [one, v.boolean()]))))),
  sitesOff: optional(v.pipe(v.array(id), v.maxLength(50))),
  updates: optional(v.picklist(UPDATE_INTERVALS)),
  appearance: optional(appearance),
  log: optional(v.boolean()),
  logDays: optional(v.picklist(LOG_DAYS)),
  follow: optional(v.boolean()),
}) as unknown as v.GenericSchema<unknown, Payload<'settings:change'>>

export const SCHEMAS: Schemas = {
  'tab:count': v.strictObject({ ads: v.pipe(count, v.maxValue(1_000_000)), seen: v.pipe(v.array(seenAd), v.maxLength(10_000)) }),
  'page:data': v.strictObject({ site: id }),
  'list:find': v.strictObject({ site: id, advertisers: v.pipe(v.record(v.string(), advertiser), v.maxEntries(10_000)) }),
  'site:seen': v.strictObject({ site: id, posts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), unreadable: v.pipe(v.number(), v.integer()), sinceAd: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
  // A subscribed list's id has that of its source before it.
  'list:record': v.strictObject({ list: v.pipe(v.string(), v.maxLength(200)), entry: id }),
  'script:load': v.literal('card'),
  'report:open': v.strictObject({
    kind,
    advertiser: line,
    pageUrl: v.nullable(v.pipe(v.string(), v.maxLength(1_000))),
    domain: maybe,
    label: maybe,
    entry: maybe,
    list: maybe,
    listUpdated: maybe,
    site: id,
  }),
  'label:open': v.strictObject({ name: line, domain: maybe }),
  'list:info': v.null(),
  'list:domain': v.strictObject({ domain: v.pipe(v.string(), v.nonEmpty(), v.maxLength(253)) }),
  'site:health': v.null(),
  'site:skeleton': v.strictObject({ tabId }),
  'list:check': v.strictObject({ source: v.nullable(id) }),
  'subscription:add': v.strictObject({ address: v.pipe(v.string(), v.maxLength(1_000)), key: v.custom<string>(isPublicKey) }),
  'subscription:switch': v.strictObject({ id, on: v.boolean() }),
  'subscription:remove': v.strictObject({ id }),
  'own-label:list': v.null(),
  'own-label:save': v.strictObject({ ...ownLabel, id: v.nullable(id) }),
  'own-label:delete': v.strictObject({ id }),
  'own-label:import': v.strictObject({ labels: v.pipe(v.array(v.strictObject(ownLabel)), v.maxLength(MOST_OWN_LABELS)) }),
  'list:search': v.strictObject({ text: v.pipe(v.string(), v.maxLength(200)) }),
  'settings:change': settingsChange,
  'log:state': v.null(),
  'log:rows': v.strictObject({ filter, before: v.nullable(v.number()), limit: v.pipe(count, v.minValue(1), v.maxValue(MOST_ROWS)) }),
  'log:totals': v.strictObject({ filter }),
  'log:advertisers': v.strictObject({ filter }),
  'log:delete': v.strictObject({ id: v.pipe(v.number(), v.integer()) }),
  'log:clear': v.null(),
  'log:import': v.strictObject({ rows: v.pipe(v.array(logRow), v.maxLength(MOST_ROWS)) }),
  'data:export': v.null(),
  'data:import': v.strictObject({ ...keptData, settings: v.nullable(keptData.settings) }),
  'data:reset': v.null(),
  'follow:state': v.null(),
  'report:subject': v.strictObject({ id }),
  'report:keep': v.strictObject(reportDraft),
  'report:list': v.null(),
  'report:opened': v.strictObject({ id }),
  'report:delete': v.strictObject({ id }),
  'report:send': v.strictObject({ id }),
  'report:call-off': v.strictObject({ id }),
}

export function isBackgroundMessage(name: unknown): name is BackgroundMessage & MessageName {
  return typeof name === 'string' && Object.hasOwn(SCHEMAS, name)
}
