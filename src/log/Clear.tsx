import { useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { ConfirmButton } from '../pages/ConfirmButton.tsx'
import { text } from '../pages/i18n.ts'

/** Deletes all of the log. @param hidden there is nothing to delete; what came of it is still told */
export function Clear({ hidden }: { hidden: boolean }) {
  const [told, setTold] = useState('')
  async function clear(): Promise<void> {
    const done = await ask('log:clear', null).then(({ ok }) => ok, () => false)
    setTold(text(done ? 'logCleared' : 'notDeleted'))
  }
  return (
    <section class="clear" aria-label={text('logClear')}>
      {!hidden && (
        <ConfirmButton id="log-clear" label={text('logClear')} question={text('logClearSure')} keep={text('logClearNo')} describedBy="log-kept" onConfirm={() => void clear()} />
      )}
      <output id="clear-outcome" class="outcome">
        {told}
      </output>
    </section>
  )
}
