import './node-url.ts'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, summaryMarkdown, summaryText } from '../scripts/triage/summary.ts'
import { readReports, type Report } from '../scripts/triage/read-reports.ts'
import { triage } from '../scripts/triage/triage.ts'
import { isPublicSuffix } from '../src/distribution/public-suffix.ts'
import { checkList } from '../src/list/check.ts'
import { type ListFile, parseList } from '../src/list/schema.ts'
import { writeLines, reportTitle, type ReportLines } from '../src/reports/report-lines.ts'
import { entry, listOf, open, packedWords, real, words } from './lists.ts'

const ON_RECORD = { lists: [real], lookup: open(real), words }
let count = 0

function sent(kind: Report['kind'], lines: ReportLines, change: Record<string, unknown> = {}) {
  return { id: `id-${++count}`, kind, title: reportTitle(kind, lines.entry ?? lines.advertiser ?? lines.site ?? 'x'), body: writeLines({ ...lines, version: '0.2.0' }), received: '2026-11-20T10:00:00.000Z', ...change }
}
const order = (...items: unknown[]) => triage(readReports(JSON.stringify(items)).reports, ON_RECORD)
/** The real list with drafts in it, as a keeper would paste them. */
const withDrafts = (drafts: ListFile['entries']) => JSON.stringify({ ...real, entries: [...real.entries, ...drafts] })

describe('readReports', () => {
  const one = sent('missing', { advertiser: 'Lantern Bikes' })
  const text = `${one.title}\n\n${one.body}\n`

  it.each<[string, string]>([
    ['an object a line', `${JSON.stringify(one)}\n\n${JSON.stringify({ ...one, id: 'two' })}\n`], ['an array', JSON.stringify([one, { ...one, id: 'two' }])], ['the extension’s export', JSON.stringify({ adpledge: 1, reports: [{ ...one, opened: null, sending: null }, { ...one, id: 'two' }] })],
  ])('takes %s', (_what, content) => {
    const { reports, faults } = readReports(content)
    expect(faults).toEqual([])
    expect(reports.map(({ kind, lines, day }) => [kind, lines.advertiser, day])).toEqual([['missing', 'Lantern Bikes', '2026-11-20'], ['missing', 'Lantern Bikes', '2026-11-20']])
  })

  it('takes a saved report, whatever its ends of lines', () => {
    for (const content of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) expect(readReports(content)).toMatchObject({ reports: [{ kind: 'missing', id: null, day: null, lines: { advertiser: 'Lantern Bikes', version: '0.2.0' } }], faults: [] })
  })

  it('names what is no report, and reads the rest', () => {
    const lines = [JSON.stringify(one), '{"kind":"missing"', '[]', 'null', JSON.stringify({ ...one, kind: 'praise' }), JSON.stringify({ ...one, body: 'x'.repeat(60_000) }), `{"__proto__":${JSON.stringify(one)}}`]
    const { reports, faults } = readReports(lines.join('\n'))
    expect(reports).toHaveLength(1)
    expect(faults).toEqual([2, 3, 4, 5, 6, 7].map((at) => `line ${at} is no report`))
    expect(readReports('hello\nworld').faults).toHaveLength(1)
    expect(readReports('')).toEqual({ reports: [], faults: [] })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (content) => { expect(readReports(content).reports).toBeInstanceOf(Array) }))
  })
})

