import type { LabelStatus } from './settings.ts'

/** Path data on a 16 × 16 grid, drawn as lines: each status has a shape of its own, not only a colour. */
export const STATUS_ICONS: Record<LabelStatus, string> = {
  yours: 'M3 13l.7-3 6.6-6.6 2.3 2.3L6 12.3zM9 4.7l2.3 2.3',
  joined: 'M2.5 8.5l3.5 3.5 7.5-8',
  paused: 'M5.5 3v10M10.5 3v10',
  'own-pause': 'M8 1.7a6.3 6.3 0 1 1 0 12.6a6.3 6.3 0 1 1 0-12.6M6.4 5.8v4.4M9.6 5.8v4.4',
  unconfirmed: 'M5.2 5.8a2.8 2.8 0 1 1 4.3 2.4c-.9.6-1.5 1-1.5 2M8 12.8v.1',
  unlisted: 'M4 8h8',
}
export const CLOSE_ICON = 'M4 4l8 8M12 4l-8 8'
/** The extension's own mark, as on its icon. */
export const BRAND_ICON = 'M4 3v9M8.5 3v4.5M8.3 11l2.2 2.2L14.5 9'
