import type { Tabs } from 'webextension-polyfill'
import { browser } from '../shared/browser.ts'

/**
 * The tab that the pop-up is about: the active one, or that of `?tab=`, as where the pop-up is
 * itself opened in a tab.
 */
export async function whichTab(search: string): Promise<Tabs.Tab | null> {
  const asked = new URLSearchParams(search).get('tab')
  if (asked !== null && /^\d+$/.test(asked)) return browser.tabs.get(Number(asked)).catch(() => null)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => [])
  return active ?? null
}
