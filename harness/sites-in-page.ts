import { siteData } from '../src/sites/data.ts'
import { inLanguage } from '../src/sites/words.ts'
import { sites } from '../src/sites/registry.ts'
import type { PostVerdict } from './verdicts.ts'

/** Runs inside a page, see verdicts.ts. */
export function verdicts(id: string): PostVerdict[] {
  const site = sites.find((candidate) => candidate.id === id)
  if (!site) throw new Error(`unknown site ${id}`)
  const data = inLanguage(siteData[id] ?? {}, document.documentElement.lang)
  if (!data) throw new Error(`no words for ${id}`)
  return site.postsIn(document).map((post) => {
    const { verdict, evidence } = site.read(post, data)
    return { id: post.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? null, verdict, advertiser: site.advertiser(post, data), evidence }
  })
}
