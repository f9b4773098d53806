import * as v from 'valibot'
import type { MessageName, Payload, SentBy } from '../shared/messages.ts'
import { MOST_OWN_LABELS, OWN_LABEL_LENGTH } from '../shared/own-labels.ts'
import { isPublicKey } from '../distribution/public-key.ts'
import { LABEL_STATUSES, UPDATE_INTERVALS } from '../shared/settings.ts'

/** What each message to the background may carry; anything else is refused. */

const id = v.pipe(v.string(), v.maxLength(100))
const line = v.pipe(v.string(), v.maxLength(400))
const maybe = v.nullable(line)

export type BackgroundMessage = SentBy<'content' | 'page'>

type Schemas = { [Name in BackgroundMessage]: v.GenericSchema<unknown, Payload<Name>> }

const ownLabel = { name: v.pipe(line, v.trim(), v.nonEmpty()), domain: v.nullable(v.pipe(v.string(), v.maxLength(253))), text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(OWN_LABEL_LENGTH)) }

const kind = v.picklist(['missing', 'mistake'])
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0))

export const SCHEMAS: Schemas = {
  'tab:count': v.strictObject({ ads: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)) }),
  'page:data': v.strictObject({ site: id }),
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
  'settings:change': v.strictObject({
    badges: v.exactOptional(v.boolean()),
    statuses: v.exactOptional(v.partial(v.strictObject(Object.fromEntries(LABEL_STATUSES.map((status) => [status, v.boolean()]))))),
    sitesOff: v.exactOptional(v.pipe(v.array(id), v.maxLength(50))),
    updates: v.exactOptional(v.picklist(UPDATE_INTERVALS)),
  }) as v.GenericSchema<unknown, Payload<'settings:change'>>,
  'report:subject': v.strictObject({ id }),
  'report:keep': v.strictObject({
    kind: v.picklist([...kind.options, 'broken']),
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
