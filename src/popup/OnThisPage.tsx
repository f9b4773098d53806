import { countText, text } from '../pages/i18n.ts'
import { LABEL_STATUSES, type LabelStatus, type Settings } from '../shared/settings.ts'
import type { SiteAbout } from '../sites/types.ts'
import { AdList } from './AdList.tsx'
import { StatusRow } from './StatusRow.tsx'
import type { TabAnswer } from './use-tab-ads.ts'

interface OnThisPageProps {
  answer: TabAnswer
  /** The tab is on a supported site. */
  onSite: boolean
  /** A site to go to from one that isn't; undefined while none is known. */
  other: SiteAbout | undefined
  settings: Settings
  /** The person has written labels. */
  hasOwnLabels: boolean
  onShown: (status: LabelStatus, shown: boolean) => void
}

/** What was found in the tab, by kind, and which kinds are shown anywhere. */
export function OnThisPage({ answer, onSite, other, settings, hasOwnLabels, onShown }: OnThisPageProps) {
  const ads = typeof answer === 'object' ? answer.ads : null
  const countOf = (status: LabelStatus) => ads && ads.filter((ad) => ad.status === status).length
  // Who has written no labels needs no switch for them.
  const statuses = LABEL_STATUSES.filter((status) => status !== 'yours' || hasOwnLabels || (countOf(status) ?? 0) > 0)
  return (
    <section aria-labelledby="page-heading">
      <h2 id="page-heading">{text('pageHeading')}</h2>
      <div class="above-rows">
        <p id="page-summary">
          {ads ? (
            countText('ads', typeof answer === 'object' ? answer.total : ads.length)
          ) : answer === 'loading' ? (
            text('pageLoading')
          ) : onSite || !other ? null : (
            <a href={other.home} target="_blank" rel="noopener noreferrer">
              {text('pageOtherSite', other.name)}
            </a>
          )}
        </p>
        <span id="show-column" class="small soft">
          {text('showColumn')}
        </span>
      </div>
      <ul aria-labelledby="show-column">
        {statuses.map((status) => (
          <StatusRow
            key={status}
            status={status}
            count={countOf(status)}
            shown={settings.statuses[status]}
            onShown={(shown) => onShown(status, shown)}
          />
        ))}
      </ul>
      {ads && ads.length > 0 && <AdList ads={ads} />}
    </section>
  )
}
