import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { buildExtension, type Target } from '../build.ts'
import { asVariables, type Settings } from '../build-settings.ts'
import { filesOf } from '../package-size.ts'
import { sumsOf, type Source } from './source.ts'
import { type PackedFile, zipOf } from './zip.ts'

/** The three files of a release: what each store gets, and what they were built from. */

export interface Package {
  name: string
  bytes: Uint8Array
}

export interface PackagesOptions {
  version: string
  source: Source
  settings: Settings
  /** Where the builds go before they are zipped. */
  buildIn: string
}

const CONFIG = 'adpledge.config.json'

export async function makePackages({ version, source, settings, buildIn }: PackagesOptions): Promise<Package[]> {
  const named = (kind: string, bytes: Uint8Array): Package => ({ name: `adpledge-${version}-${kind}.zip`, bytes })
  const packages: Package[] = []
  for (const target of ['chrome', 'firefox'] as const) packages.push(named(target, await storeZip(target, settings, join(buildIn, target))))
  return [...packages, named('source', await zipOf(sourceFiles(source, settings), 'fast'))]
}

async function storeZip(target: Target, settings: Settings, folder: string): Promise<Uint8Array> {
  await buildExtension(target, folder, asVariables(settings))
  const files = filesOf(folder).map((path): PackedFile => ({ path, bytes: readFileSync(join(folder, path)) }))
  return zipOf(files, 'smallest')
}

/** With the settings that were used, wherever they came from: so whoever builds from it needs to be told nothing. */
export function sourceFiles({ commit, files }: Source, settings: Settings): PackedFile[] {
  const all = files.map((file) => (file.path === CONFIG ? { ...file, bytes: withSettings(file.bytes, settings) } : file))
  return [...all, sumsOf({ commit, files: all })]
}

/** Left as it is written where it says the same. */
function withSettings(file: Uint8Array, settings: Settings): Uint8Array {
  const said = JSON.parse(Buffer.from(file).toString()) as object
  return isDeepStrictEqual(said, settings) ? file : Buffer.from(`${JSON.stringify(settings, null, 2)}\n`)
}
