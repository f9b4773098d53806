import { escape } from './html.ts'
import { hash, pick, randomFrom, type Random } from './random.ts'

interface Palette {
  sky: string
  light: string
  far: string
  middle: string
  near: string
}

const PALETTES: readonly [Palette, ...Palette[]] = [
  { sky: '#cfe3ee', light: '#fff3d6', far: '#9dbdca', middle: '#5f8d97', near: '#2f5a60' },
  { sky: '#f6d8c6', light: '#fff0dc', far: '#e3a98e', middle: '#b86f5c', near: '#6d3f3c' },
  { sky: '#dfe6d2', light: '#fbf7dc', far: '#b4c79f', middle: '#7d9a6a', near: '#47623f' },
  { sky: '#d8d7ea', light: '#f7e9f0', far: '#aaa6cf', middle: '#746fa6', near: '#413d6b' },
  { sky: '#f3e4b8', light: '#fffaea', far: '#dcc07c', middle: '#b58f4a', near: '#6f5527' },
  { sky: '#c9e6e0', light: '#f4fbf3', far: '#8cc4ba', middle: '#4d958c', near: '#24605b' },
]

function dataUri(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function ridge(random: Random, width: number, height: number, base: number, swing: number, colour: string): string {
  const steps = 5
  let path = `M0 ${height}V${base}`
  for (let i = 0; i < steps; i++) {
    const x = (width / steps) * (i + 0.5)
    const y = base - swing * (random() - 0.3)
    path += `Q${x.toFixed(0)} ${y.toFixed(0)} ${((width / steps) * (i + 1)).toFixed(0)} ${(base - swing * 0.3 * random()).toFixed(0)}`
  }
  return `<path fill="${colour}" d="${path}V${height}Z"/>`
}

function landscape(random: Random, w: number, h: number, c: Palette): string {
  const sun = `<circle cx="${(w * (0.2 + 0.6 * random())).toFixed(0)}" cy="${(h * 0.32).toFixed(0)}" r="${(h * 0.1).toFixed(0)}" fill="${c.light}"/>`
  return (
    sun +
    ridge(random, w, h, h * 0.58, h * 0.3, c.far) +
    ridge(random, w, h, h * 0.72, h * 0.24, c.middle) +
    ridge(random, w, h, h * 0.88, h * 0.16, c.near)
  )
}

function sea(random: Random, w: number, h: number, c: Palette): string {
  const waves = [0.6, 0.72, 0.84].map((y, i) => {
    const colour = [c.far, c.middle, c.near][i] ?? c.near
    return `<rect y="${(h * y).toFixed(0)}" width="${w}" height="${h}" fill="${colour}"/>`
  })
  const x = w * (0.3 + 0.4 * random())
  const sail =
    `<path fill="${c.light}" d="M${x.toFixed(0)} ${(h * 0.3).toFixed(0)}v${(h * 0.32).toFixed(0)}h${(h * 0.2).toFixed(0)}z"/>` +
    `<path fill="${c.near}" d="M${(x - h * 0.08).toFixed(0)} ${(h * 0.64).toFixed(0)}h${(h * 0.32).toFixed(0)}l-${(h * 0.06).toFixed(0)} ${(h * 0.06).toFixed(0)}h-${(h * 0.2).toFixed(0)}z"/>`
  return waves.slice(0, 1).join('') + sail + waves.slice(1).join('')
}

function stillLife(random: Random, w: number, h: number, c: Palette): string {
  const table = `<rect y="${(h * 0.74).toFixed(0)}" width="${w}" height="${h}" fill="${c.far}"/>`
  const things = [0.26, 0.5, 0.74].map((x, i) => {
    const size = h * (0.16 + 0.1 * random())
    const colour = [c.middle, c.near, c.light][i] ?? c.near
    const left = w * x
    const shape = Math.floor(random() * 3)
    if (shape === 0) return `<circle cx="${left.toFixed(0)}" cy="${(h * 0.78 - size).toFixed(0)}" r="${size.toFixed(0)}" fill="${colour}"/>`
    const half = size * (shape === 1 ? 0.7 : 0.45)
    return (
      `<rect x="${(left - half).toFixed(0)}" y="${(h * 0.78 - size * 2).toFixed(0)}" width="${(half * 2).toFixed(0)}" ` +
      `height="${(size * 2).toFixed(0)}" rx="${(half * (shape === 1 ? 0.25 : 0.9)).toFixed(0)}" fill="${colour}"/>`
    )
  })
  return table + things.join('')
}

// Few enough that a browser with thousands of posts decodes each only once.
const PICTURES = 36

/** A calm invented picture; the same key gives the same picture. */
export function picture(key: string, width: number, height: number): string {
  const random = randomFrom(hash(String(hash(key) % PICTURES)))
  const colours = pick(random, PALETTES)
  const scene = pick(random, [landscape, landscape, sea, stillLife])
  return dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" fill="${colours.sky}"/>${scene(random, width, height, colours)}</svg>`,
  )
}

/** A disc with initials. */
export function portrait(name: string): string {
  const palette = PALETTES[hash(name) % PALETTES.length] ?? PALETTES[0]
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('')
  return dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="80" height="80"><rect width="80" height="80" fill="${palette.middle}"/>` +
      `<text x="40" y="51" text-anchor="middle" font-family="Helvetica,Arial,sans-serif" font-size="30" font-weight="600" fill="#fff">${escape(initials)}</text></svg>`,
  )
}
