import { hostOf } from '../list/domains.ts'
import { siteAt } from '../sites/registry.ts'

/** The domain of a page that is no feed of ours; null where there is none that a company could own. */
export function domainOfTab(address: string | undefined): string | null {
  if (address === undefined || !/^https?:/.test(address) || siteAt(address)) return null
  const host = hostOf(address)
  // No machine's own name or address.
  return /\.[a-z][a-z\d-]*$/.test(host) ? host : null
}
