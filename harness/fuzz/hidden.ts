import { pick, type Random } from '../../demo/random.ts'
import { adsAbout } from '../../demo/hrefs.ts'
import { pieces, shuffled } from '../facebook/letters.ts'
import { postHref } from '../facebook/parts.ts'
import type { Scene } from './scene.ts'

/** Elements that nobody sees wherever they are put, and which take no place. */

/** Each hides all that is in the element, in whatever layout, and leaves neighbours where they are. */
const HIDINGS = [
  'display:none',
  'display:none!important;position:static',
  'position:absolute;visibility:hidden',
  'position:absolute;visibility:collapse',
  'position:absolute;opacity:0',
  'position:absolute;opacity:0.01',
  'position:absolute;color:transparent',
  'position:absolute;color:rgb(255 0 0 / 0)',
  'position:absolute;-webkit-text-fill-color:transparent',
  'position:absolute;font-size:0',
  'position:absolute;left:-9999px',
  'position:absolute;top:-9999px',
  'position:fixed;left:-9999px',
  'position:fixed;top:-200vh',
  'position:absolute;transform:translateX(-9999px)',
  'position:absolute;transform:scale(0)',
  'position:absolute;transform:scaleX(0)',
  'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap',
  'position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)',
  'position:absolute;width:0;height:0;overflow:hidden',
  'position:absolute;width:0;overflow:hidden;white-space:nowrap',
  'position:absolute;height:0;overflow:hidden',
  'position:absolute;max-height:0;overflow:clip',
  'position:absolute;clip-path:inset(100%)',
  'position:absolute;clip-path:circle(0)',
  'position:absolute;clip-path:polygon(0 0, 0 0, 0 0)',
  'position:absolute;width:3px;height:1em;overflow:hidden;text-indent:-99em;white-space:nowrap',
  'position:absolute;content-visibility:hidden',
  'display:inline-block;width:0;height:0;overflow:hidden',
  'font-size:0',
] as const

/** Elements whose content a browser doesn't show by itself. */
const UNSHOWN = ['template', 'script', 'style', 'noscript', 'datalist'] as const

const element = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Boxes around lines. A link inside of a label would take it apart. */
const AROUND = '.head, .head-text, .xu06os2, .second, ._42ef, ._5pcp'

/** Something that says a label, a part of one, or a time. */
function content({ random, language, isAd, isDrawn, label }: Scene, parent: Node): Node {
  const words = pick(random, isAd ? [label, ...language.times, ...language.wordTimes, '3', 't'] : [label, label, 'Sponsored', 'Ad'])
  const href = isAd && random() < 0.5 ? postHref('jane.roe', random) : random() < 0.3 ? adsAbout(random) : '#'
  const letters = pieces(words)
  const tag = !isAd || (!isDrawn && parent instanceof Element && parent.matches(AROUND)) ? 'a' : 'span'
  const made = [
    () => element('span', { 'aria-label': words }),
    () => element('span', {}, ...letters.map((letter) => element('span', { 'data-content': letter }))),
    () => document.createTextNode(words),
    () => element('span', {}, words),
    () => element(tag, { role: tag === 'a' ? 'link' : 'presentation', href }, words),
    () => element(tag, { role: tag === 'a' ? 'link' : 'img', href, 'aria-label': words }),
    () => element('span', {}, ...letters.map((letter) => element('span', {}, letter))),
    () => element('span', {}, ...shuffled(letters, random).map((letter) => element('span', { class: 'x1lliihq' }, letter))),
    () => element('span', {}, pick(random, letters)),
    () => element('b', {}, element('i', {}, element('span', { dir: 'auto' }, words))),
  ]
  return pick(random, made)()
}

const OUT_OF_FLOW = /absolute|fixed|none/

/** Whether all that is inside lies in lines; before a block, even a box of no size makes one. */
function isLine(parent: Node): boolean {
  return [...parent.childNodes].every((node) => !(node instanceof Element) || /^(inline|none)/.test(getComputedStyle(node).display) || getComputedStyle(node).position === 'absolute')
}

let classes = 0

/** An element that can't be seen and says something it must not be read for. */
export function hiddenDecoy(scene: Scene, parent: Node, addStyle: (css: string) => void): Element {
  const { random } = scene
  // A page's rules don't reach into a shadow tree.
  const isReached = parent.getRootNode() === document
  const where = random()
  if (where < 0.08) {
    const tag = pick(random, UNSHOWN)
    const text = scene.label
    return tag === 'template' ? template(text) : element(tag, tag === 'script' ? { type: 'text/plain' } : {}, tag === 'style' ? `/* ${text} */` : text)
  }
  if (where < 0.15) return element('span', { style: 'display:none', 'data-content': scene.label, 'aria-hidden': 'true' })
  const given = pick(random, HIDINGS)
  const hiding = OUT_OF_FLOW.test(given) || isLine(parent) ? given : 'display:none'
  const tag = pick(random, ['span', 'span', 'i', 'b', 'div'] as const)
  // A div may stand beside text only where it is out of the flow.
  const made = element(tag === 'div' && !OUT_OF_FLOW.test(hiding) ? 'span' : tag, {}, content(scene, parent))
  if (isReached && random() < 0.5) {
    const name = `fz${++classes}`
    made.className = name
    addStyle(`.${name}{${hiding}}`)
  } else made.setAttribute('style', hiding)
  return made
}

function template(text: string): Element {
  const made = document.createElement('template')
  made.content.append(text)
  return made
}

/** What draws nothing between two letters and moves neither. */
export const FILLERS = ['\u200B', '\u2060', '\u034F', '\uFEFF', '\u00AD'] as const

/** A few to put into a text, all alike: between different ones a line may break. */
export function fillersFor(text: string, random: Random): string {
  const filler = pick(random, FILLERS)
  return (FILLERS.find((known) => text.includes(known)) ?? filler).repeat(1 + Math.floor(random() * 3))
}
