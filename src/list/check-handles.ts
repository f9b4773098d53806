import type { ListFileEntry } from './schema.ts'

/** What each site lets a page be called. LinkedIn allows letters of all scripts, and so do Facebook's older pages. */
const POSSIBLE: Record<keyof ListFileEntry['handles'], RegExp> = {
  facebook: /^[\p{L}\p{N}.-]+$/u,
  instagram: /^[a-z\d_.]{1,30}$/i,
  x: /^\w{1,15}$/,
  linkedin: /^[\p{L}\p{N}&'’_.-]+$/u,
}

/** Handles of an entry that no page can have: addresses, names with spaces, with an "@" before them. */
export function checkHandles({ handles }: ListFileEntry): string[] {
  return Object.entries(POSSIBLE).flatMap(([site, possible]) =>
    (handles[site as keyof typeof handles] ?? []).flatMap((handle) =>
      possible.test(handle) ? [] : [`handles.${site}: "${handle}" can't be a page's slug or id`],
    ),
  )
}
