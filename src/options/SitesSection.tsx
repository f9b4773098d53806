import { text } from '../pages/i18n.ts'
import { useSites } from '../pages/use-sites.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import { SiteItem } from './SiteItem.tsx'

/** On which sites ads are labelled. */
export function SitesSection({ stored }: { stored: StoredSettings }) {
  const sites = useSites(stored)
  return (
    <section id="sites" aria-labelledby="sites-heading">
      <h2 id="sites-heading">{text('sitesHeading')}</h2>
      <p class="small soft">{text('sitesIntro')}</p>
      <ul class="cards">
        {sites.states?.map((state) => (
          <SiteItem key={state.site.id} state={state} sites={sites} />
        ))}
      </ul>
    </section>
  )
}
