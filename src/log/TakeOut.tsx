import { useState } from 'preact/hooks'
import { countText, numberText, text } from '../pages/i18n.ts'
import type { LogFilter } from '../shared/log.ts'
import type { CitedList } from './citation.ts'
import { type ExportFormat, exportLog } from './export-log.ts'

interface TakeOutProps {
  filter: LogFilter
  total: number
  lists: readonly CitedList[]
}

/** Makes files of the log. */
export function TakeOut({ filter, total, lists }: TakeOutProps) {
  /** Rows so far, while a file is being made. */
  const [done, setDone] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const busy = done !== null

  async function take(format: ExportFormat): Promise<void> {
    if (busy) return
    setTold('')
    setDone(0)
    const count = await exportLog(format, filter, lists, setDone).catch(() => null)
    setDone(null)
    setTold(count === null ? text('logNotExported') : countText('logExported', count))
  }

  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">{text('logExportHeading')}</h2>
      <p class="small soft">{text('logExportHint')}</p>
      <div class="actions">
        {/* One that is disabled would lose the focus. */}
        <button type="button" id="export-csv" aria-disabled={busy} onClick={() => void take('csv')}>
          {text('logExportCsv')}
        </button>
        <button type="button" id="export-json" aria-disabled={busy} onClick={() => void take('json')}>
          {text('logExportJson')}
        </button>
      </div>
      {busy && (
        <div class="progress">
          <progress max={total} value={done} aria-label={text('logExporting', numberText(done), numberText(total))} />
          <span class="small soft">{text('logExporting', numberText(done), numberText(total))}</span>
        </div>
      )}
      <output id="export-outcome" class="outcome">
        {told}
      </output>
    </section>
  )
}
