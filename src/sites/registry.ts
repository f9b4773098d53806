import { about as facebook } from './facebook.ts'
import { about as instagram } from './instagram.ts'
import { about as linkedin } from './linkedin.ts'
import { about as pinterest } from './pinterest.ts'
import { about as reddit } from './reddit.ts'
import { about as tiktok } from './tiktok.ts'
import { about as x } from './x.ts'
import { about as youtube } from './youtube.ts'
import type { SiteAbout } from './types.ts'

/** Every site there is, in the order in which people are shown them. */
export const sites: readonly SiteAbout[] = [facebook, instagram, x, linkedin, reddit, youtube, tiktok, pinterest]

export function siteById(id: string): SiteAbout | undefined {
  return sites.find((site) => site.id === id)
}

/** The site that an address is a page of. */
export function siteAt(address: string): SiteAbout | undefined {
  return sites.find(({ matches }) => matches.some((pattern) => isMatch(pattern, address)))
}

/** Whether an address matches `SCHEME://HOST/*`, where the host may begin with `*.`. */
function isMatch(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const [scheme = '', , host = ''] = pattern.split('/')
  const base = host.replace(/^\*\./, '')
  return protocol === scheme && (hostname === base || (base !== host && hostname.endsWith(`.${base}`)))
}

/** The address of an advertiser's page, where it was read. */
export function pageUrlOf(site: string, page: string | null): string | null {
  return (page !== null && siteById(site)?.pageUrl(page)) || null
}
