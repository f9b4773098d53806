import { StatusIcon } from '../pages/StatusIcon.tsx'
import type { BadgeLabel } from '../shared/page-data.ts'

/** A label as on a badge. */
export function LabelLine({ label: { status, text } }: { label: BadgeLabel }) {
  return (
    <p class="label-line">
      <StatusIcon status={status} />
      <span dir="auto">{text}</span>
    </p>
  )
}
