import { numberText, text } from '../pages/i18n.ts'
import type { SiteCondition as Condition } from '../pages/site-condition.ts'
import { browser } from '../shared/browser.ts'
import type { SiteAbout } from '../sites/types.ts'
import type { SiteCheck } from './use-site-condition.ts'

interface SiteConditionProps {
  site: SiteAbout
  check: SiteCheck
  /** The tab that is on it. */
  tabId: number
}

/** Says when a site may not be read as it should be, and is the way to report that; quiet while nothing speaks for it. */
export function SiteCondition({ site, check: { condition, posts }, tabId }: SiteConditionProps) {
  const about = new URLSearchParams({ broken: site.id, tab: String(tabId) })
  return (
    <>
      <output id="site-condition">{condition && sentence(condition, site, posts)}</output>
      <p class={condition ? '' : 'small'}>
        <a id="report-broken" class={condition ? 'button' : ''} href={browser.runtime.getURL(`src/reports/index.html?${about}`)} target="_blank" rel="noopener">
          {text('reportBroken')}
        </a>
      </p>
    </>
  )
}

function sentence(condition: Condition, { name }: SiteAbout, posts: number): string {
  switch (condition) {
    case 'calmed':
      return text('conditionCalmed', name)
    case 'no-header':
      return text('conditionNoHeader', name)
    case 'language':
      return text('conditionLanguage', name)
    case 'no-ads':
      return text('conditionNoAds', name, numberText(posts))
  }
}
