import type { Random } from '../../demo/random.ts'
import type { Language } from '../facebook/languages.ts'

/** One post that is being changed, and what it is known to be. */
export interface Scene {
  post: Element
  random: Random
  language: Language
  isAd: boolean
  /** Whether only a style sheet says the label. Styles aren't asked where any link says something else, even if that is hidden. */
  isDrawn: boolean
  /** A label of the language: that of the ad, or one that must not be read. */
  label: string
}

/** Nothing may be put into these: they show none of it, or all of it. */
const CLOSED = 'script, style, template, canvas, video, audio, select, option, textarea, object, iframe, img, br, hr, input, wbr, slot, details, summary'
const SECOND_LINE = '.second, .second *, ._5pcp, ._5pcp *'
const HEAD = '.head *'

/** All HTML elements inside, those of open shadow trees too. */
export function elementsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLElement ? [element] : []),
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ])
}

function hostOf(element: Element): Element {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? hostOf(root.host) : element
}

/** Whether a style sheet writes something in an element, or in one inside it, that is nowhere in the document. */
export function isDrawn(element: Element): boolean {
  return [element, ...element.querySelectorAll('*:not([data-content])')].some((each) => ['::before', '::after'].some((pseudo) => getComputedStyle(each, pseudo).content.startsWith('"')))
}

/** Any element of the post that may get children, mostly one of the line below the name. */
export function someParent(scene: Scene): HTMLElement | null {
  const all = elementsIn(scene.post).filter((element) => !element.matches(CLOSED))
  const where = scene.random()
  const region = where < 0.6 ? SECOND_LINE : where < 0.85 ? HEAD : '*'
  const near = all.filter((element) => hostOf(element).matches(region))
  return someOf(scene.random, near.length > 0 ? near : all)
}

/** The link that has the label or time, or an element of it. */
export function someLink(scene: Scene): HTMLElement | null {
  const links = elementsIn(scene.post).filter((element) => hostOf(element).matches(SECOND_LINE) && hostOf(element).closest('a, [role="button"]'))
  return someOf(scene.random, links.filter((element) => !element.matches(CLOSED)))
}

/** Any text of the post that isn't blank, mostly one of the line below the name; of pictures too. */
export function someText(scene: Scene): Text | null {
  const parents = [scene.post, ...scene.post.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
  const texts = parents
    .filter((element) => !element.matches('script, style, template'))
    .flatMap((element) => [...element.childNodes].filter((node): node is Text => node instanceof Text && node.data.trim() !== ''))
  const region = scene.random() < 0.7 ? SECOND_LINE : '*'
  const near = texts.filter(({ parentElement }) => parentElement && hostOf(parentElement).matches(region))
  return someOf(scene.random, near.length > 0 ? near : texts)
}

/** Whether an element is, is in or is around the author's name. */
export function isName(element: Element): boolean {
  return element.closest('.name, h5, h6, .fwb') !== null
}

export function someOf<Item>(random: Random, items: readonly Item[]): Item | null {
  return items[Math.floor(random() * items.length)] ?? null
}

export function insertAnywhere(parent: Node, node: Node, random: Random): void {
  parent.insertBefore(node, parent.childNodes[Math.floor(random() * (parent.childNodes.length + 1))] ?? null)
}
