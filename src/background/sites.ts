import browser from 'webextension-polyfill'
import { readAdjustments } from '../distribution/site-adjustments.ts'
import type { SitePart } from '../shared/page-data.ts'
import { parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { isHeld } from '../shared/site-access.ts'
import { ADJUSTMENTS_KEY, siteKey } from '../shared/storage-keys.ts'
import { adjustSite, type SiteAdjustments } from '../sites/adjust.ts'
import { compileSite, siteFiles } from '../sites/data.ts'
import { sites } from '../sites/registry.ts'
import type { SiteAbout } from '../sites/types.ts'
import { sorted } from './sorted.ts'

/** Where `scripts/content-plugin.ts` puts a site's script, and what it needs before it. */
const scriptsOf = ({ id, standsAlone }: SiteAbout) => [...(standsAlone ? [] : ['content/common.js']), `content/${id}.js`]

/**
 * Which sites are read: those whose permission is held and that haven't been switched off. What comes with the extension is
 * in its manifest, the scripts of all others are registered here, because a popup closes under the browser's question.
 */
export class Sites {
  readonly #adjustments: () => Promise<SiteAdjustments>
  #queue: Promise<unknown> = Promise.resolve()

  /** @param adjustments what the lists in use say of sites; asked only where storage doesn't tell, as it takes reading them all */
  constructor(adjustments: () => Promise<SiteAdjustments>) {
    this.#adjustments = adjustments
  }

  /** Listens to permissions, settings and what published lists say of sites; must be called while the background starts. */
  listen(): void {
    const update = () => void this.update()
    browser.permissions.onAdded.addListener(update)
    browser.permissions.onRemoved.addListener(update)
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && (SETTINGS_KEY in changes || ADJUSTMENTS_KEY in changes)) update()
    })
  }

  /** Brings scripts and what pages read in line with all of that; at every start, since updates take registrations away. */
  update(): Promise<void> {
    const updated = this.#queue.then(() => this.#update())
    this.#queue = updated.catch((error: unknown) => console.warn('AdPledge: a site could not be set up', error))
    return updated.catch(() => undefined)
  }

  /** What pages of a site read; null for no site of ours. */
  async part(id: string): Promise<SitePart | null> {
    const site = sites.find((one) => one.id === id)
    const file = siteFiles[id]
    if (!site || !file) return null
    const stored = (await browser.storage.local.get(ADJUSTMENTS_KEY))[ADJUSTMENTS_KEY]
    const adjusted = adjustSite(id, file, readAdjustments(stored) ?? (await this.#adjustments()), browser.runtime.getManifest().version)
    return { on: !adjusted.calmed && (await isHeld(site)), calmed: adjusted.calmed, languages: compileSite(adjusted.file, adjusted.ignored) }
  }

  async #update(): Promise<void> {
    const { sitesOff } = parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
    const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id))
    for (const site of sites) {
      await this.#publish(site)
      if (site.isRequired) continue
      const isOn = !sitesOff.includes(site.id) && (await isHeld(site))
      if (isOn && !registered.has(site.id)) await this.#register(site)
      if (!isOn && registered.has(site.id)) await browser.scripting.unregisterContentScripts({ ids: [site.id] })
    }
  }

  /** Pages that are open already get the script as well. */
  async #register(site: SiteAbout): Promise<void> {
    const js = scriptsOf(site)
    await browser.scripting.registerContentScripts([{ id: site.id, matches: [...site.matches], js, runAt: 'document_start', persistAcrossSessions: true }])
    const tabs = await browser.tabs.query({ url: [...site.matches] })
    const ids = tabs.flatMap(({ id }) => id ?? [])
    // A tab may be gone by now, or show an error page.
    await Promise.all(ids.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files: js, injectImmediately: true }).catch(() => undefined)))
  }

  async #publish({ id }: SiteAbout): Promise<void> {
    const key = siteKey(id)
    const part = await this.part(id)
    const stored = (await browser.storage.local.get(key))[key]
    if (JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(part))) await browser.storage.local.set({ [key]: part })
  }
}
