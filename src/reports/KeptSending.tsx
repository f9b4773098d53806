import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { type MessageKey, text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import type { KeptReport } from '../shared/messages.ts'
import { allowSending } from './allow-sending.ts'
import { besidesText } from './besides-text.ts'
import { RECEIVER } from './receiver.ts'

interface KeptSendingProps {
  report: KeptReport
  describedBy: string
  /** Shows all that goes out. */
  onShow: () => void
  onOutcome: (outcome: MessageKey | null) => void
}

/** Has a kept report sent, once it is seen as a whole, again, or no more. */
export function KeptSending({ report: { id, sending }, describedBy, onShow, onOutcome }: KeptSendingProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const firstRef = useRef<HTMLButtonElement>(null)
  // The pressed button has just gone, and focus with it.
  useEffect(() => {
    if (asking !== null) firstRef.current?.focus()
  }, [asking])

  function begin(): void {
    onShow()
    onOutcome(null)
    setAsking(true)
  }

  async function send(): Promise<void> {
    const allowing = allowSending()
    setAsking(false)
    const sent = (await allowing) && (await ask('report:send', { id }).then(({ ok }) => ok, () => false))
    onOutcome(sent ? null : 'keptNotSent')
  }

  async function callOff(): Promise<void> {
    const done = await ask('report:call-off', { id }).then(({ ok }) => ok, () => false)
    onOutcome(done ? 'keptCalledOff' : 'keptNotCalledOff')
  }

  const waiting = sending?.state === 'waiting'
  if (sending?.state === 'received' || (!RECEIVER && !waiting)) return null
  if (asking && sending === null) {
    return (
      <fieldset class="ask sending-ask" aria-describedby={describedBy} aria-label={text('keptSendThis', isolated(RECEIVER))}>
        <p class="small">{besidesText()}</p>
        <p>{text('keptSendThis', isolated(RECEIVER))}</p>
        <div class="actions">
          <button type="button" ref={firstRef} onClick={() => setAsking(false)}>
            {text('keptSendNo')}
          </button>
          <button type="button" class="primary" onClick={() => void send()}>
            {text('keptSend')}
          </button>
        </div>
      </fieldset>
    )
  }
  return (
    <div class="actions">
      {RECEIVER && (
        // Once it has been sent, what goes out was seen.
        <button type="button" ref={firstRef} aria-describedby={describedBy} onClick={() => (sending === null ? begin() : void send())}>
          {text(sending === null ? 'keptSend' : 'keptSendAgain')}
        </button>
      )}
      {waiting && (
        <button type="button" aria-describedby={describedBy} onClick={() => void callOff()}>
          {text('keptCallOff')}
        </button>
      )}
    </div>
  )
}
