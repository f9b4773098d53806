import { HUES, TONES } from './hues.ts'
import { DEFAULTS, LABEL_STATUSES } from './settings.ts'

/**
 * The one design language of badge, card and pages: their styles name these as custom properties and no colour, type size, radius
 * or distance of their own (`test/design.test.ts`). Lengths in CSS pixels.
 */

/** Text has 4.5:1 on `bg` and `raised`, `control` and `focus` 3:1. */
export const COLOURS = {
  light: {
    bg: '#fff', raised: '#f6f7f9', fg: '#1c1e21', soft: '#5a6068', line: '#d5d9df', control: '#767d87', link: '#0b57d0', focus: '#0b57d0',
    accent: '#0b57d0', 'on-accent': '#fff', error: '#b3261e', 'warn-bg': '#fdf2d8', 'warn-fg': '#4f3500', 'warn-line': '#dcbd73',
  },
  dark: {
    bg: '#202328', raised: '#2a2e34', fg: '#eceef1', soft: '#aab1bb', line: '#444a53', control: '#8b929c', link: '#8ab4f8', focus: '#8ab4f8',
    accent: '#8ab4f8', 'on-accent': '#10233f', error: '#ffb4ab', 'warn-bg': '#3a2d0c', 'warn-fg': '#f6e2b3', 'warn-line': '#76602a',
  },
} as const

/** Distances, by how many times 4 pixels they are. */
const SPACES = { half: 2, 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32, 12: 48, 16: 64 } as const
const TEXTS = { xs: 12, s: 13, m: 14, l: 16, xl: 20, '2xl': 24, '3xl': 36 } as const
const RADII = { s: 6, m: 8, l: 12, round: 999 } as const

/** What is the same in both themes. */
const COMMON = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  mono: 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
  strong: '650',
  medium: '600',
  leading: '1.43',
  'leading-tight': '1.25',
  // What feeds look like, behind examples of badges.
  'feed-light': '#fff',
  'feed-dark': '#242526',
  shadow: '0 8px 28px rgb(0 0 0 / .28)',
  moment: '.12s ease-out',
}

export type Theme = keyof typeof COLOURS

/** Badge and card: pixels, since the page that they are in may have any root size. */
export function colourTokens(theme: Theme): string {
  return declarations(COLOURS[theme]) + toneTokens(theme)
}

/** Lightness and chroma of labels; their hues are each status's own. */
export function toneTokens(theme: Theme): string {
  const { background, text, line } = TONES[theme]
  return declarations({ 'bg-l': background[0], 'bg-c': background[1], 'fg-l': text[0], 'fg-c': text[1], 'line-l': line[0], 'line-c': line[1] })
}

/** @param unit `rem` where the root's size is what a person has chosen in the browser */
export function sizeTokens(unit: 'px' | 'rem'): string {
  const text = (size: number) => (unit === 'px' ? `${size}px` : `${size / 16}rem`)
  return [named('space', SPACES, pixels), named('text', TEXTS, text), named('radius', RADII, pixels)].map(declarations).join('') + declarations(COMMON)
}

/** A label's colours, from its hue. */
export const TONE_RULES = `
  background: oklch(var(--bg-l) calc(var(--strength) * var(--bg-c)) var(--hue));
  color: oklch(var(--fg-l) calc(var(--strength) * var(--fg-c)) var(--hue));
  border-color: oklch(var(--line-l) calc(var(--strength) * var(--line-c)) var(--hue));
`

/** What stands before the style sheet that all pages share. The hues that a person has chosen are set on the root by `use-hues.ts`. */
export function pageTokens(): string {
  const hues = LABEL_STATUSES.map((status) => {
    const { hue, strength } = HUES[DEFAULTS.appearance.hues[status]]
    return `.${status} { --hue: var(--hue-${status}, ${hue}); --strength: var(--strength-${status}, ${strength}); }`
  })
  return `
:root { color-scheme: light dark; ${sizeTokens('rem')} ${colourTokens('light')} }
@media (prefers-color-scheme: dark) { :root { ${colourTokens('dark')} } }
:is(${LABEL_STATUSES.map((status) => `.${status}`).join(', ')}, .hue) { ${TONE_RULES} }
${hues.join('\n')}
`
}

function pixels(length: number): string {
  return `${length}px`
}

function named(kind: string, values: Readonly<Record<string, number>>, written: (value: number) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${kind}-${name}`, written(value)]))
}

function declarations(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values).map(([name, value]) => `--${name}: ${value}; `).join('')
}
