import { sites } from '../src/sites/registry.ts'
import type { PostVerdict } from './verdicts.ts'

/** Runs inside a page, see verdicts.ts. */
export function verdicts(id: string): PostVerdict[] {
  const site = sites.find((candidate) => candidate.id === id)
  if (!site) throw new Error(`unknown site ${id}`)
  return site.postsIn(document).map((post) => {
    const { verdict, evidence } = site.read(post)
    return { id: post.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? null, verdict, advertiser: site.advertiser(post), evidence }
  })
}
