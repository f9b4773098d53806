import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { type Notice, noticeOf, noticesText } from './notices.ts'

const ROOT = new URL('../', import.meta.url)
const FILE = 'THIRD-PARTY-NOTICES.txt'

/** Data that the build makes a module of our own of, and whose it is. */
const DERIVED: readonly { module: RegExp; package: string; notice: Notice }[] = [
  { module: /\/distribution\/suffix-rules\.ts$/, package: 'tldts', notice: { name: 'Public Suffix List, in another form', licence: 'MPL-2.0', text: null, source: 'https://publicsuffix.org/list/' } },
]

/** Modules of the build that is going on; builds go one after another. */
const bundled = new Set<string>()

/** Notes what a build has in it. To be in every build that puts code into the package. */
export function noteModules(): Plugin {
  return {
    name: 'note-modules',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) if (output.type === 'chunk') for (const id of output.moduleIds) bundled.add(id)
    },
  }
}

/** Writes whose work is in the package, from what really is. Comes after what builds the scripts of pages. */
export function thirdPartyNotices(): Plugin[] {
  const writing: Plugin = {
    name: 'third-party-notices',
    apply: 'build',
    enforce: 'post',
    buildStart: () => bundled.clear(),
    generateBundle() {
      const own = { name: 'AdPledge', text: readFileSync(new URL('LICENSE', ROOT), 'utf8') }
      this.emitFile({ type: 'asset', fileName: FILE, source: noticesText(own, noticesFor([...bundled])) })
    },
  }
  return [noteModules(), writing]
}

/** @throws Error naming a package whose terms aren't known */
export function noticesFor(modules: readonly string[]): Notice[] {
  const derived = DERIVED.filter(({ module }) => modules.some((id) => module.test(id)))
  const folders = [...modules.map(packageFolder), ...derived.map((data) => installed(data.package))].filter((folder) => folder !== null)
  return [LISTS, ...derived.map(({ notice }) => notice), ...[...new Set(folders)].map(noticeOf)]
}

const LISTS: Notice = { name: 'The lists', licence: 'CC0-1.0', text: null, source: 'lists/ in the package' }

/** @returns null for a module of our own */
export function packageFolder(id: string): string | null {
  // The bundler's own helpers, which are no file.
  if (id.startsWith('\0rolldown/runtime')) return installed('rolldown')
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)\//.exec(id)?.[1] ?? null
}

function installed(name: string): string {
  return fileURLToPath(new URL(`node_modules/${name}`, ROOT)).replaceAll('\\', '/')
}
