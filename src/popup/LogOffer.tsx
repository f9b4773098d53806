import { countText, text } from '../pages/i18n.ts'
import { keptText, LOG_PROBLEMS } from '../pages/log-texts.ts'
import { Switch } from '../pages/Switch.tsx'
import { useLogState } from '../pages/use-log-state.ts'
import { browser } from '../shared/browser.ts'
import type { SettingsChange } from '../shared/messages.ts'
import type { Settings } from '../shared/settings.ts'

interface LogOfferProps {
  settings: Settings
  change: (change: SettingsChange) => void
}

/** The switch of the ad log, what it keeps, and the way to it. */
export function LogOffer({ settings: { log, logDays }, change }: LogOfferProps) {
  const read = useLogState()
  const state = typeof read === 'object' ? read : null
  const kept = state && keptText(state)
  return (
    <section aria-labelledby="log-heading">
      <div class="row">
        <h2 id="log-heading">
          <label for="log">{text('logHeading')}</label>
        </h2>
        <Switch id="log" on={log} describedBy="log-explained" onChange={(on) => change({ log: on })} />
      </div>
      <p id="log-explained" class="small soft">
        {text('logExplained', countText('logDays', logDays))}
      </p>
      {state?.problem && <p role="alert">{text(LOG_PROBLEMS[state.problem])}</p>}
      {(log || kept !== null) && (
        <p>
          <a id="open-log" href={browser.runtime.getURL('src/log/index.html')} target="_blank" rel="noopener">
            {kept === null ? text('logOpen') : text('logOpenSince', kept)}
          </a>
        </p>
      )}
    </section>
  )
}
