import { text } from '../pages/i18n.ts'
import type { SiteAbout } from '../sites/types.ts'

/** The way on from here; where no site is on, to the switches. */
export function OpenSite({ site }: { site: SiteAbout | undefined }) {
  if (!site) {
    return (
      <a class="button go" href="#sites">
        {text('welcomeNoSite')}
      </a>
    )
  }
  return (
    <a class="button go" href={site.home} target="_blank" rel="noopener noreferrer">
      {text('welcomeOpen', site.name)}
    </a>
  )
}
