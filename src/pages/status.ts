import type { LabelStatus } from '../shared/settings.ts'
import type { MessageKey } from './i18n.ts'

/** What each kind of label is called. */
export const STATUS_TEXTS: Record<LabelStatus, MessageKey> = {
  yours: 'status_yours',
  joined: 'status_joined',
  paused: 'status_paused',
  'own-pause': 'status_own_pause',
  unconfirmed: 'status_unconfirmed',
  unlisted: 'status_unlisted',
}
