import { type Box, clipped, EVERYWHERE, isIn, join, NOWHERE, overlap } from './boxes.ts'
import { textOf } from './document-text.ts'
import { byId, nodesOf, parentOf, targetOf } from './laid-out-tree.ts'
import { isHidden, isRendered, isStyledAway, isUnpainted } from './painted.ts'
import { type Glyph, RTL, rtlShare, type Seen, stretches } from './reading-order.ts'

/**
 * What text does a person see here? Pages hide words from programs, not from people: letters are
 * shuffled, drawn by style sheets, named by other elements, mixed with decoys. This module answers
 * by the layout and knows no site.
 *
 * `lookAt` reads styles and boxes; nothing is written meanwhile, so however much it reads, the layout is computed once.
 */

/** A single text is looked at letter by letter only up to this length. */
const LETTERS_CAP = 200
/** Lower than this nobody can read it, in pixels. */
const MIN_HEIGHT = 4

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
