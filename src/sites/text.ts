/** Characters without a glyph, which pages put between letters. */
const INVISIBLE = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g

/** Longest text that is looked at when searching for a label. */
const TEXT_CAP = 200

/** The form in which labels are compared; '' for text too long to be one. */
export function normaliseLabel(text: string | null | undefined): string {
  if (!text || text.length > TEXT_CAP) return ''
  return text.normalize('NFC').toLowerCase().replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
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

/**
 * Whether a person can see the element where it stands: rendered, with a box, not transparent,
 * not moved out of the line. Reads layout.
 */
export function isSeen(element: Element): boolean {
  // The options have an older and a newer name each.
  const options = { opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true }
  if (!element.checkVisibility(options)) return false
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  const boxes = [element.getBoundingClientRect(), ...range.getClientRects()]
  if (!boxes.some((box) => box.width > 1 && box.height > 1)) return false
  const style = getComputedStyle(element)
  return style.position !== 'absolute' && style.position !== 'fixed'
}
