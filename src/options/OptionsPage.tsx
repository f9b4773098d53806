import { text } from '../pages/i18n.ts'
import { PageHead } from '../pages/PageHead.tsx'
import { useListInfo } from '../pages/use-list-info.ts'
import { useSettings } from '../pages/use-settings.ts'
import { AdLog } from './AdLog.tsx'
import { AllData } from './AllData.tsx'
import { Appearance } from './Appearance.tsx'
import { Contents } from './Contents.tsx'
import { Following } from './Following.tsx'
import { MoreLists } from './MoreLists.tsx'
import { Notices } from './Notices.tsx'
import { OwnLabels } from './OwnLabels.tsx'
import { Reset } from './Reset.tsx'
import { SitesSection } from './SitesSection.tsx'
import { Updates } from './Updates.tsx'
import { wantedLabel } from './wanted-label.ts'

const WANTED = wantedLabel(location.search)

/** All that is set beside what badges show. */
export function OptionsPage() {
  const stored = useSettings()
  const reading = useListInfo()
  const sources = typeof reading.info === 'object' ? reading.info.sources : []
  return (
    <>
      <PageHead current="options" />
      <div class="with-contents">
        <Contents />
        <main>
          <h1>{text('options')}</h1>
          <Notices info={reading.info} settings={stored.problem} />
          <SitesSection stored={stored} />
          <Appearance stored={stored} />
          <OwnLabels wanted={WANTED} />
          <Updates own={sources.find(({ kind }) => kind === 'own')} reading={reading} stored={stored} />
          <MoreLists sources={sources.filter(({ kind }) => kind === 'subscribed')} reading={reading} />
          <AdLog stored={stored} />
          <Following stored={stored} />
          <AllData onImported={reading.refresh} />
          <Reset onReset={reading.refresh} />
        </main>
      </div>
    </>
  )
}
