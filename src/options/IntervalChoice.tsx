import { type MessageKey, text } from '../pages/i18n.ts'
import { UPDATE_INTERVALS, type UpdateInterval } from '../shared/settings.ts'
import { Choice } from './Choice.tsx'

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
  return <Choice id="updates" label={text('updatesInterval')} values={UPDATE_INTERVALS} textOf={(interval) => text(TEXTS[interval])} value={interval} onChoice={onInterval} />
}
