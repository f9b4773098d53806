/** Rectangles of the viewport, in pixels. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
export const NOWHERE: Box = { ...EVERYWHERE, left: Infinity }

type Choice = (a: number, b: number) => number

function combine(a: Box, b: Box, near: Choice, far: Choice): Box {
  return { left: near(a.left, b.left), top: near(a.top, b.top), right: far(a.right, b.right), bottom: far(a.bottom, b.bottom) }
}

export function join(a: Box, b: Box): Box {
  return combine(a, b, Math.min, Math.max)
}

export function overlap(a: Box, b: Box): Box {
  return combine(a, b, Math.max, Math.min)
}

/** Whether the middle of a box lies in another. */
export function isIn({ left, top, right, bottom }: Box, outer: Box, up = 0): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x >= outer.left && x <= outer.right && y >= outer.top - up && y <= outer.bottom + up
}

/** What `clip-path` and the older `clip` leave of a box. Shapes without an area leave nothing; others are taken as whole. */
export function clipped({ clipPath, clip }: CSSStyleDeclaration, box: Box): Box {
  const [, name, given = ''] = /^(\w+)\((.*?)( at .*| round .*)?\)$/.exec(clipPath === 'none' ? clip : clipPath) ?? []
  const { left, top, right, bottom } = box
  const sizes = given.split(/,? /).map((size, at) => (Number.parseFloat(size) * (size.endsWith('%') ? (at % 2 ? right - left : bottom - top) / 100 : 1)))
  const [a = 0, b = a, c = a, d = b] = sizes
  if (name === 'inset') return { left: left + d, top: top + a, right: right - b, bottom: bottom - c }
  if (name === 'rect') return { left: left + d, top: top + a, right: left + b, bottom: top + c }
  const isEmpty = name === 'polygon' ? new Set(given.split(', ')).size < 3 : a === 0 || b === 0
  return name && isEmpty ? { left, top, right: left, bottom: top } : box
}
