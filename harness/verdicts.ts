import type { Page } from 'puppeteer-core'
import type { Advertiser, Evidence, Origins, Verdict } from '../src/sites/types.ts'
import { inPageScript } from './bundle.ts'

/** What an adapter says of one post. */
export interface PostVerdict {
  /** The demo's id of the post; null outside the demo. */
  id: string | null
  verdict: Verdict
  advertiser: Advertiser & { pageUrl: string | null; readFrom: Origins }
  evidence: Evidence[]
}

/**
 * Runs a site's adapter over every post of a page.
 * @throws Error for an unknown site
 */
export async function readVerdicts(page: Page, site: string): Promise<PostVerdict[]> {
  const script = await inPageScript('sites-in-page.ts', 'adpledgeSites')
  return page.evaluate(`(() => { ${script}; return adpledgeSites.verdicts(${JSON.stringify(site)}) })()`) as Promise<PostVerdict[]>
}
