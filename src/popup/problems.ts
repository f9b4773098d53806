import { text } from '../pages/i18n.ts'
import { FACEBOOK } from '../pages/site.ts'
import type { InfoState } from '../pages/use-list-info.ts'
import type { HostPermission } from '../pages/use-permission.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { TabAnswer } from './use-tab-ads.ts'

export interface Problem {
  /** What is off, and what to do. */
  text: string
  action?: { id: string; label: string; run: () => void }
}

export interface Situation {
  permission: HostPermission
  info: InfoState
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
      action: { id: 'allow', label: text('problemPermissionAction', FACEBOOK.name), run: () => void permission.request() },
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
