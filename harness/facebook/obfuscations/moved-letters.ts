import { escape } from '../../../demo/html.ts'
import { decoysFor, graphemes, isSeparable, isWide, mixed, pieces, placeable, shuffled, widthOf, type Glyph } from '../letters.ts'
import { byClass, link, style, type Made, type Recipe, type Source } from './recipe.ts'

/** Letters whose place on screen isn't their place in the document, and decoys that are elsewhere. */

const LINE = 'display:inline-block;position:relative;height:1.25em;line-height:1.25em;vertical-align:bottom;white-space:nowrap'
const CLIPPED = `${LINE};overflow:hidden`
const BELOW = 'position:absolute;top:3em'
/** Fits a letter of every script that stands alone, with DejaVu's fixed-width fonts and others. */
const FIXED = 'font-family:monospace'

function span({ text }: Glyph, declarations = '', attributes = ''): string {
  return `<span${attributes}${declarations && style(declarations)}>${escape(text)}</span>`
}

function decoysOf(source: Source): Glyph[] {
  return decoysFor(source.text, source.random, source.decoys).map((text) => ({ text, decoy: true }))
}

/** In one line, decoys three lines below; what keeps them from showing is the box. */
const below =
  (declarations: string, box: string): Recipe =>
  (source) => {
    const { attribute, css } = byClass(source.random, box)
    const glyphs = mixed(source.text, source.random, source.decoys).map((glyph) => span(glyph, glyph.decoy ? declarations : '', ' class="b6zbclly"'))
    return { slot: link(source, `<span${attribute}>${glyphs.join('')}</span>`), css }
  }

/** The box is as wide as its longest word, so what follows goes to lines that it doesn't show. */
const wrapped: Recipe = (source) => {
  const { attribute, css } = byClass(source.random, 'display:inline-block;width:min-content;height:1.25em;line-height:1.25em;overflow:hidden;vertical-align:bottom')
  const decoys = decoysOf(source).map(({ text }) => `<wbr>${escape(text)}`)
  const letters = pieces(source.text).map((text) => span({ text, decoy: false }))
  return { slot: link(source, `<span${attribute}><span${style('white-space:nowrap')}>${letters.join('')}</span> ${decoys.join('')}</span>`), css }
}

/** The tree of 2022 and 2026: letters have an order and nothing else, decoys a class and a place far below. */
function ordered(source: Source, line: string, orderOf: (order: number) => { attribute: string; css: string }): Made {
  const { attribute, css } = byClass(source.random, line)
  const letters = pieces(source.text).map((text, order) => ({ text, decoy: false, order }))
  const decoys = decoysOf(source).map((glyph) => ({ ...glyph, order: Math.floor(source.random() * 21) }))
  let styles = css
  const drawn = shuffled([...letters, ...decoys], source.random).map((glyph) => {
    if (glyph.decoy) return span(glyph, `${BELOW};order:${glyph.order}`, ' class="x1 x2 x3"')
    const placed = orderOf(glyph.order)
    styles += placed.css
    return span(glyph, '', placed.attribute)
  })
  return { slot: link(source, `<span${attribute}><span${style('display:flex;order:0')}>${drawn.join('')}</span></span>`), css: styles }
}

const inline = (property: string) => (value: number) => ({ attribute: style(`${property}:${value}`), css: '' })

/** Each letter with a box of its own in a container that turns their order around. */
const reversed =
  (container: string, letter: string): Recipe =>
  (source) => {
    const box = byClass(source.random, container)
    const each = byClass(source.random, letter || 'color:inherit')
    const hidden = byClass(source.random, 'display:none')
    const drawn = mixed(source.text, source.random, source.decoys)
      .toReversed()
      .map((glyph) => span(glyph, '', glyph.decoy ? hidden.attribute : each.attribute))
    return { slot: link(source, `<span${box.attribute}>${drawn.join('')}</span>`), css: box.css + each.css + hidden.css }
  }

const grid: Recipe = (source) => {
  const { attribute, css } = byClass(source.random, 'display:inline-grid;grid-auto-flow:column')
  const letters = pieces(source.text).map((text, at) => span({ text, decoy: false }, `grid-row:1;grid-column:${at + 1}`))
  const decoys = decoysOf(source).map((glyph) => span(glyph, 'display:none'))
  return { slot: link(source, `<span${attribute}>${shuffled([...letters, ...decoys], source.random).join('')}</span>`), css }
}

/** Letters at places of their own. Each has the width of its place, so that narrow ones leave no gap to one side. */
const placed: Recipe = (source) => {
  const isLetters = isSeparable(source.text)
  let at = 0
  const letters = placeable(source.text).map((text) => {
    const width = isLetters ? (isWide(text) ? 2 : 1) : widthOf(text) / 7
    const drawn = span({ text, decoy: false }, `position:absolute;top:0;inset-inline-start:${at}ch${isLetters ? `;width:${width}ch;text-align:center` : ''}`)
    at += width
    return drawn
  })
  const { attribute, css } = byClass(source.random, `${CLIPPED};${FIXED};width:${at}ch`)
  const decoys = decoysOf(source).map((glyph) => span(glyph, `position:absolute;top:3em;inset-inline-start:${Math.floor(source.random() * at)}ch`))
  return { slot: link(source, `<span${attribute}>${shuffled([...letters, ...decoys], source.random).join('')}</span>`), css }
}

/** Written backwards and read backwards. What reads from right to left anyway, or can't be torn, is only told its direction. */
const overridden: Recipe = (source) => {
  const isArabic = /\p{Script=Arabic}/u.test(source.text)
  const isHebrew = /\p{Script=Hebrew}/u.test(source.text)
  const isReversed = isSeparable(source.text)
  const direction = isArabic || (isReversed && !isHebrew) ? 'rtl' : 'ltr'
  const { attribute, css } = byClass(source.random, `unicode-bidi:bidi-override;direction:${direction};display:inline-block`)
  const text = isReversed ? graphemes(source.text).toReversed().join('') : source.text
  return { slot: link(source, `<span${attribute}>${escape(text)}</span>`), css }
}

export const MOVED_LETTERS: Record<string, Recipe> = {
  'decoys absolute below, clipped': below(BELOW, CLIPPED),
  'decoys absolute below, not clipped': below(BELOW, LINE),
  'decoys absolute far to the side': below('position:absolute;left:-999em', LINE),
  'decoys relative below, clipped': below('display:inline-block;width:0;position:relative;top:3em', CLIPPED),
  'decoys translated below, clipped': below('display:inline-block;width:0;transform:translateY(3em)', CLIPPED),
  'decoys wrapped to a second line': wrapped,
  'flex with order, clipped': (source) => ordered(source, CLIPPED, inline('order')),
  'flex with order, not clipped': (source) => ordered(source, LINE, inline('order')),
  'flex with order by classes': (source) => ordered(source, CLIPPED, (order) => byClass(source.random, `order:${order}`)),
  'flex in reverse': reversed('display:inline-flex;flex-direction:row-reverse', ''),
  // Floats go to the side that a line ends on: the last letter comes first.
  'letters floating to the end': reversed('display:inline-block;vertical-align:bottom', 'float:inline-end'),
  'grid by columns': grid,
  'letters placed absolutely': placed,
  'written backwards': overridden,
}
