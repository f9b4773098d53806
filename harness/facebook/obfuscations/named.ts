import { escape } from '../../../demo/html.ts'
import { pieces, unique, widthOf } from '../letters.ts'
import { link, style, type Recipe, type Source } from './recipe.ts'

/**
 * What can be seen is a picture; what it says is the name of an element. The picture is a
 * background, so that it shows without a script, wherever the post comes from.
 */

function drawn(text: string): string {
  const width = widthOf(text)
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="16"><text x="0" y="12" font-size="13" font-family="sans-serif" fill="#555">${escape(text)}</text></svg>`
  const address = encodeURIComponent(picture).replace(/['()]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  return `display:inline-block;width:${width}px;height:16px;vertical-align:bottom;background:url('data:image/svg+xml,${address}') no-repeat`
}

const box = (source: Source) => `<span${style(drawn(source.text))}></span>`
const label = ({ text }: Source) => ` aria-label="${escape(text)}"`

function canvas(source: Source, attributes = ''): string {
  return `<canvas width="${widthOf(source.text)}" height="16"${style(drawn(source.text))}${attributes}></canvas>`
}

function target(id: string, text: string): string {
  return `<div style="display:none"><span id="${id}">${escape(text)}</span></div>`
}

/** React's ids of several years. */
const reactId = ({ random }: Source) => `:r${unique(random)}:`
const laterReactId = ({ random }: Source) => `_R_${unique(random)}_`

/** 2026: the only text of the link draws nothing. */
const wordJoiner =
  (idOf: (source: Source) => string): Recipe =>
  (source) => {
    const id = idOf(source)
    return { slot: link(source, `<span>\u2060${box(source)}<span aria-labelledby="${id}"></span></span>`), elsewhere: target(id, source.text) }
  }

/** Several elements, in the order in which they are named. */
const inParts: Recipe = (source) => {
  const words = source.text.split(' ')
  const ids = words.map(() => laterReactId(source))
  return {
    slot: link(source, `<span>\u2060${box(source)}<span aria-labelledby="${ids.join(' ')}"></span></span>`),
    elsewhere: ids.map((id, at) => target(id, words[at] ?? '')).toReversed().join(''),
  }
}

export const NAMED: Record<string, Recipe> = {
  'aria-labelledby and U+2060': wordJoiner(laterReactId),
  'aria-labelledby and U+2060, older id': wordJoiner(reactId),
  'aria-labelledby of a word for each word': inParts,
  'aria-labelledby on the link': (source) => {
    const id = reactId(source)
    return { slot: link(source, `<span>\u2060${box(source)}</span>`, ` aria-labelledby="${id}"`), elsewhere: target(id, source.text) }
  },
  'canvas with aria-labelledby around it': (source) => {
    const id = reactId(source)
    return { slot: link(source, `<span><span aria-labelledby="${id}">${canvas(source)}</span></span>`), elsewhere: target(id, source.text) }
  },
  'canvas with aria-labelledby': (source) => {
    const id = laterReactId(source)
    return { slot: link(source, `<span>${canvas(source, ` aria-labelledby="${id}"`)}</span>`), elsewhere: target(id, source.text) }
  },
  'canvas with aria-label': (source) => ({ slot: link(source, `<span>${canvas(source, label(source))}</span>`) }),
  'canvas in a link with aria-label': (source) => ({ slot: link(source, canvas(source), label(source)) }),
  'aria-label on a link that holds a picture': (source) => ({ slot: link(source, `<span>${box(source)}</span>`, label(source)) }),
  // 2021-09: the text comes when a pointer does.
  'aria-label on an empty link': (source) => ({ slot: link(source, '', `${label(source)}${style(drawn(source.text))}`) }),
  'aria-label with fillers': (source) => ({
    slot: link(source, box(source), ` aria-label="${escape(pieces(source.text).join('\u200B').replaceAll('\u00A0', ' '))}"`),
  }),
}
