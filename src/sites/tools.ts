import { facebookTools } from './facebook.ts'
import type { SiteTools } from './types.ts'

const tools: Readonly<Record<string, SiteTools>> = { facebook: facebookTools }

export function toolsFor(site: string): SiteTools | undefined {
  return tools[site]
}

/** The address of an advertiser's page, where it was read. */
export function pageUrlOf(site: string, page: string | null): string | null {
  return (page !== null && toolsFor(site)?.pageUrl(page)) || null
}
