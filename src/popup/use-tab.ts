import { useEffect, useState } from 'preact/hooks'
import type { Tabs } from 'webextension-polyfill'
import { browser } from '../shared/browser.ts'
import { whichTab } from './which-tab.ts'

/** The tab that the pop-up is about, as it changes; undefined until it is known, null when there is none. */
export function useTab(): Tabs.Tab | null | undefined {
  const [tab, setTab] = useState<Tabs.Tab | null | undefined>(undefined)
  useEffect(() => {
    const find = () => void whichTab(location.search).then(setTab)
    find()
    const onUpdated = (id: number, _change: unknown, updated: Tabs.Tab) => setTab((now) => (now?.id === id ? updated : now))
    browser.tabs.onUpdated.addListener(onUpdated)
    // With a permission its address can be read, and without it no longer.
    browser.permissions.onAdded.addListener(find)
    browser.permissions.onRemoved.addListener(find)
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated)
      browser.permissions.onAdded.removeListener(find)
      browser.permissions.onRemoved.removeListener(find)
    }
  }, [])
  return tab
}
