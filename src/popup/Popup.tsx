import { useListInfo } from '../pages/use-list-info.ts'
import { useOwnLabels } from '../pages/use-own-labels.ts'
import { useSettings } from '../pages/use-settings.ts'
import { useSites } from '../pages/use-sites.ts'
import { browser } from '../shared/browser.ts'
import { siteAt } from '../sites/registry.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { LogOffer } from './LogOffer.tsx'
import { OnThisPage } from './OnThisPage.tsx'
import { Pause } from './Pause.tsx'
import { Problems } from './Problems.tsx'
import { problemsOf } from './problems.ts'
import { Reporting } from './Reporting.tsx'
import { Search } from './Search.tsx'
import { SiteList } from './SiteList.tsx'
import { domainOfTab } from './tab-domain.ts'
import { ThisSite } from './ThisSite.tsx'
import { useLoaded } from './use-loaded.ts'
import { useSiteCondition } from './use-site-condition.ts'
import { useTab } from './use-tab.ts'
import { useTabAds } from './use-tab-ads.ts'

const loadDomain = () => import('./DomainSection.tsx')
const loadList = () => import('./TheList.tsx')

export function Popup() {
  const stored = useSettings()
  const { settings, change } = stored
  const tab = useTab()
  const sites = useSites(stored)
  const siteOfTab = siteAt(tab?.url ?? '')?.id
  const answer = useTabAds(tab, sites.states?.find(({ site }) => site.id === siteOfTab)?.on ?? false)
  // The address of a page can be kept from us while its script still answers.
  const siteId = typeof answer === 'object' ? answer.site : siteOfTab
  const domain = domainOfTab(tab?.url)
  const check = useSiteCondition(siteId, answer)
  const reading = useListInfo()
  const { labels } = useOwnLabels()
  const hasDomain = domain !== null && siteId === undefined
  const ofDomain = useLoaded(loadDomain, hasDomain)
  const ofList = useLoaded(loadList, typeof reading.info === 'object')
  // Until they are read there is nothing true to show, and that takes a moment only.
  if (!settings) return null

  const { info } = reading
  const state = sites.states?.find(({ site }) => site.id === siteId)
  const sources = typeof info === 'object' ? info.sources : []
  const own = sources.find(({ kind }) => kind === 'own')
  const unlisted = typeof answer === 'object' ? answer.ads.filter((ad) => ad.status === 'unlisted') : []
  const reload = () => {
    if (tab?.id !== undefined) void browser.tabs.reload(tab.id)
  }
  const other = sites.states?.find(({ on }) => on) ?? sites.states?.[0]
  return (
    <>
      <Header badges={settings.badges} onBadges={(badges) => change({ badges })} />
      <main>
        <Problems problems={problemsOf({ state, onAllow: (site) => sites.turn(site, true), info, settings: stored.problem, tab: answer, reload })} />
        <Pause settings={settings} onPause={(pausedUntil) => change({ pausedUntil })} />
        {state && <ThisSite state={state} onTurn={sites.turn} check={check} tabId={tab?.id} />}
        {hasDomain && ofDomain && <ofDomain.DomainSection domain={domain} />}
        <OnThisPage
          answer={answer}
          onSite={siteId !== undefined}
          other={other?.site}
          settings={settings}
          hasOwnLabels={typeof labels === 'object' && labels.length > 0}
          onShown={(status, shown) => change({ statuses: { [status]: shown } })}
        />
        <Search />
        {sites.states && <SiteList states={sites.states} onTurn={sites.turn} />}
        {typeof info === 'object' && ofList && <ofList.TheList own={own} subscribed={sources.filter((source) => source !== own)} reading={reading} />}
        <LogOffer settings={settings} change={change} />
        <Reporting unlisted={unlisted} site={siteId ?? ''} list={own?.lists[0]} />
      </main>
      <Footer />
    </>
  )
}
