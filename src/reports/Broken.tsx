import { text } from '../pages/i18n.ts'
import type { SiteAbout } from '../sites/types.ts'
import { BrokenForm } from './BrokenForm.tsx'
import { useBrokenSite } from './use-broken-site.ts'

/** The form about a site that isn't labelled right, and the tab in which that is seen. */
export function Broken({ site, tabId }: { site: SiteAbout; tabId: number }) {
  const about = useBrokenSite(site, tabId)
  return (
    <section aria-labelledby="report-heading">
      <h2 id="report-heading">{text('brokenHeading', site.name)}</h2>
      {about ? <BrokenForm about={about} /> : <p>{text('brokenReading')}</p>}
    </section>
  )
}
