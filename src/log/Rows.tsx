import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { useMedia } from '../pages/use-media.ts'
import type { LogRow } from '../shared/log.ts'
import { rowName } from './row-texts.ts'
import { RowCards, RowTable } from './RowTable.tsx'
import type { LogReading } from './use-log.ts'

/** As wide as the table of ads needs. */
const WIDE = matchMedia('(min-width: 800px)')

interface RowsProps {
  reading: LogReading
  rows: readonly LogRow[]
}

/** The ads, the newest first. */
export function Rows({ reading, rows }: RowsProps) {
  const wide = useMedia(WIDE)
  const [told, setTold] = useState('')
  const sectionRef = useRef<HTMLElement>(null)
  const readingRef = useRef(reading)
  useEffect(() => void (readingRef.current = reading))

  // The same one for as long as the page is there, so that rows which don't change aren't drawn anew.
  const remove = useCallback(async (row: LogRow) => {
    const { rows, remove } = readingRef.current
    const at = rows?.findIndex(({ id }) => id === row.id) ?? -1
    const next = rows?.[at + 1] ?? rows?.[at - 1]
    const deleted = await remove(row.id)
    setTold(text(deleted ? 'logDeleted' : 'notDeleted', isolated(rowName(row))))
    if (!deleted) return
    // The pressed button is gone; its place is taken by the next.
    const section = sectionRef.current
    const target = next && section?.querySelector<HTMLElement>(`[data-row="${next.id}"] .row-delete`)
    ;(target ?? section?.querySelector('h2'))?.focus()
  }, [])
  const onDelete = useCallback((row: LogRow) => void remove(row), [remove])

  return (
    <section ref={sectionRef} aria-labelledby="rows-heading">
      <h2 id="rows-heading" tabIndex={-1}>
        {text('logAds')}
      </h2>
      <output id="log-outcome" class="outcome">
        {told}
      </output>
      {reading.fresh && (
        <div class="actions">
          <button type="button" id="log-new" onClick={reading.showFresh}>
            {text('logShowNew')}
          </button>
        </div>
      )}
      {rows.length === 0 ? <p class="empty">{text('logNoneFound')}</p> : wide ? <RowTable rows={rows} onDelete={onDelete} /> : <RowCards rows={rows} onDelete={onDelete} />}
      {reading.more && (
        <div class="actions">
          <button type="button" id="log-more" onClick={() => void reading.showMore()}>
            {text('logMore')}
          </button>
        </div>
      )}
    </section>
  )
}
