import browser from 'webextension-polyfill'

/** The number of ads on the icon of one tab; none shows no number. */
export async function showCount(tabId: number, ads: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: ads === 0 ? '' : ads > 999 ? '999+' : String(ads) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#3c4653' }),
  ]).catch(() => undefined) // the tab may be gone by now
}
