import { useMemo } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import type { LogRow } from '../shared/log.ts'
import { evidenceText } from './row-texts.ts'
import { RowAdvertiser, RowDelete, RowLabel, RowTime } from './RowParts.tsx'
import { siteName } from './texts.ts'

interface RowsProps {
  rows: readonly LogRow[]
  onDelete: (row: LogRow) => void
}

interface RowProps {
  row: LogRow
  onDelete: RowsProps['onDelete']
}

/** Ads on a wide screen. */
export function RowTable({ rows, onDelete }: RowsProps) {
  return (
    <table id="log-rows" class="rows">
      <thead>
        <tr>
          <th scope="col">{text('logTime')}</th>
          <th scope="col">{text('logSite')}</th>
          <th scope="col">{text('advertiser')}</th>
          <th scope="col">{text('logLabel')}</th>
          <th scope="col">{text('logDomain')}</th>
          <th scope="col">{text('logEvidence')}</th>
          <th scope="col">
            <span class="for-readers">{text('delete')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id} row={row} onDelete={onDelete} />
        ))}
      </tbody>
    </table>
  )
}

/** Drawn once: hundreds of them stay as they are while one goes or others come. */
function TableRow({ row, onDelete }: RowProps) {
  return useMemo(
    () => (
      <tr data-row={row.id}>
        <td class="no-break">
          <RowTime row={row} />
        </td>
        <td class="no-break">{siteName(row.site)}</td>
        <td>
          <RowAdvertiser row={row} />
        </td>
        <td>
          <RowLabel row={row} />
        </td>
        <td>{row.domain && <bdi>{row.domain}</bdi>}</td>
        <td class="small soft">
          <bdi>{evidenceText(row)}</bdi>
        </td>
        <td>
          <RowDelete row={row} onDelete={onDelete} />
        </td>
      </tr>
    ),
    [row, onDelete],
  )
}

/** The same on a narrow one. */
export function RowCards({ rows, onDelete }: RowsProps) {
  return (
    <ul id="log-rows" class="row-cards">
      {rows.map((row) => (
        <RowCard key={row.id} row={row} onDelete={onDelete} />
      ))}
    </ul>
  )
}

/** Drawn once: hundreds of them stay as they are while one goes or others come. */
function RowCard({ row, onDelete }: RowProps) {
  return useMemo(
    () => (
      <li data-row={row.id}>
        <p>
          <RowAdvertiser row={row} />
        </p>
        <p>
          <RowLabel row={row} />
        </p>
        <p class="small soft">
          <RowTime row={row} /> · {siteName(row.site)}
          {row.domain && (
            <>
              {' · '}
              <bdi>{row.domain}</bdi>
            </>
          )}
        </p>
        {row.evidence && (
          <p class="small soft">
            {text('logEvidence')}: <bdi>{evidenceText(row)}</bdi>
          </p>
        )}
        <RowDelete row={row} onDelete={onDelete} />
      </li>
    ),
    [row, onDelete],
  )
}
