import { text } from '../pages/i18n.ts'
import type { SupportedSite } from '../pages/site.ts'
import { Switch } from '../pages/Switch.tsx'

interface SiteSwitchProps {
  site: SupportedSite
  sitesOff: readonly string[]
  onSitesOff: (sitesOff: string[]) => void
}

export function SiteSwitch({ site, sitesOff, onSitesOff }: SiteSwitchProps) {
  const others = sitesOff.filter((id) => id !== site.id)
  return (
    <section class="row">
      <label for="site">{text('siteSwitch', site.name)}</label>
      <Switch id="site" on={!sitesOff.includes(site.id)} onChange={(on) => onSitesOff(on ? others : [...others, site.id])} />
    </section>
  )
}
