/**
 * What text does a person see here? Pages hide words from programs, not from people: letters are
 * shuffled, drawn by style sheets, named by other elements, mixed with decoys. This module answers
 * by the layout and knows no site.
 *
 * `piecesOf` and `nameOf` read the document only and cost next to nothing. `lookAt` reads styles
 * and boxes; nothing is written meanwhile, so however much it reads, the layout is computed once.
 */

/** Something that may show text. */
export interface Piece {
  text: string
  /** The element whose style it has. */
  element: Element
  /** null for what isn't a text node: text of a style sheet, or of the target of a `<use>`. */
  node: Text | null
}

/** A name for those who can't see the element, which says what a picture or canvas shows. */
export interface Name {
  text: string
  element: Element
}

/** A stretch of text on one line, as seen. */
export interface Seen {
  text: string
  /** The smallest element around it. */
  element: Element
  /** Whether it was put together from pieces, which says nothing of its spaces. */
  split: boolean
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

interface Glyph {
  text: string
  node: Node
  element: Element
  box: Box
}

/** How much there is to look at; more is no label. */
const NODES_CAP = 300
/** A single text is looked at letter by letter only up to this length. */
const LETTERS_CAP = 200
/** Lower than this nobody can read it, in pixels. */
const MIN_HEIGHT = 4
/** A gap wider than this many times the height parts two stretches. */
const WIDE_GAP = 1
/** What stands between two things that a line says. */
export const SEPARATOR = /\s*[·•|]\s*/
const RTL = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]/gu
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
const NOWHERE: Box = { ...EVERYWHERE, left: Infinity }

/** Whether an element is shown at all, by its styles and those around it. */
export function isRendered(element: Element): boolean {
  // The options have an older and a newer name each.
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
}

/** Whether what is in an element is shown, by styles alone; what has no box of its own is in one around it. */
export function isShownIn(element: Element): boolean {
  let box: Element | null = element
  while (box && getComputedStyle(box).display === 'contents') box = box.parentElement
  return box !== null && isRendered(box)
}

/** The element itself, or the first one inside that has a box which can be seen; null where nothing is drawn. */
export function boxIn(element: Element): Element | null {
  const { width, height } = element.getBoundingClientRect()
  if (width > 0 && height > 0 && isRendered(element)) return element
  // What isn't drawn has nothing inside that is.
  if (getComputedStyle(element).display === 'none') return null
  for (const child of element.children) {
    const box = boxIn(child)
    if (box) return box
  }
  return null
}

function parentOf(node: Node): Element | null {
  const parent = (node as Element).assignedSlot ?? node.parentNode
  return parent instanceof ShadowRoot ? parent.host : (parent as Element | null)
}

/** Every node inside, itself included, in the order of the laid-out tree. */
function nodesOf(node: Node, nodes: Node[] = []): Node[] {
  if (nodes.length > NODES_CAP) return nodes
  if (node instanceof Element) {
    // Closed details show a summary at most.
    if (node.matches('style, script, template, title, desc, details:not([open])')) return nodes
    nodes.push(node)
    const assigned = (node as Partial<HTMLSlotElement>).assignedNodes?.()
    // As laid out: a shadow tree in place of its host's own children, and what was put in a slot.
    if (assigned?.[0]) for (const child of assigned) nodesOf(child, nodes)
    else for (let child = (node.shadowRoot ?? node).firstChild; child; child = child.nextSibling) nodesOf(child, nodes)
  } else if (node.nodeType === Node.TEXT_NODE) nodes.push(node)
  return nodes
}

/** Ids are those of the element's own shadow tree, else of the document. */
function byId(from: Element, id: string): Element | null {
  return (from.getRootNode() as ShadowRoot).getElementById?.(id) ?? from.ownerDocument.getElementById(id)
}

/** The id that a `<use>` takes its picture from. */
function targetOf(element: Element): string | undefined {
  return element.localName === 'use' ? /^#(.+)/.exec(element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '')?.[1] : undefined
}

/** All that may show text in a node, in document order; `data-content` too, for style sheets draw it. */
export function piecesOf(root: Node, depth = 0): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodesOf(root)) {
    if (node instanceof Element) {
      const target = targetOf(node)
      const text = target ? textOf(byId(node, target), depth + 1) : node.getAttribute('data-content')
      if (text) pieces.push({ text, element: node, node: null })
    } else pieces.push({ text: (node as Text).data, element: parentOf(node) as Element, node: node as Text })
  }
  return pieces
}

/**
 * The text of an element that is drawn elsewhere or nowhere: without what its own styles hide, and
 * in the order of the letters' x where they have one.
 */
