import { addStyles, make } from './dom.ts'
import { uiDirection } from './context.ts'

const TAG = 'adpledge-notice'
/** Long enough to be read, in milliseconds. */
const SHOWN = 5_000

const STYLES = `
:host { all: initial !important; position: fixed !important; inset: auto 0 24px 0 !important; z-index: 2147483647 !important; pointer-events: none !important; }
@media print { :host { display: none !important; } }
p {
  box-sizing: border-box; inline-size: fit-content; max-inline-size: calc(100vw - 32px); margin: 0 auto; padding: 10px 16px; border: 1px solid #4a5059;
  border-radius: 10px; background: #23262b; color: #eceef1; box-shadow: 0 8px 28px rgb(0 0 0 / .28);
  font: 500 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
`

let timer: ReturnType<typeof setTimeout> | undefined

/** Says one sentence at the bottom of the window, above the page and outside of its layout, and to screen readers. */
export function showNotice(text: string): void {
  document.querySelector(TAG)?.remove()
  clearTimeout(timer)
  const host = document.createElement(TAG)
  const shadow = host.attachShadow({ mode: 'closed' })
  addStyles(shadow, STYLES)
  const line = make('p')
  line.dir = uiDirection()
  line.setAttribute('role', 'status')
  shadow.append(line)
  document.documentElement.append(host)
  // What is there before its words are is what screen readers tell.
  line.textContent = text
  timer = setTimeout(() => host.remove(), SHOWN)
}
