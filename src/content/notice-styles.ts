import { colourTokens, sizeTokens } from '../shared/tokens.ts'

/** Styles of a notice: dark on every page, so that it stands out from each. */
export const NOTICE_STYLES = `
:host { all: initial !important; position: fixed !important; inset: auto 0 24px 0 !important; z-index: 2147483647 !important; pointer-events: none !important; }
@media print { :host { display: none !important; } }
p {
  ${sizeTokens('px')} ${colourTokens('dark')}
  box-sizing: border-box; inline-size: fit-content; max-inline-size: calc(100vw - 32px); margin: 0 auto; padding: var(--space-2) var(--space-4);
  border: 1px solid var(--line); border-radius: var(--radius-m); background: var(--bg); color: var(--fg); box-shadow: var(--shadow);
  font: 400 var(--text-m)/var(--leading) var(--font); font-weight: var(--medium);
}
`
