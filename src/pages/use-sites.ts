import { useCallback, useEffect, useState } from 'preact/hooks'
import { browser } from '../shared/browser.ts'
import { isHeld } from '../shared/site-access.ts'
import { sites } from '../sites/registry.ts'
import type { SiteAbout } from '../sites/types.ts'
import { requestHosts } from './use-permission.ts'
import type { StoredSettings } from './use-settings.ts'

export interface SiteState {
  site: SiteAbout
  /** The browser lets the extension read it. */
  held: boolean
  /** Held, and not switched off: its ads are labelled. */
  on: boolean
}

export interface Sites {
  /** In the registry's order; null until they are known. */
  states: readonly SiteState[] | null
  /** Asks for the site's permission where it isn't held, so only a press of a person may call it, and directly. */
  turn: (site: SiteAbout, on: boolean) => void
  /** Gives an optional site's permission back. */
  giveBack: (site: SiteAbout) => void
}

/** Which sites are read, as permissions and settings change. */
export function useSites({ settings, change }: Pick<StoredSettings, 'settings' | 'change'>): Sites {
  const [held, setHeld] = useState<ReadonlySet<string> | null>(null)
  /** Sites that the browser asks about at the moment. */
  const [asked, setAsked] = useState<readonly string[]>([])

  const check = useCallback(async () => {
    const all = await Promise.all(sites.map(async (site) => ((await isHeld(site)) ? [site.id] : [])))
    setHeld(new Set(all.flat()))
  }, [])

  useEffect(() => {
    const onChanged = () => void check()
    void check()
    browser.permissions.onAdded.addListener(onChanged)
    browser.permissions.onRemoved.addListener(onChanged)
    return () => {
      browser.permissions.onAdded.removeListener(onChanged)
      browser.permissions.onRemoved.removeListener(onChanged)
    }
  }, [check])

  function turn(site: SiteAbout, on: boolean): void {
    if (!settings || !held) return
    const others = settings.sitesOff.filter((id) => id !== site.id)
    const isOff = others.length < settings.sitesOff.length
    // Neither is waited for: see requestHosts. A pop-up may close under the browser's question, and the background hears both.
    if (on === isOff) change({ sitesOff: on ? others : [...others, site.id] })
    if (!on || held.has(site.id)) return
    setAsked((before) => [...before, site.id])
    void requestHosts(site.matches)
      .then(check)
      // Whatever came of it, the switch shows it.
      .finally(() => setAsked((before) => before.filter((id) => id !== site.id)))
  }

  const states =
    settings &&
    held &&
    sites.map((site) => ({ site, held: held.has(site.id), on: (held.has(site.id) || asked.includes(site.id)) && !settings.sitesOff.includes(site.id) }))
  return { states, turn, giveBack: ({ matches }) => void browser.permissions.remove({ origins: [...matches] }).catch(() => undefined).then(check) }
}
