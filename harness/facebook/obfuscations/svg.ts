import { escape } from '../../../demo/html.ts'
import { isSeparable, mixed, placeable, unique, widthOf } from '../letters.ts'
import { link, style, type Made, type Recipe, type Source } from './recipe.ts'

/** Text drawn as a picture, whose letters stand in the picture or elsewhere in the document. */

/** Texts start at the left, also in pages that are read from the right. */
const TEXT = 'direction="ltr" text-anchor="start" font-size="13" fill="currentColor"'

function svg(width: number, content: string): string {
  return `<svg style="width:${width}px;height:16px" class="x1lliihq">${content}</svg>`
}

function elsewhere(content: string): string {
  return `<div hidden><svg>${content}</svg></div>`
}

const used =
  (hrefs: (id: string) => string): Recipe =>
  (source) => {
    const id = `gid${unique(source.random)}`
    return {
      slot: link(source, `<span>${svg(widthOf(source.text), `<use y="12" ${hrefs(id)}></use>`)}</span>`),
      elsewhere: elsewhere(`<text id="${id}" ${TEXT}>${escape(source.text)}</text>`),
    }
  }

function spans(source: Source): string {
  return mixed(source.text, source.random, source.decoys)
    .map(({ text, decoy }) => `<tspan${decoy ? style('display:none') : ''}>${escape(text)}</tspan>`)
    .join('')
}

const usedSpans: Recipe = (source) => {
  const id = `gid${unique(source.random)}`
  return {
    slot: link(source, `<span>${svg(widthOf(source.text), `<use y="12" xlink:href="#${id}"></use>`)}</span>`),
    elsewhere: elsewhere(`<text id="${id}" ${TEXT}>${spans(source)}</text>`),
  }
}

/** One use a letter, each at its place; whole words of scripts that can't be torn. */
const severalUses: Recipe = (source) => {
  const parts = placeable(source.text)
  const isHebrew = /\p{Script=Hebrew}/u.test(source.text)
  const isRightToLeft = isHebrew || /\p{Script=Arabic}/u.test(source.text)
  const widths = parts.map((part) => widthOf(part) - (isSeparable(source.text) ? 4 : 0))
  const width = widths.reduce((sum, each) => sum + each, 4)
  let at = 0
  let targets = ''
  const uses = parts.map((part, index) => {
    const id = `gid${unique(source.random)}`
    const own = widths[index] ?? 0
    const x = isRightToLeft ? width - at - own : at
    at += own
    targets += `<text id="${id}" ${TEXT} font-family="monospace">${escape(part)}</text>`
    return `<use x="${x}" y="12" xlink:href="#${id}"></use>`
  })
  return { slot: link(source, `<span>${svg(width, uses.join(''))}</span>`), elsewhere: elsewhere(targets) }
}

const inlineText = (source: Source): Made => ({
  slot: link(source, svg(widthOf(source.text), `<text x="0" y="12" ${TEXT}>${spans(source)}</text>`)),
})

export const SVG: Record<string, Recipe> = {
  'svg use by xlink:href': used((id) => `xlink:href="#${id}"`),
  'svg use by href': used((id) => `href="#${id}"`),
  'svg use by both': used((id) => `href="#${id}" xlink:href="#${id}"`),
  'svg use of split text': usedSpans,
  'several svg uses': severalUses,
  'svg text in place, split': inlineText,
}
