import { text } from '../pages/i18n.ts'
import { useListInfo } from '../pages/use-list-info.ts'
import { useSettings } from '../pages/use-settings.ts'
import { Notices } from './Notices.tsx'
import { MoreLists } from './MoreLists.tsx'
import { OwnLabels } from './OwnLabels.tsx'
import { SitesSection } from './SitesSection.tsx'
import { Updates } from './Updates.tsx'
import { wantedLabel } from './wanted-label.ts'

const WANTED = wantedLabel(location.search)

/** All that is set beside what badges show: which sites are read, where lists come from, and the person's own labels. */
export function OptionsPage() {
  const stored = useSettings()
  const reading = useListInfo()
  const sources = typeof reading.info === 'object' ? reading.info.sources : []
  return (
    <main>
      <h1>{text('optionsHeading')}</h1>
      <Notices info={reading.info} settings={stored.problem} />
      <SitesSection stored={stored} />
      <Updates own={sources.find(({ kind }) => kind === 'own')} reading={reading} stored={stored} />
      <MoreLists sources={sources.filter(({ kind }) => kind === 'subscribed')} reading={reading} />
      <OwnLabels wanted={WANTED} />
    </main>
  )
}
