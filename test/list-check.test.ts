import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkList } from '../src/list/check.ts'
import type { ListFile } from '../src/list/schema.ts'
import { entry, listOf, lookAlike, packedWords } from './lists.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'adpledge-check-'))

const check = (...list: Parameters<typeof listOf> extends [string, ...infer Rest] ? Rest : never) => checkList(listOf('small', ...list), packedWords, (domain) => domain === 'apps.example')

describe('what looks wrong in a list', () => {
  const ford = entry('Ford', { domains: ['ford.com'] })

  it.each<[string, Parameters<typeof check>, string]>([
    ['two names but for spaces', [[entry('Best Buy'), entry('Other', { aliases: ['BestBuy'] })]], 'entry "Other": the alias "BestBuy" differs from "Best Buy" of entry "Best Buy" in nothing but its spaces'],
    ['a name that a look-alike blocks', [[entry('A.B. Tools')], [lookAlike('Abtools', 'A.B. Tools', 'abtools.example')]], 'entry "A.B. Tools": the name "A.B. Tools" finds nobody: the look-alike "Abtools" blocks it'],
    ['an alias that reads as another entry with a tail', [[ford, entry('Dealer', { aliases: ['Ford Deutschland'] })]], 'entry "Dealer": the alias "Ford Deutschland" reads as entry "Ford" with "deutschland" after it'],
    ['a name that is a tail', [[entry('Careers')]], 'entry "Careers": the name "Careers" is a word that may follow any name'],
    ['an alias that is a tail', [[entry('Ford', { aliases: ['UK & Ireland'] })]], 'entry "Ford": the alias "UK & Ireland" is a word that may follow any name'],
    ['an alias with nothing to compare', [[entry('Ford', { aliases: ['!!!'] })]], 'entry "Ford": the alias "!!!" has nothing to compare, so no ad is found by it'],
    ['a public suffix', [[entry('Ford', { domains: ['apps.example'] })]], 'entry "Ford": the domain apps.example is a public suffix: anybody may have a name below it'],
    ['a domain below another entry’s', [[ford, entry('Mobility', { domains: ['mobility.ford.com'] })]], 'entry "Mobility": the domain mobility.ford.com is below ford.com of entry "Ford"'],
    ['a domain below its own', [[entry('Ford', { domains: ['ford.com', 'jobs.ford.com'] })]], 'entry "Ford": the domain jobs.ford.com is below its own ford.com, so it is superfluous'],
    ['a domain twice', [[entry('Ford', { domains: ['ford.com', 'ford.com'] })]], 'entry "Ford": the domain ford.com is there twice'],
    ['a handle that is an address', [[entry('Ford', { handles: { facebook: ['https://facebook.com/ford'] } })]], 'entry "Ford": handles.facebook: "https://facebook.com/ford" can\'t be a page\'s slug or id'],
    ['a handle with a sign', [[entry('Ford', { handles: { x: ['@ford'] } })]], 'entry "Ford": handles.x: "@ford" can\'t be a page\'s slug or id'],
    ['no source', [[entry('Ford', { sources: [], badge_ok: false })]], 'entry "Ford": has no source'],
    ['the parent as an alias', [[entry('Fiesta', { parent: 'Ford Inc.', aliases: ['Ford'] })]], 'entry "Fiesta": the alias "Ford" is its parent\'s name, so ads of the parent would get its label'],
    ['a parent on record in an alias', [[ford, entry('Fiesta', { parent: 'Ford', aliases: ['The Ford Fiesta'] })]], 'entry "Fiesta": the alias "The Ford Fiesta" repeats its parent "Ford", which is an entry of its own'],
    ['a short name', [[entry('SAP')]], 'entry "SAP": the name "SAP" is short, but match_risk is normal'],
    ['a look-alike that is an entry', [[ford, entry('Fiesta')], [lookAlike('Fiesta', 'Ford', 'fiesta.example')]], 'not_the_same "Fiesta": its name is that of entry "Fiesta", so it blocks nothing by it'],
    ['a look-alike twice', [[ford], [lookAlike('Ford Zoo', 'Ford'), lookAlike('FORD ZOO', 'Ford')]], 'not_the_same "FORD ZOO": is there already, as "Ford Zoo"'],
    ['a look-alike that is none', [[ford], [lookAlike('Acme', 'Ford')]], 'not_the_same "Acme": shares no word with "Ford" and has no domain, so it hardly blocks anything'],
    ['a look-alike with nothing to compare', [[ford], [lookAlike('!!!', 'Ford', 'a.example')]], 'not_the_same "!!!": its name has nothing to compare, so it blocks nothing by it'],
    ['a look-alike at an entry’s domain', [[ford], [lookAlike('Ford Zoo', 'Ford', 'ford.com')]], 'not_the_same "Ford Zoo": its domain ford.com is on record as entry "Ford"\'s, so it blocks nothing by it'],
    ['a look-alike below an entry’s domain', [[ford], [lookAlike('Ford Zoo', 'Ford', 'zoo.ford.com')]], 'not_the_same "Ford Zoo": its domain zoo.ford.com is below ford.com of entry "Ford"'],
    ['a look-alike on a platform', [[ford], [lookAlike('Ford Zoo', 'Ford', 'zoo.wordpress.com')]], 'not_the_same "Ford Zoo": its domain zoo.wordpress.com is a platform\'s, which decides nothing'],
    ['a look-alike at a public suffix', [[ford], [lookAlike('Ford Zoo', 'Ford', 'apps.example')]], 'not_the_same "Ford Zoo": its domain apps.example is a public suffix: all that is below it would be blocked'],
  ])('%s', (_what, list, warning) => {
    expect(check(...list)).toEqual([warning])
  })

  it('a name that finds another entry', () => {
    expect(check([entry('A.B. Tools'), entry('AB To Ols')])).toEqual([
      'entry "A.B. Tools": the name "A.B. Tools" finds entry "AB To Ols"',
      'entry "AB To Ols": the name "AB To Ols" differs from "A.B. Tools" of entry "A.B. Tools" in nothing but its spaces',
    ])
  })

  it.each<[string, Parameters<typeof check>]>([
    ['an alias whose legal form addresses of pages have', [[entry('Ford', { aliases: ['Ford Company'] })]]],
    ['an alias that says the same with a space', [[entry('BestBuy', { aliases: ['Best Buy'] })]]],
    ['a name with a tail, beside its look-alike', [[entry('Ford')], [lookAlike('Ford Japan', 'Ford', 'ford.example')]]],
    ['a look-alike that its legal form tells apart', [[entry('Merck & Co.')], [lookAlike('Merck KGaA', 'Merck & Co.', 'merckgroup.com')]]],
    ['two look-alikes of one name with two websites', [[entry('Ford')], [lookAlike('Ford Zoo', 'Ford', 'a.example'), lookAlike('Ford Zoo', 'Ford', 'b.example')]]],
    ['one that belongs to the entry under quite another name', [[entry('Ford')], [{ ...lookAlike('Lincoln', 'Ford'), relation: 'affiliated-but-separate' as const }]]],
    ['a risky short name', [[entry('SAP', { match_risk: 'high' })]]],
    ['pages of all kinds', [[entry('Ford', { handles: { facebook: ['ford', 'Ford.Canada', '100012345678901', 'フォード', 'Ford-Canada-12345678'], instagram: ['ford_1'], x: ['Ford'], linkedin: ['ford-motor-company'] } })]]],
  ])('is not %s', (_what, list) => {
    expect(check(...list)).toEqual([])
  })
})

