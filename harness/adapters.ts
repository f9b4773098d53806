import { compileSite, siteFiles } from '../src/sites/data.ts'
import { sites } from '../src/sites/registry.ts'
import type { Advertiser, Origins, Site, SiteData } from '../src/sites/types.ts'
import { inLanguage } from '../src/sites/in-language.ts'

/** Every site's adapter together, which no page of people's ever loads. */

interface SiteModule {
  site?: Site
  /** Of a further adapter, whether a document is one of its pages. */
  isPage?: (document: Document) => boolean
  origins?: (post: Element, advertiser: Advertiser) => Origins
}

const modules = import.meta.glob<SiteModule>('../src/sites/*.ts', { eager: true })

/** The adapter of a site that reads this document; its own one where no further one does. */
function moduleOf(id: string): SiteModule {
  const about = sites.find((site) => site.id === id)
  const further = (about?.moreScripts ?? []).map((name) => modules[`../src/sites/${name}.ts`])
  const found = about && (further.find((module) => module?.isPage?.(document)) ?? modules[`../src/sites/${id}.ts`])
  if (!found) throw new Error(`unknown site ${id}`)
  return found
}

/** @throws Error for an unknown site */
export function adapterOf(id: string): Site {
  const { site } = moduleOf(id)
  if (site?.id !== id) throw new Error(`src/sites/${id}.ts is no adapter of ${id}`)
  return site
}

/** The posts of a document, those in shadow trees as well, as the content script finds them. */
export function postsOf(site: Site, root: ParentNode = document): Element[] {
  const hosts = site.shadows ? [...root.querySelectorAll(site.shadows)] : []
  return [...site.postsIn(root), ...hosts.flatMap(({ shadowRoot }) => (shadowRoot ? postsOf(site, shadowRoot) : []))]
}

/** The id that our pages gave a post. */
export function idOf(post: Element): string | null {
  return (post.closest('[data-demo-id]') ?? (post.getRootNode() as ShadowRoot).host?.closest('[data-demo-id]'))?.getAttribute('data-demo-id') ?? null
}

/** Where each part of an advertiser was read, where a site tells it. */
export function originsOf(id: string, post: Element, advertiser: Advertiser): Origins {
  return moduleOf(id).origins?.(post, advertiser) ?? {}
}

const compiled = new Map<string, Readonly<Record<string, SiteData>>>()

/** What a site's adapter knows in the document's language. */
export function dataOf(id: string, language = document.documentElement.lang): SiteData {
  const file = siteFiles[id]
  if (!file) throw new Error(`no words for ${id}`)
  const languages = compiled.get(id) ?? compileSite(file)
  compiled.set(id, languages)
  const data = inLanguage(languages, language)
  if (!data) throw new Error(`no words for ${id}`)
  return data
}
