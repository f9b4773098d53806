import { type MessageKey, text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import { Switch } from '../pages/Switch.tsx'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { Settings } from '../shared/settings.ts'
import { KINDS, type Kind } from './examples.ts'

const KIND_TEXTS: Record<Kind, MessageKey> = {
  joined: 'welcomeKind_joined',
  paused: 'welcomeKind_paused',
  'own-pause': 'welcomeKind_own_pause',
  unconfirmed: 'welcomeKind_unconfirmed',
  unlisted: 'welcomeKind_unlisted',
}

interface KindSwitchesProps {
  settings: Settings
  change: StoredSettings['change']
}

/** Each kind of label in a few words, and whether it is shown. */
export function KindSwitches({ settings, change }: KindSwitchesProps) {
  return (
    <ul class="kinds">
      <li class="kind all">
        <div class="kind-words">
          <label for="badges">{text('badgesSwitch')}</label>
          <p id="about-badges" class="small soft">
            {text('welcomeAllBadges')}
          </p>
        </div>
        <Switch id="badges" on={settings.badges} onChange={(badges) => change({ badges })} describedBy="about-badges" />
      </li>
      {KINDS.map((kind) => (
        <li key={kind} class="kind">
          <StatusIcon status={kind} />
          <div class="kind-words">
            <label for={`status-${kind}`}>{text(STATUS_TEXTS[kind])}</label>
            <p id={`about-${kind}`} class="small soft">
              {text(KIND_TEXTS[kind])}
            </p>
          </div>
          <Switch id={`status-${kind}`} on={settings.statuses[kind]} onChange={(shown) => change({ statuses: { [kind]: shown } })} describedBy={`about-${kind}`} />
        </li>
      ))}
    </ul>
  )
}
