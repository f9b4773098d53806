import type { TargetedEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import type { OwnLabel } from '../shared/messages.ts'
import { download } from '../pages/download.ts'
import { type Imported, importLabels } from './import-labels.ts'
import { ImportOutcome } from './ImportOutcome.tsx'
import { LABEL_FILE_NAME, writeLabelFile } from './label-file.ts'

interface TransferProps {
  labels: readonly OwnLabel[]
  onImported: () => Promise<void>
}

/** Takes labels out as a file, and in again. */
export function Transfer({ labels, onImported }: TransferProps) {
  const [imported, setImported] = useState<Imported | null>(null)
  const fileRef = useRef<HTMLInputElement>(null)

  async function take(event: TargetedEvent<HTMLInputElement>): Promise<void> {
    const field = event.currentTarget
    const file = field.files?.[0]
    if (!file) return
    setImported(null)
    const outcome = await importLabels(file)
    // So that the same file, once mended, can be chosen again.
    field.value = ''
    await onImported()
    setImported(outcome)
  }

  return (
    <section class="card" aria-labelledby="transfer-heading">
      <h3 id="transfer-heading">{text('transferHeading')}</h3>
      <p class="small soft">{text('transferHint')}</p>
      <div class="actions">
        {labels.length > 0 && (
          <button type="button" id="own-export" onClick={() => download(LABEL_FILE_NAME, writeLabelFile(labels), 'application/json')}>
            {text('transferExport')}
          </button>
        )}
        <button type="button" id="own-import" onClick={() => fileRef.current?.click()}>
          {text('importFile')}
        </button>
        {/* The button stands for it: its own looks and words are the browser's. */}
        <input id="own-file" type="file" accept=".json,application/json" aria-label={text('importFile')} hidden ref={fileRef} onChange={(event) => void take(event)} />
      </div>
      <output id="own-import-outcome" class="import-outcome">
        {imported && <ImportOutcome imported={imported} />}
      </output>
    </section>
  )
}
