import { escape } from '../../../demo/html.ts'
import { mixed, type Glyph } from '../letters.ts'
import { byClass, link, type Made, type Recipe, type Source } from './recipe.ts'

/**
 * Letters in order, and between them decoys of which nothing shows, each by one property. Where the
 * property leaves a hole, decoys between letters are taken out of the flow as well, and only those
 * behind the last letter keep their place.
 */

interface Hiding {
  declarations: string
  /** Set where a decoy must not leave a hole. */
  between?: string
  wrap?: (decoy: string) => string
  element?: 'span' | 'div'
}

const OUT_OF_FLOW = 'position:absolute'

function hidden(source: Source, { declarations, between = '', wrap = (decoy) => decoy, element = 'span' }: Hiding): Made {
  const inFlow = byClass(source.random, declarations)
  const outside = byClass(source.random, `${declarations};${between}`)
  const shown = byClass(source.random, element === 'div' ? 'display:inline-block' : 'font-style:normal')
  const glyphs = mixed(source.text, source.random, source.decoys)
  const last = glyphs.findLastIndex(({ decoy }) => !decoy)
  const draw = ({ text, decoy }: Glyph, at: number) => {
    const attribute = decoy ? (at > last || between === '' ? inFlow : outside).attribute : shown.attribute
    const drawn = `<${element}${attribute}>${escape(text)}</${element}>`
    return decoy ? wrap(drawn) : drawn
  }
  return { slot: link(source, glyphs.map(draw).join('')), css: inFlow.css + outside.css + shown.css }
}

const by =
  (declarations: string, more: Omit<Hiding, 'declarations'> = {}): Recipe =>
  (source) => hidden(source, { declarations, ...more })

const inHole = (declarations: string) => by(declarations, { between: OUT_OF_FLOW })
const BOX = 'display:inline-block'

const parentsOpacity: Recipe = (source) => {
  const parent = byClass(source.random, 'opacity:0;position:absolute')
  const made = hidden(source, { declarations: 'color:inherit', wrap: (decoy) => `<span${parent.attribute}><span>${decoy}</span></span>` })
  return { ...made, css: `${made.css ?? ''}${parent.css}` }
}

/** A box too narrow for its text, which begins far outside of it. */
const indented: Recipe = (source) => {
  const box = byClass(source.random, 'display:inline-block;width:2px;margin-inline-end:-2px;height:1em;overflow:hidden;vertical-align:bottom;text-indent:-99em;white-space:nowrap')
  const made = hidden(source, { declarations: 'color:inherit', wrap: (decoy) => `<span${box.attribute}>${decoy}</span>` })
  return { ...made, css: `${made.css ?? ''}${box.css}` }
}

export const HIDDEN_LETTERS: Record<string, Recipe> = {
  'decoys not displayed': by('display:none'),
  'decoys not displayed, in divs': (source) => hidden(source, { declarations: 'display:none', element: 'div' }),
  'decoys with visibility hidden': inHole('visibility:hidden'),
  'decoys collapsed': inHole('visibility:collapse'),
  'decoys with opacity 0': inHole('opacity:0'),
  'decoys in a parent with opacity 0': parentsOpacity,
  'decoys at font size 0': by('font-size:0'),
  'decoys transparent': inHole('color:transparent'),
  'decoys transparent by alpha': inHole('color:rgb(0 0 0 / 0)'),
  'decoys in boxes of no size': by(`${BOX};width:0;height:0;overflow:hidden`),
  'decoys in boxes of no width': by(`${BOX};width:0;overflow:hidden;vertical-align:bottom`),
  'decoys clipped by inset(50%)': inHole(`${BOX};clip-path:inset(50%)`),
  'decoys clipped by inset(100%)': inHole(`${BOX};clip-path:inset(100%)`),
  'decoys clipped by circle(0)': inHole(`${BOX};clip-path:circle(0)`),
  'decoys clipped by an empty polygon': inHole(`${BOX};clip-path:polygon(0 0, 0 0, 0 0)`),
  'decoys for screen readers only': by('position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap'),
  'decoys scaled to nothing': inHole(`${BOX};transform:scale(0)`),
  'decoys indented out of their box': indented,
}
