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
  const at = (x: number, y: number, width: number | null = null): Placement => ({ x: x - origin.left, y: y - origin.top, width })

  const line = lastBox(label)
  const beside = line && gapBeside(line, size.height, taken, frame, rtl)
  if (beside && beside.right - beside.left >= size.width) {
    return at(rtl ? beside.right - size.width : beside.left, middle(line) - size.height / 2)
  }

  const headerEnd = Math.max(frame.top, ...taken.map((box) => box.bottom))
  const picture = pictureIn(post, size, headerEnd)
  if (picture) return at(rtl ? picture.right - GAP - size.width : picture.left + GAP, picture.top + GAP)

  const nameLine = header[0] && lastBox(header[0])
  const besideName = nameLine && gapBeside(nameLine, size.height, taken, frame, rtl)
  if (besideName && besideName.right - besideName.left >= size.width) {
    return at(rtl ? besideName.right - size.width : besideName.left, middle(nameLine) - size.height / 2)
  }
  if (beside && beside.right - beside.left >= MIN_WIDTH) {
    const width = Math.min(size.width, beside.right - beside.left)
    return at(rtl ? beside.right - width : beside.left, middle(line) - size.height / 2, width)
  }
  const width = Math.min(size.width, frame.width - 2 * GAP)
  return at(rtl ? frame.left + GAP : frame.right - GAP - width, frame.bottom - size.height - GAP / 2, width)
}

export function place(element: HTMLElement, placement: Placement): void {
  element.style.left = `${Math.round(placement.x)}px`
  element.style.top = `${Math.round(placement.y)}px`
  element.style.width = placement.width === null ? '' : `${Math.floor(placement.width)}px`
  element.classList.add('placed')
}

/** The free stretch of a line on the far side of what it says, between text, controls and frame. */
function gapBeside(line: Box, height: number, taken: readonly Box[], frame: Box, rtl: boolean): Box | null {
  const top = middle(line) - height / 2
  const bottom = top + height
  if (top < frame.top || bottom > frame.bottom) return null
  const inLine = taken.filter((box) => box.bottom > top && box.top < bottom)
  // What touches the label's end (" · ", the audience icon) belongs to the same run of text.
  let edge = rtl ? line.left : line.right
  for (const box of inLine.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left))) {
    if (rtl ? box.right >= edge - 2 * GAP && box.left < edge : box.left <= edge + 2 * GAP && box.right > edge) edge = rtl ? box.left : box.right
  }
  if (rtl) {
    const wall = Math.max(frame.left, ...inLine.filter((box) => box.right <= edge).map((box) => box.right))
    return { left: wall + GAP, right: edge - GAP, top, bottom }
  }
  const wall = Math.min(frame.right, ...inLine.filter((box) => box.left >= edge).map((box) => box.left))
  return { left: edge + GAP, right: wall - GAP, top, bottom }
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

/** The last line of what an element shows. */
function lastBox(element: Element): Box | null {
  return visible([...textBoxes(element), ...element.getClientRects()].slice(0, 50)).reduce<Box | null>((last, box) => (!last || box.bottom > last.bottom ? box : last), null)
}

function visible(boxes: Box[]): Box[] {
  return boxes.filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1)
}

function middle(box: Box): number {
  return (box.top + box.bottom) / 2
}

function pictureIn(post: Element, size: Size, below: number): Box | null {
  let best: Box | null = null
  let bestArea = 0
  for (const element of [...post.querySelectorAll('img, video, canvas, svg')].slice(0, 60)) {
    const box = element.getBoundingClientRect()
    const area = box.width * box.height
    if (area <= bestArea || box.width < size.width + 2 * GAP || box.height < 2 * size.height || box.top < below) continue
    best = box
    bestArea = area
  }
  return best
}
