import { useEffect, useState } from 'preact/hooks'
import type { Storage } from 'webextension-polyfill'
import { ask } from '../pages/ask.ts'
import { conditionOf, isCalmed, postsWithoutAd, type SiteCondition } from '../pages/site-condition.ts'
import { browser } from '../shared/browser.ts'
import type { SiteHealth } from '../shared/messages.ts'
import { siteKey } from '../shared/storage-keys.ts'
import type { TabAnswer } from './use-tab-ads.ts'

export interface SiteCheck {
  condition: SiteCondition | null
  /** Posts since the last ad, at least. */
  posts: number
}

/**
 * Whether reading the tab's site still works.
 * @param id of the site; undefined for none
 */
export function useSiteCondition(id: string | undefined, answer: TabAnswer): SiteCheck {
  const [stored, setStored] = useState<SiteHealth | undefined>(undefined)
  const [calmed, setCalmed] = useState(false)

  useEffect(() => {
    if (id === undefined) return undefined
    const key = siteKey(id)
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === 'local' && key in changes) setCalmed(isCalmed(changes[key]?.newValue))
    }
    ask('site:health', null).then((all) => setStored(all[id]), () => undefined)
    browser.storage.local.get(key).then((all) => setCalmed(isCalmed(all[key])), () => undefined)
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  }, [id])

  const page = typeof answer === 'object' ? answer : null
  return { condition: conditionOf({ page, stored, calmed }), posts: postsWithoutAd(page, stored) }
}
