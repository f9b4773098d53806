/** What is told of a tab's page for a report. */
export interface PageSkeleton {
  /** The page's own, as it names it. */
  language: string
  /** Of one post; null where there is nothing like a post. */
  text: string | null
}

/** Where the script leaves its function: the isolated world, which the page can't see. */
export type SkeletonHost = typeof globalThis & { adpledgeSkeleton?: () => PageSkeleton }
