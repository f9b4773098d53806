import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeKeyPair } from './publish/keys.ts'
import { projectAround, realPath } from './publish/places.ts'
import { printable } from './publish/printable.ts'

/** `list:keygen --out DIR`: a new pair of keys to publish lists with. Ends with 1 where it can't be, with 2 for other words. */

const USAGE = 'usage: npm run list:keygen -- --out DIR'
const PRIVATE_FILE = 'adpledge-list.key'
const PUBLIC_FILE = 'adpledge-list.pub'

function fail(message: string, status: 1 | 2): never {
  console.error(printable(message))
  if (status === 2) console.error(USAGE)
  process.exit(status)
}

function readArguments(): string {
  try {
    const { out } = parseArgs({ options: { out: { type: 'string' } } }).values
    return out || fail('--out must name a folder', 2)
  } catch (error) {
    return fail((error as Error).message.split('\n')[0] ?? '', 2)
  }
}

/** @throws Error when keys must not be in that folder */
function checkFolder(folder: string): void {
  const project = projectAround(folder)
  if (project !== null) throw new Error(`${folder} is in the repository ${project}, where a private key could be committed: choose a folder elsewhere`)
  const there = [PRIVATE_FILE, PUBLIC_FILE].find((name) => existsSync(join(folder, name)))
  if (there !== undefined) throw new Error(`${join(folder, there)} is there already, and nothing is written over it`)
}

const folder = resolve(process.env['ADPLEDGE_CWD'] ?? '.', readArguments())
try {
  checkFolder(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Once more, now that every link in the path leads somewhere.
  checkFolder(folder)
  const { privateFile, publicFile } = makeKeyPair()
  writeFileSync(join(folder, PRIVATE_FILE), privateFile, { flag: 'wx', mode: 0o600, flush: true })
  writeFileSync(join(folder, PUBLIC_FILE), publicFile, { flag: 'wx', flush: true })
  const real = printable(realPath(folder))
  console.log(`private key  ${join(real, PRIVATE_FILE)}
             Signs lists: npm run list:publish -- --key FILE --out DIR. Keep it secret, and a copy in a safe place.
public key   ${join(real, PUBLIC_FILE)}
             ${publicFile.trim()}
             Give it to subscribers with your list's address, or set it as listKey in adpledge.config.json.`)
  if (process.platform === 'win32') console.log('On Windows the rights of files can’t be set from here: see to it that only you can read the private key.')
} catch (error) {
  fail((error as Error).message, 1)
}
