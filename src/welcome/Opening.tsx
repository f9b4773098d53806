import { text } from '../pages/i18n.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import { browser } from '../shared/browser.ts'
import type { SiteAbout } from '../sites/types.ts'
import { OpenSite } from './OpenSite.tsx'

interface OpeningProps {
  /** The first site that is on. */
  first: SiteAbout | undefined
  problem: StoredSettings['problem']
}

export function Opening({ first, problem }: OpeningProps) {
  return (
    <header class="opening">
      <img src={browser.runtime.getURL('icons/128.png')} alt="" width={56} height={56} />
      <h1>{text('welcomeHeading')}</h1>
      <p class="lead">{text('welcomeLead')}</p>
      <OpenSite site={first} />
      {/* Always there, so that screen readers tell what appears in it. */}
      <output id="problems">{problem && <span class="notice">{text(problem === 'read' ? 'problemSettingsRead' : 'problemSettingsSave')}</span>}</output>
    </header>
  )
}
