import { EVIDENCE_KINDS, type Match, type MatchEvidence } from '../list/types.ts'
import type { Translate } from './wording.ts'

const MESSAGES: Record<(typeof EVIDENCE_KINDS)[number], string> = {
  domain: 'matchedByDomain',
  page: 'matchedByPage',
  name: 'matchedByName',
  slug: 'matchedBySlug',
  tail: 'matchedByTail',
  sibling: 'matchedBySibling',
  elsewhere: 'matchedElsewhere',
}

/** How sure it is that an ad is an entry's: "Likely, not certain". */
export function levelText({ level }: Pick<Match, 'level'>, translate: Translate): string {
  return translate(level === 'certain' ? 'matchCertain' : 'matchLikely')
}

/** What spoke for an entry, in words. */
export function evidenceText([place, value]: MatchEvidence, translate: Translate): string {
  const kind = EVIDENCE_KINDS[place] ?? 'name'
  if (!value && kind === 'elsewhere') return translate('matchedUnreadable')
  if (!value && kind === 'tail') return translate('matchedBySpelling')
  return translate(MESSAGES[kind], [value ?? ''])
}
