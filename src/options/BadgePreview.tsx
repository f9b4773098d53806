import { useEffect, useRef } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { badgeStyles } from '../shared/badge-styles.ts'
import type { Appearance } from '../shared/settings.ts'
import { drawBadges } from './draw-badges.ts'

/** What the preview has besides, over what places a badge in a post. */
const PREVIEW = `
:host { position: static !important; contain: none !important; }
.root { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-2); justify-items: start; }
.placed { max-inline-size: 100%; display: flex; }
.badge { cursor: default; }
`

/** A badge of each kind as it looks on light and on dark pages. */
export function BadgePreview({ appearance }: { appearance: Appearance }) {
  return (
    <figure class="preview">
      <figcaption class="small soft">{text('appearancePreview')}</figcaption>
      <Badges appearance={appearance} theme="light" />
      <Badges appearance={appearance} theme="dark" />
    </figure>
  )
}

/** Drawn apart from the page, as on sites, by the very styles that sites get. */
function Badges({ appearance, theme }: { appearance: Appearance; theme: 'light' | 'dark' }) {
  const hostRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hostRef.current) drawBadges(hostRef.current, theme, badgeStyles(appearance) + PREVIEW)
  }, [appearance, theme])
  return (
    <div class={`preview-page ${theme}`} aria-hidden="true">
      <div ref={hostRef} />
    </div>
  )
}
