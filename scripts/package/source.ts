import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf } from '../package-size.ts'
import type { PackedFile } from './zip.ts'

/** What the packages are built from: a git clone, or what a source zip holds, which has no history but a list of its files. */

export interface Source {
  commit: string
  files: PackedFile[]
  /** Paths of what isn't as committed, or as it came. */
  changes: string[]
}

/** In a source zip: each file's hash, as `sha256sum --check` reads it, and the commit. */
export const SUMS = 'SOURCE-SHA256SUMS'
/** Where a file gets into the package just by being there, whatever git ignores. */
const READ_WHOLE = ['lists', 'public', 'scripts', 'src']

/** @throws Error where it is neither */
export function readSource(root: string): Source {
  if (existsSync(join(root, '.git'))) return readClone(root)
  if (existsSync(join(root, SUMS))) return readUnpacked(root)
  throw new Error(`neither a git clone nor an unpacked source zip, which has a file ${SUMS}: what belongs to the source isn't known`)
}

/** The file that tells what a source is made of. */
export function sumsOf({ commit, files }: Pick<Source, 'commit' | 'files'>): PackedFile {
  const lines = files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, bytes }) => `${hashOf(bytes)}  ${path}`)
  return { path: SUMS, bytes: Buffer.from(`${COMMIT}${commit}\n${lines.join('\n')}\n`) }
}

const COMMIT = '# commit '

function readClone(root: string): Source {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
  const paths = (...words: string[]) => git(...words).split('\0').filter(Boolean)
  const changed = paths('status', '--porcelain', '-z', '--untracked-files=all', '--no-renames').map((line) => line.slice(3))
  const strays = paths('ls-files', '-z', '--others', '--', ...READ_WHOLE)
  const files = paths('ls-files', '-z', '--cached', '--others', '--exclude-standard').filter((path) => existsSync(join(root, path)))
  return { commit: git('rev-parse', 'HEAD').trim(), files: files.map((path) => read(root, path)), changes: unique([...changed, ...strays]) }
}

function readUnpacked(root: string): Source {
  const [head = '', ...lines] = readFileSync(join(root, SUMS), 'utf8').trimEnd().split('\n')
  const sums = lines.map((line) => ({ hash: line.slice(0, 64), path: line.slice(66) }))
  const files = sums.filter(({ path }) => existsSync(join(root, path))).map(({ path }) => read(root, path))
  const hashes = new Map(files.map(({ path, bytes }) => [path, hashOf(bytes)]))
  const changed = sums.filter(({ path, hash }) => hashes.get(path) !== hash).map(({ path }) => path)
  const strays = READ_WHOLE.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => filesOf(join(root, folder)).map((file) => `${folder}/${file}`)).filter((path) => !hashes.has(path))
  return { commit: head.slice(COMMIT.length), files, changes: unique([...changed, ...strays]) }
}

function read(root: string, path: string): PackedFile {
  return { path, bytes: readFileSync(join(root, path)) }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function unique(paths: string[]): string[] {
  return [...new Set(paths)].toSorted()
}
