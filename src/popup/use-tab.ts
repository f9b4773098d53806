import { useEffect, useState } from 'preact/hooks'
import browser, { type Tabs } from 'webextension-polyfill'
import { whichTab } from './which-tab.ts'

/** The tab that the pop-up is about, as it changes; undefined until it is known, null when there is none. */
export function useTab(): Tabs.Tab | null | undefined {
  const [tab, setTab] = useState<Tabs.Tab | null | undefined>(undefined)
  useEffect(() => {
    void whichTab(location.search).then(setTab)
    const onUpdated = (id: number, _change: unknown, updated: Tabs.Tab) => setTab((now) => (now?.id === id ? updated : now))
    browser.tabs.onUpdated.addListener(onUpdated)
    return () => browser.tabs.onUpdated.removeListener(onUpdated)
  }, [])
  return tab
}