function textOf(target: Element | null, depth = 0): string {
  // A picture in a picture, and no deeper: references may go in circles.
  if (!target || depth > 1) return ''
  const pieces = piecesOf(target, depth)
  const isShown = (element: Element | null): boolean => !element || element === target || (!isStyledAway(getComputedStyle(element)) && isShown(parentOf(element)))
  const shown = pieces[1] ? pieces.filter(({ element }) => isShown(element)) : pieces
  return textIn(shown.toSorted((a, b) => xOf(a) - xOf(b)))
}

const xOf = ({ element }: Piece) => Number.parseFloat(element.getAttribute('x') ?? '0')
const textIn = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

/**
 * The accessible names in a node, `aria-labelledby`, `aria-label`, or a picture's `alt`, and the ids
 * of the elements that it takes names or pictures from, whether they are there or not.
 */
export function namesOf(root: Node): { names: Name[]; refersTo: string[] } {
  const names: Name[] = []
  const refersTo: string[] = []
  for (const element of nodesOf(root)) {
    if (!(element instanceof Element)) continue
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/).filter(Boolean).slice(0, 5) ?? []
    const said = ids.map((id) => {
      const target = byId(element, id)
      return (target?.getAttribute('aria-label') ?? textOf(target)).trim()
    })
    const text = said.join(' ').trim() || element.getAttribute('aria-label') || element.getAttribute('alt')
    if (text) names.push({ text, element })
    const target = targetOf(element)
    refersTo.push(...ids, ...(target ? [target] : []))
  }
  return { names, refersTo }
}

function isHidden(style: CSSStyleDeclaration): boolean {
  return style.visibility !== 'visible' || Number(style.opacity) < 0.1
}

/** Whether text in a box would not be seen. */
function isUnpainted(style: CSSStyleDeclaration): boolean {
  return isHidden(style) || (isTransparent(style.webkitTextFillColor) && style.textShadow === 'none') || isTransparent(style.fill)
}

/** Hidden by a style of its own, without asking for its box. */
function isStyledAway(style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || style.contentVisibility === 'hidden' || Number.parseFloat(style.fontSize) < 1 || isUnpainted(style)
}

function isTransparent(colour: string): boolean {
  return /^rgba\(.*, 0\)$|\/ 0\)$|^none$/.test(colour)
}

type Choice = (a: number, b: number) => number

function combine(a: Box, b: Box, near: Choice, far: Choice): Box {
  return { left: near(a.left, b.left), top: near(a.top, b.top), right: far(a.right, b.right), bottom: far(a.bottom, b.bottom) }
}

function join(a: Box, b: Box): Box {
  return combine(a, b, Math.min, Math.max)
}

function overlap(a: Box, b: Box): Box {
  return combine(a, b, Math.max, Math.min)
}

/** Whether the middle of a box lies in another. */
function isIn({ left, top, right, bottom }: Box, outer: Box, up = 0): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x >= outer.left && x <= outer.right && y >= outer.top - up && y <= outer.bottom + up
}

/** What `clip-path` and the older `clip` leave of a box. Shapes without an area leave nothing; others are taken as whole. */
function clipped({ clipPath, clip }: CSSStyleDeclaration, box: Box): Box {
  const [, name, given = ''] = /^(\w+)\((.*?)( at .*| round .*)?\)$/.exec(clipPath === 'none' ? clip : clipPath) ?? []
  const { left, top, right, bottom } = box
  const sizes = given.split(/,? /).map((size, at) => (Number.parseFloat(size) * (size.endsWith('%') ? (at % 2 ? right - left : bottom - top) / 100 : 1)))
  const [a = 0, b = a, c = a, d = b] = sizes
  if (name === 'inset') return { left: left + d, top: top + a, right: right - b, bottom: bottom - c }
  if (name === 'rect') return { left: left + d, top: top + a, right: left + b, bottom: top + c }
  const isEmpty = name === 'polygon' ? new Set(given.split(', ')).size < 3 : a === 0 || b === 0
  return name && isEmpty ? { left, top, right: left, bottom: top } : box
}

/** From where to where an element's lines go; of the nearest one around it that has a box. */
function bandOf(element: Element): Box {
  const parent = parentOf(element)
  const { top, bottom } = element.getBoundingClientRect()
  // Around everything is the document, which has no box.
  if (parent instanceof Element && top === bottom) return bandOf(parent)
  return { ...EVERYWHERE, top, bottom }
}

export type Look = ReturnType<typeof lookAt>

