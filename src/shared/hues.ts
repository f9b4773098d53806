/**
 * Colours that a label's kind can have. Each is a hue and how strong it is; lightness is the same for all and comes from
 * the theme, so that every one of them can be read (`test/hues.test.ts` works out the contrast).
 */
export const HUES = {
  green: { hue: 154, strength: 1 },
  blue: { hue: 255, strength: 1 },
  purple: { hue: 299, strength: 1 },
  pink: { hue: 345, strength: 1 },
  red: { hue: 25, strength: 1 },
  amber: { hue: 86, strength: 1 },
  teal: { hue: 195, strength: 1 },
  grey: { hue: 258, strength: 0.12 },
} as const

export const HUE_NAMES = Object.keys(HUES) as HueName[]
export type HueName = keyof typeof HUES

/** Lightness and chroma of a label's parts, in OKLCH. */
export const TONES = {
  light: { background: [0.95, 0.027], text: [0.415, 0.12], line: [0.785, 0.09] },
  dark: { background: [0.29, 0.06], text: [0.85, 0.088], line: [0.475, 0.1] },
} as const
