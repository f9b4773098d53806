import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compileLists } from '../src/list/compile.ts'
import { openIndex } from '../src/list/lookup.ts'
import { openTable } from '../src/list/table.ts'
import { FOLDER } from './list-files.ts'
import { readListFiles, readWords } from './lists-plugin.ts'
import { printable } from './publish/printable.ts'
import { readReports } from './triage/read-reports.ts'
import { summaryMarkdown, summaryText } from './triage/summary.ts'
import { triage } from './triage/triage.ts'

/**
 * `list:triage FILE… [--out DIR]`: what reports say, and drafts of entries for what they miss. Ends with 1 where part of a file
 * is no report, with 2 where a file can't be read or the command isn't understood.
 */

const USAGE = 'usage: npm run list:triage -- FILE … [--out DIR]'
/** Most bytes of a file. */
const LARGEST = 200_000_000

const here = process.env['ADPLEDGE_CWD'] ?? '.'

function fail(message: string): never {
  console.error(printable(message))
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
  } catch (error) {
    return fail(`${(error as Error).message.split('\n')[0]} – ${USAGE}`)
  }
}

function textOf(path: string): string {
  try {
    if (statSync(path).size > LARGEST) return fail(`${relative(here, path)}: is larger than ${LARGEST / 1_000_000} MB`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    return fail(`${relative(here, path)}: ${(error as Error).message}`)
  }
}

const { positionals, values } = readArguments()
if (positionals.length === 0) fail(`no file of reports was named – ${USAGE}`)

const read = positionals.map((file) => {
  const path = resolve(here, file)
  const { reports, faults } = readReports(textOf(path))
  for (const fault of faults) console.error(printable(`${relative(here, path)}: ${fault}`))
  process.exitCode = faults.length > 0 ? 1 : (process.exitCode ?? 0)
  return reports
})
const lists = readListFiles(FOLDER)
const words = readWords()
const result = triage(read.flat(), { lists, lookup: openIndex(compileLists(lists, words, '').index), words: openTable(words) })
const drafts = JSON.stringify(result.drafts, null, 2)

console.log(summaryText(result))
if (values.out === undefined) {
  if (result.drafts.length > 0) console.log(`\nDrafts, for a keeper to work on:\n${drafts}`)
} else {
  const folder = resolve(here, values.out)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'drafts.json'), `${drafts}\n`)
  writeFileSync(join(folder, 'summary.md'), summaryMarkdown(result))
  console.log(`\n${result.drafts.length} drafts: ${relative(here, join(folder, 'drafts.json'))}, ${relative(here, join(folder, 'summary.md'))}`)
}
