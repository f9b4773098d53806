import { countText, text } from '../pages/i18n.ts'
import { Switch } from '../pages/Switch.tsx'
import type { StoredSettings } from '../pages/use-settings.ts'
import { browser } from '../shared/browser.ts'
import type { Settings } from '../shared/settings.ts'

interface LogOfferProps {
  settings: Settings
  change: StoredSettings['change']
}

/** Offers the ad log, which is off until a person wants it. */
export function LogOffer({ settings, change }: LogOfferProps) {
  return (
    <section aria-labelledby="log-heading">
      <h2 id="log-heading">{text('welcomeLogHeading')}</h2>
      <p class="soft" id="about-log">
        {text('logExplained', countText('logDays', settings.logDays))}
      </p>
      <div class="log-row">
        <label for="log">{text('logSwitch')}</label>
        <Switch id="log" on={settings.log} onChange={(log) => change({ log })} describedBy="about-log" />
      </div>
      <p>
        <a id="open-log" href={browser.runtime.getURL('src/log/index.html')} target="_blank" rel="noopener">
          {text('logOpen')}
        </a>
      </p>
    </section>
  )
}
