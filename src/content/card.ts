import { domainOf } from '../list/domains.ts'
import type { EntryRecord, ListIndex } from '../list/types.ts'
import type { BadgeLabel, LabelledMatch } from '../shared/page-data.ts'
import { api } from '../shared/api.ts'
import { BRAND_ICON, CLOSE_ICON, STATUS_ICONS } from '../shared/icons.ts'
import { dayOf } from '../shared/dates.ts'
import { isolated } from '../shared/isolated.ts'
import { evidenceText, levelText } from '../shared/match-text.ts'
import { send } from '../shared/send.ts'
import type { ToggleCard } from './card-loader.ts'
import { translate, uiLocale } from './context.ts'
import type { AdOnPage } from './ad.ts'
import { position } from './card-position.ts'
import { CARD_STYLES } from './card-styles.ts'
import { citation, copyText } from './citation.ts'
import { addStyles, icon, make } from './dom.ts'
import { recorded, subjectOf } from './subject.ts'
import { siteById } from '../sites/registry.ts'

const styled = new WeakSet<ShadowRoot>()

/** Opens the card of an ad, or closes it when it is open. Drawn anew each time. */
export const toggleCard: ToggleCard = (ad, badge, site) => {
  const open = badge.root.querySelector<HTMLElement>('.card')
  if (open) {
    open.hidePopover()
    return
  }
  const shadow = badge.root.getRootNode() as ShadowRoot
  if (!styled.has(shadow)) addStyles(shadow, CARD_STYLES)
  styled.add(shadow)

  const card = make('div', 'card')
  card.popover = 'auto'
  card.dir = badge.root.dir
  card.setAttribute('role', 'dialog')
  const title = make('h2', '', ad.label.entryName ?? ad.name)
  title.tabIndex = -1
  card.setAttribute('aria-label', title.textContent ?? '')
  const body = make('div')
  card.append(closeButton(card), brandLine(), title, statusLine(firstLabel(ad) ?? ad.label), body)
  // The card scrolls with the page; where the badge is in a box that scrolls by itself, it is taken along.
  const follow = (event: Event) => {
    if (event.target instanceof Element && event.target.contains(badge.host)) position(card, badge.button)
  }
  document.addEventListener('scroll', follow, { capture: true, passive: true })
  let hadFocus = false
  card.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'closed') hadFocus = card.contains(shadow.activeElement)
  })
  card.addEventListener('toggle', (event) => {
    const isOpen = event.newState === 'open'
    badge.button.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) return
    document.removeEventListener('scroll', follow, { capture: true })
    card.remove()
    if (hadFocus) badge.button.focus({ preventScroll: true })
  })
  badge.root.append(card)
  fill(body, ad, site, 'loading')
  card.showPopover()
  position(card, badge.button)
  title.focus({ preventScroll: true })

  void loadRecords(ad.matches).then((records) => {
    fill(body, ad, site, records)
    if (card.isConnected) position(card, badge.button)
  })
}

async function loadRecords(matches: readonly LabelledMatch[]): Promise<(EntryRecord | null)[]> {
  return Promise.all(
    matches.map(({ list, label }) => send(api.runtime, 'list:record', { list: list.id, entry: label?.entry ?? '' }).catch(() => null)),
  )
}

/** Whose words these are: not the site's. */
function brandLine(): HTMLElement {
  const line = make('p', 'brand')
  line.append(icon(BRAND_ICON), translate('appName'))
  return line
}

function closeButton(card: HTMLElement): HTMLElement {
  const close = make('button', 'close')
  close.type = 'button'
  close.setAttribute('aria-label', translate('cardClose'))
  close.append(icon(CLOSE_ICON))
  close.addEventListener('click', () => card.hidePopover())
  return close
}

/** The one that the badge shows, without how many there are besides. */
function firstLabel({ matches }: AdOnPage): BadgeLabel | null {
  return matches.find(({ label }) => label)?.label ?? null
}

function statusLine({ status, text }: BadgeLabel): HTMLElement {
  const line = make('div', `status ${status}`)
  line.append(icon(STATUS_ICONS[status]), make('span', '', text))
  return line
}

function fill(body: HTMLElement, ad: AdOnPage, site: string, records: 'loading' | (EntryRecord | null)[]): void {
  body.replaceChildren()
  if (ad.matches.length === 0) body.append(...unlisted(ad))
  else if (records === 'loading') body.append(make('p', 'soft', translate('cardLoading')))
  else {
    for (const [at, match] of ad.matches.entries()) {
      if (!match.label) continue
      const section = make('section')
      // The first one's stands above already.
      if (match.label !== firstLabel(ad)) section.append(statusLine(match.label))
      const record = records[at]
      // A person knows whom they meant.
      if (match.label.status === 'yours') section.append(make('p', 'soft', translate('cardOwnLabel')))
      else section.append(...(record ? listed(record, match, ad) : [make('p', 'soft', translate('cardNoRecord'))]), listLine(match.list))
      body.append(section)
    }
  }
  body.append(actions(ad, site, records === 'loading' ? [] : records))
}

/** Whose list it is, and how old. */
function listLine({ campaign, updated, accordingTo }: ListIndex): HTMLElement {
  const day = dayOf(updated, uiLocale())
  return make('p', 'small soft', accordingTo === undefined ? translate('cardList', [campaign, day]) : translate('cardListBy', [campaign, day, accordingTo]))
}

