import { site as facebook } from '../src/sites/facebook.ts'
import { dataOf } from './adapters.ts'

/** Runs inside a page: counts what of the layout the adapter asks for, post by post. */

export interface Reads {
  id: string
  verdict: string
  /** What makes a browser compute the layout, by name, once for each call. */
  layout: string[]
  /** What makes it compute styles. */
  style: string[]
}

/** Whatever these have of the names below needs the layout. */
const OWNERS = [
  Element, HTMLElement, Range, Document, ShadowRoot, SVGElement, SVGGraphicsElement, SVGTextContentElement, SVGSVGElement, HTMLImageElement, HTMLCanvasElement, HTMLInputElement, MouseEvent, Selection, VisualViewport,
].map((owner): [string, object] => [owner.name, owner.prototype as object])
const LAYOUT = new Set([
  ...['getBoundingClientRect', 'getClientRects', 'checkVisibility', 'scrollIntoView', 'scrollIntoViewIfNeeded', 'getBoxQuads', 'innerText', 'outerText', 'elementFromPoint', 'elementsFromPoint', 'caretPositionFromPoint', 'caretRangeFromPoint', 'scrollingElement'],
  ...['offsetTop', 'offsetLeft', 'offsetWidth', 'offsetHeight', 'offsetParent', 'offsetX', 'offsetY', 'layerX', 'layerY'],
  ...['clientTop', 'clientLeft', 'clientWidth', 'clientHeight', 'scrollTop', 'scrollLeft', 'scrollWidth', 'scrollHeight', 'scrollTopMax', 'scrollLeftMax', 'scroll', 'scrollTo', 'scrollBy', 'currentCSSZoom'],
  ...['getBBox', 'getCTM', 'getScreenCTM', 'getIntersectionList', 'getNumberOfChars', 'getComputedTextLength', 'getSubStringLength', 'getStartPositionOfChar', 'getEndPositionOfChar', 'getExtentOfChar', 'getRotationOfChar', 'getCharNumAtPosition'],
  ...['x', 'y', 'width', 'height', 'focus', 'pageTop', 'pageLeft', 'toString'],
])
const OF_WINDOW = new Set(['innerWidth', 'innerHeight', 'scrollX', 'scrollY', 'pageXOffset', 'pageYOffset', 'scroll', 'scrollTo', 'scrollBy', 'getSelection', 'find'])
const STYLE = new Set(['getComputedStyle', 'computedStyleMap', 'getAnimations', 'matchMedia'])

const layout: string[] = []
const style: string[] = []

/** Replaces a function or getter by one that takes note first. */
function watch(owner: object, label: string, name: string, log: string[]): void {
  const known = Object.getOwnPropertyDescriptor(owner, name)
  if (!known?.configurable) return
  const noted = <This, Arguments extends unknown[], Result>(original: (this: This, ...all: Arguments) => Result) =>
    function (this: This, ...all: Arguments): Result {
      log.push(`${label}.${name}`)
      return original.apply(this, all)
    }
  const { get, value } = known as { get?: (this: unknown) => unknown; value?: unknown }
  if (get) Object.defineProperty(owner, name, { ...known, get: noted(get) })
  else if (typeof value === 'function') Object.defineProperty(owner, name, { ...known, value: noted(value as (this: unknown, ...all: unknown[]) => unknown) })
}

/** Once for a page. @returns how many functions and getters are watched */
function watchAll(): number {
  let count = 0
  for (const [label, owner] of [...OWNERS, ['window', window] as [string, object]]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      const log = STYLE.has(name) ? style : (label === 'window' ? OF_WINDOW : LAYOUT).has(name) ? layout : null
      if (!log) continue
      watch(owner, label, name, log)
      count++
    }
  }
  return count
}

/** How many functions and getters are watched. */
export const watched = watchAll()

/** Reads every post of the page as the content script does, the advertisers of ads too. */
export function readPosts(): Reads[] {
  const data = dataOf(facebook.id)
  layout.length = style.length = 0
  const posts = facebook.postsIn(document)
  if (layout.length + style.length > 0) throw new Error(`finding posts needed ${[...layout, ...style].join(', ')}`)
  return posts.map((post) => {
    layout.length = style.length = 0
    const { verdict } = facebook.read(post, data)
    if (verdict === 'ad') facebook.advertiser(post, data)
    return { id: post.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? 'no post', verdict, layout: [...layout], style: [...style] }
  })
}
