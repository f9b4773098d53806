import { api } from '../shared/api.ts'
import type { Envelope, SeenAd, TabAds } from '../shared/messages.ts'
import type { SitePart } from '../shared/page-data.ts'
import { send } from '../shared/send.ts'
import { isShown, SETTINGS_KEY } from '../shared/settings.ts'
import { PAGE_KEY, siteKey } from '../shared/storage-keys.ts'
import type { Site } from '../sites/types.ts'
import { inLanguage } from '../sites/in-language.ts'
import { openCard } from './card-loader.ts'
import { isAlive } from './context.ts'
import { makeFeed, type Feed } from './feed.ts'
import { type Judge, openJudge } from './judge.ts'
import type { AdOnPage } from './ad.ts'
import type { PageHost, PageScript } from './page-host.ts'

/** The toolbar count follows bursts of new ads by this much, in milliseconds. */
const COUNT_DELAY = 200

/** Labels the ads of this page, as one site's pages are read. */
export function run(site: Site): void {
  const host = globalThis as PageHost
  // A site that is switched off and on again is given its script anew while the old one is still there.
  if (host.adpledge?.isAlive?.()) return
  let settings: unknown
  let part: SitePart | undefined
  let judge: Judge | null = null
  const dark = matchMedia('(prefers-color-scheme: dark)')

  const feed = makeFeed({
    site,
    data: () => part && inLanguage(part.languages, document.documentElement.lang),
    isAlive,
    // Without a list nobody can be told from anybody: no badge rather than "Not on the list".
    judge: (advertiser) => judge?.(advertiser),
    isShown: (label) => isShown(settings, site.id, label.status),
    theme: () => site.theme(document) ?? (dark.matches ? 'dark' : 'light'),
    // After an update the old script has nobody to ask; the badge stays, the card doesn't open.
    onOpen: (ad, badge) => void openCard(ad, badge, site.id).catch(() => undefined),
    onAds: countSoon,
  })

  const script: PageScript = (host.adpledge = { ...feed, isAlive, site: site.id, posts: site.postsIn, shadows: site.shadows })
  document.addEventListener('contextmenu', (event) => (script.target = new WeakRef(event.composedPath()[0] as Node)), true)

  let seen: SeenAd[] = []
  function countSoon(ad: AdOnPage): void {
    if (seen.push(seenAd(ad)) > 1) return
    setTimeout(() => {
      if (isAlive()) void send(api.runtime, 'tab:count', { ads: feed.sightings.total, seen }).catch(() => undefined)
      seen = []
    }, COUNT_DELAY)
  }

  async function reload(): Promise<void> {
    const key = siteKey(site.id)
    const stored = await api.storage.local.get([SETTINGS_KEY, key, PAGE_KEY]).catch((): Record<string, unknown> => ({}))
    // Storage may hold anything; what can't be read counts as absent.
    const open = (page: unknown) => openJudge(page, site.id, feed.lookAtHidden)
    let opened = open(stored[PAGE_KEY])
    let read = stored[key] as SitePart | undefined
    if (!read?.languages || !opened) {
      const sent = await send(api.runtime, 'page:data', { site: site.id }).catch(() => null)
      opened ??= open(sent?.page)
      read = sent?.part
    }
    settings = stored[SETTINGS_KEY]
    judge = opened ?? judge
    part = read ?? part
    if (part?.on) feed.start()
    else feed.stop()
  }

  // Badges of an earlier version of the extension have nobody who answers for them.
  feed.stop()
  void reload()
  dark.addEventListener('change', () => feed.retheme())
  // A site's own dark mode is a class or attribute of the document's, and some show a page only when it is ready.
  const ofDocument = new MutationObserver(() => {
    feed.retheme()
    feed.lookAtHidden()
  })
  const observe = () => {
    for (const element of document.querySelectorAll('html, body')) ofDocument.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'dark', 'data-theme'] })
  }
  observe()
  document.addEventListener('DOMContentLoaded', observe)
  for (const event of ['transitionend', 'animationend']) document.addEventListener(event, () => feed.lookAtHidden(), true)
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && [PAGE_KEY, SETTINGS_KEY, siteKey(site.id)].some((key) => key in changes)) void reload()
  })
  api.runtime.onMessage.addListener((message: Partial<Envelope>, sender, respond) => {
    if (sender.id !== api.runtime.id || message?.name !== 'tab:ads') return
    respond(tabAds(site, feed, part))
  })
  let told = { posts: 0, unreadable: 0, ads: 0 }
  document.addEventListener('visibilitychange', () => {
    const { posts, unreadable, sinceAd } = feed.health
    if (!document.hidden || posts === told.posts || !isAlive()) return
    const now = { posts, unreadable, ads: feed.sightings.total }
    void send(api.runtime, 'site:seen', { site: site.id, posts: posts - told.posts, unreadable: unreadable - told.unreadable, sinceAd: now.ads > told.ads ? sinceAd : null }).catch(() => undefined)
    told = now
  })
}

function tabAds(site: Site, feed: Feed, part: SitePart | undefined): TabAds {
  const ads = feed.sightings.list().slice(0, 500).map(seenAd)
  return { site: site.id, ads, total: feed.sightings.total, health: feed.health, known: Object.keys(part?.languages ?? {}), lang: document.documentElement.lang }
}

function seenAd({ advertiser, label }: AdOnPage): SeenAd {
  return { advertiser, label }
}
