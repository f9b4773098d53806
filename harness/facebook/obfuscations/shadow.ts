import { escape } from '../../../demo/html.ts'
import { mixed, pieces, shuffled, type Glyph } from '../letters.ts'
import { link, type Recipe } from './recipe.ts'

/**
 * Letters in an open shadow tree. Declared in the markup, which only a page's own parser follows:
 * what a script inserts needs `attachShadows` of in-page.ts.
 */

function draw({ text, decoy }: Glyph): string {
  return `<span${decoy ? ' class="h"' : ''}>${escape(text)}</span>`
}

const unslotted: Recipe = (source) => {
  const glyphs = mixed(source.text, source.random, source.decoys)
  // Children of a host without slots aren't drawn.
  const undrawn = glyphs.filter(({ decoy }) => decoy).map(({ text }) => escape(text)).join('')
  return { slot: link(source, `<span class="x1lliihq"><template shadowrootmode="open"><style>.h{display:none}</style>${glyphs.map(draw).join('')}</template>${undrawn}</span>`) }
}

const slotted: Recipe = (source) => {
  const parts = pieces(source.text)
  const slots = parts.map((_, at) => `<slot name="s${at}"></slot>`).join('')
  const letters = parts.map((text, at) => `<span slot="s${at}">${escape(text)}</span>`)
  const undrawn = mixed('', source.random, source.decoys).map(({ text }) => `<span slot="none">${escape(text)}</span>`)
  return { slot: link(source, `<span><template shadowrootmode="open">${slots}</template>${shuffled([...letters, ...undrawn], source.random).join('')}</span>`) }
}

export const SHADOW: Record<string, Recipe> = {
  'open shadow tree': unslotted,
  'open shadow tree with slots': slotted,
}
