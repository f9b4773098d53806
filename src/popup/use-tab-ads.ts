import { useEffect, useState } from 'preact/hooks'
import browser, { type Runtime, type Tabs } from 'webextension-polyfill'
import { domainOf } from '../list/domains.ts'
import { askTab } from '../pages/ask.ts'
import { pageUrlOf } from '../sites/registry.ts'
import type { Envelope, SeenAd, TabAd, TabAds } from '../shared/messages.ts'

/** `silent`: no content script answers there. */
export type TabAnswer = 'loading' | 'silent' | TabAds<TabAd>

/** The ads of a tab, as they come. */
export function useTabAds(tab: Tabs.Tab | null | undefined): TabAnswer {
  const [answer, setAnswer] = useState<TabAnswer>('loading')
  const tabId = tab?.id
  const status = tab?.status
  const known = tab !== undefined

  useEffect(() => {
    if (!known) return undefined
    let latest = 0
    const read = async () => {
      const number = ++latest
      const ads = tabId === undefined ? null : await askTab(tabId, 'tab:ads', null).catch(() => null)
      if (number !== latest) return
      // Early in its life a page has no content script yet.
      setAnswer(Array.isArray(ads?.ads) ? { ...ads, ads: ads.ads.map((ad) => shownAd(ad, ads.site)) } : status === 'loading' ? 'loading' : 'silent')
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
      browser.runtime.onMessage.removeListener(onMessage)
    }
  }, [known, tabId, status])
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
