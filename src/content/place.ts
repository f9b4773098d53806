import type { BadgeLook } from '../shared/page-data.ts'

/**
 * Where a badge goes: beside the ad's own label; where that line is full, on the corner of the
 * picture; else beside the name. Never over header text or controls, always inside the post.
 * `measure` only reads layout and `place` only writes, so that many posts cost one layout.
 */

export interface Placement {
  /** Pixels from the host's own corner. */
  x: number
  y: number
  /** Room there is, in pixels: as wide as all of the badge's text, or less. */
  width: number
  /** Whether there is room below for a second line. */
  wrap: boolean
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const GAP = 8
const MIN_WIDTH = 96
/** How much higher a badge is than its line, as in its styles. */
const AROUND_LINE = 6
/** Header elements looked at; a header has some twenty. */
const HEADER_CAP = 150

export interface Size {
  width: number
  height: number
}

export interface Measured {
  /** The post, or what of it has a box. */
  post: Element
  host: Element
  /** The badge's own size, with all its text. */
  size: Size
  label: Element
  header: readonly Element[]
  /** Where on the picture a person wants it; see {@link BadgeLook}. */
  wanted: BadgeLook['corner']
}

/** A badge's size before anything narrows it. */
export function naturalSize(button: Element): Size {
  const { width, height } = button.getBoundingClientRect()
  return { width: Math.ceil(width), height }
}

/** @returns null while the post has no box */
export function measure({ post, host, size, label, header, wanted }: Measured): Placement | null {
  const origin = host.getBoundingClientRect()
  const rtl = getComputedStyle(post).direction === 'rtl'
  // Right to left is left to right in a mirror.
  const boxes = (rects: Iterable<Box>) => [...rects].map((box) => (rtl ? { left: -box.right, right: -box.left, top: box.top, bottom: box.bottom } : box)).filter(isVisible)
  const at = (left: number, top: number, width: number, wrap = false): Placement => ({
    x: (rtl ? -left - width : left) - origin.left,
    y: top - origin.top,
    width,
    wrap,
  })
  const inGap = (gap: Box) => at(gap.left, gap.top, Math.min(size.width, roomIn(gap)))

  const [frame] = boxes([post.getBoundingClientRect()])
  if (!frame) return null
  const taken = header.slice(0, HEADER_CAP).flatMap((element) => boxes(contentBoxes(element)))
  const largestPicture = () => {
    const pictures = boxes([...post.querySelectorAll('img, video, canvas, svg')].slice(0, 60).map((element) => element.getBoundingClientRect()))
    // As wide as the post nearly, or as high, as videos are in a feed of one column.
    const large = pictures.filter((box) => (roomIn(box) >= 0.6 * roomIn(frame) || heightOf(box) >= 0.6 * heightOf(frame)) && heightOf(box) >= 3 * size.height)
    return large.toSorted((a, b) => roomIn(b) * heightOf(b) - roomIn(a) * heightOf(a))[0]
  }
  const obstacles = () => [...boxes([...post.querySelectorAll('button, [role=button], input')].slice(0, HEADER_CAP).map((control) => control.getBoundingClientRect())), ...taken]
  // By the boxes of all of the post's text no corner would ever be free: with text come the boxes of what holds it.
  const onPicture = (only?: BadgeLook['corner']) => {
    const picture = largestPicture()
    const corner = picture && freeCorner(picture, size, obstacles(), only)
    return corner && at(corner.left, corner.top, roomIn(corner), true)
  }
  const chosen = wanted && onPicture(wanted)
  if (chosen) return chosen

  const [beside, besideName] = [label, header[0]].map((element) => {
    const line = element && lastLine(boxes(element.getClientRects()), boxes(textBoxes(element)), getComputedStyle(element).display.startsWith('inline'))
    return line && gapBeside(line, size, taken, frame)
  })
  if (beside && roomIn(beside) >= size.width) return inGap(beside)

  const corner = onPicture()
  if (corner) return corner

  if (besideName && roomIn(besideName) >= size.width) return inGap(besideName)
  if (beside && roomIn(beside) >= MIN_WIDTH) return inGap(beside)
  const width = Math.min(size.width, roomIn(frame) - 2 * GAP)
  const edge = { left: frame.right - GAP - width, right: frame.right - GAP, top: frame.bottom - size.height - GAP / 2, bottom: frame.bottom - GAP / 2 }
  const inTheWay = obstacles()
  const free = inTheWay.some((other) => overlaps(other, edge)) ? freeCorner(frame, size, [...inTheWay, ...boxes(textBoxes(post))]) : null
  const { left, top } = free ?? edge
  return at(left, top, width, free !== null)
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

function roomIn(box: Box): number {
  return box.right - box.left
}

function heightOf(box: Box): number {
  return box.bottom - box.top
}

function isVisible(box: Box): boolean {
  return roomIn(box) > 1 && heightOf(box) > 1
}

export function place(element: HTMLElement, { x, y, width, wrap }: Placement): void {
  Object.assign(element.style, { left: `${Math.round(x)}px`, top: `${Math.round(y)}px`, width: `${Math.floor(width)}px` })
  element.className = `place placed${wrap ? ' wrap' : ''}`
}

/** How far a badge may hang below the middle of its line, in pixels, to keep clear of the line above. */
const HANG = [0, 2, 4, 6]

/** The free stretch of a line on the far side of what it says: the nearest that is wide enough, else the widest. */
function gapBeside(line: Box, size: Size, taken: readonly Box[], frame: Box): Box | undefined {
  const gaps = HANG.flatMap((hang) => freeStretch(line, (line.top + line.bottom - size.height) / 2 + hang, size.height, taken, frame))
  const wide = gaps.filter((gap) => roomIn(gap) >= size.width)
  return wide.toSorted((a, b) => a.left - b.left)[0] ?? gaps.toSorted((a, b) => roomIn(b) - roomIn(a))[0]
}

/** Between a line's text and the next thing in that band: text, a control, or the post's edge. */
function freeStretch(line: Box, top: number, height: number, taken: readonly Box[], frame: Box): Box[] {
  const bottom = top + height
  if (top < frame.top || bottom > frame.bottom) return []
  const inBand = taken.filter((box) => box.bottom > top && box.top < bottom)
  // What touches the label's end (" · ", the audience icon) belongs to the same run of text.
  let edge = line.right
  for (const box of inBand.toSorted((a, b) => a.left - b.left)) if (box.left <= edge + 2 * GAP && box.right > edge) edge = box.right
  const wall = Math.min(frame.right, ...inBand.filter((box) => box.left >= edge).map((box) => box.left))
  return [{ left: edge + GAP, right: wall - GAP, top, bottom }]
}

/** The boxes of an element's own text, or of the element where it is a picture or a control. */
function contentBoxes(element: Element): Box[] {
  if (element.matches('svg, img, i, button, input, [role=button], [role=img]')) return [element.getBoundingClientRect()]
  const found: Box[] = []
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== '') found.push(...textBoxes(node))
  return found
}

/** One for all: a document keeps account of each that there is. */
const range = new Range()

function textBoxes(node: Node): Iterable<Box> {
  range.selectNodeContents(node)
  return range.getClientRects()
}

/** The last line of an element; by what is in it only where it has no box or a block, for letters inside may be moved anywhere. */
function lastLine(own: Box[], inside: Box[], isInline: boolean): Box | undefined {
  const said = inside.filter((box) => own.length === 0 || (!isInline && own.some((around) => overlaps(box, around))))
  return (said.length > 0 ? said : own).toSorted((a, b) => b.bottom - a.bottom)[0]
}

/** The first corner of a picture that has no text or control in it, as players have; the upper ones first, the middle of an edge last. */
function freeCorner(picture: Box, size: Size, obstacles: readonly Box[], only?: BadgeLook['corner']): Box | null {
  const width = Math.min(size.width, roomIn(picture) - 2 * GAP)
  // Text that doesn't fit on one line takes two or more, since lines end between words.
  const height = size.height + (width < size.width ? Math.floor((1.5 * size.width) / width) * (size.height - AROUND_LINE) : 0)
  for (const [y, top] of [picture.top + GAP, picture.bottom - GAP - height, (picture.top + picture.bottom - height) / 2].entries()) {
    for (const [x, left] of [picture.left + GAP, picture.right - GAP - width].entries()) {
      if (only && only !== `${x},${y}`) continue
      const box = { left, right: left + width, top, bottom: top + height }
      if (!obstacles.some((other) => overlaps(other, box))) return box
    }
  }
  return null
}
