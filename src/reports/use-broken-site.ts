import { useEffect, useState } from 'preact/hooks'
import { ask, askTab } from '../pages/ask.ts'
import { conditionOf, isCalmed } from '../pages/site-condition.ts'
import { browser } from '../shared/browser.ts'
import { siteKey } from '../shared/storage-keys.ts'
import type { SiteAbout } from '../sites/types.ts'
import type { BrokenSite } from './broken-text.ts'

/** What is known of a site and of the tab that is on it; null until it is read. What can't be read is left out. */
export function useBrokenSite(site: SiteAbout, tabId: number): BrokenSite | null {
  const [about, setAbout] = useState<BrokenSite | null>(null)
  useEffect(() => void read(site, tabId).then(setAbout), [site, tabId])
  return about
}

async function read({ id, name }: SiteAbout, tabId: number): Promise<BrokenSite> {
  const key = siteKey(id)
  const [answer, healths, skeleton, part] = await Promise.all([
    askTab(tabId, 'tab:ads', null).catch(() => null),
    ask('site:health', null).catch(() => null),
    ask('site:skeleton', { tabId }).catch(() => null),
    browser.storage.local.get(key).then((stored) => stored[key], () => undefined),
  ])
  // The tab may show something else by now.
  const page = answer?.site === id ? answer : null
  const stored = healths?.[id]
  return { site: name, language: skeleton?.language ?? null, condition: conditionOf({ page, stored, calmed: isCalmed(part) }), page, stored, skeleton: skeleton?.text ?? null }
}
