import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FAILURE_CASES } from '../harness/failure-cases.ts'

/** SECURITY.md and PRIVACY.md name a test for each claim, docs/architecture.md names files and functions: all of them must be there. */

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const isThere = (path: string) => existsSync(new URL(`../${path}`, import.meta.url))

/** Under these headings nothing is claimed that a test could hold. */
const WITHOUT_TESTS: Readonly<Record<string, readonly string[]>> = {
  'SECURITY.md': ['What it is about', 'What can’t be prevented', 'Report a vulnerability'],
  'PRIVACY.md': ['What we declare to the stores', 'What can’t be promised'],
}
const FILES_OF_TESTS = ['e2e/', 'test/']
const CASES = 'harness/failure-cases.ts'

interface Claim {
  section: string
  text: string
  named: { file: string; title: string }[]
}

/** Items of lists and rows of tables, each with the tests that it names: `file`: “title”, “title”. */
function claimsOf(text: string): Claim[] {
  const claims: Claim[] = []
  let section = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3)
    else if (/^(- |\| (?!---))/.test(line) && !isHead(text, line)) claims.push({ section, text: line, named: [] })
    // An item goes on in lines that are set in.
    else if (line.startsWith('  ') && claims.length > 0) (claims.at(-1) as Claim).text += ` ${line.trim()}`
  }
  for (const claim of claims) claim.named = namedIn(claim.text)
  return claims
}

/** The head of a table is the row above its line. */
function isHead(text: string, line: string): boolean {
  return line.startsWith('|') && text.includes(`${line}\n| ---`)
}

function namedIn(text: string): Claim['named'] {
  return [...text.matchAll(/`([\w/.-]+\.ts)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) => [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })))
}

/** Titles of the tests of a file, as they are written there. */
function titlesIn(file: string): string[] {
  if (file === CASES) return FAILURE_CASES.map(({ name }) => name.replaceAll('`', ''))
  return [...read(file).matchAll(/(?:\b(?:test|it|describe)(?:\.\w+)*|\))\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g)].map(([, single, double, back]) => (single ?? double ?? back ?? '').replaceAll('\\', ''))
}

describe.each(Object.keys(WITHOUT_TESTS))('%s', (file) => {
  const claims = claimsOf(read(file))

  it('has a test for each claim', () => {
    const untested = claims.filter(({ section, named }) => !WITHOUT_TESTS[file]?.includes(section) && named.length === 0)
    expect(untested.map(({ text }) => text)).toEqual([])
    expect(claims.filter(({ named }) => named.length > 0).length).toBeGreaterThan(15)
  })

  it('names only tests that are there, with their titles', () => {
    const named = claims.flatMap((claim) => claim.named)
    const missing = named.filter((one) => !isThere(one.file) || !titlesIn(one.file).includes(one.title))
    expect(missing.map((one) => `${one.file}: ${one.title}`)).toEqual([])
    expect(named.filter((one) => one.file !== CASES && !FILES_OF_TESTS.some((folder) => one.file.startsWith(folder)))).toEqual([])
  })

  it('has no title outside of a claim, and no section that isn’t there', () => {
    expect(namedIn(read(file).replaceAll(/\n\s*/g, ' ')).length).toBe(claims.flatMap(({ named }) => named).length)
    for (const section of WITHOUT_TESTS[file] ?? []) expect(read(file)).toContain(`\n## ${section}\n`)
  })
})

describe('what this looks for', () => {
  it('is found in tests as they are written, and nothing else', () => {
    expect(titlesIn('test/claims.test.ts')).toContain('has a test for each claim')
    expect(titlesIn('e2e/hostile.spec.ts')).toContain('hostile names and links are labelled as unknown, and nothing of them runs')
    expect(titlesIn('e2e/hostile.spec.ts')).not.toContain('/hostile')
  })

  it('is taken from items and rows, over several lines', () => {
    const text = '## One\n\n- A thing\n  `test/a.test.ts`: “x”, “y”\n- Another\n\n## Two\n\n| Who | What |\n| --- | --- |\n| me | `e2e/b.spec.ts`: “z” |\n'
    expect(claimsOf(text).map(({ section, named }) => [section, named.map(({ title }) => title)])).toEqual([['One', ['x', 'y']], ['One', []], ['Two', ['z']]])
  })
})

describe('docs/architecture.md', () => {
  const text = read('docs/architecture.md').replaceAll(/\s+/g, ' ')

  it('names only files and folders that are there', () => {
    const paths = [...text.matchAll(/`((?:src|scripts|harness|lists|e2e|test|public|demo)\/[\w/.*-]*)`/g)].map(([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => !isThere(path))).toEqual([])
  })

  it('names only functions and classes that their files have', () => {
    // As `name()` in `file`, or several.
    const named = [...text.matchAll(/((?:`[\w#.]+\(\)`(?:, | and )?)+) (?:in|of) `([\w/.-]+\.tsx?)`/g)].flatMap(([, names = '', file = '']) => [...names.matchAll(/`([\w#.]+)\(\)`/g)].map(([, name = '']) => [name.split('.').at(-1) ?? '', file] as const))
    expect(named.length).toBeGreaterThan(20)
    const missing = named.filter(([name, file]) => !isThere(file) || !new RegExp(`(?:function\\*? |const |async |^ {2}#?|static |get )${name}\\b|^ {2}'?${name}'?[(:]`, 'm').test(read(file)))
    expect(missing.map(([name, file]) => `${name} in ${file}`)).toEqual([])
    // No function is named without its file.
    const all = [...text.matchAll(/`([\w#.]+)\(\)`/g)].map(([, name]) => name)
    expect(all).toHaveLength(named.length)
  })
})