function unlisted(ad: AdOnPage): HTMLElement[] {
  const lists = ad.lists.filter(({ campaign }) => campaign !== '')
  const claimed = lists.flatMap(({ size, campaign, claimedParticipants }) =>
    claimedParticipants === null ? [] : make('p', 'statement', translate('cardUnlisted', [String(size), claimedParticipants, campaign])),
  )
  const others = lists.filter(({ claimedParticipants }) => claimedParticipants === null).map(({ campaign }) => campaign)
  const nor = others.length === 0 ? [] : [make('p', 'soft', translate('cardUnlistedOthers', [others.join('; ')]))]
  return [...claimed, ...nor, make('p', 'soft', translate('cardUnlistedMeaning'))]
}

function listed(record: EntryRecord, match: LabelledMatch, ad: AdOnPage): HTMLElement[] {
  const statement = record.badgeOk ? asListed(make('p', 'statement', record.statement ?? ''), match.list) : make('p', 'statement', translate('cardUnconfirmed'))
  const parts: HTMLElement[] = [statement]
  // Before the claim: whom it is about comes first.
  if (match.level === 'likely') parts.unshift(make('p', 'likely', translate('cardLikely', [record.name])))

  const facts = make('dl')
  const fact = (term: string, text: string | null | undefined, list?: ListIndex) => {
    if (!text) return
    const [told, words] = [make('dd'), make('bdi', '', text)]
    told.append(list ? asListed(words, list) : words)
    facts.append(make('dt', '', translate(term)), told)
  }
  fact('advertiser', ad.advertiser.name === record.name ? null : ad.advertiser.name)
  if (record.badgeOk) {
    fact('cardScope', record.scope, match.list)
    fact('cardAnnounced', record.announced && dayOf(record.announced, uiLocale()))
    fact('cardDates', whenText(record, match))
  }
  fact('cardMatch', levelText(match, translate))
  fact('cardMatchedBy', match.evidence.map((evidence) => evidenceText(evidence, translate)).join('; '))
  if (record.badgeOk) {
    fact('cardLater', record.later.join('; '), match.list)
    fact('cardNote', record.note, match.list)
  }
  fact('cardConfidence', translate(`confidence_${record.confidence}`))
  parts.push(facts)

  if (record.sources.length > 0) {
    const list = make('ul')
    for (const source of record.sources) {
      const item = make('li')
      item.append(sourceLink(source.url, source.title))
      if (source.date) item.append(` (${dayOf(source.date, uiLocale())})`)
      list.append(item)
    }
    parts.push(make('h3', '', translate('cardSources')), list)
  } else {
    parts.push(make('p', 'soft', translate('cardNoSources')))
  }
  return parts
}

/** Marks what stands word for word in a list: whichever language the card is in, ours are English. */
function asListed(element: HTMLElement, { accordingTo }: ListIndex): HTMLElement {
  element.dir = 'auto'
  if (accordingTo === undefined) element.lang = 'en'
  return element
}

/** The entry's own dates, as exactly as they are known, and what it said of their length. */
function whenText(record: EntryRecord, { label, list }: LabelledMatch): string {
  const { from, until } = record
  const locale = uiLocale()
  const dates =
    from && until
      ? `${dayOf(from, locale)} – ${dayOf(until, locale)}`
      : from
        ? fromText(dayOf(from, locale), list)
        : until
          ? translate('datesUntil', [dayOf(until, locale)])
          : (label?.dates ?? '')
  // In the list's language, which may be written the other way.
  const told = record.duration ? `${dates} (${isolated(record.duration)})` : dates
  return record.untilKind === 'campaign-default' ? translate('cardDatesAssumed', [dates]) : told
}

/** Where no end was set, "from" would sound as if it lasted. */
function fromText(day: string, { windowUntil }: ListIndex): string {
  return windowUntil === null ? day : translate('datesFrom', [day])
}

/** Lists are data from outside: only https addresses become links. */
function sourceLink(address: string, text: string): HTMLElement {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'https:') return make('span', '', text)
  const link = make('a', '', text)
  link.dir = 'auto'
  link.href = url.href
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.referrerPolicy = 'no-referrer'
  return link
}

function actions(ad: AdOnPage, site: string, records: readonly (EntryRecord | null)[]): HTMLElement {
  const row = make('div', 'actions')
  const cited = ad.matches.flatMap(({ list }, at) => {
    const record = records[at]
    return record?.badgeOk && record.statement ? citation(record, list) : []
  })
  if (cited.length > 0) {
    const copy = action('cardCopy')
    const done = make('span', 'done')
    done.setAttribute('role', 'status')
    copy.addEventListener('click', (event) => {
      if (event.isTrusted) void copyText(cited.join('\n'), row).then((copied) => (done.textContent = copied ? translate('cardCopied') : ''))
    })
    row.append(copy, done)
  }
  const report = action(recorded(ad).length === 0 ? 'reportMissing' : 'reportMistake')
  report.addEventListener('click', (event) => {
    if (event.isTrusted) void send(api.runtime, 'report:open', subjectOf(ad, site)).catch(() => undefined)
  })
  row.append(report)
  const write = action(ad.matches.some(({ label }) => label?.status === 'yours') ? 'cardEditLabel' : 'cardAddLabel')
  write.addEventListener('click', (event) => {
    if (event.isTrusted) void send(api.runtime, 'label:open', { name: ad.name.slice(0, 400), domain: domainOf(ad.advertiser) }).catch(() => undefined)
  })
  row.append(write)
  const library = siteById(site)?.adLibrary?.({ name: ad.advertiser.name, page: ad.advertiser.page, domain: domainOf(ad.advertiser) })
  if (library) row.append(sourceLink(library, translate('cardAdLibrary')))
  return row
}

function action(text: string): HTMLButtonElement {
  const button = make('button', 'action', translate(text))
  button.type = 'button'
  return button
}
