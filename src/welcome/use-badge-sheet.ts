import { useMemo } from 'preact/hooks'
import { badgeStyles } from '../shared/badge-styles.ts'
import type { Appearance } from '../shared/settings.ts'

/**
 * Here badges stand in the text instead of being laid over a post. Until its post is seen, one can't be seen but reached: who
 * goes by keyboard would otherwise pass it over.
 */
const IN_TEXT = `
:host { position: static !important; contain: none !important; display: inline-flex !important; max-inline-size: 100% !important; vertical-align: middle !important; }
.root { min-inline-size: 0; max-inline-size: 100%; }
.place { position: static; visibility: visible; max-inline-size: 100%; opacity: 0; }
.place.placed { opacity: 1; }
.wrap .text { text-wrap: wrap; }
@media (prefers-reduced-motion: no-preference) {
  .place { translate: 0 2px; }
  .place.placed { translate: none; transition: opacity .4s ease-out .15s, translate .4s ease-out .15s; }
}
`

/** The styles of badges as a person has set them; a sheet of its own, since the extension's policy takes no others. */
export function useBadgeSheet(appearance: Appearance): CSSStyleSheet {
  return useMemo(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(badgeStyles(appearance) + IN_TEXT)
    return sheet
  }, [appearance])
}
