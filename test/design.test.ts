import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CARD_STYLES } from '../src/content/card-styles.ts'
import { NOTICE_STYLES } from '../src/content/notice-styles.ts'
import { badgeStyles } from '../src/shared/badge-styles.ts'
import { DEFAULTS, LABEL_STATUSES } from '../src/shared/settings.ts'
import { COLOURS, colourTokens, pageTokens, sizeTokens } from '../src/shared/tokens.ts'
import { contrast, type LinearColour } from './contrast.ts'

interface Declaration {
  where: string
  property: string
  value: string
}

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ where: `src/${path}`, css: readFileSync(`src/${path}`, 'utf8') }))
const all = [...sheets, { where: 'the card', css: CARD_STYLES }, { where: 'the notice', css: NOTICE_STYLES }, { where: 'the badge', css: badgeStyles(DEFAULTS.appearance) }]

function declarationsOf({ where, css }: { where: string; css: string }): Declaration[] {
  return [...css.replace(/\/\*[^]*?\*\//g, '').matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+)/g)].map(([, property = '', value = '']) => ({ where, property, value: value.trim() }))
}

const declarations = all.flatMap(declarationsOf)

/** Those of some properties that have a value of their own, written out for the message. */
function straying(properties: RegExp, isFine: (value: string, property: string) => boolean): string[] {
  return declarations.filter(({ property, value }) => properties.test(property) && !property.startsWith('--') && !isFine(value, property)).map(({ where, property, value }) => `${where}: ${property}: ${value}`)
}

function hairlines(value: string): boolean {
  return [...value.matchAll(/(-?[\d.]+)px/g)].every(([, length]) => Math.abs(Number(length)) <= 10)
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code */
function linear(hex: string): LinearColour {
  const full = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1)
  const part = (at: number) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(0), part(2), part(4)]
}

function contrastOf(one: string, other: string): number {
  return contrast(linear(one), linear(other))
}

describe('styles of pages, badge and card', () => {
  it('are read, all of them', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(8)
    expect(declarations.length).toBeGreaterThan(500)
  })

  it('name colours, and have none of their own but for pictures, which follow a hue', () => {
    const own = /#[\da-f]{3,8}\b|rgba?\(|hsla?\(/i
    expect(declarations.filter(({ property, value }) => !property.startsWith('--') && own.test(value)).map(({ where, property, value }) => `${where}: ${property}: ${value}`)).toEqual([])
    expect(straying(/./, (value) => !value.includes('oklch(') || value.includes('var(--hue)'))).toEqual([])
  })

  it('name type sizes, weights and radii', () => {
    expect(straying(/^font-size$/, (value) => value.startsWith('var(--text-'))).toEqual([])
    // The badge has three sizes to choose from, each with its line.
    expect(straying(/^font$/, (value) => value === 'inherit' || value.includes('var(--text-') || /^400 \d+px\/\d+px var\(--font\)$/.test(value))).toEqual([])
    expect(straying(/^font-weight$/, (value) => /^var\(--(strong|medium)\)$|^400$/.test(value))).toEqual([])
    expect(straying(/^border(-[a-z]+)*-radius$/, (value) => /^var\(--radius-\w+\)$|^50%$|^0$/.test(value))).toEqual([])
  })

  it('name distances: no more than hairlines are written in pixels', () => {
    expect(straying(/^(gap|row-gap|column-gap)$/, (value) => !value.includes('px'))).toEqual([])
    expect(straying(/^(padding|margin)/, hairlines)).toEqual([])
  })

  it('name only tokens that there are', () => {
    const given = new Set([...`${pageTokens()}${colourTokens('light')}${sizeTokens('px')}${all.map(({ css }) => css).join('\n')}`.matchAll(/(?<![\w-])(--[\w-]+):/g)].map(([, name]) => name))
    // Set by code, with a fallback: `use-hues.ts`, and pictures of invented posts.
    const byCode = new Set(['--hue', ...LABEL_STATUSES.flatMap((status) => [`--hue-${status}`, `--strength-${status}`])])
    const used = all.flatMap(({ where, css }) => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => ({ where, name })))
    expect(used.filter(({ name }) => !given.has(name) && !byCode.has(name))).toEqual([])
  })

  it('lay out by where lines begin and end, not by left and right', () => {
    // A badge is put at pixels of the page, whichever way it is written.
    const byPlace = ['the badge', 'the card']
    expect(straying(/(^|-)(left|right)$/, () => false).filter((line) => !byPlace.some((where) => line.startsWith(where)))).toEqual([])
    expect(straying(/^(text-align|float)$/, (value) => !/left|right/.test(value))).toEqual([])
    expect(straying(/^(padding|margin)$/, (value) => value.split(/\s+(?![^(]*\))/).length !== 4 || value.split(/\s+(?![^(]*\))/)[1] === value.split(/\s+(?![^(]*\))/)[3])).toEqual([])
  })
})

describe.each(['light', 'dark'] as const)('colours in %s', (theme) => {
  const colours = COLOURS[theme]

  it.each(['fg', 'soft', 'link', 'error'] as const)('%s can be read on every background', (name) => {
    for (const background of ['bg', 'raised'] as const) expect(contrastOf(colours[name], colours[background]), background).toBeGreaterThanOrEqual(4.5)
  })

  it('what stands on an accent or a notice can be read', () => {
    expect(contrastOf(colours['on-accent'], colours.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(colours['warn-fg'], colours['warn-bg'])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['control', 'focus', 'accent'] as const)('%s can be made out on every background', (name) => {
    for (const background of ['bg', 'raised'] as const) expect(contrastOf(colours[name], colours[background]), background).toBeGreaterThanOrEqual(3)
  })
})
