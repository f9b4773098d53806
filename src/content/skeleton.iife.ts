import { shownPost } from '../sites/shown-post.ts'
import { skeletonOf } from '../sites/skeleton.ts'
import type { PageHost } from './page-host.ts'
import type { SkeletonHost } from './skeleton-host.ts'

// Brought into a tab when a person reports that its site isn't labelled right. How that site's posts are found is known to the script
// that its pages load; a page without one is told nothing of.
;(globalThis as SkeletonHost).adpledgeSkeleton = () => {
  const { adpledge } = globalThis as PageHost
  // One of an earlier version may run on.
  const post = adpledge?.posts ? shownPost(document, { postsIn: adpledge.posts, shadows: adpledge.shadows }) : null
  return { language: document.documentElement.lang, text: post ? skeletonOf(post, location.href) : null }
}
