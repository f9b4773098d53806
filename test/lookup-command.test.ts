import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseBatch } from '../scripts/batch-file.ts'
import { readTexts } from '../scripts/translate.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'adpledge-lookup-'))

/** As `npm run -s lookup -- …` in {@link FOLDER}. */
function lookup(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/lookup.ts'), ...words], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: FOLDER } })
  return { status, stdout, lines: stderr.split('\n').filter(Boolean), stderr }
}

/** As `npm run -s lookup -- --batch …` */
function batch(content: unknown, name = 'batch.json') {
  writeFileSync(join(FOLDER, name), typeof content === 'string' ? content : JSON.stringify(content))
  return lookup('--batch', name)
}

describe('lookup --batch', { timeout: 60_000 }, () => {
  it('prints nothing but an array of what was found, in the order of the file', () => {
    const { status, stdout, stderr } = batch([
      { name: 'Unilever', page: null, landing: null, expect: 'Unilever', kind: 'exact', weight: 7 },
      { name: 'Ford Foundation' },
      { name: 'Starbucks Canada' },
      {},
      { page: 'https://www.facebook.com/onepeloton/?ref=x', landing: 'https://tickets.example/' },
      { name: null, domain: 'unilever.com' },
      { name: 'Unilever', landing: 'ftp://x' },
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual([
      { entry: 'Unilever', level: 'certain', evidence: ['the name “Unilever”'] },
      { entry: null, level: null, evidence: [] },
      { entry: 'Starbucks', level: 'likely', evidence: ['the name with “canada” after it'] },
      { entry: null, level: null, evidence: [] },
      { entry: 'Peloton', level: 'certain', evidence: ['the page “onepeloton”', 'against it: the link leads elsewhere, to tickets.example'] },
      { entry: 'Unilever', level: 'certain', evidence: ['the link to unilever.com'] },
      { entry: 'Unilever', level: 'likely', evidence: ['the name “Unilever”', 'against it: the link can’t be read'] },
    ])
  })

  it('takes an empty array, a byte order mark, and strange text', () => {
    expect(JSON.parse(batch('\uFEFF[]').stdout)).toEqual([])
    const strange = ['\uD800', 'Unilever\uDC00', '\u0000', 'x'.repeat(100_000), '$1$VALUE$', '__proto__', '<b>', '\u202Eever', '%E0%A4%A', '//', 'https://%'].flatMap((text) => [{ name: text }, { page: text }, { landing: text }, { domain: text }])
    const { status, stdout } = batch(strange)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(strange.length)
  })

  it('takes 10,000 in a few seconds', () => {
    const started = performance.now()
    const { stdout } = batch(Array.from({ length: 10_000 }, (_, at) => ({ name: `${'Ford Foundation '.repeat(at % 12)}${at}`, page: `page${at}`, landing: `https://www.shop${at}.example/` })))
    expect(JSON.parse(stdout)).toHaveLength(10_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it.each<[string, unknown, string]>([
    ['text', 'hello', 'bad.json: is not JSON: '],
    ['nothing', '', 'bad.json: is not JSON: '],
    ['an object', { name: 'Ford' }, 'bad.json: must be an array in [ ], not an object'],
    ['null', null, 'bad.json: must be an array in [ ], not null'],
    ['an item that is text', [{}, 'Ford'], 'bad.json: item 2 must be an object in { }, not text'],
    ['an item that is null', [null], 'bad.json: item 1 must be an object in { }, not null'],
    ['an item that is an array', [{}, {}, []], 'bad.json: item 3 must be an object in { }, not an array'],
    ['a name that is a number', [{ name: 7 }], 'bad.json: item 1: name must be text or null, not a number'],
    ['a page that is an object', [{}, { page: {} }], 'bad.json: item 2: page must be text or null, not an object'],
    ['a link that is true', [{ landing: true }], 'bad.json: item 1: landing must be text or null, not a boolean'],
    ['a domain that is an array', [{ domain: ['ford.com'] }], 'bad.json: item 1: domain must be text or null, not an array'],
  ])('refuses a file that holds %s', (_what, content, message) => {
    const { status, stdout, lines } = batch(content, 'bad.json')
    expect({ status, stdout, lines: lines.length }).toEqual({ status: 2, stdout: '', lines: 1 })
    expect(lines[0]).toContain(message)
  })

  it('refuses a file that is not there, or is a folder', () => {
    expect(lookup('--batch', 'none.json')).toMatchObject({ status: 2, stdout: '', lines: [expect.stringMatching(/^none\.json: ENOENT/)] })
    expect(lookup('--batch', '.')).toMatchObject({ status: 2, stdout: '', lines: [expect.stringMatching(/^\.: EISDIR/)] })
  })
})

describe('lookup', { timeout: 60_000 }, () => {
  it('says entry, level and evidence', () => {
    expect(lookup('Ford', '--landing', 'https://www.ford.com/', '--page', 'https://www.facebook.com/ford')).toMatchObject({
      status: 0,
      stdout: 'Ford\n  entry     Ford Motor Company (stop-hate-for-profit-2020)\n  level     certain\n  evidence  the page “ford”\n            the name “Ford”\n            the link to ford.com\n',
      stderr: '',
    })
  })

  it('says what was refused, and why', () => {
    const { status, stdout } = lookup('Ford Foundation Fellows')
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Ford Foundation Fellows', '  entry     none', '  refused   Ford Foundation: is on record as unrelated to Ford Motor Company; the name is its name with “fellows” after it',
    ])
  })

  it('says why a match is only likely', () => {
    expect(lookup('Starbucks Canada').stdout).toContain('  level     likely: certain needs the exact name, a page or a domain on record\n')
    expect(lookup('Unilever', '--landing', 'https://tickets.example/').stdout).toContain('  level     likely: the link does not agree\n')
    expect(lookup('Pfizer', '--page', 'novartis').stdout).toContain('  level     likely: another clue points elsewhere\n')
  })

  it('takes a page or a domain without a name', () => {
    expect(lookup('--page', '/onepeloton/').stdout).toContain('entry     Peloton')
    expect(lookup('--domain', 'ford.com').stdout).toContain('entry     Ford Motor Company')
    expect(lookup('--page', 'https://evil.example/nike').stdout).toContain('refused   the page: is no page’s slug, id or address on Facebook')
  })

  it('does nothing to a terminal', () => {
    const { stdout } = lookup('\u001B[31mFord\u202E\n', '--landing', 'https://evil.example/\u0007')
    expect(stdout.split('\n')[0]).toBe('\\u{1b}[31mFord\\u{202e}\\u{a}')
  })

  it.each<[string, string[], string]>([
    ['nothing to look up', [], 'nothing to look up'],
    ['an empty name', ['  '], 'nothing to look up'],
    ['an unknown list', ['Ford', '--list', '../package'], 'no list is called "../package"; there are stop-hate-for-profit-2020, '],
    ['an unknown option', ['Ford', '--country', 'ca'], "Unknown option '--country'"],
    ['an option without its value', ['Ford', '--page'], "Option '--page <value>' argument missing"],
    ['a name that isn’t in quotes', ['Ford', 'Canada'], 'one name at a time'],
    ['a name besides a file', ['Ford', '--batch', 'x.json'], 'with --batch'],
    ['an empty name of a file', ['--batch', ''], 'EISDIR'],
  ])('refuses %s', (_what, words, message) => {
    const { status, stdout, lines } = lookup(...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(lines[0]).toContain(message)
    expect(lines.length).toBeLessThanOrEqual(2)
  })
})

describe('parseBatch', () => {
  it('reads what is an item’s own, and nothing else', () => {
    expect(parseBatch('[{"name":"A","expect":1},{"__proto__":{"name":"B"}}]')).toEqual([
      { name: 'A', page: null, domain: null, landing: null },
      { name: null, page: null, domain: null, landing: null },
    ])
  })
})

describe('texts', () => {
  const translate = readTexts()

  it('are filled as browsers fill them', () => {
    expect(translate('matchedByName', ['$1 $VALUE$ $$'])).toBe('the name “$1 $VALUE$ $$”')
    expect(translate('citationList', ['a', 'b'])).toBe('AdPledge list “a” of b')
    expect(translate('matchedBySpelling')).toBe('the name, written with other spaces')
  })

  it('are asked for by names that exist', () => {
    expect(() => translate('no-such-text')).toThrow('no text is called "no-such-text"')
  })
})
