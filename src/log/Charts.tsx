import { useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import type { LogFilter, LogTotals } from '../shared/log.ts'
import { AdvertiserChart } from './AdvertiserChart.tsx'
import { DayChart } from './DayChart.tsx'

const VIEWS = [
  ['status', 'logChartStatus'],
  ['advertiser', 'advertiser'],
] as const

/** The chart, by label or by advertiser. */
export function Charts({ filter, totals }: { filter: LogFilter; totals: LogTotals }) {
  const [view, setView] = useState<(typeof VIEWS)[number][0]>('status')
  return (
    <section aria-labelledby="chart-heading">
      <div class="chart-head">
        <h2 id="chart-heading">{text('logChart')}</h2>
        <fieldset class="views">
          <legend>{text('logChartBy')}</legend>
          {VIEWS.map(([id, name]) => (
            <label key={id}>
              <input type="radio" name="view" id={`view-${id}`} checked={view === id} onChange={() => setView(id)} />
              {text(name)}
            </label>
          ))}
        </fieldset>
      </div>
      {view === 'status' ? <DayChart days={totals.days} /> : <AdvertiserChart filter={filter} totals={totals} />}
    </section>
  )
}
