import * as v from 'valibot'
import type { MessageName, Payload, SentBy } from '../shared/messages.ts'
import { LABEL_STATUSES } from '../shared/settings.ts'

/** What each message to the background may carry; anything else is refused. */

const id = v.pipe(v.string(), v.maxLength(100))
const line = v.pipe(v.string(), v.maxLength(400))
const maybe = v.nullable(line)

export type BackgroundMessage = SentBy<'content' | 'page'>

type Schemas = { [Name in BackgroundMessage]: v.GenericSchema<unknown, Payload<Name>> }

const kind = v.picklist(['missing', 'mistake'])

export const SCHEMAS: Schemas = {
  'tab:count': v.strictObject({ ads: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)) }),
  'page:data': v.null(),
  'list:record': v.strictObject({ list: id, entry: id }),
  'card:load': v.null(),
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
  'list:info': v.null(),
  'settings:change': v.strictObject({
    badges: v.exactOptional(v.boolean()),
    statuses: v.exactOptional(v.partial(v.strictObject(Object.fromEntries(LABEL_STATUSES.map((status) => [status, v.boolean()]))))),
    sitesOff: v.exactOptional(v.pipe(v.array(id), v.maxLength(50))),
  }) as v.GenericSchema<unknown, Payload<'settings:change'>>,
  'report:subject': v.strictObject({ id }),
  'report:keep': v.strictObject({
    kind,
    title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300)),
    body: v.pipe(v.string(), v.maxLength(20_000)),
  }),
  'report:list': v.null(),
  'report:opened': v.strictObject({ id }),
  'report:delete': v.strictObject({ id }),
}

export function isBackgroundMessage(name: unknown): name is BackgroundMessage & MessageName {
  return typeof name === 'string' && Object.hasOwn(SCHEMAS, name)
}
