import browser from 'webextension-polyfill'
import { countText, locale, type MessageKey, text } from '../pages/i18n.ts'
import { useLogState } from '../pages/use-log-state.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import { dayOf } from '../shared/dates.ts'
import type { LogState } from '../shared/log.ts'
import { LOG_DAYS, type LogDays } from '../shared/settings.ts'
import { Choice } from './Choice.tsx'
import { SwitchRow } from './SwitchRow.tsx'

const DAYS: Record<LogDays, MessageKey> = { 7: 'logOptionsDays_7', 30: 'logOptionsDays_30', 90: 'logOptionsDays_90', 365: 'logOptionsDays_365' }
const PROBLEMS: Record<NonNullable<LogState['problem']>, MessageKey> = { full: 'logOptionsFull', failed: 'logOptionsFailed' }

/** Whether ads that are labelled are written down, and for how long. */
export function AdLog({ stored: { settings, change } }: { stored: StoredSettings }) {
  const state = useLogState()
  return (
    <section id="log" aria-labelledby="log-heading">
      <h2 id="log-heading">{text('logOptionsHeading')}</h2>
      <p id="log-intro" class="small soft">
        {text('logOptionsIntro')}
      </p>
      {settings && (
        <div class="card">
          <SwitchRow id="log-on" label={text('logOptionsOn')} on={settings.log} describedBy="log-intro" onChange={(log) => change({ log })} />
          <Choice
            id="log-days"
            label={text('logOptionsDays')}
            hint={text('logOptionsDaysHint')}
            values={LOG_DAYS}
            texts={DAYS}
            value={settings.logDays}
            onChoice={(logDays) => change({ logDays })}
          />
          <output id="log-state" class="small">
            {state !== 'loading' && stateText(state)}
          </output>
          <p>
            <a id="open-log" href={browser.runtime.getURL('src/log/index.html')} target="_blank" rel="noopener">
              {text('logOptionsOpen')}
            </a>
          </p>
        </div>
      )}
    </section>
  )
}

function stateText(state: LogState | 'unreadable'): string {
  if (state === 'unreadable') return text('logOptionsUnreadable')
  if (state.problem) return text(PROBLEMS[state.problem])
  if (state.rows === 0 || state.since === null) return text('logOptionsNone')
  return text('logOptionsSince', countText('logOptionsRows', state.rows), dayOf(state.since, locale()))
}