describe('triage', () => {
  it('counts a report once, and those about one advertiser together', () => {
    const again = sent('missing', { advertiser: 'Lantern Bikes', domain: 'lantern.example' })
    const { counts, missing, drafts } = order(
      again, again, sent('missing', { advertiser: 'LANTERN BIKES, Inc.', note: 'See https://news.example/a.' }, { received: '2026-11-25T10:00:00.000Z' }),
      sent('missing', { advertiser: 'Lanternbikes shop', domain: 'www.lantern.example', page: 'https://www.facebook.com/lanternbikes' }), sent('missing', { advertiser: 'LB', page: 'https://m.facebook.com/lanternbikes/' }), sent('missing', { advertiser: 'Quill Pens' }),
    )
    expect(counts).toEqual({ reports: 5, again: 1 })
    expect(missing.map(({ reports, days }) => [reports, days?.first, days?.last])).toEqual([[4, '2026-11-20', '2026-11-25'], [1, '2026-11-20', '2026-11-20']])
    expect(drafts[0]).toMatchObject({
      domains: ['lantern.example'], handles: { facebook: ['lanternbikes'] }, badge_ok: false, confidence: 'low', status: 'reported-quietly-paused', statement: null, sources: [],
      note: expect.stringMatching(/^Draft from 4 reports, first on 2026-11-20, last on 2026-11-25\. .*not checked: https:\/\/news\.example\/a$/),
    })
  })

  it('does not take a platform for an advertiser’s domain', () => {
    const { drafts } = order(sent('missing', { advertiser: 'Quill Pens', domain: 'facebook.com' }), sent('missing', { advertiser: 'Lantern Bikes', domain: 'facebook.com' }))
    expect(drafts.map(({ name, domains }) => [name, domains])).toEqual([['Quill Pens', []], ['Lantern Bikes', []]])
  })

  it('says which entry has it already', () => {
    const { missing, drafts } = order(sent('missing', { advertiser: 'Unilever', domain: 'unilever.com' }), sent('missing', { advertiser: 'Ford', domain: 'ford-flowers.example' }))
    expect(missing.map(({ outcome }) => outcome)).toEqual([`on record (certain): Unilever, ${real.id}`, expect.stringMatching(/Ford/)])
    expect(drafts).toEqual([])
  })

  it('sums up mistakes by entry and broken sites by site', () => {
    const { mistakes, broken } = order(sent('mistake', { entry: 'Unilever', note: 'It came back' }), sent('mistake', { entry: 'Unilever', note: 'Wrong day' }), sent('broken', { site: 'Reddit', check: 'no-header' }))
    expect(mistakes).toMatchObject([{ name: 'Unilever', reports: 2, notes: ['It came back', 'Wrong day'] }])
    expect(broken).toMatchObject([{ name: 'Reddit', reports: 1, facts: { checks: ['no-header'], versions: ['0.2.0'] } }])
  })

  it('makes drafts that a list takes, and that lack nothing but a source', () => {
    const { drafts } = order(sent('missing', { advertiser: 'Lantern Bikes', domain: 'lantern-bikes.com', page: 'https://www.facebook.com/lanternbikes' }), sent('missing', { advertiser: 'Quill Pens' }), sent('missing', { advertiser: '株式会社ランタン' }), sent('missing', { advertiser: '***' }))
    expect(drafts.map(({ id }) => id)).toEqual(['lantern-bikes', 'quill-pens', 'reported'])
    const list = parseList('real', withDrafts(drafts))
    const warnings = checkList(list, packedWords, isPublicSuffix)
    const others = new Set(checkList(real, packedWords, isPublicSuffix))
    expect(warnings.filter((warning) => !others.has(warning)).map((warning) => warning.replace(/^entry ".*": /, ''))).toEqual(['has no source', 'has no source', 'has no source'])
    // Without a source and a sentence it can't be labelled.
    expect(() => parseList('real', withDrafts(drafts.map((draft) => ({ ...draft, badge_ok: true }))))).toThrow('badge_ok is true')
  })

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('__proto__', 'constructor', 'javascript:alert(1)', '[x](javascript:alert(1))', '<img src=x onerror=alert(1)>', '`` | # @everyone', '\u202Eevil\u0007', 'x'.repeat(20_000), 'https://user:pass@evil.example/', 'co.uk', 'ab@c.d', 'Unilever', '\uD800', '\u2800\u3164'),
  )
  it('makes no draft that a list doesn’t take, whatever is reported', { timeout: 60_000 }, () => {
    const small = listOf('small', [entry('Unilever', { sources: Object.keys(real.sources).slice(0, 1) })])
    const around = { lists: [small], lookup: open(small), words }
    const reported = fc.record({ kind: fc.constantFrom('missing', 'mistake', 'broken'), id: hostile, title: hostile, body: fc.record({ advertiser: hostile, page: hostile, domain: hostile, note: hostile, entry: hostile, site: hostile }).map(writeLines), received: hostile })
    fc.assert(
      fc.property(fc.array(reported, { maxLength: 6 }), (items) => {
        const result = triage(readReports(JSON.stringify(items)).reports, around)
        if (result.drafts.length > 0) expect(() => checkList(parseList('small', JSON.stringify({ ...small, entries: [...small.entries, ...result.drafts] })), packedWords, isPublicSuffix)).not.toThrow()
        expect(result.drafts.filter(({ badge_ok }) => badge_ok)).toEqual([])
        const addresses = result.drafts.flatMap(({ handles, domains, note }) => [...(handles.facebook ?? []), ...domains, note?.split('not checked: ')[1] ?? ''])
        expect(addresses.filter((address) => /javascript:|pass@|[<>()[\]`|]/.test(address))).toEqual([])
        expect(summaryText(result)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(summaryMarkdown(result)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
      { numRuns: 300 },
    )
  })

  it('takes 20,000 reports about one advertiser', () => {
    const reports = readReports(Array.from({ length: 20_000 }, (_, at) => JSON.stringify(sent('missing', { advertiser: 'Lantern Bikes', note: `Report ${at}` }))).join('\n')).reports
    const started = performance.now()
    expect(triage(reports, ON_RECORD).drafts).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('summary.md', () => {
  it.each([['plain', '` plain `'], ['a `b` c', '`` a `b` c ``'], ['```', '```` ``` ````'], ['a|b\nc', '` a¦b c `'], ['', ''], ['\u202Ex\u0000', '` \\u{202e}x\\u{0} `']])('shows %j as code', (text, shown) => {
    expect(code(text)).toBe(shown)
  })

  it('lets nothing that was reported do more than stand there', () => {
    const evil = '[x](javascript:alert(1)) <script>alert(1)</script> @everyone | ` **b** https://evil.example/'
    const text = summaryMarkdown(order(sent('missing', { advertiser: evil, note: evil }), sent('mistake', { entry: evil, note: `${evil}\n# Heading` }), sent('broken', { site: evil, note: evil })))
    const outside = text.replace(/(`+) .*? \1(?!`)/g, '')
    expect(outside).not.toMatch(/script|@everyone|evil|\*\*|Heading/)
    expect(text).not.toMatch(/^\s*# H/m)
  })
})

describe('list:triage', { timeout: 60_000 }, () => {
  const FOLDER = mkdtempSync(join(tmpdir(), 'adpledge-triage-'))
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/list-triage.ts', ...args], { cwd: fileURLToPath(new URL('../', import.meta.url)), encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: FOLDER } })
    return { status, stdout, stderr }
  }

  it('prints a summary and drafts, or writes them', () => {
    const one = sent('missing', { advertiser: 'Lantern Bikes' })
    writeFileSync(join(FOLDER, 'a.jsonl'), `${JSON.stringify(one)}\n${JSON.stringify(one)}\n`)
    writeFileSync(join(FOLDER, 'b.txt'), 'Mistake: Unilever\n\nEntry: Unilever\n')
    const printed = run('a.jsonl', 'b.txt')
    expect([printed.status, printed.stderr]).toEqual([0, ''])
    expect(printed.stdout).toMatch(/2 reports, 1 more[\s\S]*Lantern Bikes[\s\S]*draft lantern-bikes[\s\S]*Unilever[\s\S]*"badge_ok": false/)
    expect(run('a.jsonl', '--out', 'out').stdout).toContain('1 drafts')
    expect(JSON.parse(readFileSync(join(FOLDER, 'out', 'drafts.json'), 'utf8'))).toMatchObject([{ name: 'Lantern Bikes' }])
    expect(existsSync(join(FOLDER, 'out', 'summary.md'))).toBe(true)
  })

  it('says what it can’t read', () => {
    writeFileSync(join(FOLDER, 'bad.jsonl'), '{}\n')
    expect(run('bad.jsonl')).toMatchObject({ status: 1, stderr: 'bad.jsonl: report 1 is no report\n' })
    expect(run('none.jsonl')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('ENOENT') })
    expect(run()).toMatchObject({ status: 2, stdout: '' })
    expect(run('--fast')).toMatchObject({ status: 2, stdout: '' })
  })
})
