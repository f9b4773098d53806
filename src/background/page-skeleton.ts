import browser from 'webextension-polyfill'
import type { PageSkeleton, SkeletonHost } from '../content/skeleton-host.ts'
import type { SiteSkeleton } from '../shared/messages.ts'

/** As languages are named; a page can write anything there. */
const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,2}$/i

/** Reads the structure of one post of a tab's page; null where the tab is gone, can't be read, or shows nothing like a post. */
export async function readSkeleton(tabId: number): Promise<SiteSkeleton | null> {
  const target = { tabId }
  try {
    await browser.scripting.executeScript({ target, files: ['content/skeleton.js'], injectImmediately: true })
    // Asked by itself: browsers don't agree on what a file comes to.
    const [answer] = await browser.scripting.executeScript({ target, func: () => (globalThis as SkeletonHost).adpledgeSkeleton?.() ?? null })
    const page = answer?.result as PageSkeleton | null | undefined
    return page?.text ? { text: page.text, language: LANGUAGE.test(page.language) ? page.language : null } : null
  } catch {
    return null
  }
}
