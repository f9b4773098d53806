import { numberText, text } from '../pages/i18n.ts'
import { SiteSwitch } from '../pages/SiteSwitch.tsx'
import type { Sites, SiteState } from '../pages/use-sites.ts'

interface SiteListProps {
  states: readonly SiteState[]
  onTurn: Sites['turn']
}

/** All sites, each with its switch. */
export function SiteList({ states, onTurn }: SiteListProps) {
  const on = states.filter((state) => state.on).length
  return (
    <section>
      <details id="sites">
        <summary>{text('sitesSummary', numberText(on), numberText(states.length))}</summary>
        <ul>
          {states.map((state) => (
            <li key={state.site.id} class="row">
              <SiteSwitch id={`site-${state.site.id}`} label={state.site.name} state={state} onTurn={onTurn} />
            </li>
          ))}
        </ul>
        <p class="small soft">{text('sitesAsk')}</p>
      </details>
    </section>
  )
}
