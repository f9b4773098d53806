/** Characters without a glyph, which pages put between letters. */
const INVISIBLE = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF]/g
/** Marks on letters of scripts that are read without them, or have letters of their own for them. */
const MARKS = /(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}])\p{Mn}+/gu

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
