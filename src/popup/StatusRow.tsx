import { numberText, text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import { Switch } from '../pages/Switch.tsx'
import type { LabelStatus } from '../shared/settings.ts'

interface StatusRowProps {
  status: LabelStatus
  /** Ads of this page with it; null when there is no page to count on. */
  count: number | null
  shown: boolean
  onShown: (shown: boolean) => void
}

/** One kind of label: how many of it there are, and whether it is shown. */
export function StatusRow({ status, count, shown, onShown }: StatusRowProps) {
  const id = `status-${status}`
  const countId = `count-${status}`
  return (
    <li class="status-row">
      <StatusIcon status={status} />
      <label for={id}>{text(STATUS_TEXTS[status])}</label>
      {count !== null && (
        <span id={countId} class={count === 0 ? 'count soft' : 'count'}>
          {numberText(count)}
        </span>
      )}
      <Switch id={id} on={shown} onChange={onShown} {...(count === null ? {} : { describedBy: countId })} />
    </li>
  )
}
