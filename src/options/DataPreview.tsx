import { useEffect, useRef, useState } from 'preact/hooks'
import { countText, momentText, text } from '../pages/i18n.ts'
import type { DataFile } from './data-file.ts'
import { amountsIn, DATA_PARTS, type DataPart } from './import-data.ts'

interface DataPreviewProps {
  file: DataFile
  busy: boolean
  onTake: (parts: ReadonlySet<DataPart>) => void
  onCancel: () => void
}

/** What is in a file, before any of it is taken. */
export function DataPreview({ file, busy, onTake, onCancel }: DataPreviewProps) {
  const amounts = amountsIn(file)
  const [parts, setParts] = useState<ReadonlySet<DataPart>>(() => new Set(DATA_PARTS.filter((part) => amounts[part] > 0)))
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => headingRef.current?.focus(), [])

  function choose(part: DataPart, chosen: boolean): void {
    setParts(new Set(DATA_PARTS.filter((one) => (one === part ? chosen : parts.has(one)))))
  }

  return (
    <section id="data-preview" class="card" aria-labelledby="data-preview-heading">
      <h3 id="data-preview-heading" tabIndex={-1} ref={headingRef}>
        {text('dataFound', momentText(file.exported))}
      </h3>
      <ul class="parts">
        {DATA_PARTS.map((part) => (
          <li key={part}>
            <label>
              <input type="checkbox" name={part} checked={parts.has(part)} disabled={amounts[part] === 0} onChange={({ currentTarget }) => choose(part, currentTarget.checked)} />
              {partText(part, amounts[part])}
            </label>
          </li>
        ))}
      </ul>
      <p class="small soft">{text('dataHow')}</p>
      <div class="actions">
        <button type="button" id="data-take" class="primary" aria-disabled={busy || parts.size === 0} onClick={() => busy || parts.size === 0 || onTake(parts)}>
          {text('dataTake')}
        </button>
        <button type="button" id="data-cancel" aria-disabled={busy} onClick={() => busy || onCancel()}>
          {text('cancel')}
        </button>
      </div>
    </section>
  )
}

function partText(part: DataPart, count: number): string {
  if (part === 'settings') return text('dataSettings')
  if (part === 'labels') return countText('dataLabels', count)
  if (part === 'subscriptions') return countText('dataLists', count)
  return part === 'reports' ? countText('dataReports', count) : countText('dataRows', count)
}
