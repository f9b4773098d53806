import { type MessageKey, text } from '../pages/i18n.ts'
import { LOG_PROBLEMS } from '../pages/log-texts.ts'
import type { LogState } from '../shared/log.ts'

interface ProblemsProps {
  log: LogState['problem']
  unreadable: boolean
  unsaved: boolean
}

/** What is wrong. Always there, so that screen readers tell what appears in it. */
export function Problems({ log, unreadable, unsaved }: ProblemsProps) {
  const texts: (MessageKey | false)[] = [unreadable && 'logUnreadable', log !== null && LOG_PROBLEMS[log], unsaved && 'problemSettingsSave']
  return (
    <div id="problems" aria-live="polite">
      {texts.map((key) => key && (
        <p key={key} class="notice">
          {text(key)}
        </p>
      ))}
    </div>
  )
}
