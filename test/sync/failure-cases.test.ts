import { describe, expect, test } from 'vitest'
import { caseTitle, casesShownIn, FAILURE_CASES } from '../../harness/failure-cases.ts'
import { covered } from './situation.ts'
import './cases/transport.ts'
import './cases/content.ts'
import './cases/authenticity.ts'
import './cases/here.ts'
import './cases/planning.ts'

/** Every case that the engine can show by itself, against a host on this machine that misbehaves. */

describe('the table of cases', () => {
  test('has 55 of them, each with a name of its own', () => {
    expect(FAILURE_CASES.map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, at) => at + 1))
    expect(new Set(FAILURE_CASES.map(({ number }) => caseTitle(number).slice(3))).size).toBe(55)
  })
  test('every one that is shown here has its test here', () => {
    expect(covered.toSorted((a, b) => a - b)).toEqual(casesShownIn('node'))
  })
})
