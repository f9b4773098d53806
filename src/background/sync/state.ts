import * as v from 'valibot'
import { PROBLEM_CODES } from '../../distribution/problem.ts'
import { isPublicKey, type PublicKey } from '../../distribution/public-key.ts'

/** What is kept of a published list besides its data, as one value in storage: a pointer that switches at once. */

/** Somebody's published lists: the build's own or a subscription. */
export interface Source {
  id: string
  /** Of its head. */
  address: string
  /** The key that it was added with. */
  key: PublicKey
}

/** The build's own list's id as a source. */
export const OWN = 'own'

const key = v.custom<string>(isPublicKey)
const moment = v.nullable(v.pipe(v.number(), v.finite()))

const state = v.object({
  /** Another number is of another version of the extension: that state counts as none. */
  format: v.literal(1),
  address: v.string(),
  /** The key that the source was added with; another one begins anew. */
  pinned: key,
  /** Who signs now. */
  key,
  /** Who alone may sign after that, once announced. */
  nextKey: v.nullable(key),
  /** The highest that this key has signed. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** SHA-256 of that version's signed text. */
  signed: v.nullable(v.string()),
  /** The published head whose data is here. */
  head: v.nullable(v.string()),
  etag: v.nullable(v.string()),
  lastAttempt: moment,
  lastSuccess: moment,
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  retryAt: moment,
  spread: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Only told: one that another version of the extension wrote must not cost the list. */
  error: v.fallback(v.nullable(v.object({ code: v.picklist(PROBLEM_CODES), detail: v.pipe(v.string(), v.maxLength(300)), at: v.number() })), null),
})

export type SyncState = v.InferOutput<typeof state>

export const stateKey = (source: string): string => `list:${source}`
export const dataKey = (sha256: string): string => `list-data:${sha256}`

/** Storage may hold anything; what can't be read begins anew, and so does a source with another key. */
export function parseState(stored: unknown, { address, key }: Source, random: () => number): SyncState {
  const result = v.safeParse(state, stored)
  const fresh: SyncState = {
    format: 1,
    address,
    pinned: key,
    key,
    nextKey: null,
    version: 0,
    signed: null,
    head: null,
    etag: null,
    lastAttempt: null,
    lastSuccess: null,
    failures: 0,
    retryAt: null,
    spread: random(),
    error: null,
  }
  if (!result.success) return fresh
  const { output } = result
  // A build that pins the key that has taken over meanwhile changes nothing.
  if (output.pinned !== key && output.key !== key) return fresh
  return { ...output, pinned: key, address, ...(output.address === address ? {} : { etag: null }) }
}
