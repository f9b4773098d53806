import browser from 'webextension-polyfill'
import { FACEBOOK, siteAt } from '../pages/site.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { Lists } from './Lists.tsx'
import { OnThisPage } from './OnThisPage.tsx'
import { Problems } from './Problems.tsx'
import { problemsOf } from './problems.ts'
import { Reporting } from './Reporting.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'
import { useListInfo } from './use-list-info.ts'
import { usePermission } from './use-permission.ts'
import { useSettings } from './use-settings.ts'
import { useTab } from './use-tab.ts'
import { useTabAds } from './use-tab-ads.ts'

export function Popup() {
  const { settings, problem, change } = useSettings()
  const tab = useTab()
  const answer = useTabAds(tab)
  const info = useListInfo()
  const permission = usePermission(FACEBOOK)
  // Until they are read there is nothing true to show, and that takes a moment only.
  if (!settings) return null

  const site = typeof answer === 'object' ? FACEBOOK : siteAt(tab?.url)
  const lists = typeof info === 'object' ? info.lists : []
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
          onShown={(status, shown) => change({ statuses: { [status]: shown } })}
        />
        {site && <SiteSwitch site={site} sitesOff={settings.sitesOff} onSitesOff={(sitesOff) => change({ sitesOff })} />}
        <Lists lists={lists} />
        <Reporting unlisted={unlisted} list={lists[0]} />
      </main>
      <Footer />
    </>
  )
}
