import { ask } from '../pages/ask.ts'
import type { MessageKey } from '../pages/i18n.ts'
import { LARGEST_LABEL_FILE, readLabelFile, type LabelFile, type Refusal } from './label-file.ts'

export type Imported =
  | { problem: null; added: number; replaced: number; refused: Refusal[] }
  /** Nothing of it was taken. */
  | { problem: MessageKey }

const PROBLEMS: Record<NonNullable<LabelFile['problem']>, MessageKey> = {
  'too-large': 'transferTooLarge',
  'no-labels': 'transferNoLabels',
  'newer-format': 'importNewer',
  'too-many': 'transferTooMany',
}

/** Takes labels from a file that the person chose; never throws. */
export async function importLabels(chosen: File): Promise<Imported> {
  // Not even read then.
  if (chosen.size > LARGEST_LABEL_FILE) return { problem: 'transferTooLarge' }
  const text = await chosen.text().catch(() => null)
  if (text === null) return { problem: 'importUnreadable' }
  const file = readLabelFile(text)
  if (file.problem !== null) return { problem: PROBLEMS[file.problem] }
  const { labels, refused } = file
  if (labels.length === 0) return { problem: null, added: 0, replaced: 0, refused }
  const answer = await ask('own-label:import', { labels }).catch(() => null)
  if (answer?.ok) return { problem: null, added: answer.added ?? 0, replaced: answer.replaced ?? 0, refused }
  return { problem: answer?.error === 'too many' ? 'transferTooMany' : 'transferFailed' }
}
