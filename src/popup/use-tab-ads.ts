import { useEffect, useState } from 'preact/hooks'
import type { Runtime, Tabs } from 'webextension-polyfill'
import { domainOf } from '../list/domains.ts'
import { askTab } from '../pages/ask.ts'
import { browser } from '../shared/browser.ts'
import { pageUrlOf } from '../sites/registry.ts'
import type { Envelope, SeenAd, TabAd, TabAds } from '../shared/messages.ts'

/** A site that was just switched on gets its script a moment later: how often it is asked for, and after how many milliseconds. */
const RETRIES = 4
const RETRY_AFTER = 500

/** `silent`: no content script answers there. */
export type TabAnswer = 'loading' | 'silent' | TabAds<TabAd>

/**
 * The ads of a tab, as they come.
 * @param expected a script should be there
 */
export function useTabAds(tab: Tabs.Tab | null | undefined, expected: boolean): TabAnswer {
  const [answer, setAnswer] = useState<TabAnswer>('loading')
  const tabId = tab?.id
  const status = tab?.status
  const known = tab !== undefined

  useEffect(() => {
    if (!known) return undefined
    let latest = 0
    let retries = expected ? RETRIES : 0
    let retry: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const number = ++latest
      const ads = tabId === undefined ? null : await askTab(tabId, 'tab:ads', null).catch(() => null)
      if (number !== latest) return
      if (Array.isArray(ads?.ads)) return setAnswer({ ...ads, ads: ads.ads.map((ad) => shownAd(ad, ads.site)) })
      const isEarly = status === 'loading' || retries > 0
      if (retries-- > 0) retry = setTimeout(() => void read(), RETRY_AFTER)
      setAnswer(isEarly ? 'loading' : 'silent')
    }
    /** Content scripts tell the background how many ads there are; we overhear it. */
    const onMessage = (message: unknown, sender: Runtime.MessageSender) => {
      if ((message as Partial<Envelope> | null)?.name === 'tab:count' && sender.tab?.id === tabId) void read()
      return undefined
    }
    void read()
    browser.runtime.onMessage.addListener(onMessage)
    return () => {
      latest = -1
      clearTimeout(retry)
      browser.runtime.onMessage.removeListener(onMessage)
    }
  }, [known, tabId, status, expected])
  return answer
}

function shownAd({ advertiser, label }: SeenAd, site: string): TabAd {
  return {
    advertiser: advertiser.name ?? advertiser.page ?? domainOf(advertiser) ?? '',
    pageUrl: pageUrlOf(site, advertiser.page),
    domain: domainOf(advertiser),
    status: label.status,
    text: label.text,
    entry: label.entryName,
  }
}
