import type { LogState } from '../shared/log.ts'
import { dayOf } from '../shared/dates.ts'
import { countText, locale, type MessageKey, text } from './i18n.ts'

/** Why ads could not be written down. */
export const LOG_PROBLEMS: Record<NonNullable<LogState['problem']>, MessageKey> = { full: 'logFull', failed: 'logFailed' }

/** "1,204 ads since 21 September 2026"; null for an empty log */
export function keptText({ rows, since }: Pick<LogState, 'rows' | 'since'>): string | null {
  return rows === 0 || since === null ? null : text('logKept', countText('ads', rows), dayOf(since, locale()))
}
