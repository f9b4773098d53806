import { describe, expect, it } from 'vitest'
import { findingsIn } from '../scripts/web-ext-lint.ts'

const none = { errors: [], warnings: [], notices: [] }
const finding = (_type: string, code: string) => ({ _type, code, message: 'What is wrong.', file: 'a.js', line: 3 })

describe('what the linter finds', () => {
  it.each(['errors', 'warnings', 'notices'])('counts: %s', (kind) => {
    const output = JSON.stringify({ ...none, [kind]: [finding('kind', 'CODE')] })
    for (const target of ['chrome', 'firefox'] as const) expect(findingsIn(output, target)).toEqual(['kind CODE in a.js:3: What is wrong.'])
  })

  it('is nothing where it reports nothing, and what is meant in Chrome alone', () => {
    expect(findingsIn(JSON.stringify(none), 'firefox')).toEqual([])
    const meant = JSON.stringify({ ...none, errors: [finding('error', 'ADDON_ID_REQUIRED')] })
    expect(findingsIn(meant, 'chrome')).toEqual([])
    expect(findingsIn(meant, 'firefox')).toHaveLength(1)
  })

  it('is never taken from what is no report', () => {
    expect(() => findingsIn('', 'firefox')).toThrow()
    expect(() => findingsIn('{}', 'firefox')).toThrow()
  })
})
