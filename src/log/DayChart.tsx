import { useMemo } from 'preact/hooks'
import { listText, numberText, text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import type { LogTotals } from '../shared/log.ts'
import { LABEL_STATUSES } from '../shared/settings.ts'
import { type Bucket, bucketsOf, sumOf } from './buckets.ts'
import { type Bar, dayChart } from './chart.ts'
import { Part } from './Part.tsx'
import { bucketText, dayText, longBucketText } from './texts.ts'

/** Ads by day or week and label, as bars that fit any width, and the same as a table. */
export function DayChart({ days }: Pick<LogTotals, 'days'>) {
  const buckets = useMemo(() => bucketsOf(days), [days])
  const { bars, ticks, marks } = useMemo(() => dayChart(buckets), [buckets])
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (!first || !last) return null
  const weekly = first.first !== first.last
  return (
    <>
      <figure class="chart">
        <div class="scale" aria-hidden="true">
          {ticks.map(({ value, y }) => (
            <span key={value} style={{ insetBlockStart: `${y}%` }}>
              {numberText(value)}
            </span>
          ))}
        </div>
        <svg class="plot" role="img" aria-label={text(weekly ? 'logChartWeeks' : 'logChartDays', dayText(first.first), dayText(last.last))}>
          {ticks.map(({ value, y }) => (
            <line key={value} x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
          ))}
          {bars.map((bar) => (
            <Column key={bar.bucket.first} bar={bar} />
          ))}
        </svg>
        <div class="marks" aria-hidden="true">
          {marks.map(({ bucket, x }, at) => (
            <span key={bucket.first} class={at === 0 ? 'at-start' : at === marks.length - 1 ? 'at-end' : 'between'} style={{ insetInlineStart: `${x}%` }}>
              {bucketText(bucket)}
            </span>
          ))}
        </div>
      </figure>
      <DayTable buckets={buckets} weekly={weekly} />
    </>
  )
}

function Column({ bar: { bucket, x, width, segments } }: { bar: Bar }) {
  const counts = segments.map(({ status }) => text('logBarPart', text(STATUS_TEXTS[status]), numberText(bucket.counts[status] ?? 0)))
  return (
    <g>
      <title>{text('logBar', longBucketText(bucket), listText(counts))}</title>
      {segments.map(({ status, at, size }) => (
        <Part key={status} status={status} x={x} y={at} width={width} height={size} />
      ))}
    </g>
  )
}

function DayTable({ buckets, weekly }: { buckets: readonly Bucket[]; weekly: boolean }) {
  const sum = sumOf(buckets.map(({ first, counts }) => ({ day: first, counts })))
  const statuses = LABEL_STATUSES.filter((status) => sum[status])
  return (
    <details id="chart-table">
      <summary>{text('logChartTable')}</summary>
      {/* Can be reached by keyboard, because it may have to be scrolled sideways. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section class="scroll" tabIndex={0} aria-label={text('logChartTable')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text(weekly ? 'logWeek' : 'logDay')}</th>
              {statuses.map((status) => (
                <th key={status} scope="col" class="number">
                  {text(STATUS_TEXTS[status])}
                </th>
              ))}
              <th scope="col" class="number">
                {text('logTotal')}
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets.map((bucket) => (
              <tr key={bucket.first}>
                <th scope="row">{longBucketText(bucket)}</th>
                {statuses.map((status) => (
                  <td key={status} class="number">
                    {numberText(bucket.counts[status] ?? 0)}
                  </td>
                ))}
                <td class="number">{numberText(bucket.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
