import { countText, listText, numberText, text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import type { LogAdvertisers, LogFilter, LogTotals } from '../shared/log.ts'
import { lyingBar } from './chart.ts'
import { Part } from './Part.tsx'
import { useAdvertisers } from './use-advertisers.ts'

/** The advertisers with the most ads, as a table whose bars show the counts beside them. */
export function AdvertiserChart({ filter, totals }: { filter: LogFilter; totals: LogTotals }) {
  const found = useAdvertisers(filter, totals)
  if (found === 'reading') return <p class="soft">{text('logReading')}</p>
  if (found === 'unreadable') return <p role="alert">{text('logUnreadable')}</p>
  const most = found.top[0]?.count ?? 1
  const left = found.count - found.top.length
  return (
    <>
      <table id="by-advertiser">
        <thead>
          <tr>
            <th scope="col">{text('advertiser')}</th>
            <th scope="col" class="number">
              {text('logAds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.top.map((one) => (
            <Advertiser key={one.advertiser} one={one} most={most} />
          ))}
        </tbody>
      </table>
      {left > 0 && <p class="small soft">{countText('logMoreAdvertisers', left)}</p>}
    </>
  )
}

function Advertiser({ one: { advertiser, count, counts }, most }: { one: LogAdvertisers['top'][number]; most: number }) {
  const segments = lyingBar(counts, most)
  const told = listText(segments.map(({ status }) => text('logBarPart', text(STATUS_TEXTS[status]), numberText(counts[status] ?? 0))))
  return (
    <tr>
      <th scope="row">
        <bdi>{advertiser}</bdi>
        <svg class="lying" role="img" aria-label={told}>
          <title>{told}</title>
          {segments.map(({ status, at, size }) => (
            <Part key={status} status={status} x={at} y={0} width={size} height={100} />
          ))}
        </svg>
      </th>
      <td class="number">{numberText(count)}</td>
    </tr>
  )
}
