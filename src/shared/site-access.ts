import type { SiteAbout } from '../sites/types.ts'
import { browser } from './browser.ts'

/** Whether a site's pages may be read. Of its hosts one is enough; people may take them away one by one. */
export async function isHeld({ matches }: Pick<SiteAbout, 'matches'>): Promise<boolean> {
  const held = await Promise.all(matches.map((pattern) => browser.permissions.contains({ origins: [pattern] }).catch(() => false)))
  return held.includes(true)
}
