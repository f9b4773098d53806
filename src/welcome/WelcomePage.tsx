import { useSettings } from '../pages/use-settings.ts'
import { useSites } from '../pages/use-sites.ts'
import { Ending } from './Ending.tsx'
import { Labels } from './Labels.tsx'
import { LogOffer } from './LogOffer.tsx'
import { Opening } from './Opening.tsx'
import { Places } from './Places.tsx'
import { Promises } from './Promises.tsx'
import { SiteOffer } from './SiteOffer.tsx'

/** What a person sees right after the installation, once: what labels mean, what is read, and where everything is. */
export function WelcomePage() {
  const stored = useSettings()
  const sites = useSites(stored)
  const { settings, problem, change } = stored
  // Until they are read there is nothing true to show, and that takes a moment only.
  if (!settings || !sites.states) return null
  const first = sites.states.find(({ on }) => on)?.site
  return (
    <>
      <Opening first={first} problem={problem} />
      <main>
        <Labels settings={settings} change={change} />
        <Promises />
        <SiteOffer states={sites.states} onTurn={sites.turn} />
        <LogOffer settings={settings} change={change} />
        <Places />
      </main>
      <Ending first={first} />
    </>
  )
}
