import { useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import type { OwnLabel } from '../shared/messages.ts'
import { labelAbout } from './find-labels.ts'
import { LabelForm } from './LabelForm.tsx'
import { LabelList } from './LabelList.tsx'
import { Transfer } from './Transfer.tsx'
import type { WantedLabel } from './wanted-label.ts'

interface LabelDeskProps {
  labels: readonly OwnLabel[]
  refresh: () => Promise<void>
  wanted: WantedLabel | null
  focusHeading: () => void
}

/** Where labels are written, changed, deleted, and taken out and in. */
export function LabelDesk({ labels, refresh, wanted, focusHeading }: LabelDeskProps) {
  // An advertiser that has a label already gets no second one.
  const [there] = useState(() => (wanted ? (labelAbout(labels, wanted.name)?.id ?? null) : null))
  const [editing, setEditing] = useState(there)
  const [told, setTold] = useState('')
  const start = wanted !== null && there === null ? { ...wanted, text: '' } : undefined

  async function onSaved(name: string): Promise<void> {
    await refresh()
    setTold(text('ownSaved', isolated(name)))
  }

  async function remove({ id, name }: OwnLabel): Promise<void> {
    const done = await ask('own-label:delete', { id }).then(({ ok }) => ok, () => false)
    if (!done) return setTold(text('notDeleted'))
    await refresh()
    setTold(text('ownDeleted', isolated(name)))
    focusHeading()
  }

  function edit(id: string | null): void {
    setTold('')
    setEditing(id)
  }

  return (
    <>
      <section class="card" aria-labelledby="own-add-heading">
        <h3 id="own-add-heading">{text('ownAddHeading')}</h3>
        <LabelForm prefix="own" id={null} start={start} focus={start ? 'text' : null} onSaved={(name) => void onSaved(name)} />
      </section>
      <output id="own-outcome" class="outcome">
        {told}
      </output>
      {labels.length === 0 ? (
        <p class="empty">{text('ownNone')}</p>
      ) : (
        <LabelList labels={labels} editing={editing} onEdit={edit} onSaved={(name) => void onSaved(name).then(() => setEditing(null))} onDelete={(label) => void remove(label)} />
      )}
      <Transfer labels={labels} onImported={refresh} />
    </>
  )
}
