import { withoutTracking } from '../src/shared/without-tracking.ts'
import { pageUrlOf } from '../src/sites/registry.ts'
import { adapterOf, dataOf, originsOf } from './adapters.ts'
import type { PostVerdict } from './verdicts.ts'

/** Runs inside a page, see verdicts.ts. */
export function verdicts(id: string): PostVerdict[] {
  const site = adapterOf(id)
  const data = dataOf(id)
  // As the content script does, also in shadow trees that hold posts.
  const postsIn = (root: ParentNode): Element[] => [...site.postsIn(root), ...[...(site.shadows ? root.querySelectorAll(site.shadows) : [])].flatMap(({ shadowRoot }) => (shadowRoot ? postsIn(shadowRoot) : []))]
  return postsIn(document).map((post) => {
    const { verdict, evidence } = site.read(post, data)
    const advertiser = site.advertiser(post, data)
    // What follows people around says nothing of where a link goes.
    const landing = advertiser.landing && withoutTracking(new URL(advertiser.landing))
    return { id: (post.closest('[data-demo-id]') ?? (post.getRootNode() as ShadowRoot).host?.closest('[data-demo-id]'))?.getAttribute('data-demo-id') ?? null, verdict, advertiser: { ...advertiser, landing, pageUrl: pageUrlOf(id, advertiser.page), readFrom: originsOf(id, post, advertiser) }, evidence }
  })
}
