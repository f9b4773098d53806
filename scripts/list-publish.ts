import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { MOST_VERSION } from '../src/distribution/head.ts'
import { isOpenToOthers, readPublicKey, readSigningKey } from './publish/keys.ts'
import { isWithin, projectAround } from './publish/places.ts'
import { printable } from './publish/printable.ts'
import { type Published, type PublishOptions, publish } from './publish/publish.ts'
import { readSourceLists } from './publish/source-lists.ts'

/**
 * `list:publish --key FILE --out DIR …`: signs the lists as the next version of a folder that any web server can hand out.
 * Ends with 1 where that can't or shouldn't be, with 2 where the command isn't understood.
 */

const USAGE = 'usage: npm run list:publish -- --key FILE --out DIR [--lists FOLDER] [--version N] [--now ISO] [--expires DAYS] [--next-key FILE.pub] [--allow-removals]'
const DAYS = 90
const MOST_DAYS = 3_650

const here = process.env['ADPLEDGE_CWD'] ?? '.'

function fail(message: string, status: 1 | 2): never {
  for (const line of message.split('\n')) say(line)
  if (status === 2) console.error(USAGE)
  process.exit(status)
}

function say(line: string): void {
  console.error(printable(line))
}

function readArguments() {
  const { values } = parse()
  const { key, out, lists } = values
  if (!key) return fail('--key must name the file of the private key', 2)
  if (!out) return fail('--out must name the folder to publish in', 2)
  return {
    key: resolve(here, key),
    out: resolve(here, out),
    lists: lists === undefined ? fileURLToPath(new URL('../lists/', import.meta.url)) : resolve(here, lists),
    nextKey: values['next-key'] === undefined ? null : resolve(here, values['next-key']),
    version: wholeNumber('--version', values.version, MOST_VERSION),
    created: readMoment(values.now),
    expires: wholeNumber('--expires', values.expires, MOST_DAYS) ?? DAYS,
    allowRemovals: values['allow-removals'],
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        key: { type: 'string' },
        out: { type: 'string' },
        lists: { type: 'string' },
        version: { type: 'string' },
        now: { type: 'string' },
        expires: { type: 'string' },
        'next-key': { type: 'string' },
        'allow-removals': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return fail((error as Error).message.split('\n')[0] ?? '', 2)
  }
}

function wholeNumber(option: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null
  if (!/^[1-9]\d{0,14}$/.test(text) || Number(text) > most) return fail(`${option} must be a whole number from 1 to ${most}`, 2)
  return Number(text)
}

function readMoment(text: string | undefined): Date {
  if (text === undefined) return new Date()
  const date = new Date(text)
  const day = new Date(text.slice(0, 10))
  const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text) && !Number.isNaN(date.getTime())
  // The round trip refuses days that aren't in the calendar.
  const isInCalendar = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10))
  return isMoment && isInCalendar ? date : fail('--now must be a day or a moment with its zone, such as 2026-01-31 or 2026-01-31T12:00:00Z', 2)
}

/** @throws Error for a key that may not be used, or a folder that may not be written to */
function checkPlaces({ key, out }: { key: string; out: string }): void {
  const project = projectAround(key)
  if (project !== null) throw new Error(`${key} is in the repository ${project}, where it could be committed: keep the private key elsewhere`)
  if (isWithin(key, out)) throw new Error(`${key} is in the folder that is published: keep the private key elsewhere`)
}

async function run(): Promise<void> {
  const { key: keyFile, out, lists, nextKey, ...asked } = readArguments()
  checkPlaces({ key: keyFile, out })
  const key = readSigningKey(keyFile)
  if (isOpenToOthers(keyFile)) say(`warning: others can read ${keyFile}: chmod 600 would keep it yours`)
  const options: PublishOptions = {
    ...asked,
    folder: out,
    key,
    nextKey: nextKey === null ? null : readPublicKey(nextKey),
    lists: await readSourceLists(lists, here),
    notice: say,
  }
  for (const line of report(await publish(options), options)) console.log(printable(line))
}

function report({ head, lists, sites, isNew }: Published, { folder, key }: PublishOptions): string[] {
  const shown = relative(here, folder) || '.'
  return [
    isNew ? `“${head.name}”, version ${head.version}, is in ${shown} and expires on ${head.expires.slice(0, 10)}` : `nothing to do: version ${head.version}, which expires on ${head.expires.slice(0, 10)}, is in ${shown} already`,
    ...lists.map(({ list: { file, bytes }, differences: [latest] }) => {
      const entries = `${file.entries.length} ${file.entries.length === 1 ? 'entry' : 'entries'}`
      return `  ${file.id}: ${entries}, ${size(bytes)}${latest ? `, ${size(latest.bytes)} as a difference` : ''}`
    }),
    ...(sites ? [`  sites: ${sites.count} ${sites.count === 1 ? 'site' : 'sites'} changed, ${size(sites.bytes)}`] : []),
    'address  the web address of that folder, with https:// (clients read head.txt in it)',
    `key      ${key.publicKey}`,
    ...(head.nextKey === undefined ? [] : [`next     ${head.nextKey}`]),
  ]
}

function size({ length }: Uint8Array): string {
  return `${length.toLocaleString('en')} bytes`
}

try {
  await run()
} catch (error) {
  fail((error as Error).message, 1)
}
