import type { SiteHealth, TabAds } from '../shared/messages.ts'
import { inLanguage } from '../sites/in-language.ts'

/**
 * Whether reading a site still works, as far as counts tell. `calmed`: a published list has quieted the site.
 * `no-header`: posts are found, but not who wrote them. `language`: what the page calls its ads isn't known.
 * `no-ads`: no ad for long, which an ad blocker or a paid plan explains as well.
 */
export type SiteCondition = 'calmed' | 'no-header' | 'language' | 'no-ads'

/** From so many posts on, … */
const ENOUGH = { 'no-header': 20, language: 30, 'no-ads': 150 }

export interface Clues {
  /** What the tab's script answers; null without one. */
  page: (Pick<TabAds<unknown>, 'total' | 'known' | 'lang'> & { health: Omit<TabAds['health'], 'gaveUp'> }) | null
  /** Of earlier pages. */
  stored: SiteHealth | undefined
  /** As the site's part in storage says. */
  calmed: boolean
}

/** @returns null while nothing speaks for a fault */
export function conditionOf({ page, stored, calmed }: Clues): SiteCondition | null {
  if (calmed) return 'calmed'
  if (page && page.health.posts >= ENOUGH['no-header'] ? mostUnreadable(page.health) : stored && mostUnreadable(stored)) return 'no-header'
  if (page && isUnknown(page) && page.total === 0 && page.health.posts >= ENOUGH.language) return 'language'
  return postsWithoutAd(page, stored) >= ENOUGH['no-ads'] ? 'no-ads' : null
}

/**
 * How many posts went by since the last ad, at least. What is stored may hold some posts of this page already, since a page tells
 * its counts whenever it is hidden, so the two are never added; and an ad on this page is newer than all that is stored.
 */
export function postsWithoutAd(page: Clues['page'], stored: SiteHealth | undefined): number {
  if (page && page.total > 0) return page.health.sinceAd
  return Math.max(page?.health.posts ?? 0, stored?.posts ?? 0)
}

/** Whether the page's labels are in a language that we don't know; English is seen in every one. */
function isUnknown({ lang, known }: NonNullable<Clues['page']>): boolean {
  const words = inLanguage(Object.fromEntries(known.map((language) => [language, language])), lang)
  return (words ?? 'en') === 'en' && lang !== '' && !/^en\b/i.test(lang)
}

function mostUnreadable({ posts, unreadable }: Pick<SiteHealth, 'posts' | 'unreadable'>): boolean {
  return posts >= ENOUGH['no-header'] && unreadable * 2 >= posts
}

/** A site's part in storage is read as whatever it is. */
export function isCalmed(part: unknown): boolean {
  return typeof part === 'object' && part !== null && (part as { calmed?: unknown }).calmed === true
}
