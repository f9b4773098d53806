import { ad, organic } from './drafts.ts'
import {
  ACME_SHOES, ALICE, BEN_AND_JERRYS, BRIGHT_HARBOR, COCA_COLA, FORD, FORD_FOUNDATION, JANE, LAKESIDE_MATTRESS,
  LANTERN_BIKES, LENA, MATEO, MICROSOFT, MOZILLA, NIKE, NORTH_FACE, PARKS_COALITION, PATAGONIA, PRIYA, REI, SAM,
  STARBUCKS, UNILEVER, WEEKEND_OUTSIDE,
} from './pools.ts'
import type { Draft } from './posts.ts'
import { AD_LINES, FRIEND_LINES, type Line } from './texts.ts'
import {
  adsAboutInBody, bodyIsLabel, brandComment, brandPost, callToAction, friendShares, ghostLabel, groupNamedAd, linkShare,
  pageNamedAd, pageNamedSponsored, paidPartnership, scrambledTime, suggested, unsure, withAd,
} from './traps.ts'

function line(lines: readonly Line[], index: number): Line {
  const found = lines[index % lines.length]
  if (!found) throw new Error('no lines')
  return found
}
const said = (index: number): Line => line(AD_LINES, index)
const told = (index: number): Line => line(FRIEND_LINES, index)

// A video ad usually links nowhere but to its page.
const VIDEO_ONLY = { media: 'video', domain: null, landing: null } as const

/** Hand-chosen, in feed order: one screenful shows each outcome, one scroll each trap. */
export const FIRST_POSTS: readonly Draft[] = [
  ad(PATAGONIA, said(0)),
  organic(JANE, told(0), { media: 'image' }),
  ad(ACME_SHOES, said(2), { label: 'ads-about' }),
  bodyIsLabel(SAM),
  ad(FORD, said(1), { label: 'scrambled' }),
  brandPost,
  ad(FORD_FOUNDATION, said(3)),
  paidPartnership,
  ad(STARBUCKS, said(5), { label: 'aria-label', ...VIDEO_ONLY }),
  suggested,
  ad(COCA_COLA, said(3), { late: 'label' }),
  pageNamedSponsored,
  organic(MATEO, told(2)),
  friendShares,
  ad(LAKESIDE_MATTRESS, said(4), { late: 'name' }),
  unsure,
  ad(BEN_AND_JERRYS, said(4), { label: 'ads-about', media: 'image' }),
  ghostLabel,
  linkShare,
  ad(NIKE, said(0), { late: 'label' }),
  withAd,
  ad(WEEKEND_OUTSIDE, said(5)),
  brandComment,
  ad(PARKS_COALITION, said(3), { label: 'paid-for', media: 'image' }),
  groupNamedAd,
  scrambledTime,
  ad(MOZILLA, said(1), { label: 'aria-label' }),
  pageNamedAd,
  ad(UNILEVER, said(3), { label: 'scrambled' }),
  adsAboutInBody,
  organic(LENA, told(4), { media: 'video' }),
  ad(BRIGHT_HARBOR, said(2), { label: 'ads-about' }),
  callToAction,
  ad(MICROSOFT, said(1), { label: 'ads-about' }),
  organic(PRIYA, told(1), { media: 'image' }),
  ad(REI, said(4), { label: 'aria-label' }),
  organic(ALICE, told(7)),
  ad(LANTERN_BIKES, said(5)),
  bodyIsLabel(MATEO),
  ad(NORTH_FACE, said(0), { late: 'name' }),
]
