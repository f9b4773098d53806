import { text } from '../pages/i18n.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { Settings } from '../shared/settings.ts'
import { Feed } from './Feed.tsx'
import { KindSwitches } from './KindSwitches.tsx'

interface LabelsProps {
  settings: Settings
  change: StoredSettings['change']
}

/** What labels mean, on a feed to try it out with: the switches are those of the pop-up. */
export function Labels({ settings, change }: LabelsProps) {
  return (
    <section class="labels" aria-labelledby="labels-heading">
      <div class="beside-feed">
        <h2 id="labels-heading">{text('welcomeLabelsHeading')}</h2>
        <p class="soft">{text('welcomeLabelsIntro')}</p>
        <KindSwitches settings={settings} change={change} />
      </div>
      <Feed settings={settings} />
    </section>
  )
}
