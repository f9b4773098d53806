import { openIndex } from '../list/lookup.ts'
import { openTable, type PackedTable, type Table } from '../list/table.ts'
import type { ListIndex, Lookup, Match } from '../list/types.ts'
import { api } from '../shared/api.ts'
import type { Envelope, TabAds } from '../shared/messages.ts'
import { send } from '../shared/send.ts'
import type { BadgeLabel, PageData } from '../shared/page-data.ts'
import { isShown, SETTINGS_KEY } from '../shared/settings.ts'
import { PAGE_KEY } from '../shared/storage-keys.ts'
import { siteFor } from '../sites/registry.ts'
import type { Advertiser, Site } from '../sites/types.ts'
import { inLanguage } from '../sites/words.ts'
import type { AdOnPage } from './ad.ts'
import { openCard } from './card-loader.ts'
import { isAlive, uiDirection } from './context.ts'
import { Feed } from './feed.ts'

/** The toolbar count follows bursts of new ads by this much, in milliseconds. */
const COUNT_DELAY = 200

const site = siteFor(location.hostname)
if (site) run(site)

function run(site: Site): void {
  let settings: unknown
  let data: OpenData | null = null
  const dark = matchMedia('(prefers-color-scheme: dark)')

  const judge = (advertiser: Advertiser): AdOnPage | null | undefined => {
    if (!data) return
    const { lookup, wording, labels } = data
    // What is on record about this platform comes first.
    const found = lookup.find(advertiser).sort((a, b) => +isHere(b) - +isHere(a))
    const matches = found.map((match) => ({ ...match, label: labelOf(match, labels) }))
    const [first, ...others] = matches.flatMap((match) => match.label ?? [])
    // Records of further lists are in the card; the badge says how many there are.
    const label = matches[0] ? first && { ...first, text: first.text + (others[0] ? ` · +${others.length}` : '') } : wording.unlisted
    return label && { advertiser, look: data.look, matches, label, lists: data.index.lists }
  }
  const isHere = ({ list }: Match) => list.platforms.includes(site.id)
  const labelOf = (match: Match, labels: OpenData['labels']): BadgeLabel | null => {
    const label = labels.get(match.list)?.get((isHere(match) ? '' : 'o') + match.entry)
    return label ? (JSON.parse(label.value) as BadgeLabel) : null
  }
  const feed = new Feed({
    site,
    data: () => inLanguage(data?.sites[site.id] ?? {}, document.documentElement.lang),
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
    const loaded = await load()
    settings = loaded.settings
    data = loaded.data ?? data
    // Without a list nobody can be told from anybody: no badge rather than "Not on the list".
    if (data) feed.start()
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
    if (area === 'local' && (PAGE_KEY in changes || SETTINGS_KEY in changes)) void reload()
  })
  api.runtime.onMessage.addListener((message: Partial<Envelope>, sender, respond) => {
    if (sender.id !== api.runtime.id || message?.name !== 'tab:ads') return
    respond(tabAds(site, feed))
  })
}

type OpenData = PageData & { lookup: Lookup; labels: Map<ListIndex, Table> }

async function load(): Promise<{ settings: unknown; data: OpenData | null }> {
  const stored = await api.storage.local.get([PAGE_KEY, SETTINGS_KEY]).catch((): Record<string, unknown> => ({}))
  return { settings: stored[SETTINGS_KEY], data: open(stored[PAGE_KEY]) ?? open(await send(api.runtime, 'page:data', null).catch(() => null)) }
}

/** Storage may hold anything; what can't be read counts as absent. */
function open(stored: unknown): OpenData | null {
  try {
    const data = stored as PageData
    // Asked here, so that what is missing shows before any ad does.
    const labels = new Map(data.index.lists.map((list, at) => [list, openTable(data.wording.labels[at] as PackedTable)]))
    return data.wording.unlisted && data.look && data.sites ? { ...data, lookup: openIndex(data.index), labels } : null
  } catch {
    return null
  }
}

function tabAds(site: Site, feed: Feed): TabAds {
  const ads = feed.sightings.list().slice(0, 500).map(({ advertiser, label }) => ({ advertiser, label }))
  return { site: site.id, ads, total: feed.sightings.total, gaveUp: feed.gaveUp }
}
