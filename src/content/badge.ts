import type { BadgeLabel, BadgeLook } from '../shared/page-data.ts'
import { addStyles, icon, make } from './dom.ts'

/**
 * Fixed on purpose: a page can tell that AdPledge runs (any overlay can be found), and other
 * tools can rely on the name. Nothing in it tells one installation from another.
 */
export const BADGE_TAG = 'adpledge-badge'

const INERT = document.implementation.createHTMLDocument('')

export interface Badge {
  readonly host: HTMLElement
  /** Holds badge and card; closed to the page. */
  readonly root: HTMLElement
  /** What is moved to where the badge belongs. */
  readonly place: HTMLElement
  readonly button: HTMLButtonElement
}

export interface BadgeOptions {
  label: BadgeLabel
  look: BadgeLook
  /** The advertiser as the page names it. */
  advertiser: string
  theme: 'light' | 'dark'
  /** Its z-index. */
  layer: number
  /** Called for presses of a person alone. */
  onOpen: (badge: Badge) => void
}

/** Makes a badge that isn't in the page yet. */
export function makeBadge({ label, look, advertiser, theme, layer, onOpen }: BadgeOptions): Badge {
  // Made in a document without scripts: a page that defines an element of this name would be
  // given our shadow root by `attachInternals` if the host were made in its own.
  const host = INERT.createElement(BADGE_TAG)
  const shadow = host.attachShadow({ mode: 'closed' })
  document.adoptNode(host)
  addStyles(shadow, `${look.styles}:host{z-index:${layer}!important}`)

  const root = make('div', `root ${theme}`)
  root.lang = look.lang
  root.dir = look.dir
  const place = make('div', 'place')
  const button = make('button', `badge ${label.status}`)
  button.type = 'button'
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = 'false'
  button.ariaLabel = `${label.entryName ?? advertiser}: ${label.text}`
  button.append(icon(look.icons[label.status]), make('span', 'text', label.text))
  place.append(button)
  root.append(place)
  shadow.append(root)

  const badge: Badge = { host, root, place, button }
  button.addEventListener('click', (event) => {
    // A page can dispatch clicks; only a person's opens anything.
    if (event.isTrusted) onOpen(badge)
  })
  for (const type of look.events) host.addEventListener(type, stop)
  return badge
}

/** One for all badges. */
function stop(event: Event): void {
  event.stopPropagation()
}
