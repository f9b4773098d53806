import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where files really are, so that nobody's private key ends up where it is committed or published. */

const PROJECT = realPath(fileURLToPath(new URL('../../', import.meta.url)))
/** The project may be part of a larger repository. */
const WORK_TREE = foldersAbove(PROJECT).find((folder) => existsSync(join(folder, '.git')))

/** What a path leads to through links. What doesn't exist yet is judged by the nearest folder that does. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (dirname(path) === path) throw error
    return join(realPath(dirname(path)), basename(path))
  }
}

/** @returns the folder of the project, or of a copy of its repository, that a path is in; null when it is in none */
export function projectAround(path: string): string | null {
  return foldersAbove(realPath(path)).find((folder) => folder === PROJECT || folder === WORK_TREE || isCopy(folder)) ?? null
}

/** Whether a path is a folder or something in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** A path and what it is in, the nearest first. */
function foldersAbove(path: string): string[] {
  return dirname(path) === path ? [path] : [path, ...foldersAbove(dirname(path))]
}

/** Another clone or work tree. */
function isCopy(folder: string): boolean {
  if (!existsSync(join(folder, '.git'))) return false
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown } | null)?.name === 'adpledge'
  } catch {
    return false
  }
}
