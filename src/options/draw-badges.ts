import { text } from '../pages/i18n.ts'
import { STATUS_ICONS } from '../shared/icons.ts'
import { LABEL_STATUSES, type LabelStatus } from '../shared/settings.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Puts a badge of each kind into an element's shadow tree, made as content scripts make them. */
export function drawBadges(host: HTMLElement, theme: 'light' | 'dark', styles: string): void {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  // The page's policy allows no style elements.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  shadow.adoptedStyleSheets = [sheet]
  const root = make('div', `root ${theme}`)
  root.dir = document.documentElement.dir
  for (const status of LABEL_STATUSES) {
    const [place, badge] = [make('div', 'placed'), make('span', `badge ${status}`)]
    badge.append(icon(STATUS_ICONS[status]), make('span', 'text', exampleOf(status)))
    place.append(badge)
    root.append(place)
  }
  shadow.replaceChildren(root)
}

function exampleOf(status: LabelStatus): string {
  if (status === 'yours') return text('labelYours', text('appearanceExample'))
  if (status === 'joined') return text('claimJoined', 'Stop Hate for Profit')
  if (status === 'paused') return text('claimPaused')
  if (status === 'own-pause') return text('claimOwnPause')
  return text(status === 'unconfirmed' ? 'claimUnconfirmed' : 'claimUnlisted')
}

function make<Tag extends 'div' | 'span'>(tag: Tag, className: string, content = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = content
  return element
}

function icon(paths: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', paths)
  svg.append(path)
  return svg
}
