import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkList } from '../src/list/check.ts'
import { isPublicSuffix } from '../src/distribution/public-suffix.ts'
import { ListError, type ListFile, parseList } from '../src/list/schema.ts'
import { ADJUSTMENTS, FOLDER, listIds, listPath } from './list-files.ts'
import { readWords } from './lists-plugin.ts'
import { readAdjustmentsFile } from './site-adjustments.ts'

/**
 * `list:check [FILE.json …]`: what is wrong in lists, and what looks so. Ends with 1 where something is wrong, with 2 where
 * a file can't be read; what only looks wrong is for people to judge.
 */

const USAGE = 'usage: npm run list:check [-- FILE.json …]'

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments(): string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals
  } catch (error) {
    return fail(`${(error as Error).message.split('\n')[0]}\n${USAGE}`)
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return fail(`${nameOf(path)}: ${(error as Error).message}`)
  }
}

const here = process.env['ADPLEDGE_CWD'] ?? '.'
const asked = readArguments()
const own = new Map(listIds().map((id) => [fileURLToPath(listPath(id)), id]))
const paths = asked.length > 0 ? asked.map((file) => resolve(here, file)) : [...own.keys()]
const texts = paths.map((path) => [path, textOf(path)] as const)
const words = readWords()
const counts = { entries: 0, errors: 0, warnings: 0 }
const ids = new Map<string, string>()

for (const [path, text] of texts) {
  const file = nameOf(path)
  try {
    const list = parseList(file, text)
    counts.entries += list.entries.length
    for (const fault of misnamed(list, path)) say('error', file, fault)
    for (const warning of checkList(list, words, isPublicSuffix)) say('warning', file, warning)
  } catch (error) {
    if (!(error instanceof ListError)) throw error
    for (const fault of error.faults) say('error', file, fault)
  }
}
if (asked.length === 0) checkAdjustments(nameOf(fileURLToPath(new URL(ADJUSTMENTS, FOLDER))))
console.log(`${counted(paths.length, 'list', 'lists')}, ${counted(counts.entries, 'entry', 'entries')}: ${counted(counts.errors, 'error', 'errors')}, ${counted(counts.warnings, 'warning', 'warnings')}`)
process.exitCode = counts.errors > 0 ? 1 : 0

/** What is said of sites beside the lists. */
function checkAdjustments(file: string): void {
  try {
    for (const doubt of readAdjustmentsFile(FOLDER, file)?.doubts ?? []) say('warning', file, doubt)
  } catch (error) {
    if (!(error instanceof ListError)) throw error
    for (const fault of error.faults) say('error', file, fault)
  }
}

function say(kind: 'error' | 'warning', file: string, line: string): void {
  counts[`${kind}s`]++
  console.log(`${kind}: ${file}: ${line}`)
}

/** The build finds lists by their ids. */
function misnamed({ id }: ListFile, path: string): string[] {
  const file = nameOf(path)
  const earlier = ids.get(id)
  ids.set(id, file)
  return [
    ...(own.has(path) && own.get(path) !== id ? [`id is "${id}", so the file must be named ${id}.json`] : []),
    ...(earlier === undefined ? [] : [`id "${id}" is already that of ${earlier}`]),
  ]
}

function nameOf(path: string): string {
  return relative(here, path)
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}
