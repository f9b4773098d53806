import { describe, expect, it } from 'vitest'
import { caseTitle, casesShownIn } from '../harness/failure-cases.ts'
import { type BrowserReport, caseTable, type UnitReport } from '../scripts/case-table.ts'

const engine = casesShownIn('node')
const browser = casesShownIn('browser')

function reports(change: { engine?: (number: number) => string | null; browser?: (number: number, name: string) => string | null } = {}): [UnitReport, BrowserReport] {
  const results = engine.flatMap((number) => {
    const status = change.engine ? change.engine(number) : 'passed'
    return status === null ? [] : [{ title: caseTitle(number), status }]
  })
  const specs = browser.map((number) => ({
    title: caseTitle(number),
    tests: ['chromium', 'firefox'].flatMap((projectName) => {
      const status = change.browser ? change.browser(number, projectName) : 'expected'
      return status === null ? [] : [{ projectName, status, annotations: status === 'skipped' ? [{ type: 'skip', description: 'it cannot' }] : [] }]
    }),
  }))
  return [{ testResults: [{ assertionResults: results }] }, { suites: [{ suites: [{ specs }] }] }]
}

describe('the table of cases', () => {
  it('has a row for each of the 55, with where it was shown', () => {
    const { text, missing } = caseTable(...reports())
    const [head, , ...rows] = text.split('\n')
    expect(head).toMatch(/^case +engine +Chromium +Firefox$/)
    expect(rows).toHaveLength(55)
    expect(rows[0]).toMatch(/^01 offline at first run \(bundled used\) +passed +passed +passed$/)
    expect(rows[9]).toMatch(/^10 404\/410 +passed +- +-$/)
    expect(rows[54]).toMatch(/^55 old content script after update stops quietly +- +passed +passed$/)
    expect(missing).toEqual([])
  })

  it('tells of failures, and of what a browser could not show', () => {
    const { text, missing } = caseTable(...reports({ browser: (number, name) => (number === 39 && name === 'firefox' ? 'skipped' : number === 2 ? 'unexpected' : number === 6 ? 'flaky' : 'expected') }))
    // At the second try is shown, too.
    expect(text).toMatch(/^06 truncated body +passed +passed +passed$/m)
    expect(text).toMatch(/^02 offline later +passed +failed +failed$/m)
    expect(text).toMatch(/^39 storage quota \/ disk full +passed +passed +skipped$/m)
    expect(text).toContain('39 storage quota / disk full: not in firefox: it cannot')
    expect(missing).toEqual([])
  })

  it('misses what was not run anywhere that it should have been', () => {
    expect(caseTable(...reports({ engine: (number) => (number === 10 ? null : 'passed') })).missing).toEqual([caseTitle(10)])
    expect(caseTable(...reports({ browser: (number, name) => (number === 7 && name === 'firefox' ? null : 'expected') })).missing).toEqual([caseTitle(7)])
    expect(caseTable(...reports({ browser: (number) => (number === 55 ? 'skipped' : 'expected') })).missing).toEqual([caseTitle(55)])
    expect(caseTable(null, null).missing).toHaveLength(55)
  })
})
