import { HUES } from './hues.ts'
import { type Appearance, type BadgeSize, LABEL_STATUSES } from './settings.ts'
import { sizeTokens, TONE_RULES, toneTokens } from './tokens.ts'

/** Type and line height of a badge, in pixels. */
const SIZES: Record<BadgeSize, { font: number; line: number; icon: number }> = {
  small: { font: 11, line: 14, icon: 12 },
  medium: { font: 12, line: 16, icon: 14 },
  large: { font: 15, line: 20, icon: 18 },
}

/** As much as a finger or an unsteady hand needs, in pixels; where a badge is lower, what can be pressed reaches beyond it. */
const TARGET = 24

/**
 * Once it is in its place, only the icon is seen until somebody points at it or comes to it by keyboard; its name for screen
 * readers stays. The place keeps the room that its text needs, so that nothing is covered when it opens.
 */
const COMPACT = `
.placed .badge:not(:hover, :focus-visible, [aria-expanded=true]) { padding-inline: 3px; }
.placed .badge:not(:hover, :focus-visible, [aria-expanded=true]) .text { display: none; }
`

/**
 * Styles of the badge, which pages get as data: each status has a hue, light and dark give lightness and chroma. `!important`
 * on `:host`, because for important rules the shadow tree goes before the page, and only that keeps
 * a page from restyling the box.
 */
export function badgeStyles({ size, form, hues, corner }: Appearance): string {
  const { font, line, icon } = SIZES[size]
  return `
:host { all: initial !important; display: block !important; position: absolute !important; contain: size layout style !important; }
@media print { :host { display: none !important; } }
.root {
  ${sizeTokens('px')}
  ${toneTokens('light')}
  color-scheme: light;
  font: 400 ${font}px/${line}px var(--font);
}
.root.dark { ${toneTokens('dark')} color-scheme: dark; }
.place { position: absolute; left: 0; top: 0; visibility: hidden; inline-size: max-content; pointer-events: none; }
.place.placed { visibility: visible; }
button, a { font: inherit; }
.badge {
  all: unset; box-sizing: border-box; display: inline-flex; align-items: center; gap: var(--space-1);
  max-inline-size: 100%; min-block-size: ${line + 6}px; padding-block: var(--space-half); padding-inline: 7px 9px; border-radius: var(--radius-round); border: 1px solid;
  font-weight: var(--medium); white-space: nowrap; cursor: pointer; pointer-events: auto;
}
.badge { position: relative; }
.badge::after { content: ""; position: absolute; inset: ${Math.min(0, (line + 6 - TARGET) / 2) - 1}px; }
.badge:focus-visible { outline: 2px solid; outline-offset: 2px; }
.wrap .badge { white-space: normal; border-radius: var(--radius-l); }
.badge .text { overflow: hidden; text-overflow: ellipsis; }
.wrap .text { text-wrap: pretty; }
svg { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.badge svg { flex: none; inline-size: ${icon}px; block-size: ${icon}px; }
.badge, .status { ${TONE_RULES} }
${LABEL_STATUSES.map((status) => `.${status} { --hue: ${HUES[hues[status]].hue}; --strength: ${HUES[hues[status]].strength}; }`).join('\n')}
.unconfirmed, .unlisted { font-weight: 400; }
.unlisted { border-style: dashed; }
${form === 'compact' ? COMPACT : ''}
${corner.endsWith('end') ? '.wrap { display: flex; justify-content: flex-end; }' : ''}
@media (forced-colors: active) { .badge { border-color: ButtonText; } }
`
}
