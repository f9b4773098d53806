import { escape } from '../../../demo/html.ts'
import { graphemes, pieces, unique } from '../letters.ts'
import { byClass, link, style, type Recipe } from './recipe.ts'

/** All letters in order; at most cut in pieces or with characters that draw nothing. */

const filled =
  (filler: string): Recipe =>
  (source) => ({ slot: link(source, `<span>${escape(pieces(source.text).join(filler))}</span>`) })

const nested: Recipe = (source) => ({
  slot: link(source, `<span>${pieces(source.text).reduceRight((inside, piece) => `${escape(piece)}${inside && `<span class="x1lliihq">${inside}</span>`}`, '')}</span>`),
})

/** Small letters in the document, capitals on screen. */
const upperCase: Recipe = (source) => {
  const { attribute, css } = byClass(source.random, 'text-transform:uppercase')
  return { slot: link(source, `<span${attribute}>${escape(source.text.toLowerCase())}</span>`), css }
}

/** Hyphens that take no place, beside ones that aren't displayed and a link that says what it is. */
const hiddenHyphens: Recipe = (source) => ({
  slot: link(source, pieces(source.text).map((piece) => `<span>${escape(piece)}</span><b${style('display:none')}>-</b>`).join(''), ` aria-label="${escape(source.text)}"`),
})

export const PLAIN: Record<string, Recipe> = {
  plain: (source) => ({ slot: link(source, `<span>${escape(source.text)}</span>`) }),
  'plain 2016': (source) => ({ slot: `<a class="uiStreamSponsoredLink" href="${escape(source.href)}" role="button">${escape(source.text)}</a>` }),
  'plain, no link': ({ text }) => ({ slot: `<span>${escape(text)}</span>` }),
  'upper case by style': upperCase,
  'letters in spans': (source) => ({ slot: link(source, pieces(source.text).map((piece) => `<span class="x1lliihq">${escape(piece)}</span>`).join('')) }),
  'letters nested': nested,
  // As React writes neighbouring texts.
  'adjacent text nodes': (source) => ({ slot: link(source, `<span>${pieces(source.text).map(escape).join('<!-- -->')}</span>`) }),
  'filled with U+200B': filled('\u200B'),
  'filled with U+2060': filled('\u2060'),
  'filled with U+034F': filled('\u034F'),
  'filled with U+FEFF': filled('\uFEFF'),
  'filled with U+00AD': filled('\u00AD'),
  // 2026-08-29: these hyphens do show.
  'hyphens and U+034F': (source) => ({ slot: link(source, `<span>-\u034F-${graphemes(source.text).map(escape).join('\u034F-\u034F')}\u034F-</span>`) }),
  'hyphens at font size 0': (source) => ({
    slot: link(source, pieces(source.text).map((piece) => `<span>${escape(piece)}</span><span${style('font-size:0')}>-</span>`).join('')),
  }),
  'hyphens not displayed, with aria-label': hiddenHyphens,
  // 2020-05, where the label's own letters were also the name of an element inside.
  'aria-label and aria-labelledby, with letters': (source) => {
    const ids = [unique(source.random), unique(source.random)]
    const letters = pieces(source.text).map((piece) => `<span class="b6zbclly">${escape(piece)}</span>`).join('')
    const named = ` aria-label="${escape(source.text)}" class="gpro0wi8"`
    return { slot: `<div role="button" tabindex="0" style="display:inline-block"><span aria-labelledby="jsc_c_${ids[0]}"${named}><span${named} aria-labelledby="jsc_c_${ids[1]}"></span><span class="b6zbclly">${letters}</span></span></div>` }
  },
}
