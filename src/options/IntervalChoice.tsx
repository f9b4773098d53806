import { type MessageKey, text } from '../pages/i18n.ts'
import { UPDATE_INTERVALS, type UpdateInterval } from '../shared/settings.ts'

const TEXTS: Record<UpdateInterval, MessageKey> = {
  off: 'updates_off',
  '6h': 'updates_6h',
  daily: 'updates_daily',
  weekly: 'updates_weekly',
}

interface IntervalChoiceProps {
  interval: UpdateInterval
  onInterval: (interval: UpdateInterval) => void
}

export function IntervalChoice({ interval, onInterval }: IntervalChoiceProps) {
  return (
    <div class="field choice">
      <label for="updates">{text('updatesInterval')}</label>
      <select id="updates" value={interval} onChange={({ currentTarget: { value } }) => onInterval(value as UpdateInterval)}>
        {UPDATE_INTERVALS.map((value) => (
          <option key={value} value={value}>
            {text(TEXTS[value])}
          </option>
        ))}
      </select>
    </div>
  )
}
