import { pick, token } from '../../demo/random.ts'
import { graphemes, pieces, shuffled } from '../facebook/letters.ts'
import { fillersFor, hiddenDecoy } from './hidden.ts'
import { elementsIn, insertAnywhere, isName, someOf, someLink, someParent, someText, type Scene } from './scene.ts'

/**
 * Changes of a post that a person doesn't see: what it is stays what it was. Those of `ANY` change
 * neither a label nor a time; those of `ORGANIC` can't make a label, whatever else they change.
 */
export type Mutation = (scene: Scene, addStyle: (css: string) => void) => void

/** Longer texts than this are read in part. */
const LONGEST = 40

/** Puts a box around a node that is no box, or one that lies in the line as its content did. */
const wrap: Mutation = (scene) => {
  const parent = someParent(scene)
  const child = parent && someOf(scene.random, [...parent.childNodes].filter((node) => node instanceof HTMLElement || (node instanceof Text && node.data.trim() !== '')))
  // What is in a slot must stay its host's child.
  if (!parent || !child || parent.shadowRoot) return
  const wrapper = document.createElement(pick(scene.random, ['span', 'span', 'b', 'font']))
  wrapper.style.cssText = 'font-weight:inherit'
  // Drawn in any case, so that a seed makes the same page in every browser.
  const isContents = scene.random() < 0.3
  const isInline = child instanceof Text || getComputedStyle(child as Element).display.startsWith('inline')
  if (!isInline || /flex|grid|contents/.test(getComputedStyle(parent).display) || isContents) wrapper.style.display = 'contents'
  child.replaceWith(wrapper)
  wrapper.append(child)
}

const decoyIn = (choose: (scene: Scene) => HTMLElement | null): Mutation => (scene, addStyle) => {
  const parent = choose(scene)
  // A name is read as it is written, which is all that is known of names.
  if (!parent || (scene.isAd && isName(parent)) || (scene.isDrawn && parent.closest('a'))) return
  insertAnywhere(parent, hiddenDecoy(scene, parent, addStyle), scene.random)
}

const NAMES = ['data-testid', 'data-visualcompletion', 'data-ft', 'data-x', 'data-label', 'data-hover', 'data-tooltip-content', 'title', 'tabindex', 'draggable', 'itemprop', 'name']

const attribute: Mutation = (scene) => {
  const parent = someParent(scene)
  if (!parent) return
  if (scene.random() < 0.3) parent.classList.add(`z${token(scene.random, 8)}`)
  else parent.setAttribute(pick(scene.random, NAMES), pick(scene.random, [scene.label, '', '-1', token(scene.random, 30), '{"tn":"K"}', 'x'.repeat(3_000)]))
}

const emptyElement: Mutation = (scene) => {
  const parent = someParent(scene)
  if (parent) insertAnywhere(parent, document.createElement(pick(scene.random, ['span', 'i', 'b', 'em', 'bdi', 'x-empty'])), scene.random)
}

const comment: Mutation = (scene) => {
  const parent = someParent(scene)
  if (parent) insertAnywhere(parent, document.createComment(scene.label), scene.random)
}

/** Letters of one box may be parted anywhere that a person would. */
const splitText: Mutation = (scene) => {
  const text = someText(scene)
  if (!text) return
  const parts = graphemes(text.data)
  const at = parts.slice(0, 1 + Math.floor(scene.random() * parts.length)).join('').length
  // Not within letters that are drawn as one: half of such has no width, and nothing says so.
  if (at < text.length && !/\p{sc=Arab}/u.test(text.data)) text.splitText(at)
}

function filled(text: string, scene: Scene): string {
  if (text.length > LONGEST) return text
  const parts = pieces(text)
  const end = parts.slice(0, Math.floor(scene.random() * (parts.length + 1))).join('').length
  return text.slice(0, end) + fillersFor(text, scene.random) + text.slice(end)
}

const invisibleCharacters: Mutation = (scene) => {
  const text = someText(scene)
  if (text) text.data = filled(text.data, scene)
}