/** As `npm run -s list:check -- …` in {@link FOLDER}. */
function run(...files: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/list-check.ts'), ...files], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: FOLDER } })
  return { status, stderr, lines: stdout.split('\n').filter(Boolean) }
}

/** A list that the schema takes, but for a change. */
function write(name: string, list: ListFile): string {
  const sources = { ...list.sources, source: { title: 'Source', url: 'https://source.example/', date: null, kind: 'news' } }
  writeFileSync(join(FOLDER, name), JSON.stringify({ ...list, sources }))
  return name
}

describe('list:check', { timeout: 60_000 }, () => {
  it('finds no error in the lists that are here', () => {
    const { status, stderr, lines } = run()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(lines.at(-1)).toMatch(/^\d+ lists?, \d+ entries: 0 errors, \d+ warnings?$/)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^warning: .*lists\/[a-z\d-]+\.json: (entry|not_the_same) ".+": /)
  })

  it('prints each warning on a line, and counts', () => {
    const file = write('warned.json', listOf('warned', [entry('SAP', { domains: ['ngrok.io', 'sap.com'] }), entry('Ford', { aliases: ['FORD'] })]))
    expect(run(file)).toEqual({
      status: 0,
      stderr: '',
      lines: [
        'warning: warned.json: entry "SAP": the name "SAP" is short, but match_risk is normal',
        'warning: warned.json: entry "SAP": the domain ngrok.io is a public suffix: anybody may have a name below it',
        '1 list, 2 entries: 0 errors, 2 warnings',
      ],
    })
  })

  it('prints each fault on a line, of every file, and ends with 1', () => {
    const good = write('good.json', listOf('good', [entry('Ford')]))
    const twice = write('twice.json', listOf('good', [entry('Ford'), entry('Other', { aliases: ['Ford Inc.'], domains: ['a.example'] })]))
    const broken = write('broken.json', { ...listOf('broken', [{ ...entry('Ford'), kind: 'firm' as 'company', domains: ['FORD.com'] }]) })
    const { status, lines } = run(good, twice, broken)
    expect(status).toBe(1)
    expect(lines).toEqual([
      'error: twice.json: id "good" is already that of good.json',
      'error: twice.json: entry "Other": the name "Ford Inc." also belongs to "Ford"',
      expect.stringMatching(/^error: broken\.json: entry "Ford": domains number 1 must be a bare domain/),
      expect.stringMatching(/^error: broken\.json: entry "Ford": kind must be one of/),
      expect.stringMatching(/^3 lists, 3 entries: 4 errors, 0 warnings$/),
    ])
  })

  it('takes what is no JSON as a fault', () => {
    writeFileSync(join(FOLDER, 'text.json'), 'hello')
    const { status, lines } = run('text.json')
    expect(status).toBe(1)
    expect(lines[0]).toMatch(/^error: text\.json: is not JSON/)
  })

  it.each([[['none.json'], /^none\.json: ENOENT/], [['--fix'], /^Unknown option '--fix'/]])('refuses %j', (words, message) => {
    const { status, stderr, lines } = run(...words)
    expect({ status, lines }).toEqual({ status: 2, lines: [] })
    expect(stderr).toMatch(message)
  })
})
