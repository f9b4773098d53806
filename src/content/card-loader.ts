import { api } from '../shared/api.ts'
import { send } from '../shared/send.ts'
import type { AdOnPage } from './ad.ts'
import type { Badge } from './badge.ts'

export type ToggleCard = (ad: AdOnPage, badge: Badge, site: string) => void

/** Where the card's script leaves its function: the isolated world, which the page can't see. */
export type CardHost = typeof globalThis & { adpledgeCard?: ToggleCard }

/** Opens or closes a card; the first one of a page has the background bring the card's script. */
export async function openCard(...args: Parameters<ToggleCard>): Promise<void> {
  const host = globalThis as CardHost
  if (!host.adpledgeCard) await send(api.runtime, 'script:load', 'card')
  host.adpledgeCard?.(...args)
}
