import { countText, text } from '../pages/i18n.ts'
import { keptText } from '../pages/log-texts.ts'
import { Switch } from '../pages/Switch.tsx'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { LogState } from '../shared/log.ts'
import { LOG_DAYS, type Settings } from '../shared/settings.ts'

interface KeepingProps {
  settings: Settings
  state: LogState
  onChange: StoredSettings['change']
}

/** How much is kept, for how long, and where it is switched off. */
export function Keeping({ settings, state, onChange }: KeepingProps) {
  return (
    <section class="keeping" aria-label={text('logSwitch')}>
      <div class="row">
        <label for="log-switch">{text('logSwitch')}</label>
        <Switch id="log-switch" on={settings.log} describedBy="log-kept" onChange={(log) => onChange({ log })} />
      </div>
      <div class="row">
        <label for="log-days">{text('logKeep')}</label>
        <select id="log-days" value={String(settings.logDays)} onChange={({ currentTarget: { value } }) => {
          const logDays = LOG_DAYS.find((days) => String(days) === value)
          if (logDays) onChange({ logDays })
        }}>
          {LOG_DAYS.map((days) => (
            <option key={days} value={String(days)}>
              {countText('logDays', days)}
            </option>
          ))}
        </select>
      </div>
      <p id="log-kept" class="small soft">
        {keptText(state) ?? text('logKeptNone')} · {text('logPrivate')}
      </p>
    </section>
  )
}
