import { useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import type { LogRow } from '../shared/log.ts'
import { rowName } from './row-texts.ts'
import { timeText } from './texts.ts'

/** The parts of an ad that a table and cards share. */

export function RowTime({ row: { time } }: { row: LogRow }) {
  return <time dateTime={new Date(time).toISOString()}>{timeText(time)}</time>
}

export function RowAdvertiser({ row }: { row: LogRow }) {
  const name = rowName(row)
  return (
    <>
      <bdi class="advertiser">{name}</bdi>
      {row.advertiser !== name && <span class="small soft"> {text('logAs', isolated(row.advertiser))}</span>}
    </>
  )
}

export function RowLabel({ row: { status, label } }: { row: LogRow }) {
  return (
    <span class="row-label">
      <StatusIcon status={status} />
      <span dir="auto">{label}</span>
    </span>
  )
}

/** Asks for a second press, in the same place; what is pressed by mistake costs one row of many. */
export function RowDelete({ row, onDelete }: { row: LogRow; onDelete: (row: LogRow) => void }) {
  const [sure, setSure] = useState(false)
  const name = isolated(rowName(row))
  return (
    <button type="button" class="row-delete" aria-label={text(sure ? 'logDeleteAdSure' : 'logDeleteAd', name)} onBlur={() => setSure(false)} onClick={() => (sure ? onDelete(row) : setSure(true))}>
      {text(sure ? 'logDeleteSure' : 'delete')}
    </button>
  )
}
