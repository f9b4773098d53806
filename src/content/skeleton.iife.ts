import { siteAt } from '../sites/registry.ts'
import { shownPost } from '../sites/shown-post.ts'
import { skeletonOf } from '../sites/skeleton.ts'
import type { Site } from '../sites/types.ts'
import type { SkeletonHost } from './skeleton-host.ts'

// Brought into a tab when a person reports that its site isn't labelled right; no page loads it otherwise, so it holds all sites.
const modules = import.meta.glob<{ site?: Site }>('../sites/*.ts', { eager: true })

;(globalThis as SkeletonHost).adpledgeSkeleton = () => {
  const site = Object.values(modules).find((module) => module.site?.id === siteAt(location.href)?.id)?.site
  const post = site && shownPost(document, site)
  return { language: document.documentElement.lang, text: post ? skeletonOf(post, location.href) : null }
}
