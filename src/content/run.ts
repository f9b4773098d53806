import { openIndex } from '../list/lookup.ts'
import { openTable, type PackedTable, type Table } from '../list/table.ts'
import type { ListIndex, Lookup, Match } from '../list/types.ts'
import { api } from '../shared/api.ts'
import type { Envelope, TabAds } from '../shared/messages.ts'
import { send } from '../shared/send.ts'
import type { BadgeLabel, PageData, SitePart } from '../shared/page-data.ts'
import { isShown, SETTINGS_KEY } from '../shared/settings.ts'
import { PAGE_KEY, siteKey } from '../shared/storage-keys.ts'
import type { Advertiser, Site } from '../sites/types.ts'
import { inLanguage } from '../sites/words.ts'
import type { AdOnPage } from './ad.ts'
import { openCard } from './card-loader.ts'
import { isAlive, uiDirection } from './context.ts'
import { makeFeed, type Feed } from './feed.ts'

/** The toolbar count follows bursts of new ads by this much, in milliseconds. */
const COUNT_DELAY = 200

/** Where a running script is known to the next one that is put into the same page. */
type Host = typeof globalThis & { adpledge?: () => boolean }

/** Labels the ads of this page, as one site's pages are read. */
export function run(site: Site): void {
  const host = globalThis as Host
  // A site that is switched off and on again is given its script anew while the old one is still there.
  if (host.adpledge?.()) return
  host.adpledge = isAlive
  let settings: unknown
  let data: OpenData | null = null
  const dark = matchMedia('(prefers-color-scheme: dark)')

  const judge = (advertiser: Advertiser): AdOnPage | null | undefined => {
    if (!data) return
    const { lookup, wording, labels, look, index } = data
    const isHere = ({ list }: Match) => list.platforms.includes(site.id)
    const labelOf = (match: Match): BadgeLabel | null => {
      const label = labels.get(match.list)?.get((isHere(match) ? '' : 'o') + match.entry)
      return label ? (JSON.parse(label.value) as BadgeLabel) : null
    }
    // What is on record about this platform comes first.
    const found = lookup.find({ ...advertiser, platform: site.id }).sort((a, b) => +isHere(b) - +isHere(a))
    const matches = found.map((match) => ({ ...match, label: labelOf(match) }))
    const [first, ...others] = matches.flatMap((match) => match.label ?? [])
    // Records of further lists are in the card; the badge says how many there are.
    const label = matches[0] ? first && { ...first, text: first.text + (others[0] ? ` · +${others.length}` : '') } : wording.unlisted
    return label && { advertiser, look, matches, label, lists: index.lists }
  }
  const feed = makeFeed({
    site,
    data: () => data?.part && inLanguage(data.part.languages, document.documentElement.lang),
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

  async function reload(): Promise<void> {
    const loaded = await load(site.id)
    settings = loaded.settings
    data = loaded.data ?? data
    // Without a list nobody can be told from anybody: no badge rather than "Not on the list".
    if (data?.part.on) feed.start()
    else feed.stop()
  }

  // Badges of an earlier version of the extension have nobody who answers for them.
  feed.stop()
  void reload()
  dark.addEventListener('change', () => feed.retheme())
  // A site's own dark mode is a class of the document's, and some show a page only when it is ready.
  const ofDocument = new MutationObserver(() => {
    feed.retheme()
    feed.lookAtHidden()
  })
  const observe = () => {
    for (const element of document.querySelectorAll('html, body')) ofDocument.observe(element, { attributes: true, attributeFilter: ['class', 'style'] })
  }
  observe()
  document.addEventListener('DOMContentLoaded', observe)
  for (const event of ['transitionend', 'animationend']) document.addEventListener(event, () => feed.lookAtHidden(), true)
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && [PAGE_KEY, SETTINGS_KEY, siteKey(site.id)].some((key) => key in changes)) void reload()
  })
  api.runtime.onMessage.addListener((message: Partial<Envelope>, sender, respond) => {
    if (sender.id !== api.runtime.id || message?.name !== 'tab:ads') return
    respond(tabAds(site, feed, data))
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

type OpenData = PageData & { part: SitePart; lookup: Lookup; labels: Map<ListIndex, Table> }

async function load(site: string): Promise<{ settings: unknown; data: OpenData | null }> {
  const key = siteKey(site)
  const stored = await api.storage.local.get([PAGE_KEY, SETTINGS_KEY, key]).catch((): Record<string, unknown> => ({}))
  const data = open(stored[PAGE_KEY], stored[key])
  if (data) return { settings: stored[SETTINGS_KEY], data }
  const sent = await send(api.runtime, 'page:data', { site }).catch(() => null)
  return { settings: stored[SETTINGS_KEY], data: open(sent?.page, sent?.part) }
}

/** Storage may hold anything; what can't be read counts as absent. */
function open(stored: unknown, part: unknown): OpenData | null {
  try {
    const data = stored as PageData
    // Asked here, so that what is missing shows before any ad does.
    const labels = new Map(data.index.lists.map((list, at) => [list, openTable(data.wording.labels[at] as PackedTable)]))
    return data.wording.unlisted && data.look && (part as SitePart).languages ? { ...data, part: part as SitePart, lookup: openIndex(data.index), labels } : null
  } catch {
    return null
  }
}

function tabAds(site: Site, feed: Feed, data: OpenData | null): TabAds {
  const ads = feed.sightings.list().slice(0, 500).map(({ advertiser, label }) => ({ advertiser, label }))
  return { site: site.id, ads, total: feed.sightings.total, gaveUp: feed.health.gaveUp, health: feed.health, language: unknownLanguage(data) }
}

/** The page's language, where there are no words of it. */
function unknownLanguage(data: OpenData | null): string | null {
  const { lang } = document.documentElement
  const known = data?.part.languages ?? {}
  return inLanguage(known, lang) === known['en'] && !/^en\b/i.test(lang) ? lang : null
}
