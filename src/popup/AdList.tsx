import { text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import type { TabAd } from '../shared/messages.ts'
import { LABEL_STATUSES } from '../shared/settings.ts'

/** The ads of a page, by what their label says. */
export function AdList({ ads }: { ads: readonly TabAd[] }) {
  return (
    <details id="ads">
      <summary>{text('pageListAds')}</summary>
      {LABEL_STATUSES.map((status) => {
        const own = ads.filter((ad) => ad.status === status)
        if (own.length === 0) return null
        return (
          <section key={status} aria-labelledby={`ads-${status}`}>
            <h3 id={`ads-${status}`}>
              <StatusIcon status={status} />
              {text(STATUS_TEXTS[status])}
            </h3>
            <ul>
              {own.map((ad, at) => (
                <li key={at}>
                  <span class="advertiser" dir="auto">
                    {ad.advertiser}
                  </span>
                  <span class="small soft">{ad.text}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </details>
  )
}