const invisibleInAttributes: Mutation = (scene) => {
  const element = someOf(scene.random, elementsIn(scene.post).filter((each) => each.matches('[aria-label], [data-content]') && each.getAttribute('aria-label') !== ''))
  for (const name of ['aria-label', 'data-content']) if (element?.hasAttribute(name)) element.setAttribute(name, filled(element.getAttribute(name) ?? '', scene))
}

/** Where letters have an order of their own, that in the document is nothing. */
const shuffleFlex: Mutation = (scene) => {
  const containers = elementsIn(scene.post).filter((element) => getComputedStyle(element).display.includes('flex'))
  const container = someOf(scene.random, containers.filter((element) => {
    const orders = [...element.children].filter((child) => getComputedStyle(child).position !== 'absolute').map((child) => getComputedStyle(child).order)
    return orders.length > 1 && new Set(orders).size === orders.length && [...element.childNodes].every((node) => node instanceof HTMLElement)
  }))
  container?.append(...shuffled([...container.children], scene.random))
}

const parameters: Mutation = (scene) => {
  const link = someOf(scene.random, [...scene.post.querySelectorAll('a[href]')])
  const href = link?.getAttribute('href') ?? ''
  const changed = scene.random() < 0.3 ? href.replace(/&[^&=]+=[^&]*$/, '') : `${href}${href.includes('?') ? '&' : '?'}${pick(scene.random, ['ref', 'notif_t', 'x', 'comment_tracking'])}=${token(scene.random, 12)}`
  link?.setAttribute('href', changed)
}

const BODY = '[data-ad-preview="message"], .userContent, [data-ad-rendering-role="story_message"]'

const bodyText: Mutation = (scene) => {
  const body = someOf(scene.random, [...scene.post.querySelectorAll(BODY)])
  const { label } = scene
  const text = pick(scene.random, [label, 'Sponsored', `${label} `.repeat(300), `${label} · 3 h`, 'We met nobody but a heron. '.repeat(400)])
  const line = document.createElement(pick(scene.random, ['div', 'span', 'p']))
  line.append(text)
  if (scene.random() < 0.3) line.setAttribute('aria-label', label)
  if (body) insertAnywhere(body, line, scene.random)
}

/** Blocks among blocks, where one more parts no line. */
function blocksIn({ post }: Scene): HTMLElement[] {
  return elementsIn(post).filter((element) => {
    const { display, position, float } = getComputedStyle(element)
    const parent = element.parentElement
    return display === 'block' && position !== 'absolute' && float === 'none' && parent && !parent.shadowRoot && getComputedStyle(parent).display === 'block'
  })
}

const wrapBlock: Mutation = (scene) => {
  const block = someOf(scene.random, blocksIn(scene))
  const wrapper = document.createElement('div')
  block?.replaceWith(wrapper)
  if (block) wrapper.append(block)
}

const emptyBlock: Mutation = (scene) => {
  someOf(scene.random, blocksIn(scene))?.before(document.createElement('div'))
}

function isUnseen(element: Element): boolean {
  const { display } = getComputedStyle(element)
  return display === 'none' || (display !== 'contents' && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
}

/** Takes away something that wasn't seen. */
const removeHidden: Mutation = (scene) => {
  const unseen = elementsIn(scene.post).filter((element) => !element.matches('style, template, script') && isUnseen(element) && [...element.querySelectorAll('*')].every(isUnseen))
  someOf(scene.random, unseen)?.remove()
}

export const ANY: Record<string, Mutation> = {
  wrap,
  decoy: decoyIn(someParent),
  'another decoy': decoyIn(someParent),
  'decoy in the link': decoyIn(someLink),
  'another decoy in the link': decoyIn(someLink),
  attribute,
  'empty element': emptyElement,
  comment,
  'text split': splitText,
  'invisible characters': invisibleCharacters,
  'invisible characters in attributes': invisibleInAttributes,
  'flex shuffled': shuffleFlex,
  parameters,
  'body text': bodyText,
}

export const ORGANIC: Record<string, Mutation> = { ...ANY, 'block wrapped': wrapBlock, 'empty block': emptyBlock, 'hidden removed': removeHidden }
