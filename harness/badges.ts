import type { Page } from 'puppeteer-core'
import { inShadows } from './shadow.ts'

/** A badge as a person meets it. */
export interface BadgeView {
  /** The demo's id of the post that it is in; null outside the demo. */
  post: string | null
  text: string
  /** What assistive technology says. */
  name: string
  status: string
  /** Whether it has been put in its place. */
  visible: boolean
  box: { x: number; y: number; width: number; height: number }
}

export function readBadges(page: Page, selector = 'adpledge-badge'): Promise<BadgeView[]> {
  return inShadows(page, selector, (root) => {
    const button = root.querySelector('button.badge')
    const { x, y, width, height } = button?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 }
    return {
      post: (root.host.closest('[data-demo-id]') ?? (root.host.getRootNode() as ShadowRoot).host?.closest('[data-demo-id]'))?.getAttribute('data-demo-id') ?? null,
      text: button?.textContent ?? '',
      name: button?.getAttribute('aria-label') ?? '',
      status: (button?.className ?? '').replace('badge', '').trim(),
      visible: button !== null && getComputedStyle(button).visibility === 'visible' && width > 0,
      box: { x, y, width, height },
    }
  })
}

/** The text of the open card of a badge, or null when it has none open. */
export async function readCard(page: Page, selector = 'adpledge-badge'): Promise<{ text: string; links: string[]; box: BadgeView['box'] } | null> {
  const cards = await inShadows(page, selector, (root) => {
    const card = root.querySelector<HTMLElement>('.card:popover-open')
    if (!card) return null
    const { x, y, width, height } = card.getBoundingClientRect()
    return { text: card.innerText, links: [...card.querySelectorAll('a')].map((link) => link.href), box: { x, y, width, height } }
  })
  return cards.find((card) => card !== null) ?? null
}
