import { describe, expect, it } from 'vitest'
import { contrast, type LinearColour } from './contrast.ts'
import { HUE_NAMES, HUES, TONES } from '../src/shared/hues.ts'

const cut = (value: number) => Math.min(1, Math.max(0, value))

/** Linear sRGB of an OKLCH colour, cut off at what screens show; https://www.w3.org/TR/css-color-4/#color-conversion-code */
function linear(lightness: number, chroma: number, hue: number): LinearColour {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const [l, m, s] = [lightness + 0.3963377774 * a + 0.2158037573 * b, lightness - 0.1055613458 * a - 0.0638541728 * b, lightness - 0.0894841775 * a - 1.291485548 * b].map((part) => part ** 3) as [number, number, number]
  return [cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s), cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s), cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)]
}

describe('colours of badges', () => {
  it('works out contrast as the guidelines do', () => {
    expect(contrast(linear(1, 0, 0), linear(0, 0, 0))).toBeCloseTo(21, 1)
    expect(contrast(linear(0.5999, 0, 0), linear(1, 0, 0))).toBeCloseTo(3.95, 1)
  })

  it.each(HUE_NAMES.flatMap((name) => (['light', 'dark'] as const).map((theme) => [name, theme] as const)))('%s can be read in %s', (name, theme) => {
    const { hue, strength } = HUES[name]
    const { background, text } = TONES[theme]
    expect(contrast(linear(text[0], text[1] * strength, hue), linear(background[0], background[1] * strength, hue))).toBeGreaterThanOrEqual(4.5)
  })

  it('are eight that differ', () => {
    expect(HUE_NAMES).toHaveLength(8)
    const hues = Object.values(HUES).filter(({ strength }) => strength === 1).map(({ hue }) => hue).toSorted((a, b) => a - b)
    for (const [at, hue] of hues.entries()) if (at > 0) expect(hue - (hues[at - 1] ?? 0)).toBeGreaterThanOrEqual(40)
  })
})
