import { withoutTracking } from '../src/shared/without-tracking.ts'
import { siteData } from '../src/sites/data.ts'
import { pageUrlOf, sites, toolsFor } from '../src/sites/registry.ts'
import { inLanguage } from '../src/sites/words.ts'
import type { PostVerdict } from './verdicts.ts'

/** Runs inside a page, see verdicts.ts. */
export function verdicts(id: string): PostVerdict[] {
  const site = sites.find((candidate) => candidate.id === id)
  if (!site) throw new Error(`unknown site ${id}`)
  const data = inLanguage(siteData[id] ?? {}, document.documentElement.lang)
  if (!data) throw new Error(`no words for ${id}`)
  return site.postsIn(document).map((post) => {
    const { verdict, evidence } = site.read(post, data)
    const advertiser = site.advertiser(post, data)
    // What follows people around says nothing of where a link goes.
    const landing = advertiser.landing && withoutTracking(new URL(advertiser.landing))
    return { id: post.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? null, verdict, advertiser: { ...advertiser, landing, pageUrl: pageUrlOf(id, advertiser.page), readFrom: toolsFor(id)?.origins(post, advertiser) ?? {} }, evidence }
  })
}
