import { withoutTracking } from '../src/shared/without-tracking.ts'
import { pageUrlOf } from '../src/sites/registry.ts'
import { adapterOf, dataOf, idOf, originsOf, postsOf } from './adapters.ts'
import type { PostVerdict } from './verdicts.ts'

/** Runs inside a page, see verdicts.ts. */
export function verdicts(id: string): PostVerdict[] {
  const site = adapterOf(id)
  const data = dataOf(id)
  return postsOf(site).map((post) => {
    const { verdict, evidence } = site.read(post, data)
    const advertiser = site.advertiser(post, data)
    // What follows people around says nothing of where a link goes.
    const landing = advertiser.landing && withoutTracking(new URL(advertiser.landing))
    return { id: idOf(post), verdict, advertiser: { ...advertiser, landing, pageUrl: pageUrlOf(id, advertiser.page), readFrom: originsOf(id, post, advertiser) }, evidence }
  })
}
