import { hostOf } from '../list/domains.ts'
import { openIndex } from '../list/lookup.ts'
import type { CompiledIndex, Lookup } from '../list/types.ts'
import { api } from '../shared/api.ts'
import type { Envelope, TabAd, TabAds } from '../shared/messages.ts'
import { send } from '../shared/send.ts'
import { isShown, parseSettings, SETTINGS_KEY, type Settings } from '../shared/settings.ts'
import { INDEX_KEY } from '../shared/storage-keys.ts'
import { labelFor, labelText } from '../shared/wording.ts'
import { siteFor } from '../sites/registry.ts'
import type { Advertiser, Site } from '../sites/types.ts'
import type { AdOnPage } from './ad.ts'
import { BADGE_TAG } from './badge.ts'
import { openCard } from './card-loader.ts'
import { isAlive, translate, uiDirection, uiLocale } from './context.ts'
import { Feed } from './feed.ts'

/** The toolbar count follows bursts of new ads by this much, in milliseconds. */
const COUNT_DELAY = 200

const site = siteFor(location.hostname)
if (site) void run(site)

async function run(site: Site): Promise<void> {
  for (const stale of document.querySelectorAll(BADGE_TAG)) stale.remove()
  const state = await load()
  let settings = state.settings
  let lookup = state.lookup
  const dark = matchMedia('(prefers-color-scheme: dark)')

  const judge = (advertiser: Advertiser): AdOnPage | null => {
    const matches = lookup?.find(advertiser) ?? []
    const label = labelFor(matches[0] ?? null, { translate, locale: uiLocale(), now: new Date() })
    return label && { advertiser, matches, label, lists: lookup?.lists ?? [], domain: advertiser.domain ?? (hostOf(advertiser.landing ?? '') || null) }
  }
  const feed = new Feed({
    site,
    isAlive,
    judge,
    isShown: (label) => isShown(settings, site.id, label.status),
    theme: () => site.theme(document) ?? (dark.matches ? 'dark' : 'light'),
    dir: uiDirection(),
    // After an update the old script has nobody to ask; the badge stays, the card doesn't open.
    onOpen: (ad, badge) => void openCard(ad, badge, site.id).catch(() => undefined),
    onAds: countSoon,
  })

  let counting = false
  function countSoon(): void {
    if (counting) return
    counting = true
    setTimeout(() => {
      counting = false
      if (isAlive()) void send(api.runtime, 'tab:count', { ads: feed.sightings.total }).catch(() => undefined)
    }, COUNT_DELAY)
  }

  // Without a list nobody can be told from anybody: no badge rather than "Not on the list".
  if (lookup) feed.start()
  dark.addEventListener('change', () => feed.retheme())
  // A site's own dark mode is a class of the document's, and some show a page only when it is ready.
  const ofDocument = new MutationObserver(() => {
    feed.retheme()
    feed.lookAtHidden()
  })
  const observe = (element: Element | null) => element && ofDocument.observe(element, { attributes: true, attributeFilter: ['class', 'style'] })
  observe(document.documentElement)
  document.addEventListener('DOMContentLoaded', () => observe(document.body))
  observe(document.body)
  for (const event of ['transitionend', 'animationend']) document.addEventListener(event, () => feed.lookAtHidden(), { capture: true, passive: true })
  api.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return
    const index = changes[INDEX_KEY]
    if (index) {
      const before = lookup
      lookup = open(index.newValue) ?? lookup
      if (lookup && !before) feed.start()
    }
    if (changes[SETTINGS_KEY]) settings = parseSettings(changes[SETTINGS_KEY].newValue)
    if (lookup && (index || changes[SETTINGS_KEY])) feed.judgeAll()
  })
  api.runtime.onMessage.addListener((message: Partial<Envelope>, sender, respond) => {
    if (sender.id !== api.runtime.id || sender.tab?.id !== undefined && !fromExtensionPage(sender) || message?.name !== 'tab:ads') return
    respond(tabAds(site, feed))
  })
}

/** An extension page may itself be open in a tab. */
function fromExtensionPage(sender: chrome.runtime.MessageSender): boolean {
  return sender.url?.startsWith(api.runtime.getURL('')) ?? false
}

async function load(): Promise<{ settings: Settings; lookup: Lookup | null }> {
  const stored = await api.storage.local.get([INDEX_KEY, SETTINGS_KEY]).catch((): Record<string, unknown> => ({}))
  const lookup = open(stored[INDEX_KEY]) ?? open(await send(api.runtime, 'list:index', null).catch(() => null))
  return { settings: parseSettings(stored[SETTINGS_KEY]), lookup }
}

/** Storage may hold anything; what can't be read counts as absent. */
function open(index: unknown): Lookup | null {
  try {
    return index ? openIndex(index as CompiledIndex) : null
  } catch {
    return null
  }
}

function tabAds(site: Site, feed: Feed): TabAds {
  const ads = feed.sightings.list().slice(0, 500).map(
    ({ advertiser, label, domain }): TabAd => ({
      advertiser: advertiser.name ?? advertiser.page ?? '',
      pageUrl: advertiser.pageUrl,
      domain,
      status: label.status,
      text: labelText(label),
      entry: label.entryName,
    }),
  )
  return { site: site.id, ads, total: feed.sightings.total, gaveUp: feed.gaveUp }
}