/** One look at the layout inside an element; good until something is written. */
export function lookAt(element: Element) {
  let frame = element
  // What has no box of its own is looked at in the next one around it that has.
  while (getComputedStyle(frame).display === 'contents' && frame.parentElement) frame = frame.parentElement
  // Outside of it only whether it is shown at all matters.
  const clips = new Map<Element, Box | null>([[frame, isRendered(frame) ? frame.getBoundingClientRect() : null]])
  /** One for all: a document keeps account of each that there is. */
  const range = new Range()
  return { read, sees }

  /**
   * What a person reads in a node, stretch by stretch, top to bottom and in the direction of its script.
   * @param drawn also what style sheets put there, which takes asking twice for each element
   */
  function read(root: Node, drawn = true): Seen[] {
    const around = root instanceof Element ? root : parentOf(root)
    if (!around) return []
    const band = bandOf(around)
    const lines: Glyph[][] = []
    for (const glyph of nodesOf(root).flatMap((node) => (drawn || node.nodeType === Node.TEXT_NODE ? glyphs(node, band) : []))) {
      const line = lines.find(([first]) => first && isIn(glyph.box, { ...EVERYWHERE, top: first.box.top, bottom: first.box.bottom }))
      if (line) line.push(glyph)
      else lines.push([glyph])
    }
    return lines.toSorted(([a], [b]) => (a?.box.top ?? 0) - (b?.box.top ?? 0)).flatMap((line) => stretches(line))
  }

  /**
   * Whether an element has a box that can be seen.
   * @param drawn as something that is drawn in it needs; else it need only stand in the line, as what
   * has no content and so no width does
   */
  function sees(element: Element, drawn = true): boolean {
    return nodesOf(element).some((node) => {
      const clip = node instanceof Element && clipOf(node)
      if (!clip || (drawn ? isHidden : isStyledAway)(getComputedStyle(node))) return false
      const own = node.getBoundingClientRect()
      const line = parentOf(node)
      // What has no content may have no height but that of the text around it.
      const box = !drawn && own.height === 0 && line && getComputedStyle(line).display === 'inline' ? line.getBoundingClientRect() : own
      return box.width >= (drawn ? MIN_HEIGHT : 0) && box.height >= MIN_HEIGHT && isIn(box, clip)
    })
  }

  /** What is left of an element's content by the clipping of all around it; null when it isn't shown. */
  function clipOf(element: Element): Box | null {
    if (!clips.has(element)) clips.set(element, clip(element))
    return clips.get(element) ?? null
  }

  function clip(element: Element): Box | null {
    const style = getComputedStyle(element)
    let parent = parentOf(element)
    const { display } = style
    if (!parent || !clipOf(parent) || display === 'none' || Number(style.opacity) < 0.1) return null
    if (/^(inline|contents)$/.test(display)) return clipOf(parent)
    // What clips a box that was taken out of the flow is the block that it is placed in.
    if (style.position === 'absolute') while (parent !== frame && getComputedStyle(parent).position === 'static') parent = parentOf(parent) ?? frame
    const clip = clipOf(parent)
    if (!clip || (style.overflow === 'visible' && style.clipPath === 'none' && style.clip === 'auto' && style.contentVisibility !== 'hidden')) return clip
    const box = element.getBoundingClientRect()
    const left = overlap(overlap(clip, clipped(style, box)), style.overflow === 'visible' ? EVERYWHERE : box)
    return left.right - left.left < 1 || left.bottom - left.top < 1 || style.contentVisibility === 'hidden' ? NOWHERE : left
  }

  function glyphs(node: Node, band: Box): Glyph[] {
    const element = node instanceof Element ? node : parentOf(node)
    const clip = element && clipOf(element)
    if (!clip) return []
    if (node instanceof Element) return drawn(node, clip, band)
    const text = (node as Text).data
    const boxOf = (from: number, to: number) => {
      range.setStart(node, from)
      range.setEnd(node, to)
      return range.getBoundingClientRect()
    }
    const whole = boxOf(0, text.length)
    // Most decoys have no box, or one that is cut off: nothing more is asked of them.
    const left = overlap(whole, clip)
    if (whole.width < 1 || left.left > left.right || left.top > left.bottom || isUnpainted(getComputedStyle(element))) return []
    const isRunning = () => text.length < 2 || (range.getClientRects().length < 2 && text.search(RTL) < 0 && boxOf(0, 1).left <= boxOf(text.length - 1, text.length).left)
    if (left.left === whole.left && left.right === whole.right && left.top === whole.top && left.bottom === whole.bottom && isRunning()) return shows(whole, clip, band) ? [{ text, node, element, box: whole }] : []
    // Letter by letter: some may be clipped, on the next line, or laid out against their direction.
    const glyphs: (Glyph & { first: number; last: number })[] = []
    let beside: DOMRect | null = null
    // From the end, because of letters drawn as one the last may be given all the width.
    for (let at = Math.min(text.length, LETTERS_CAP) - 1; at >= 0; at--) {
      const own = boxOf(at, at + 1)
      const box: DOMRect | null = own.width > 0 ? own : beside
      beside = box
      if (!box || !shows(box, clip, band)) continue
      const letter = text.charAt(at)
      const [glyph] = glyphs
      // What is on one line keeps its order, which text of both directions needs.
      if (glyph && (box.top + box.bottom) / 2 > glyph.box.top) Object.assign(glyph, { text: letter + glyph.text, box: join(box, glyph.box), first: box.left })
      else glyphs.unshift({ text: letter, node, element, box, first: box.left, last: box.left })
    }
    // Laid out against the direction of its script, it was written backwards.
    for (const glyph of glyphs) if (glyph.first !== glyph.last && rtlShare(glyph.text) === Number(glyph.first < glyph.last)) glyph.text = glyph.text.split('').toReversed().join('')
    return glyphs
  }

  /** Text that isn't in the document: of a style sheet, or of the target of a `<use>`. */
  function drawn(element: Element, clip: Box, band: Box): Glyph[] {
    const target = targetOf(element)
    if (target) {
      const own = element.getBoundingClientRect()
      const around = (element.closest('svg') ?? element).getBoundingClientRect()
      const text = around.width < MIN_HEIGHT || isHidden(getComputedStyle(element)) || !shows(around, clip, band) ? '' : textOf(byId(element, target), 1)
      return [{ text, node: element, element, box: own.width > 0 ? own : around }]
    }
    // Pictures have none.
    return (element instanceof SVGElement ? [] : ['::before', '::after']).flatMap((pseudo) => {
      const own = getComputedStyle(element, pseudo)
      const text = /["(]/.test(own.content) ? contentOf(own.content, element) : ''
      // Where it stands can't be asked; one that is moved off by its own height is off the line.
      if (text === '' || isStyledAway(own) || Math.abs(Number.parseFloat(own.top)) > Number.parseFloat(own.fontSize)) return []
      const box = element.getBoundingClientRect()
      // Only the element's own box is known: it is taken to be some letters from the edge.
      const width = nodesOf(element).length < 2 ? box.width : Math.min(box.width, (text.length * box.height) / 2)
      const left = (pseudo === '::before') === (getComputedStyle(element).direction === 'ltr') ? box.left : box.right - width
      return box.width > 0 && shows(box, clip, band) ? { text, node: element, element, box: { left, top: box.top, right: left + width, bottom: box.bottom } } : []
    })
  }
}

/** Whether a letter's box is high enough to be read, and not clipped or off the line. */
function shows(box: DOMRect, clip: Box, band: Box): boolean {
  return box.height >= MIN_HEIGHT && isIn(box, clip) && isIn(box, band, box.height / 2)
}

/** The text of a `content` value: strings and `attr()`, without what follows a slash for screen readers. */
function contentOf(content: string, element: Element): string {
  let text = ''
  for (const [token, quoted, attribute] of content.matchAll(/url\("[^"]*"\)|"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)|\//g)) {
    if (token === '/') break
    text += attribute === undefined ? (quoted ?? '').replace(/\\(.)/g, '$1') : (element.getAttribute(attribute) ?? '')
  }
  return text
}

/** How much of the letters is of scripts that run to the left; NaN without letters. */
function rtlShare(text: string): number {
  return (text.match(RTL)?.length ?? 0) / (text.match(/\p{L}/gu)?.length ?? 0)
}

/** One line put in reading order and parted where a person would. */
function stretches(line: Glyph[]): Seen[] {
  const share = rtlShare(textIn(line))
  // By its letters; where they are mixed, as the page runs.
  const rtl = share >= 1 || (share > 0 && line[0] !== undefined && getComputedStyle(line[0].element).direction === 'rtl')
  const sorted = line.toSorted((a, b) => (rtl ? b.box.right - a.box.right : a.box.left - b.box.left))
  const found: Glyph[][] = [[]]
  let end: Box | null = null
  for (const glyph of sorted) {
    const gap = end ? (rtl ? end.left - glyph.box.right : glyph.box.left - end.right) : 0
    if (gap > WIDE_GAP * (glyph.box.bottom - glyph.box.top)) found.push([])
    end = glyph.box
    for (const [at, text] of glyph.text.split(SEPARATOR).entries()) {
      if (at > 0) found.push([])
      if (text !== '') found.at(-1)?.push({ ...glyph, text })
    }
  }
  return found.flatMap((glyphs) => {
    const [first] = glyphs
    if (!first) return []
    let element: Element | null = first.element
    while (element && !glyphs.every((glyph) => element?.contains(glyph.element))) element = parentOf(element)
    return { text: textIn(glyphs), element: element ?? first.element, split: glyphs.some(({ node }) => node !== first.node) }
  })
}
