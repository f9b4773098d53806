import { LABEL_STATUSES, type LabelStatus } from '../shared/settings.ts'

/** Lines and dots of each status on an 8 × 8 tile, so that charts don't tell statuses by colour alone. */
const TILES: Record<LabelStatus, string> = {
  yours: 'M0 4h8M4 0v8',
  joined: 'M0 0h8v8h-8z',
  paused: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  'own-pause': 'M2 0v8M6 0v8',
  unconfirmed: 'M2 2h.01M6 6h.01',
  unlisted: '',
}

/** What {@link Segments} are filled with; once on a page, and nothing to be seen of it. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      {LABEL_STATUSES.map((status) => (
        <pattern key={status} id={`pattern-${status}`} class={`tile ${status}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" />
          <path d={TILES[status]} />
        </pattern>
      ))}
    </svg>
  )
}
