import { text } from '../pages/i18n.ts'
import type { InfoState } from '../pages/use-list-info.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { SiteState } from '../pages/use-sites.ts'
import type { SiteAbout } from '../sites/types.ts'
import type { TabAnswer } from './use-tab-ads.ts'

export interface Problem {
  /** What is off, and what to do. */
  text: string
  action?: { id: string; label: string; run: () => void }
}

export interface Situation {
  /** Of the site that the tab is on, where that is known to be one of ours. */
  state: SiteState | undefined
  onAllow: (site: SiteAbout) => void
  info: InfoState
  settings: StoredSettings['problem']
  tab: TabAnswer
  reload: () => void
}

/** What keeps badges from being shown, or settings from being kept. */
export function problemsOf({ state, onAllow, info, settings, tab, reload }: Situation): Problem[] {
  const reloading = { id: 'reload', label: text('problemReload'), run: reload }
  const problems: (Problem | false)[] = [
    // Other sites are asked for by their switch.
    !!state?.site.isRequired &&
      !state.held && {
        text: text('problemPermission', state.site.name),
        action: { id: 'allow', label: text('problemPermissionAction', state.site.name), run: () => onAllow(state.site) },
      },
    info === 'silent' && { text: text('problemBackground') },
    typeof info === 'object' && info.problem === 'list' && { text: text('problemList') },
    typeof info === 'object' && info.problem === 'storage' && { text: text('problemStorage') },
    settings === 'read' && { text: text('problemSettingsRead') },
    settings === 'save' && { text: text('problemSettingsSave') },
    tab === 'silent' && !!state?.on && { text: text('problemSilent'), action: reloading },
    typeof tab === 'object' && tab.health.gaveUp && { text: text('problemGaveUp'), action: reloading },
  ]
  return problems.filter((problem) => problem !== false)
}
