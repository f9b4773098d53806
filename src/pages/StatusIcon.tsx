import { STATUS_ICONS } from '../shared/icons.ts'
import type { LabelStatus } from '../shared/settings.ts'

/** The shape and colours that a badge of this status has. */
export function StatusIcon({ status }: { status: LabelStatus }) {
  return (
    <span class={`status-icon ${status}`} aria-hidden="true">
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">
        <path d={STATUS_ICONS[status]} />
      </svg>
    </span>
  )
}
