import { ask } from '../pages/ask.ts'
import { type MessageKey } from '../pages/i18n.ts'
import type { OwnLabelDraft } from '../shared/messages.ts'

/** What the background calls what it refuses. */
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  name: 'ownFault_name_missing',
  domain: 'ownFault_domain',
  'too many': 'ownTooMany',
}

/**
 * Saves a label; never throws, because what failed must be told beside what was typed.
 * @returns null when it is saved
 */
export async function saveLabel(id: string | null, draft: OwnLabelDraft): Promise<MessageKey | null> {
  const answer = await ask('own-label:save', { ...draft, id }).catch(() => null)
  if (answer?.ok) return null
  return (answer && REFUSALS[answer.error]) ?? 'ownNotSaved'
}
