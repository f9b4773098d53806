import { type MessageKey, text } from '../pages/i18n.ts'
import type { InfoState } from '../pages/use-list-info.ts'
import type { StoredSettings } from '../pages/use-settings.ts'

interface NoticesProps {
  info: InfoState
  settings: StoredSettings['problem']
}

/** What keeps lists or settings from being read or kept. Always there, so that screen readers tell what appears in it. */
export function Notices({ info, settings }: NoticesProps) {
  const problems: (MessageKey | false)[] = [
    info === 'silent' && 'problemBackground',
    typeof info === 'object' && info.problem === 'list' && 'problemList',
    typeof info === 'object' && info.problem === 'storage' && 'problemStorage',
    settings === 'read' && 'problemSettingsRead',
    settings === 'save' && 'problemSettingsSave',
  ]
  return (
    <output id="problems">
      {problems.filter((problem) => problem !== false).map((problem) => (
        <span key={problem} class="notice">
          {text(problem)}
        </span>
      ))}
    </output>
  )
}
