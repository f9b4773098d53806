import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'
import type { SiteAbout } from '../sites/types.ts'
import { OpenSite } from './OpenSite.tsx'

export function Ending({ first }: { first: SiteAbout | undefined }) {
  return (
    <footer class="ending">
      <p class="lead">{text('welcomeEnd')}</p>
      <OpenSite site={first} />
      <p class="small soft">
        {text('notAffiliated')} {text('version', browser.runtime.getManifest().version)}
      </p>
    </footer>
  )
}
