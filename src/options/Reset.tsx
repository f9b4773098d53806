import { useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { ConfirmButton } from '../pages/ConfirmButton.tsx'
import { text } from '../pages/i18n.ts'

/** Deletes all that is kept on this device. */
export function Reset({ onReset }: { onReset: () => void }) {
  const [outcome, setOutcome] = useState('')

  async function reset(): Promise<void> {
    setOutcome(text('resetRunning'))
    const done = await ask('data:reset', null).then(({ ok }) => ok, () => false)
    setOutcome(text(done ? 'resetDone' : 'resetFailed'))
    onReset()
  }

  return (
    <section id="reset" aria-labelledby="reset-heading">
      <h2 id="reset-heading">{text('resetHeading')}</h2>
      <div id="reset-intro" class="small soft intro">
        <p>{text('resetIntro')}</p>
        <p>{text('resetStays')}</p>
      </div>
      <div class="actions">
        <ConfirmButton id="reset-all" label={text('resetButton')} question={text('resetSure')} keep={text('resetNo')} describedBy="reset-intro" onConfirm={() => void reset()} />
      </div>
      <output id="reset-outcome" class="outcome">
        {outcome}
      </output>
    </section>
  )
}
