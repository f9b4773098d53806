import { text } from '../pages/i18n.ts'
import { FACEBOOK } from '../pages/site.ts'
import type { ListInfo } from '../shared/messages.ts'
import type { TabAnswer } from './use-tab-ads.ts'
import type { StoredSettings } from './use-settings.ts'

export interface Problem {
  /** What is off, and what to do. */
  text: string
  action?: { id: string; label: string; run: () => void }
}

export interface Situation {
  permission: { missing: boolean; request: () => void }
  info: 'loading' | 'silent' | ListInfo
  settings: StoredSettings['problem']
  tab: TabAnswer
  /** The tab's address, where it is known, is one of a supported site. */
  onSite: boolean
  reload: () => void
}

/** What keeps badges from being shown, or settings from being kept. */
export function problemsOf({ permission, info, settings, tab, onSite, reload }: Situation): Problem[] {
  const reloading = { id: 'reload', label: text('problemReload'), run: reload }
  const problems: (Problem | false)[] = [
    permission.missing && {
      text: text('problemPermission', FACEBOOK.name),
      action: { id: 'allow', label: text('problemPermissionAction', FACEBOOK.name), run: permission.request },
    },
    info === 'silent' && { text: text('problemBackground') },
    typeof info === 'object' && info.problem === 'list' && { text: text('problemList') },
    typeof info === 'object' && info.problem === 'storage' && { text: text('problemStorage') },
    settings === 'read' && { text: text('problemSettingsRead') },
    settings === 'save' && { text: text('problemSettingsSave') },
    tab === 'silent' && onSite && !permission.missing && { text: text('problemSilent'), action: reloading },
    typeof tab === 'object' && tab.gaveUp && { text: text('problemGaveUp'), action: reloading },
  ]
  return problems.filter((problem) => problem !== false)
}
