import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formAddress } from '../src/reports/form-address.ts'
import { kindOfTitle } from '../src/reports/report-lines.ts'

const FOLDER = new URL('../.github/ISSUE_TEMPLATE/', import.meta.url)
const KINDS = ['missing', 'mistake', 'broken'] as const
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')
/** The value of a key, wherever it stands. */
const valuesOf = (text: string, key: string) => [...text.matchAll(new RegExp(`^\\s*(?:- )?${key}: (.*)$`, 'gm'))].map(([, value]) => value)

describe('issue forms', () => {
  it('there are for each kind of report, and no others', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual([...KINDS.map((kind) => `${kind}.yml`), 'config.yml'].toSorted())
    expect(read('config.yml')).toMatch(/^blank_issues_enabled: true$/m)
  })

  it.each(KINDS)('%s.yml takes what an address fills in', (kind) => {
    const text = read(`${kind}.yml`)
    for (const key of ['name', 'description', 'title', 'labels']) expect(valuesOf(text, key)[0], key).toBeTruthy()
    expect(text).toMatch(/^body:$/m)
    expect(valuesOf(text, 'type')).toEqual(['markdown', 'textarea'])
    expect(valuesOf(text, 'id')).toEqual(['report'])
    expect(text).toMatch(/^ {4}validations:\n {6}required: true$/m)
    // As plain text: nothing in a report is markup.
    expect(valuesOf(text, 'render')).toEqual(['text'])
    expect(kindOfTitle((JSON.parse(valuesOf(text, 'title')[0] ?? '') as string).padEnd(50))).toBe(kind)
    const { address } = formAddress('https://github.example/o/r/issues/new?template={kind}.yml&title={title}&report={body}', { kind, title: 'A', body: 'B' })
    expect(readdirSync(FOLDER)).toContain(new URL(address).searchParams.get('template'))
  })

  it.each([...KINDS.map((kind) => `${kind}.yml`), 'config.yml'])('%s is YAML as far as lines tell', (name) => {
    const lines = read(name).split('\n')
    expect(lines.filter((line) => line.includes('\t'))).toEqual([])
    let isText = false
    for (const line of lines) {
      if (line.trim() === '') continue
      const depth = line.length - line.trimStart().length
      expect(depth % 2, line).toBe(0)
      if (isText && depth >= 8) continue
      // A comment, or a key with its value; a value with a colon in it stands in quotes.
      expect(line, line).toMatch(/^ *(#.*|(- )?[a-z_]+:( ("[^"]*"|\[.*\]|\||[^":#[\]|]+))?)$/)
      isText = line.endsWith(': |')
    }
  })
})
