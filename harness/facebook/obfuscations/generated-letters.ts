import { escape } from '../../../demo/html.ts'
import { mixed, unique, type Glyph } from '../letters.ts'
import { byClass, link, type Recipe } from './recipe.ts'

/** Letters that only the style sheet writes. */

/** A CSS string that survives any letter. */
function quoted(text: string): string {
  return `"${Array.from(text, (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `).join('')}"`
}

/** 2019: shown and hidden letters differ in one of two classes; times were written the same way. */
const dataContent: Recipe = (source) => {
  const shown = unique(source.random)
  const hidden = unique(source.random)
  const draw = ({ text, decoy }: Glyph) => `<span class="${decoy ? hidden : shown}" data-content="${escape(text)}"></span>`
  return {
    slot: link(source, mixed(source.text, source.random, source.decoys).map(draw).join('')),
    css: `.${shown}::before{content:attr(data-content)}.${hidden}{display:none}.${hidden}::before{content:attr(data-content)}`,
  }
}

/** As before, with hidden letters that no rule draws. */
const undrawn: Recipe = (source) => {
  const shown = unique(source.random)
  const draw = ({ text, decoy }: Glyph) => `<span class="${decoy ? unique(source.random) : shown}" data-content="${escape(text)}"></span>`
  return { slot: link(source, mixed(source.text, source.random, source.decoys).map(draw).join('')), css: `.${shown}::after{content:attr(data-content)}` }
}

const rules =
  (pseudo: 'before' | 'after'): Recipe =>
  (source) => {
    let css = ''
    const draw = ({ text, decoy }: Glyph) => {
      const rule = byClass(source.random, `content:${quoted(text)}${decoy ? ';display:none' : ''}`, `::${pseudo}`)
      css += rule.css
      return `<span${rule.attribute}></span>`
    }
    const slot = link(source, mixed(source.text, source.random, source.decoys).map(draw).join(''))
    return { slot, css }
  }

export const GENERATED_LETTERS: Record<string, Recipe> = {
  'data-content with ::before': dataContent,
  'data-content that no rule draws': undrawn,
  'content of ::before': rules('before'),
  'content of ::after': rules('after'),
  'whole word in one ::before': (source) => {
    const { attribute, css } = byClass(source.random, `content:${quoted(source.text)}`, '::before')
    return { slot: link(source, `<span${attribute}></span>`), css }
  },
  'halves in ::before and ::after': (source) => {
    const half = Math.ceil(source.text.length / 2)
    const letters = Array.from(source.text)
    const name = unique(source.random)
    return {
      slot: link(source, `<span class="${name}"></span>`),
      css: `.${name}::before{content:${quoted(letters.slice(0, half).join(''))}}.${name}::after{content:${quoted(letters.slice(half).join(''))}}`,
    }
  },
}
