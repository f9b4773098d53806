import * as v from 'valibot'
import type { OwnLabel } from '../shared/messages.ts'
import { OWN_LABEL_LENGTH } from '../shared/own-labels.ts'

/** A label as it is stored. */
export const ownLabel = v.object({
  id: v.string(),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(400)),
  domain: v.nullable(v.string()),
  text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(OWN_LABEL_LENGTH)),
  changed: v.string(),
})

/** In the order in which they were written; what isn't a label is left out. */
export function readOwnLabels(stored: unknown): OwnLabel[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((item) => {
    const result = v.safeParse(ownLabel, item)
    return result.success ? [result.output] : []
  })
}
