import { describe, expect, it } from 'vitest'
import { PROBLEM_CODES } from '../src/distribution/problem.ts'
import { ageText, bytesText } from '../src/pages/amounts.ts'
import { type Before, NEVER_CHECKED, outcomeOf } from '../src/pages/check-outcome.ts'
import { isolated } from '../src/shared/isolated.ts'
import { PROBLEM_TEXTS } from '../src/pages/problem-texts.ts'
import { hostIn, sourceName } from '../src/pages/source-name.ts'
import type { SourceInfo } from '../src/shared/messages.ts'
import { translate } from './translate.ts'

const SOURCE: SourceInfo = {
  id: 'own', kind: 'own', name: 'Small', address: 'https://lists.small.example/head.txt', on: true, using: 'synced', version: 2, created: '2026-11-20T00:00:00Z', expires: '2027-02-20T00:00:00Z', expired: false,
  lastAttempt: '2026-11-25T08:00:00.000Z', lastSuccess: '2026-11-25T08:00:00.000Z', error: null, nextCheck: null, checking: null, lists: [],
}
const LATER = '2026-11-25T10:00:00.000Z'
const ERROR = { code: 'http', detail: '503', at: '2026-11-24T10:00:00.000Z' } as const
const after = (change: Partial<SourceInfo>): SourceInfo => ({ ...SOURCE, lastAttempt: LATER, ...change })

describe('outcomeOf', () => {
  it('waits until the check has begun, and until it is over', () => {
    expect(outcomeOf(SOURCE, SOURCE, false)).toBeNull()
    expect(outcomeOf(SOURCE, { ...SOURCE, checking: { received: 0, total: null } }, true)).toBeNull()
    expect(outcomeOf(SOURCE, after({ checking: { received: 1, total: 2 } }), false)).toBeNull()
    expect(outcomeOf(NEVER_CHECKED, { ...SOURCE, lastAttempt: null, lastSuccess: null }, false)).toBeNull()
  })

  it('tells a newer version from the same', () => {
    expect(outcomeOf(SOURCE, after({ lastSuccess: LATER }), false)).toBe('current')
    expect(outcomeOf(SOURCE, after({ lastSuccess: LATER, version: 3 }), false)).toBe('updated')
    const bundled: Before = { ...SOURCE, version: null }
    expect(outcomeOf(bundled, after({ lastSuccess: LATER, version: 1 }), false)).toBe('updated')
    expect(outcomeOf(NEVER_CHECKED, SOURCE, false)).toBe('updated')
  })

  it('tells a failure, also the same as before', () => {
    const failed = after({ error: { ...ERROR, at: LATER } })
    expect(outcomeOf(SOURCE, failed, false)).toBe('failed')
    expect(outcomeOf({ ...SOURCE, error: ERROR }, failed, false)).toBe('failed')
  })

  it('claims no success that is not on record', () => {
    expect(outcomeOf(SOURCE, SOURCE, true)).toBe('unknown')
    expect(outcomeOf({ ...SOURCE, error: ERROR }, { ...SOURCE, error: ERROR }, true)).toBe('unknown')
    expect(outcomeOf(SOURCE, after({}), false)).toBe('unknown')
  })
})

describe('why a list was not updated', () => {
  it('has a text of its own for every code', () => {
    const texts = PROBLEM_CODES.map((code) => translate(PROBLEM_TEXTS[code]))
    expect(new Set(texts).size).toBe(PROBLEM_CODES.length)
    for (const code of PROBLEM_CODES) expect(PROBLEM_TEXTS[code]).toBe(`sync_${code.replaceAll('-', '_')}`)
  })
})

describe('bytesText', () => {
  it.each([[0, '0 byte'], [999, '999 byte'], [1_000, '1 kB'], [1_234_567, '1.2 MB'], [70_000_000, '70 MB'], [5e12, '5,000 GB']])('%d bytes', (bytes, text) => {
    expect(bytesText(bytes, 'en')).toBe(text)
  })
})

describe('ageText', () => {
  const now = Date.parse('2026-11-25T03:00:00Z')
  it.each([
    ['2026-11-25', 'today'], ['2026-11-25T23:59:00Z', 'today'], ['2026-11-26T01:00:00Z', 'today'], ['2026-11-24T23:00:00Z', 'yesterday'], ['2026-11-20', '5 days ago'],
    ['2026-08-01', '3 months ago'], ['2020-07-01', '6 years ago'], ['2027-01-01', ''], ['never', ''], ['', ''],
  ])('%s', (moment, text) => {
    expect(ageText(moment, now, 'en')).toBe(text)
  })
})

describe('names from outside', () => {
  it('turn nothing around them', () => {
    expect(isolated('Small')).toBe('\u2068Small\u2069')
    expect(isolated('\u2069\u202eSmall\u2066')).toBe('\u2068Small\u2069')
  })

  it('are the host as long as there is none', () => {
    expect(sourceName(SOURCE)).toBe('Small')
    expect(sourceName({ name: '', address: 'http://127.0.0.1:8080/head.txt' })).toBe('127.0.0.1:8080')
    expect(sourceName({ name: '', address: null })).toBe('')
    expect(hostIn('nothing')).toBe('nothing')
  })
})
