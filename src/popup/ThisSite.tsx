import { text } from '../pages/i18n.ts'
import { SiteSwitch } from '../pages/SiteSwitch.tsx'
import type { Sites, SiteState } from '../pages/use-sites.ts'
import { SiteCondition } from './SiteCondition.tsx'
import type { SiteCheck } from './use-site-condition.ts'

interface ThisSiteProps {
  state: SiteState
  onTurn: Sites['turn']
  check: SiteCheck
  tabId: number | undefined
}

/** The switch of the site that the tab is on, and whether it works. */
export function ThisSite({ state, onTurn, check, tabId }: ThisSiteProps) {
  const { site, held, on } = state
  // Of sites that come with the extension, what is missing is told above.
  const asks = !held && !site.isRequired
  return (
    <section>
      <div class="row">
        <SiteSwitch id="site" label={text('siteSwitch', site.name)} state={state} onTurn={onTurn} {...(asks ? { describedBy: 'site-asks' } : {})} />
      </div>
      {asks && (
        <p id="site-asks" class="small soft">
          {text('siteAsks', site.name)}
        </p>
      )}
      {on && tabId !== undefined && <SiteCondition site={site} check={check} tabId={tabId} />}
    </section>
  )
}
