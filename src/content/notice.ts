import { addStyles, make } from './dom.ts'
import { translate, uiDirection } from './context.ts'
import { NOTICE_STYLES } from './notice-styles.ts'

const TAG = 'adpledge-notice'
/** Long enough to be read, in milliseconds. */
const SHOWN = 5_000

let timer: ReturnType<typeof setTimeout> | undefined

/** Says one sentence at the bottom of the window, above the page and outside of its layout, and to screen readers. */
export function showNotice(text: string): void {
  document.querySelector(TAG)?.remove()
  clearTimeout(timer)
  const host = document.createElement(TAG)
  const shadow = host.attachShadow({ mode: 'closed' })
  addStyles(shadow, NOTICE_STYLES)
  const line = make('p')
  line.lang = translate('textLanguage')
  line.dir = uiDirection()
  line.setAttribute('role', 'status')
  shadow.append(line)
  document.documentElement.append(host)
  // What is there before its words are is what screen readers tell.
  line.textContent = text
  timer = setTimeout(() => host.remove(), SHOWN)
}
