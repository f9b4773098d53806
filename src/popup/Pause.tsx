import { clockText, text } from '../pages/i18n.ts'
import { LONGEST_PAUSE, type Settings } from '../shared/settings.ts'

interface PauseProps {
  settings: Settings
  onPause: (until: number | null) => void
}

/** No badges for an hour; when they come back is told. Badges that are off altogether need no pause. */
export function Pause({ settings: { badges, pausedUntil }, onPause }: PauseProps) {
  if (!badges) return null
  return (
    <section class="pause">
      <output id="paused">{pausedUntil !== null && text('pausedUntil', clockText(pausedUntil))}</output>
      <button type="button" id="pause" onClick={() => onPause(pausedUntil === null ? Date.now() + LONGEST_PAUSE : null)}>
        {text(pausedUntil === null ? 'pauseHour' : 'pauseEnd')}
      </button>
    </section>
  )
}
