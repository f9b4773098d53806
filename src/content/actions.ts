import { api } from '../shared/api.ts'
import { send } from '../shared/send.ts'
import type { AdAction } from './actions-host.ts'
import { translate } from './context.ts'
import type { LabelledAd } from './feed.ts'
import { showNotice } from './notice.ts'
import type { PageHost } from './page-host.ts'
import { subjectOf } from './subject.ts'

/** Does what a shortcut or the menu asks for. */
export function act(action: AdAction): void {
  const { adpledge } = globalThis as PageHost
  if (!adpledge) return
  if (action === 'next' || action === 'previous') return go(adpledge.labelled(), action)
  const target = action === 'report-target' ? adpledge.target?.deref() : undefined
  const ad = action === 'report-target' ? (target && adpledge.adAt(target)) : currentAd(adpledge.labelled())
  if (ad) void send(api.runtime, 'report:open', subjectOf(ad, adpledge.site)).catch(() => undefined)
  else showNotice(translate(action === 'report-target' ? 'noAdHere' : 'noAdInView'))
}

/** Brings the next badge into view and puts the focus on it, from the one that has it or else from the middle of the window. */
function go(ads: readonly LabelledAd[], direction: 'next' | 'previous'): void {
  const middle = innerHeight / 2
  const tops = ads.map(({ badge }) => badge.button.getBoundingClientRect().top)
  const focused = ads.findIndex(({ badge }) => badge.host === focusedHost())
  const order = [...ads.keys()].toSorted((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0))
  const from = focused >= 0 ? order.indexOf(focused) : null
  const next =
    from !== null
      ? order[direction === 'next' ? from + 1 : from - 1]
      : direction === 'next'
        ? order.find((at) => (tops[at] ?? 0) > middle)
        : order.findLast((at) => (tops[at] ?? 0) < middle)
  const badge = next === undefined ? undefined : ads[next]?.badge
  if (!badge) return showNotice(translate(direction === 'next' ? 'noNextAd' : 'noPreviousAd'))
  badge.button.scrollIntoView({ block: 'center' })
  badge.button.focus({ preventScroll: true })
}

/** The ad whose badge has the focus, else the one nearest to the middle of the window, if it is in view. */
function currentAd(ads: readonly LabelledAd[]): LabelledAd['ad'] | undefined {
  const focused = ads.find(({ badge }) => badge.host === focusedHost())
  if (focused) return focused.ad
  const inView = ads.flatMap(({ ad, post }) => {
    const { top, bottom } = post.getBoundingClientRect()
    return bottom > 0 && top < innerHeight ? [{ ad, away: Math.abs((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2 - innerHeight / 2) }] : []
  })
  return inView.toSorted((a, b) => a.away - b.away)[0]?.ad
}

/** What has the focus, also inside open shadow trees of the page's. */
function focusedHost(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}
