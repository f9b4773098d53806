import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'

/** Has git run .githooks/ in a clone, where nobody chose otherwise: in CI nobody commits, and a further work tree has its clone's settings. */
export function useHooks(root) {
  if (process.env.CI || !statSync(join(root, '.git'), { throwIfNoEntry: false })?.isDirectory()) return
  const git = (...words) => spawnSync('git', ['-C', root, 'config', ...words], { stdio: 'ignore' }).status
  // 1: it isn't set. Anything else: it is, or there is no git.
  if (git('core.hooksPath') === 1) git('--local', 'core.hooksPath', '.githooks')
}
