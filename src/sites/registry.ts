import { facebook, facebookTools } from './facebook.ts'
import type { Site, SiteTools } from './types.ts'

/** Every site there is. */
export const sites: readonly Site[] = [facebook]

export function siteFor(hostname: string): Site | null {
  return sites.find((site) => site.hosts.includes(hostname)) ?? null
}

const tools: Readonly<Record<string, SiteTools>> = { facebook: facebookTools }

export function toolsFor(site: string): SiteTools | undefined {
  return tools[site]
}

/** The address of an advertiser's page, where it was read. */
export function pageUrlOf(site: string, page: string | null): string | null {
  return (page !== null && toolsFor(site)?.pageUrl(page)) || null
}
