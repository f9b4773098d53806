import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { domainToUnicode } from 'node:url'
import { parseArgs } from 'node:util'
import { compileLists } from '../src/list/compile.ts'
import { explainer, type NearMiss } from '../src/list/explain.ts'
import { openIndex } from '../src/list/lookup.ts'
import { type AdvertiserClues, EVIDENCE_KINDS, type Match } from '../src/list/types.ts'
import { evidenceText } from '../src/shared/match-text.ts'
import { parseBatch } from './batch-file.ts'
import { listIds, readList } from './list-files.ts'
import { readWords } from './lists-plugin.ts'
import { pageOf } from './page-address.ts'
import { readTexts } from './translate.ts'

/**
 * `lookup NAME [--page …] [--domain …] [--landing …]`: whose record an advertiser has, and what was refused, to read.
 * `lookup --batch FILE.json`: the records of many, as JSON. Ends with 2 where that can't be told.
 */

const USAGE = 'usage: npm run -s lookup -- [NAME] [--page SLUG|ID|ADDRESS] [--domain DOMAIN] [--landing ADDRESS] [--list ID], or --batch FILE.json [--list ID]'

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        page: { type: 'string' },
        domain: { type: 'string' },
        landing: { type: 'string' },
        batch: { type: 'string' },
        list: { type: 'string', default: 'stop-hate-for-profit-2020' },
      },
    })
  } catch (error) {
    return fail(`${(error as Error).message.split('\n')[0]}\n${USAGE}`)
  }
}

const { positionals, values } = readArguments()
const clues = [positionals[0], values.page, values.domain, values.landing]
if (positionals.length > 1) fail(`one name at a time, in quotes where it has spaces (found ${positionals.length})\n${USAGE}`)
if (values.batch !== undefined && clues.some((clue) => clue !== undefined)) fail(`with --batch, what to look up stands in the file\n${USAGE}`)
if (values.batch === undefined && !clues.some((clue) => clue?.trim())) fail(`nothing to look up\n${USAGE}`)
if (!listIds().includes(values.list)) fail(`no list is called "${printable(values.list)}"; there ${listIds().length === 1 ? 'is' : 'are'} ${listIds().join(', ')}`)

// Before anything that takes time.
const batch = values.batch === undefined ? null : readBatch(values.batch)
const list = attempt(() => readList(values.list))
const { index } = attempt(() => compileLists([list], readWords(), ''))
const lookup = openIndex(index)
const translate = readTexts()

if (batch) {
  console.log(JSON.stringify(batch.map((asked) => verdict(find(asked))), null, 2))
} else {
  const [name = null, page = null, domain = null, landing = null] = clues
  console.log(report({ name, page, domain, landing }))
}

function readBatch(file: string): AdvertiserClues[] {
  return attempt(() => parseBatch(readFileSync(resolve(process.env['ADPLEDGE_CWD'] ?? '.', file), 'utf8')), `${printable(file)}: `)
}

function attempt<T>(act: () => T, before = ''): T {
  try {
    return act()
  } catch (error) {
    return fail(before + (error as Error).message)
  }
}

function find(asked: AdvertiserClues): Match | undefined {
  return lookup.find({ ...asked, page: pageOf(asked.page) })[0]
}

function verdict(match: Match | undefined) {
  return { entry: nameOf(match), level: match?.level ?? null, evidence: match?.evidence.map((item) => evidenceText(item, translate)) ?? [] }
}

function nameOf(match: Match | undefined): string | null {
  return (match && list.entries[match.entry]?.name) ?? null
}

/** What a person reads of one advertiser. */
function report(asked: AdvertiserClues): string {
  const match = find(asked)
  const { entry, level, evidence } = verdict(match)
  const page = pageOf(asked.page)
  const noPage: NearMiss[] = asked.page?.trim() && page === null ? [{ about: 'the page', reason: 'is no page’s slug, id or address on Facebook' }] : []
  const refused = [...noPage, ...explainer(list, index, domainToUnicode)({ ...asked, page })]
  return [
    printable(clues.find((clue) => clue?.trim()) ?? ''),
    ...block('entry', [entry === null ? 'none' : `${entry} (${list.id})`]),
    ...block('level', level === null ? [] : [match ? levelText(match) : level]),
    ...block('evidence', evidence),
    ...block('refused', refused.map(({ about, reason }) => `${about}: ${reason}`)),
  ].join('\n')
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.map((line, at) => `  ${(at === 0 ? title : '').padEnd(9)} ${printable(line)}`)
}

/** A level, with why it is no more than likely. */
function levelText({ level, evidence }: Match): string {
  if (level === 'certain') return level
  const kinds = evidence.map(([kind]) => EVIDENCE_KINDS[kind])
  if (kinds.includes('elsewhere')) return 'likely: the link does not agree'
  const isStrong = kinds.some((kind) => kind === 'page' || kind === 'name' || kind === 'domain')
  return isStrong ? 'likely: another clue points elsewhere' : 'likely: certain needs the exact name, a page or a domain on record'
}

/** A line of text that does to a terminal no more than text does. */
function printable(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)
  return shown.length > 300 ? `${shown.slice(0, 300)}…` : shown
}
