import { type MessageKey, text } from '../pages/i18n.ts'
import { SiteSwitch } from '../pages/SiteSwitch.tsx'
import type { Sites, SiteState } from '../pages/use-sites.ts'

interface SiteOfferProps {
  states: readonly SiteState[]
  onTurn: Sites['turn']
}

/** All sites with their switches. None is asked for before its switch is pressed. */
export function SiteOffer({ states, onTurn }: SiteOfferProps) {
  return (
    <section id="sites" aria-labelledby="sites-heading">
      <h2 id="sites-heading">{text('welcomeSitesHeading')}</h2>
      <p class="soft">{text('sitesIntro')}</p>
      <ul class="site-grid">
        {states.map((state) => (
          <li key={state.site.id} class="site">
            <SiteSwitch id={`site-${state.site.id}`} label={state.site.name} state={state} onTurn={onTurn} describedBy={`about-${state.site.id}`} />
            <p id={`about-${state.site.id}`} class="small soft">
              {text(accessText(state))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function accessText({ site, held }: SiteState): MessageKey {
  if (site.isRequired) return held ? 'welcomeSiteComes' : 'siteWithdrawn'
  return held ? 'siteHeld' : 'welcomeSiteAsks'
}
