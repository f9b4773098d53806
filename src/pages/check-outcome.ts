import type { SourceInfo } from '../shared/messages.ts'

/** `unknown`: it came to nothing, and why isn't on record. */
export type CheckOutcome = 'current' | 'updated' | 'failed' | 'unknown'

/** What a check is told by afterwards. */
export type Before = Pick<SourceInfo, 'version' | 'lastAttempt' | 'lastSuccess' | 'error'>

/** Of a list that was just added. */
export const NEVER_CHECKED: Before = { version: null, lastAttempt: null, lastSuccess: null, error: null }

/**
 * What came of a check.
 * @param before how things were when it was asked for
 * @param seen whether it was seen under way
 * @returns null while it isn't over
 */
export function outcomeOf(before: Before, now: SourceInfo, seen: boolean): CheckOutcome | null {
  if (now.checking !== null || (!seen && now.lastAttempt === before.lastAttempt)) return null
  if (now.lastSuccess !== before.lastSuccess && now.error === null) return now.version === before.version ? 'current' : 'updated'
  return now.error !== null && now.error.at !== before.error?.at ? 'failed' : 'unknown'
}
