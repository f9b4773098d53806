import type { DemoPost } from '../demo/posts.ts'

/** What the demo's listed advertisers must be labelled with, by landing domain; written by hand from the list. */
const LABELS: Record<string, string> = {
  'patagonia.com': 'Patagonia: Joined Stop Hate for Profit · June – July 2020',
  'ford.com': 'Ford Motor Company: Announced an ad pause · June – July 2020 · US only',
  'coca-cola.com': 'Coca-Cola: Announced its own ad pause · July 2020',
  'starbucks.com': 'Starbucks: Announced its own ad pause · June 2020',
  'unilever.com': 'Unilever: Announced an ad pause · June – December 2020 · US only',
  'benjerry.com': "Ben & Jerry's: Joined Stop Hate for Profit · July 2020 · US only",
  'thenorthface.com': 'The North Face: Joined Stop Hate for Profit · June – July 2020 · US only',
  'mozilla.org': 'Mozilla: Joined Stop Hate for Profit · June 2020',
  'nike.com': 'Nike: No confirmed record',
  'microsoft.com': 'Microsoft: Reported to have paused ads on its own · from May 2020',
  // And one record about another platform.
  'rei.com': 'REI: Joined Stop Hate for Profit · July 2020 · +1',
}
/** Video ads have no link; the page's slug decides. */
const DOMAIN_OF_PAGE: Record<string, string> = {
  patagonia: 'patagonia.com', ford: 'ford.com', cocacola: 'coca-cola.com', starbucks: 'starbucks.com', unilever: 'unilever.com',
  benandjerrysUS: 'benjerry.com', thenorthface: 'thenorthface.com', mozilla: 'mozilla.org', nike: 'nike.com', Microsoft: 'microsoft.com', REI: 'rei.com',
}

/** The accessible name of the badge that a post must have; null where it must have none. */
export function expectedBadge(post: DemoPost): string | null {
  if (post.kind !== 'ad') return null
  return LABELS[post.domain ?? DOMAIN_OF_PAGE[post.slug ?? ''] ?? ''] ?? `${post.name}: Not on the list`
}

/** Spaces around a range differ between browsers' date formats. */
export function evenSpaces(text: string): string {
  return text.replace(/[\u2009\u202F\u00A0]/g, ' ')
}
