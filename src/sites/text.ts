import { INVISIBLE, MARKS } from '../shared/characters.ts'

/** Longest text that is looked at when searching for a label. */
const TEXT_CAP = 200

/** The form in which labels are compared, without hyphens; '' for text too long to be one. */
export function normaliseLabel(text: string | null | undefined): string {
  if (!text || text.length > TEXT_CAP) return ''
  return text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().replace(MARKS, '').replace(/[-‐‑]/g, '').replace(/\s+/g, ' ').trim()
}

/** One line of text for people: no control or invisible characters, capped. */
export function plainText(text: string | null | undefined, cap = 120): string {
  const line = (text ?? '')
    .slice(0, cap * 4)
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > cap ? `${line.slice(0, cap - 1)}…` : line
}
