import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'

export function Footer() {
  return (
    <footer class="small soft">
      <p>{text('notAffiliated')}</p>
      <p>{text('version', browser.runtime.getManifest().version)}</p>
    </footer>
  )
}
