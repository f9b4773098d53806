import { countText, text } from '../pages/i18n.ts'
import { keptText, LOG_PROBLEMS } from '../pages/log-texts.ts'
import { useLogState } from '../pages/use-log-state.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import { browser } from '../shared/browser.ts'
import type { LogState } from '../shared/log.ts'
import { DEFAULTS, LOG_DAYS } from '../shared/settings.ts'
import { Choice } from './Choice.tsx'
import { SwitchRow } from './SwitchRow.tsx'

const days = (count: number) => countText('logDays', count)

/** Whether ads that are labelled are written down, and for how long. */
export function AdLog({ stored: { settings, change } }: { stored: StoredSettings }) {
  const state = useLogState()
  return (
    <section id="log" aria-labelledby="log-heading">
      <h2 id="log-heading">{text('logHeading')}</h2>
      <p id="log-intro" class="small soft">
        {text('logExplained', days(settings?.logDays ?? DEFAULTS.logDays))}
      </p>
      {settings && (
        <div class="card">
          <SwitchRow id="log-on" label={text('logSwitch')} on={settings.log} describedBy="log-intro" onChange={(log) => change({ log })} />
          <Choice
            id="log-days"
            label={text('logKeep')}
            hint={text('logKeepHint')}
            values={LOG_DAYS}
            textOf={days}
            value={settings.logDays}
            onChoice={(logDays) => change({ logDays })}
          />
          <output id="log-state" class="small">
            {state !== 'loading' && stateText(state)}
          </output>
          <p>
            <a id="open-log" href={browser.runtime.getURL('src/log/index.html')} target="_blank" rel="noopener">
              {text('logOpen')}
            </a>
          </p>
        </div>
      )}
    </section>
  )
}

function stateText(state: LogState | 'unreadable'): string {
  if (state === 'unreadable') return text('logUnreadable')
  if (state.problem) return text(LOG_PROBLEMS[state.problem])
  return keptText(state) ?? text('logKeptNone')
}
