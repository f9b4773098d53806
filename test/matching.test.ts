import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { table } from '../scripts/table.ts'
import { pageOf } from '../scripts/page-address.ts'
import { inReal } from './lists.ts'

/** Cases of matching with the answers that people gave, on the real list. */

interface Case {
  name: string | null
  page: string | null
  landing: string | null
  domain?: string | null
  /** Name of the entry; null for nobody. */
  expect: string | null
  level?: 'certain' | 'likely'
  kind: string
  reason?: string
}

const CORPUS = new URL('matching/corpus.json', import.meta.url)
const SHARED = new URL('../../shared/data/matching-dev.json', import.meta.url)

interface Answered extends Case {
  got: string | null
  gotLevel: string | null
}

function answered(file: URL): Answered[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as Case[]).map((item) => {
    const [match] = inReal.match({ name: item.name, page: pageOf(item.page), domain: item.domain ?? null, landing: item.landing })
    return { ...item, got: match?.name ?? null, gotLevel: match?.level ?? null }
  })
}

const isRight = ({ got, expect }: Answered) => got === expect
const isMissed = ({ got, expect }: Answered) => got === null && expect !== null
/** Another than the one expected, or anybody where nobody was. */
const isWrong = (item: Answered) => !isRight(item) && !isMissed(item)

/** In one readable line each. */
function lines(cases: Answered[]): string[] {
  return cases.map(({ kind, name, page, domain, landing, expect, level, got, gotLevel, reason }) => {
    const clues = Object.entries({ name, page, domain, landing }).flatMap(([clue, value]) => (value ? [`${clue} ${JSON.stringify(value.slice(0, 80))}`] : []))
    return `${kind}: ${clues.join(', ')}: found ${got ? `${gotLevel} ${got}` : 'nobody'}, not ${expect ? `${level ?? ''} ${expect}`.trim() : 'nobody'}${reason ? ` (${reason})` : ''}`
  })
}

/** Of all labels how many are right, and of all that should be there how many are. */
function measures(cases: Answered[]): { precision: number; recall: number } {
  const right = cases.filter((item) => isRight(item) && item.got !== null).length
  const part = (all: number) => (all === 0 ? 1 : right / all)
  return { precision: part(cases.filter(({ got }) => got !== null).length), recall: part(cases.filter(({ expect }) => expect !== null).length) }
}

/** Cut, not rounded, so that 100 is all of them. */
const percent = (part: number) => `${(Math.floor(part * 1_000) / 10).toFixed(1)} %`

function report(title: string, cases: Answered[]): void {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].toSorted()
  const row = (name: string, some: Answered[]) => [name, ...[some, some.filter(isRight), some.filter(isMissed), some.filter(isWrong)].map(({ length }) => String(length))]
  const rows = [...kinds.map((kind) => row(kind, cases.filter((item) => item.kind === kind))), row('all', cases)]
  const { precision, recall } = measures(cases)
  console.log(`${title}\n${table(['kind', 'cases', 'right', 'missed', 'wrong'], rows)}\nprecision ${percent(precision)}  recall ${percent(recall)}`)
}

describe('the corpus of matching cases', () => {
  const cases = answered(CORPUS)
  report('Matching cases (test/matching/corpus.json)', cases)

  it('is large, half of it nobody’s, each case with a reason and every kind and answer known', () => {
    expect(cases.length).toBeGreaterThanOrEqual(400)
    expect(cases.filter(({ expect }) => expect === null).length).toBeGreaterThanOrEqual(cases.length / 2)
    expect(lines(cases.filter(({ reason }) => !reason?.trim()))).toEqual([])
    expect(lines(cases.filter((item) => (item.expect === null) !== (item.level === undefined)))).toEqual([])
    const clues = cases.map(({ name, page, domain, landing }) => JSON.stringify([name, page, domain ?? null, landing]))
    expect(clues.filter((key, at) => clues.indexOf(key) !== at)).toEqual([])
  })

  it('has no case that is labelled wrongly', () => {
    expect(lines(cases.filter(isWrong))).toEqual([])
    expect(measures(cases).precision).toBe(1)
  })

  it('has hardly a case that is missed', () => {
    expect(measures(cases).recall, lines(cases.filter(isMissed)).join('\n')).toBeGreaterThanOrEqual(0.98)
  })

  it('has no case that is more, or less, certain than it should be', () => {
    expect(lines(cases.filter((item) => isRight(item) && item.got !== null && item.gotLevel !== item.level))).toEqual([])
  })

  it('speaks of entries that are on the list', () => {
    const found = new Set(cases.map(({ got }) => got))
    expect([...new Set(cases.map(({ expect }) => expect))].filter((name) => !found.has(name) && inReal.match({ name })[0]?.name !== name)).toEqual([])
  })
})

const isHere = existsSync(SHARED)
if (!isHere) console.log('../shared is not here: its matching cases not run')

describe.skipIf(!isHere)('the shared matching cases', () => {
  const cases = isHere ? answered(SHARED) : []
  if (isHere) report('Matching cases (../shared/data/matching-dev.json)', cases)

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(0)
  })

  it('are all right', () => {
    expect(lines(cases.filter((item) => !isRight(item)))).toEqual([])
  })
})
