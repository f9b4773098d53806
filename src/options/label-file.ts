import type { OwnLabelDraft } from '../shared/messages.ts'
import { MOST_OWN_LABELS } from '../shared/own-labels.ts'
import { type LabelFault, labelFaults, tidyLabel } from './label-draft.ts'

/** Labels as a file: `{"format":1,"labels":[{"name":"Acme","domain":"acme.com","text":"…"}]}`. */

export const LABEL_FILE_NAME = 'adpledge-own-labels.json'
/** In bytes. */
export const LARGEST_LABEL_FILE = 1_000_000

export interface Refusal {
  /** From 1. */
  place: number
  /** '' for what has none. */
  name: string
  fault: LabelFault | 'shape'
}

export type LabelFile =
  | { labels: OwnLabelDraft[]; refused: Refusal[]; problem: null }
  /** Nothing in it is taken. */
  | { problem: 'too-large' | 'no-labels' | 'newer-format' | 'too-many' }

export function writeLabelFile(labels: readonly OwnLabelDraft[]): string {
  return `${JSON.stringify({ format: 1, labels: labels.map(({ name, domain, text }) => ({ name, domain, text })) }, null, 1)}\n`
}

/** Reads a file that may come from anywhere; what in it isn't a label is refused, each for its reason. */
export function readLabelFile(text: string): LabelFile {
  if (text.length > LARGEST_LABEL_FILE) return { problem: 'too-large' }
  const file = parse(text)
  if (!isObject(file) || typeof file['format'] !== 'number' || !Array.isArray(file['labels'])) return { problem: 'no-labels' }
  if (file['format'] !== 1) return { problem: file['format'] > 1 ? 'newer-format' : 'no-labels' }
  if (file['labels'].length > MOST_OWN_LABELS) return { problem: 'too-many' }
  const labels: OwnLabelDraft[] = []
  const refused: Refusal[] = []
  for (const [at, item] of file['labels'].entries()) {
    const draft = draftOf(item)
    const label = draft && tidyLabel(draft)
    const fault = label ? labelFaults(label)[0] : 'shape'
    if (label && !fault) labels.push(label)
    else refused.push({ place: at + 1, name: label?.name.slice(0, 60) ?? '', fault: fault ?? 'shape' })
  }
  return { labels, refused, problem: null }
}

function parse(text: string): unknown {
  try {
    // Editors may put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

/** Takes the fields that labels have; others are left. */
function draftOf(item: unknown): OwnLabelDraft | null {
  if (!isObject(item)) return null
  const { name, domain = null, text } = item
  return typeof name === 'string' && typeof text === 'string' && (domain === null || typeof domain === 'string') ? { name, domain, text } : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
