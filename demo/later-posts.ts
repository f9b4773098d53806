import { ad, organic } from './drafts.ts'
import { LISTED, PEOPLE, UNLISTED } from './pools.ts'
import type { Draft } from './posts.ts'
import { pick, type Random } from './random.ts'
import { AD_LINES, FRIEND_LINES } from './texts.ts'
import { TRAPS } from './traps.ts'

const AD_SHARE = 0.2
const LISTED_SHARE = 0.6
const TRAP_SHARE = 0.2

const LABELS = ['text', 'scrambled', 'scrambled', 'ads-about', 'aria-label', 'paid-for'] as const
const AD_MEDIA = ['card', 'card', 'card', 'image', 'video'] as const
const FRIEND_MEDIA = ['image', 'image', 'none', 'video'] as const
const LATE = [null, null, null, null, null, null, null, 'label', 'label', 'name'] as const

function laterAd(random: Random): Draft {
  const listed = random() < LISTED_SHARE
  const label = pick(random, LABELS)
  const media = pick(random, AD_MEDIA)
  const late = pick(random, LATE)
  const by = pick(random, listed ? LISTED : UNLISTED)
  // A video ad usually links nowhere but to its page; a page without a slug keeps its landing page.
  const linkless = media === 'video' && by.slug !== null
  return ad(by, pick(random, AD_LINES), {
    // "Paid for by" marks political ads; no real firm gets one here.
    label: listed && label === 'paid-for' ? 'text' : label,
    media,
    // A label that is only pointed at, from elsewhere in the page, is beyond this feed.
    late: label === 'aria-label' && late === 'label' ? null : late,
    ...(linkless ? { domain: null, landing: null } : {}),
  })
}

export function laterPost(random: Random): Draft {
  const roll = random()
  if (roll < AD_SHARE) return laterAd(random)
  if (roll < AD_SHARE + TRAP_SHARE) return pick(random, TRAPS)
  return organic(pick(random, PEOPLE), pick(random, FRIEND_LINES), { media: pick(random, FRIEND_MEDIA) })
}
