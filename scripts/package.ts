import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import manifest from '../manifest.json' with { type: 'json' }
import project from '../package.json' with { type: 'json' }
import { chosenSettings, uncommitted } from './package/checks.ts'
import { readSource } from './package/source.ts'

/**
 * `package [--bundled-only] [--dirty] [--out DIR]`: the zips that stores get, and the source that they were built from.
 * Ends with 1 where that can't or shouldn't be, with 2 where the command isn't understood.
 */

const USAGE = 'usage: npm run package -- [--bundled-only] [--dirty] [--out DIR]'
const ROOT = fileURLToPath(new URL('../', import.meta.url))

function fail(message: string, status: 1 | 2): never {
  console.error(message)
  if (status === 2) console.error(USAGE)
  process.exit(status)
}

function readArguments() {
  try {
    return parseArgs({ options: { 'bundled-only': { type: 'boolean', default: false }, dirty: { type: 'boolean', default: false }, out: { type: 'string' } } }).values
  } catch (error) {
    return fail((error as Error).message.split('\n')[0] ?? '', 2)
  }
}

function versionOf(isDirty: boolean): string {
  if (manifest.version !== project.version) throw new Error(`manifest.json is version ${manifest.version}, package.json ${project.version}`)
  return isDirty ? `${manifest.version}-dirty` : manifest.version
}

async function run(): Promise<void> {
  const { 'bundled-only': bundledOnly, dirty, out } = readArguments()
  const here = process.env['ADPLEDGE_CWD'] ?? '.'
  const folder = out === undefined ? join(ROOT, 'packages') : resolve(here, out)
  const settings = chosenSettings(bundledOnly)
  const source = readSource(ROOT)
  const changes = uncommitted(source, dirty)
  if (changes !== null) console.error(changes)
  const version = versionOf(changes !== null)
  console.log(settings.listUrl === '' ? 'The lists are those of this repository, and stay so until the next version: --bundled-only.' : `The lists are kept fresh from ${settings.listUrl}, signed with ${settings.listKey}.`)
  console.log(`Commit ${source.commit}${changes === null ? '' : ', and what isn’t committed'}. Compressing takes up to a minute.`)
  // Only now, as the build tool takes long to load.
  const { makePackages } = await import('./package/packages.ts')
  const packages = await makePackages({ version, source, settings, buildIn: join(ROOT, '.cache', 'package') })
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of packages) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    console.log(`${relative(here, path)}  ${bytes.length.toLocaleString('en')} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`)
  }
}

try {
  await run()
} catch (error) {
  fail((error as Error).message, 1)
}
