import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { differenceOf } from './package/difference.ts'
import { readSource } from './package/source.ts'
import { filesIn } from './package/unzip.ts'

/**
 * `package:compare [--bundled-only]`: packs the same commit twice, in folders whose paths differ in length, and compares the zips byte by
 * byte. The second time it is what the first time's source zip holds, without variables and in another time zone: so a reviewer gets the same.
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const words = process.argv.slice(2)
const temporary = mkdtempSync(join(tmpdir(), 'adpledge-'))
const first = join(temporary, 'a')
const second = join(temporary, 'elsewhere', 'in a folder', 'with-a-much-longer-name')

try {
  await copyCommit(first)
  pack(first, process.env)
  const source = readPackages(first).find(({ name }) => name.endsWith('-source.zip'))
  if (!source) throw new Error('no source zip was written')
  await unpack(source.bytes, second)
  pack(second, withoutSettings({ ...process.env, TZ: 'Pacific/Kiritimati' }))
  const differences = await compare()
  process.exitCode = differences === 0 ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

/** What is committed, without what has been changed since. */
async function copyCommit(folder: string): Promise<void> {
  const { commit, changes, files } = readSource(ROOT)
  console.log(`# commit ${commit}`)
  if (changes.length > 0) console.log('What isn’t committed is left out.')
  if (existsSync(join(ROOT, '.git'))) {
    execFileSync('git', ['clone', '--quiet', '--no-checkout', ROOT, folder])
    execFileSync('git', ['-c', 'advice.detachedHead=false', 'checkout', '--quiet', commit], { cwd: folder })
  } else {
    if (changes.length > 0) throw new Error(`changed since it was unpacked: ${changes.join(', ')}`)
    write(folder, files)
  }
}

async function unpack(zip: Uint8Array, folder: string): Promise<void> {
  write(folder, await filesIn(zip))
}

function write(folder: string, files: readonly { path: string; bytes: Uint8Array }[]): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

/** @throws Error when it can't be packed */
function pack(folder: string, environment: NodeJS.ProcessEnv): void {
  console.log(`\n# packed in ${folder.slice(temporary.length + 1)}`)
  // Copied, so that paths of packages differ as well.
  cpSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  const { status } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'package', ...words], { cwd: folder, stdio: 'inherit', env: { ...environment, INIT_CWD: folder } })
  if (status !== 0) throw new Error(`packing ended with ${status ?? 'a signal'}`)
}

/** The source zip says them. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^ADPLEDGE_(LIST|REPORT)_/.test(name)))
}

function readPackages(folder: string): { name: string; bytes: Uint8Array }[] {
  const packages = join(folder, 'packages')
  return readdirSync(packages).toSorted().map((name) => ({ name, bytes: readFileSync(join(packages, name)) }))
}

/** @returns how many differ */
async function compare(): Promise<number> {
  console.log('\n# compared')
  const [ones, others] = [readPackages(first), readPackages(second)]
  const names = [...new Set([...ones, ...others].map(({ name }) => name))]
  let differences = 0
  for (const name of names) {
    const [one, other] = [ones, others].map((packages) => packages.find((made) => made.name === name)?.bytes)
    const difference = one && other ? await differenceOf(one, other) : 'written only once'
    if (difference !== null) differences++
    console.log(`${name}: ${difference === null ? `the same ${one?.length.toLocaleString('en')} bytes, sha256 ${createHash('sha256').update(one ?? '').digest('hex')}` : `DIFFERENT: ${difference}`}`)
  }
  return differences
}
