import { caseTitle, FAILURE_CASES } from '../harness/failure-cases.ts'
import { table } from './table.ts'

/** What came of the cases that sync must survive, from the reports of the test runners. */

/** As much of the runners' reports as is read. */
export interface UnitReport {
  testResults: { assertionResults: { title: string; status: string }[] }[]
}

export interface BrowserReport {
  suites: Suite[]
}

interface Suite {
  specs?: { title: string; tests: { projectName: string; status: string; annotations?: { type: string; description?: string }[] }[] }[]
  suites?: Suite[]
}

const BROWSERS = ['chromium', 'firefox'] as const

export interface CaseTable {
  text: string
  /** Titles of the cases that should have been shown somewhere and weren't. */
  missing: string[]
}

/** @param unit null where there is no such report, and so for the browsers' */
export function caseTable(unit: UnitReport | null, browsers: BrowserReport | null): CaseTable {
  const engine = new Map((unit?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => [title, status] as const)))
  const shown = new Map(specsOf(browsers?.suites ?? []).flatMap(({ title, tests }) => tests.map((test) => [`${test.projectName} ${title}`, resultOf(test)] as const)))
  const notes: string[] = []
  const missing: string[] = []
  const rows = FAILURE_CASES.map(({ number, shown: where }) => {
    const title = caseTitle(number)
    const inEngine = where === 'browser' ? '-' : (engine.get(title) ?? 'not run')
    const inBrowsers = BROWSERS.map((browser) => {
      if (where === 'node') return '-'
      const { status, why } = shown.get(`${browser} ${title}`) ?? { status: 'not run', why: null }
      if (why) notes.push(`${title}: not in ${browser}: ${why}`)
      return status
    })
    const results = [inEngine, ...inBrowsers]
    if (results.includes('not run') || !results.includes('passed')) missing.push(title)
    return [title, ...results]
  })
  return { text: [table(['case', 'engine', 'Chromium', 'Firefox'], rows), ...notes].join('\n'), missing }
}

function specsOf(suites: readonly Suite[]): NonNullable<Suite['specs']> {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])])
}

function resultOf({ status, annotations }: { status: string; annotations?: { type: string; description?: string }[] }): { status: string; why: string | null } {
  const why = annotations?.find(({ type }) => type === 'skip')?.description ?? null
  return { status: status === 'expected' || status === 'flaky' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed', why: status === 'skipped' ? why : null }
}
