/**
 * Where a badge goes: beside the ad's own label; where that line is full, on the corner of the
 * picture; else beside the name. Never over header text or controls, always inside the post.
 * `measure` only reads layout and `place` only writes, so that many posts cost one layout.
 */

export interface Placement {
  /** Pixels from the host's own corner. */
  x: number
  y: number
  /** Room there is, in pixels; null when the badge fits as it is. */
  width: number | null
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
/** Header elements looked at; a header has some twenty. */
const HEADER_CAP = 150

export interface Size {
  width: number
  height: number
}

export interface Measured {
  post: Element
  host: Element
  /** The badge's own size, with all its text. */
  size: Size
  label: Element
  header: readonly Element[]
}

/** A badge's size before anything narrows it. */
export function naturalSize(button: Element): Size {
  const { width, height } = button.getBoundingClientRect()
  return { width: Math.ceil(width), height }
}

/** @returns null while the post has no box */
export function measure({ post, host, size, label, header }: Measured): Placement | null {
  const frame = post.getBoundingClientRect()
  if (frame.width === 0 || frame.height === 0) return null
  const origin = host.getBoundingClientRect()
  const rtl = getComputedStyle(post).direction === 'rtl'
  const taken = header.slice(0, HEADER_CAP).flatMap(boxesOf)
  const at = (x: number, y: number, width: number | null = null, wrap = false): Placement => ({ x: x - origin.left, y: y - origin.top, width, wrap })

  const line = lastBox(label)
  const beside = line && gapBeside(line, size, taken, frame, rtl)
  if (beside && roomIn(beside) >= size.width) return at(start(beside, size.width, rtl), beside.top)

  const headerEnd = Math.max(frame.top, ...taken.map((box) => box.bottom))
  const picture = pictureIn(post, frame, size, headerEnd)
  const corner = picture && freeCorner(picture, post, size, rtl)
  if (corner) return at(corner.left, corner.top, roomIn(corner) < size.width ? roomIn(corner) : null, true)

  const nameLine = header[0] && lastBox(header[0])
  const besideName = nameLine && gapBeside(nameLine, size, taken, frame, rtl)
  if (besideName && roomIn(besideName) >= size.width) return at(start(besideName, size.width, rtl), besideName.top)
  if (beside && roomIn(beside) >= MIN_WIDTH) {
    const width = Math.min(size.width, roomIn(beside))
    return at(start(beside, width, rtl), beside.top, width)
  }
  const width = Math.min(size.width, frame.width - 2 * GAP)
  return at(rtl ? frame.left + GAP : frame.right - GAP - width, frame.bottom - size.height - GAP / 2, width)
}

function roomIn(box: Box): number {
  return box.right - box.left
}

function start(gap: Box, width: number, rtl: boolean): number {
  return rtl ? gap.right - width : gap.left
}

export function place(element: HTMLElement, placement: Placement): void {
  element.style.left = `${Math.round(placement.x)}px`
  element.style.top = `${Math.round(placement.y)}px`
  element.style.width = placement.width === null ? '' : `${Math.floor(placement.width)}px`
  element.classList.toggle('wrap', placement.wrap)
  element.classList.add('placed')
}

/** How far a badge may hang below the middle of its line, in pixels, to keep clear of the line above. */
const HANG = [0, 2, 4, 6]

/** The free stretch of a line on the far side of what it says: the nearest that is wide enough, else the widest. */
function gapBeside(line: Box, size: Size, taken: readonly Box[], frame: Box, rtl: boolean): Box | null {
  const gaps = HANG.map((hang) => freeStretch(line, middle(line) - size.height / 2 + hang, size.height, taken, frame, rtl)).filter((gap) => gap !== null)
  const wide = gaps.filter((gap) => roomIn(gap) >= size.width)
  const better = (a: Box, b: Box) => (wide.length > 0 ? (rtl ? b.right > a.right : b.left < a.left) : roomIn(b) > roomIn(a))
  return (wide.length > 0 ? wide : gaps).reduce<Box | null>((best, gap) => (!best || better(best, gap) ? gap : best), null)
}

/** Between a line's text and the next thing in that band: text, a control, or the post's edge. */
function freeStretch(line: Box, top: number, height: number, taken: readonly Box[], frame: Box, rtl: boolean): Box | null {
  const bottom = top + height
  if (top < frame.top || bottom > frame.bottom) return null
  const inBand = taken.filter((box) => box.bottom > top && box.top < bottom)
  // What touches the label's end (" · ", the audience icon) belongs to the same run of text.
  let edge = rtl ? line.left : line.right
  for (const box of inBand.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left))) {
    if (rtl ? box.right >= edge - 2 * GAP && box.left < edge : box.left <= edge + 2 * GAP && box.right > edge) edge = rtl ? box.left : box.right
  }
  const wall = rtl
    ? Math.max(frame.left, ...inBand.filter((box) => box.right <= edge).map((box) => box.right))
    : Math.min(frame.right, ...inBand.filter((box) => box.left >= edge).map((box) => box.left))
  return rtl ? { left: wall + GAP, right: edge - GAP, top, bottom } : { left: edge + GAP, right: wall - GAP, top, bottom }
}

/** The boxes of an element's own text, or of the element where it is a picture or a control. */
function boxesOf(element: Element): Box[] {
  if (element.matches('svg, img, i, button, input, [role="button"], [role="img"]')) return visible([element.getBoundingClientRect()])
  const boxes: Box[] = []
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || (node as Text).data.trim() === '') continue
    boxes.push(...textBoxes(node))
  }
  return visible(boxes)
}

function textBoxes(node: Node): Box[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()]
}

/** The last line of an element; by what is in it only where it has no box, for letters inside may be moved anywhere. */
function lastBox(element: Element): Box | null {
  const own = visible([...element.getClientRects()])
  const boxes = own.length > 0 ? own : visible(textBoxes(element))
  return boxes.reduce<Box | null>((last, box) => (!last || box.bottom > last.bottom ? box : last), null)
}

function visible(boxes: Box[]): Box[] {
  return boxes.filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1)
}

function middle(box: Box): number {
  return (box.top + box.bottom) / 2
}

/** The first corner of a picture that has no control in it, as players have; the upper ones first. */
function freeCorner(picture: Box, post: Element, size: Size, rtl: boolean): Box | null {
  const width = Math.min(size.width, roomIn(picture) - 2 * GAP)
  // Text that doesn't fit on one line takes two.
  const height = width < size.width ? 2 * size.height : size.height
  const controls = [...post.querySelectorAll('button, [role="button"], input')].slice(0, HEADER_CAP).map((control) => control.getBoundingClientRect())
  const [left, right] = [picture.left + GAP, picture.right - GAP - width]
  const [top, bottom] = [picture.top + GAP, picture.bottom - GAP - height]
  const corners = rtl ? [[right, top], [left, top], [right, bottom], [left, bottom]] : [[left, top], [right, top], [left, bottom], [right, bottom]]
  for (const [x = 0, y = 0] of corners) {
    const box = { left: x, right: x + width, top: y, bottom: y + height }
    if (!controls.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top)) return box
  }
  return null
}

function pictureIn(post: Element, frame: DOMRect, size: Size, below: number): Box | null {
  let best: Box | null = null
  let bestArea = 0
  for (const element of [...post.querySelectorAll('img, video, canvas, svg')].slice(0, 60)) {
    const box = element.getBoundingClientRect()
    const area = box.width * box.height
    if (area <= bestArea || box.width < 0.6 * frame.width || box.height < 3 * size.height || box.top < below) continue
    best = box
    bestArea = area
  }
  return best
}
