import type { TargetedMouseEvent } from 'preact'
import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'

/** The way to all that has no place in a pop-up. */
export function OptionsLink() {
  return (
    <p>
      <a id="open-options" href={browser.runtime.getURL('src/options/index.html')} target="_blank" rel="noopener" onClick={open}>
        {text('options')}
      </a>
    </p>
  )
}

function open(event: TargetedMouseEvent<HTMLAnchorElement>): void {
  event.preventDefault()
  // Unlike the address alone, it comes back to a tab that has the page already.
  void browser.runtime.openOptionsPage()
}
