import { countText, numberText, text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import type { LogTotals } from '../shared/log.ts'
import { LABEL_STATUSES } from '../shared/settings.ts'
import { sumOf } from './buckets.ts'
import { Swatch } from './Part.tsx'
import { percentText, siteName } from './texts.ts'

/** How many ads there are of each label, which is the chart's legend as well, and of each site. */
export function Totals({ totals: { total, days, sites } }: { totals: LogTotals }) {
  const counts = sumOf(days)
  return (
    <section aria-labelledby="totals-heading">
      <h2 id="totals-heading">
        {text('logTotals')} <span id="log-found">{countText('ads', total)}</span>
      </h2>
      <div class="totals">
        <section aria-labelledby="by-status-heading">
          <h3 id="by-status-heading">{text('logByStatus')}</h3>
          <ul id="by-status">
            {LABEL_STATUSES.filter((status) => counts[status]).map((status) => (
              <li key={status}>
                <Swatch status={status} />
                <StatusIcon status={status} />
                <Count name={text(STATUS_TEXTS[status])} count={counts[status] ?? 0} of={total} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="by-site-heading">
          <h3 id="by-site-heading">{text('logBySite')}</h3>
          <ul id="by-site">
            {sites.map(({ site, count }) => (
              <li key={site}>
                <Count name={siteName(site)} count={count} of={total} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </section>
  )
}

function Count({ name, count, of }: { name: string; count: number; of: number }) {
  return (
    <>
      <span class="name">{name}</span>
      <span class="count">{numberText(count)}</span>
      <span class="share soft" aria-hidden="true">
        {percentText(count / of)}
      </span>
      <span class="for-readers">{text('logShare', percentText(count / of))}</span>
    </>
  )
}
