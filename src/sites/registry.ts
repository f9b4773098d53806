import { facebook } from './facebook.ts'
import type { Site } from './types.ts'

/** Every site there is. */
export const sites: readonly Site[] = [facebook]

export function siteFor(hostname: string): Site | null {
  return sites.find((site) => site.hosts.includes(hostname)) ?? null
}
