import type { Traffic } from './counting-host.ts'
import type { Spread } from './measure.ts'

/** What is measured of keeping a list fresh. */

export const CHECKS = ['unchanged', 'unchanged, no ETag', '1 % changed', 'everything'] as const
export type Check = (typeof CHECKS)[number]

export const STEPS = ['JSON.parse', 'verify the head', 'hash', 'apply the difference', 'read the list', 'all rules', 'of which keys', 'pack', 'unpack'] as const
export type Step = (typeof STEPS)[number]

export interface SyncFigures {
  size: number
  /** Bytes. `stored` is what the browser's storage holds of the list. */
  bytes: Record<'head' | 'list' | 'difference', { raw: number; gzip: number }> & { stored: number }
  /** Time in milliseconds. */
  checks: Record<Check, { time: Spread; traffic: Traffic }>
  steps: Record<Step, Spread>
}
