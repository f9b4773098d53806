import { ConfirmButton } from '../pages/ConfirmButton.tsx'
import { countText, locale, text } from '../pages/i18n.ts'
import { hostsOf } from '../pages/site-hosts.ts'
import { SiteSwitch } from '../pages/SiteSwitch.tsx'
import type { Sites, SiteState } from '../pages/use-sites.ts'

/** More hosts than these are counted. */
const MOST_HOSTS = 3

interface SiteItemProps {
  state: SiteState
  sites: Sites
}

/** One site: its switch, what that lets the extension read, and whether it may. */
export function SiteItem({ state, sites }: SiteItemProps) {
  const { site, held } = state
  const aboutId = `about-${site.id}`
  return (
    <li class="card">
      <div class="card-head site-head">
        <SiteSwitch id={`site-${site.id}`} label={site.name} state={state} onTurn={sites.turn} describedBy={aboutId} />
      </div>
      <div id={aboutId} class="small soft">
        <p>{text('siteReads', hostsText(site.matches))}</p>
        <p class="site-access">{text(held ? (site.isRequired ? 'siteHeldAlways' : 'siteHeld') : site.isRequired ? 'siteWithdrawn' : 'siteNotHeld')}</p>
      </div>
      {held && !site.isRequired && (
        <div class="actions">
          <ConfirmButton
            id={`give-back-${site.id}`}
            label={text('siteGiveBack')}
            question={text('siteGiveBackSure', site.name)}
            keep={text('keepIt')}
            describedBy={aboutId}
            onConfirm={() => sites.giveBack(site)}
          />
        </div>
      )}
    </li>
  )
}

function hostsText(patterns: readonly string[]): string {
  const hosts = hostsOf(patterns)
  const shown = hosts.length > MOST_HOSTS + 1 ? hosts.slice(0, MOST_HOSTS) : hosts
  const more = hosts.length > shown.length ? [countText('siteMoreHosts', hosts.length - shown.length)] : []
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format([...shown, ...more])
}
