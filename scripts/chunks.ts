import { fileURLToPath } from 'node:url'

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

interface Group {
  name: (id: string, modules: Modules) => string | null
  debugName: string
  minShareCount: number
  priority: number
}

/**
 * What the popup shares with other pages and with the background stands in two files instead of twenty: each costs names and is
 * compressed by itself. The popup loads no more for it, nor does the background; how all else is divided is left to the build tool.
 */
export function chunkGroups(): Group[] {
  let popup: ReadonlySet<string> | undefined
  let background: ReadonlySet<string> | undefined
  const groupOf = (id: string, modules: Modules) => {
    popup ??= importsOf('popup/main.tsx', modules)
    background ??= importsOf('background/main.ts', modules)
    return popup.has(id) ? (background.has(id) ? 'shared' : 'pages') : null
  }
  // The first come first: what a module imports goes with it, unless it is in a group already.
  return ['shared', 'pages'].map((name, at) => ({ name: (id, modules) => (groupOf(id, modules) === name ? name : null), debugName: name, minShareCount: 2, priority: 2 - at }))
}

/** A module and all that is there before it runs. */
function importsOf(path: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([fileURLToPath(new URL(`../src/${path}`, import.meta.url))])
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
