import * as v from 'valibot'
import { isPublicKey } from '../distribution/public-key.ts'
import { LATEST } from './log.ts'
import type { Settings } from './settings.ts'
import { LABEL_STATUSES } from './settings.ts'
import { MOST_OWN_LABELS, OWN_LABEL_LENGTH } from './own-labels.ts'

/** What is kept, as it crosses between pages and background and as files bring it. */

export const id = v.pipe(v.string(), v.maxLength(100))
export const line = v.pipe(v.string(), v.maxLength(400))
export const maybe = v.nullable(line)
export const status = v.picklist(LABEL_STATUSES)
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
const moment = v.pipe(v.string(), v.maxLength(40))

export const ownLabel = { name: v.pipe(line, v.trim(), v.nonEmpty()), domain: v.nullable(v.pipe(v.string(), v.maxLength(253))), text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(OWN_LABEL_LENGTH)) }

export const logRow = v.strictObject({
  time: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST)),
  day,
  site: id,
  advertiser: line,
  page: maybe,
  domain: maybe,
  status,
  label: v.pipe(v.string(), v.maxLength(1_000)),
  entry: v.nullable(id),
  entryName: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
  list: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  listUpdated: v.nullable(v.pipe(v.string(), v.maxLength(10))),
  level: v.nullable(v.picklist(['certain', 'likely'])),
  evidence: v.pipe(v.string(), v.maxLength(2_000)),
  extension: v.pipe(v.string(), v.maxLength(40)),
})

export const reportKind = v.picklist(['missing', 'mistake'])
export const reportDraft = { kind: v.picklist([...reportKind.options, 'broken']), title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300)), body: v.pipe(v.string(), v.maxLength(20_000)) }

export const keptReport = v.strictObject({
  ...reportDraft,
  id,
  created: moment,
  opened: v.nullable(moment),
  sending: v.nullable(
    v.variant('state', [
      v.strictObject({ state: v.literal('waiting'), tries: count, next: moment, error: maybe }),
      v.strictObject({ state: v.literal('received'), at: moment }),
      v.strictObject({ state: v.literal('refused'), at: moment, error: line }),
    ]),
  ),
})

/** All that is kept but the log. */
export const keptData = {
  // What isn't what it should be gets its default.
  settings: v.custom<Settings>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  labels: v.pipe(v.array(v.strictObject(ownLabel)), v.maxLength(MOST_OWN_LABELS)),
  subscriptions: v.pipe(v.array(v.strictObject({ address: v.pipe(v.string(), v.maxLength(1_000)), key: v.custom<string>(isPublicKey), on: v.boolean() })), v.maxLength(100)),
  reports: v.pipe(v.array(keptReport), v.maxLength(10_000)),
}
