import { useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { ConfirmButton } from '../pages/ConfirmButton.tsx'
import { HostAccess } from '../pages/HostAccess.tsx'
import { type MessageKey, text } from '../pages/i18n.ts'
import { ListCounts } from '../pages/ListCounts.tsx'
import { SourceCheck } from '../pages/SourceCheck.tsx'
import { sourceName } from '../pages/source-name.ts'
import { SourceState } from '../pages/SourceState.tsx'
import { Switch } from '../pages/Switch.tsx'
import { useCheck } from '../pages/use-check.ts'
import type { ListInfoReading } from '../pages/use-list-info.ts'
import type { SourceInfo } from '../shared/messages.ts'

interface SubscriptionProps {
  source: SourceInfo
  reading: ListInfoReading
  onRemoved: () => void
}

/** One list that the person has added, and what can be done with it. */
export function Subscription({ source, reading, onRemoved }: SubscriptionProps) {
  const { id, address, on } = source
  const check = useCheck(source, reading, false)
  const [failure, setFailure] = useState<MessageKey | null>(null)
  const nameId = `name-${id}`

  async function turn(wanted: boolean): Promise<void> {
    const done = await ask('subscription:switch', { id, on: wanted }).then(({ ok }) => ok, () => false)
    setFailure(done ? null : 'subscriptionNotSwitched')
    reading.refresh()
  }

  async function remove(): Promise<void> {
    const done = await ask('subscription:remove', { id }).then(({ ok }) => ok, () => false)
    if (done) onRemoved()
    else setFailure('subscriptionNotRemoved')
  }

  return (
    <li class="card" aria-labelledby={nameId}>
      <div class="card-head">
        <h3 id={nameId}>
          <bdi>{sourceName(source)}</bdi>
        </h3>
        <label class="small" for={`on-${id}`}>
          {text('subscriptionOn')}
        </label>
        <Switch id={`on-${id}`} on={on} describedBy={nameId} onChange={(wanted) => void turn(wanted)} />
      </div>
      <p class="small soft">
        <bdi dir="ltr">{address}</bdi>
      </p>
      <SourceState source={source} prefix={id} withAge />
      <ListCounts lists={source.lists} />
      <SourceCheck
        source={source}
        check={check}
        ids={{ button: `check-${id}`, outcome: `outcome-${id}`, error: `error-${id}` }}
        label={text('listCheckNow')}
        describedBy={nameId}
      >
        <ConfirmButton
          id={`remove-${id}`}
          label={text('subscriptionRemove')}
          question={text('subscriptionRemoveSure')}
          keep={text('keepIt')}
          describedBy={nameId}
          onConfirm={() => void remove()}
        />
      </SourceCheck>
      <HostAccess source={source} onAllowed={() => void check.start()} focusNext={`check-${id}`} />
      <output class="outcome">{failure && text(failure)}</output>
    </li>
  )
}
