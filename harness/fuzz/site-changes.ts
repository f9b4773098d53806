import { pick, token, type Random } from '../../demo/random.ts'
import { graphemes } from '../facebook/letters.ts'
import { elementsIn, insertAnywhere, someOf } from './scene.ts'
import { FILLERS } from './hidden.ts'

/** Changes of a post of any site that a person doesn't see: what it is stays what it was. */

/** A post that is being changed. */
export interface Changing {
  post: Element
  random: Random
  /** A label of the page's language. */
  label: string
  isAd: boolean
}

type Change = (changing: Changing) => void

/** These show none of what is put into them, or all of it, or are drawn by a shadow tree. */
const CLOSED = 'script, style, template, svg, svg *, canvas, video, img, br, hr, input, textarea, select, slot, time'
/** As pages without obfuscation hide what they don't show now. */
const PLAIN_HIDINGS = ['display:none', 'display:none!important', 'position:absolute;visibility:hidden', 'position:absolute;opacity:0'] as const
const HIDINGS = ['display:none', 'display:none!important', 'position:absolute;visibility:hidden', 'position:absolute;opacity:0', 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap', 'position:absolute;font-size:0', 'position:absolute;left:-9999px'] as const

const parents = ({ post }: Changing) => elementsIn(post).filter((element) => !element.matches(CLOSED) && !element.shadowRoot)
const texts = (changing: Changing) => parents(changing).flatMap((element) => [...element.childNodes].filter((node): node is Text => node instanceof Text && node.data.trim() !== ''))

function make(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): Element {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** One of several texts side by side, which are one word to a person. */
const isPiece = ({ previousSibling, nextSibling }: Node) => previousSibling instanceof Text || nextSibling instanceof Text

/** A box that isn't one, around an element or a text. */
const wrap: Change = (changing) => {
  const parent = someOf(changing.random, parents(changing))
  const child = parent && someOf(changing.random, [...parent.childNodes].filter((node) => (node instanceof HTMLElement && !node.slot) || (node instanceof Text && node.data.trim() !== '' && !isPiece(node))))
  if (!child) return
  const wrapper = make(pick(changing.random, ['span', 'div', 'b']), { style: 'display:contents;font-weight:inherit' })
  child.replaceWith(wrapper)
  wrapper.append(child)
}

const attribute: Change = (changing) => {
  const element = someOf(changing.random, parents(changing))
  const name = pick(changing.random, ['data-x', 'data-label', 'data-hover', 'title', 'tabindex', 'itemprop', 'data-tooltip', 'aria-describedby'])
  if (changing.random() < 0.3) element?.classList.add(`z${token(changing.random, 8)}`)
  else element?.setAttribute(name, pick(changing.random, [changing.label, '', '-1', token(changing.random, 30), '{"promoted":1}', 'x'.repeat(3_000)]))
}

const emptyElement: Change = (changing) => {
  const parent = someOf(changing.random, parents(changing))
  if (parent) insertAnywhere(parent, make(pick(changing.random, ['span', 'i', 'b', 'x-empty']), {}), changing.random)
}

const comment: Change = (changing) => {
  const parent = someOf(changing.random, parents(changing))
  if (parent) insertAnywhere(parent, document.createComment(changing.label), changing.random)
}

const splitText: Change = (changing) => {
  const text = someOf(changing.random, texts(changing))
  if (!text) return
  const at = graphemes(text.data).slice(0, 1 + Math.floor(changing.random() * 5)).join('').length
  // Not within letters that are drawn as one.
  if (at < text.length && !/\p{sc=Arab}/u.test(text.data)) text.splitText(at)
}

const invisibleCharacters: Change = (changing) => {
  const text = someOf(changing.random, texts(changing))
  if (!text || text.data.length > 60) return
  const parts = graphemes(text.data)
  const at = parts.slice(0, Math.floor(changing.random() * (parts.length + 1))).join('').length
  text.data = text.data.slice(0, at) + pick(changing.random, FILLERS).repeat(2) + text.data.slice(at)
}

const hasText = (element: Element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')

/** Something that can't be seen and says what it must not be read for. */
const decoy: Change = (changing) => {
  const { random, label } = changing
  // Not into somebody's name, nor between the pieces of a word.
  const parent = someOf(random, parents(changing).filter((element) => !element.closest('a, button') && !hasText(element)))
  const said = pick(random, [label, label, 'Sponsored', 'Ad', '3h', 'Acme Shoes'])
  if (parent) insertAnywhere(parent, make(pick(random, ['span', 'div']), { style: pick(random, changing.isAd ? PLAIN_HIDINGS : HIDINGS), 'aria-hidden': 'true' }, said), random)
}

const template: Change = (changing) => {
  const parent = someOf(changing.random, parents(changing))
  const made = document.createElement('template')
  made.content.append(changing.label)
  if (parent) insertAnywhere(parent, made, changing.random)
}

/** What follows people around says nothing. */
const parameters: Change = ({ post, random }) => {
  const link = someOf(random, [...post.querySelectorAll('a[href]')])
  const href = link?.getAttribute('href') ?? ''
  if (href !== '' && !href.startsWith('#')) link?.setAttribute('href', `${href}${href.includes('?') ? '&' : '?'}utm_content=${token(random, 12)}`)
}

export const CHANGES: Readonly<Record<string, Change>> = {
  wrap,
  attribute,
  'empty element': emptyElement,
  comment,
  'text split': splitText,
  'invisible characters': invisibleCharacters,
  decoy,
  'another decoy': decoy,
  template,
  parameters,
}
