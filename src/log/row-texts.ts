import { text } from '../pages/i18n.ts'
import type { LogRow } from '../shared/log.ts'

/** An entry's name goes before what the ad calls the advertiser. */
export function rowName({ entryName, advertiser }: LogRow): string {
  return entryName ?? advertiser
}

export function evidenceText({ evidence, level }: LogRow): string {
  return level === 'likely' ? `${evidence} (${text('logLikely')})` : evidence
}
