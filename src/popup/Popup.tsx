import browser from 'webextension-polyfill'
import { FACEBOOK, siteAt } from '../pages/site.ts'
import { useListInfo } from '../pages/use-list-info.ts'
import { useOwnLabels } from '../pages/use-own-labels.ts'
import { usePermission } from '../pages/use-permission.ts'
import { useSettings } from '../pages/use-settings.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { OnThisPage } from './OnThisPage.tsx'
import { Problems } from './Problems.tsx'
import { problemsOf } from './problems.ts'
import { Reporting } from './Reporting.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'
import { TheList } from './TheList.tsx'
import { useTab } from './use-tab.ts'
import { useTabAds } from './use-tab-ads.ts'

export function Popup() {
  const { settings, problem, change } = useSettings()
  const tab = useTab()
  const answer = useTabAds(tab)
  const reading = useListInfo()
  const permission = usePermission(`${FACEBOOK.origin}/*`)
  const { labels } = useOwnLabels()
  // Until they are read there is nothing true to show, and that takes a moment only.
  if (!settings) return null

  const { info } = reading
  const site = typeof answer === 'object' ? FACEBOOK : siteAt(tab?.url)
  const sources = typeof info === 'object' ? info.sources : []
  const own = sources.find(({ kind }) => kind === 'own')
  const unlisted = typeof answer === 'object' ? answer.ads.filter((ad) => ad.status === 'unlisted') : []
  const reload = () => {
    if (tab?.id !== undefined) void browser.tabs.reload(tab.id)
  }
  return (
    <>
      <Header badges={settings.badges} onBadges={(badges) => change({ badges })} />
      <main>
        <Problems problems={problemsOf({ permission, info, settings: problem, tab: answer, onSite: site !== null, reload })} />
        <OnThisPage
          answer={answer}
          onSite={site !== null}
          settings={settings}
          hasOwnLabels={typeof labels === 'object' && labels.length > 0}
          onShown={(status, shown) => change({ statuses: { [status]: shown } })}
        />
        {site && <SiteSwitch site={site} sitesOff={settings.sitesOff} onSitesOff={(sitesOff) => change({ sitesOff })} />}
        {typeof info === 'object' && <TheList own={own} subscribed={sources.filter((source) => source !== own)} reading={reading} />}
        <Reporting unlisted={unlisted} list={own?.lists[0]} />
      </main>
      <Footer />
    </>
  )
}
