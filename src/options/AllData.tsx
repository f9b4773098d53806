import type { TargetedEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { type MessageKey, text } from '../pages/i18n.ts'
import { requestHosts } from '../pages/use-permission.ts'
import type { DataFile, DataFileReading } from './data-file.ts'
import { DataOutcome } from './DataOutcome.tsx'
import { DataPreview } from './DataPreview.tsx'
import { exportData } from './export-data.ts'
import { type DataImported, type DataPart, hostsIn, importData, readChosen } from './import-data.ts'

const PROBLEMS: Record<NonNullable<DataFileReading['problem']>, MessageKey> = {
  large: 'dataTooLarge',
  other: 'dataOther',
  newer: 'importNewer',
  unreadable: 'importUnreadable',
  damaged: 'dataDamaged',
}

type Said = { text: string } | { imported: DataImported; allowed: boolean }

/** Takes all that is kept out as one file, and in again. */
export function AllData({ onImported }: { onImported: () => void }) {
  const [file, setFile] = useState<DataFile | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const [busy, setBusy] = useState(false)
  const fileRef = useRef<HTMLInputElement>(null)
  const importRef = useRef<HTMLButtonElement>(null)

  async function take(event: TargetedEvent<HTMLInputElement>): Promise<void> {
    const field = event.currentTarget
    const chosen = field.files?.[0]
    if (!chosen) return
    setSaid({ text: text('dataReading') })
    const reading = await readChosen(chosen)
    // So that the same file, once mended, can be chosen again.
    field.value = ''
    setFile(reading.problem === null ? reading.file : null)
    setSaid(reading.problem === null ? null : { text: text(PROBLEMS[reading.problem], reading.problem === 'damaged' ? reading.place : '') })
  }

  async function bring(parts: ReadonlySet<DataPart>, granted: Promise<boolean>): Promise<void> {
    if (!file) return
    setBusy(true)
    setSaid({ text: text('dataImporting') })
    const allowed = await granted
    const imported = await importData(file, parts)
    setBusy(false)
    close()
    setSaid(imported ? { imported, allowed } : { text: text('dataFailed') })
    onImported()
  }

  async function give(): Promise<void> {
    setSaid({ text: text('dataExporting') })
    setSaid((await exportData()) ? { text: text('dataExported') } : { text: text('dataNotExported') })
  }

  function close(): void {
    setFile(null)
    setSaid(null)
    // What had the focus goes.
    importRef.current?.focus()
  }

  return (
    <section id="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{text('dataHeading')}</h2>
      <p class="small soft">{text('dataIntro')}</p>
      <div class="actions">
        <button type="button" id="data-export" onClick={() => void give()}>
          {text('dataExport')}
        </button>
        <button type="button" id="data-import" ref={importRef} onClick={() => fileRef.current?.click()}>
          {text('importFile')}
        </button>
        {/* The button stands for it: its own looks and words are the browser's. */}
        <input id="data-file" type="file" accept=".json,application/json" aria-label={text('importFile')} hidden ref={fileRef} onChange={(event) => void take(event)} />
      </div>
      {file && (
        <DataPreview
          key={file.exported}
          file={file}
          busy={busy}
          onCancel={close}
          onTake={(parts) => {
            const hosts = parts.has('subscriptions') ? hostsIn(file) : []
            // First of all: see requestHosts.
            void bring(parts, hosts.length > 0 ? requestHosts(hosts) : Promise.resolve(true))
          }}
        />
      )}
      <output id="data-outcome" class="import-outcome">
        {said && ('text' in said ? <span class="told">{said.text}</span> : <DataOutcome {...said} />)}
      </output>
    </section>
  )
}
