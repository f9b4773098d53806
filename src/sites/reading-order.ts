import type { Box } from './boxes.ts'
import { textIn } from './document-text.ts'
import { parentOf } from './laid-out-tree.ts'

/** In which order a person reads what stands on a line, and what belongs together there. */

/** A stretch of text on one line, as seen. */
export interface Seen {
  text: string
  /** The smallest element around it. */
  element: Element
  /** Whether it was put together from pieces, which says nothing of its spaces. */
  split: boolean
}

export interface Glyph {
  text: string
  node: Node
  element: Element
  box: Box
}

/** A gap wider than this many times the height parts two stretches. */
const WIDE_GAP = 1
/** What stands between two things that a line says. */
export const SEPARATOR = /\s*[·•|]\s*/
export const RTL = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]/gu

/** How much of the letters is of scripts that run to the left; NaN without letters. */
export function rtlShare(text: string): number {
  return (text.match(RTL)?.length ?? 0) / (text.match(/\p{L}/gu)?.length ?? 0)
}

/** One line put in reading order and parted where a person would. */
export function stretches(line: Glyph[]): Seen[] {
  const share = rtlShare(textIn(line))
  // By its letters; where they are mixed, as the page runs.
  const rtl = share >= 1 || (share > 0 && line[0] !== undefined && getComputedStyle(line[0].element).direction === 'rtl')
  const sorted = line.toSorted((a, b) => (rtl ? b.box.right - a.box.right : a.box.left - b.box.left))
  const found: Glyph[][] = [[]]
  let end: Box | null = null
  for (const glyph of sorted) {
    const gap = end ? (rtl ? end.left - glyph.box.right : glyph.box.left - end.right) : 0
    if (gap > WIDE_GAP * (glyph.box.bottom - glyph.box.top)) found.push([])
    end = glyph.box
    for (const [at, text] of glyph.text.split(SEPARATOR).entries()) {
      if (at > 0) found.push([])
      if (text !== '') found.at(-1)?.push({ ...glyph, text })
    }
  }
  return found.flatMap((glyphs) => {
    const [first] = glyphs
    if (!first) return []
    let element: Element | null = first.element
    while (element && !glyphs.every((glyph) => element?.contains(glyph.element))) element = parentOf(element)
    return { text: textIn(glyphs), element: element ?? first.element, split: glyphs.some(({ node }) => node !== first.node) }
  })
}
