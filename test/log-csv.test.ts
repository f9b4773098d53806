import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CSV_COLUMNS, csvHeader, csvLines } from '../src/log/csv.ts'
import { LOG_METHOD, type LogRow } from '../src/shared/log.ts'
import { LABEL_STATUSES } from '../src/shared/settings.ts'
import { logRow, NOON } from './log-rows.ts'

/** RFC 4180, read strictly. */
function parse(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  for (let at = 0; at < text.length; ) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (at >= text.length) throw new Error('a quote is never closed')
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) {
        if (text[at] === '"' || text[at] === '\n') throw new Error('stands unquoted')
        cell += text[at]
      }
    }
    line.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      lines.push(line)
      line = []
      at += 2
    } else throw new Error(`no cell ends at ${at}`)
  }
  return lines
}

/** Takes away what keeps a spreadsheet from running a cell, as docs/ad-log.md has it. */
const undefused = (cell: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell)

const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(fc.constantFrom("'", '"', '=', '+', '-', '@', '\t', '\r', '\n', ',', '＝', 'a', ' ', 'é', '\u{1F600}'), { maxLength: 8 }).map((parts) => parts.join('')))
const maybe = fc.option(cell)
const row: fc.Arbitrary<LogRow> = fc.record({
  id: fc.integer(), time: fc.nat(8e12), day: fc.constant('2026-09-21'), site: fc.constantFrom('facebook', 'x'), advertiser: cell, page: maybe, domain: maybe, status: fc.constantFrom(...LABEL_STATUSES), label: cell, entry: maybe,
  entryName: maybe, list: maybe, listUpdated: maybe, level: fc.constantFrom(null, 'certain' as const, 'likely' as const), evidence: cell, extension: fc.constant('0.1.0'),
})
const cellsOf = (one: LogRow) => [
  new Date(one.time).toISOString(), one.day, one.site, one.advertiser, one.page, one.domain, one.status, one.label, one.entry, one.entryName, one.list, one.listUpdated, one.level, one.evidence, one.extension, LOG_METHOD,
].map((value) => value ?? '')

describe('CSV', () => {
  it('has a header row and a line a row', () => {
    expect(csvHeader()).toBe(`${CSV_COLUMNS.join(',')}\r\n`)
    expect(csvLines([logRow({ time: NOON, advertiser: 'Acme, "the" one' })])).toBe(
      '2026-09-21T12:00:00.000Z,2026-09-21,facebook,"Acme, ""the"" one",acme,acme.com,joined,Joined,acme,Acme Inc.,small,2026-01-01,certain,name Acme,0.1.0,adpledge-log/1\r\n',
    )
  })

  it('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const [head, ...lines] = parse(csvHeader() + csvLines(rows))
        expect(head).toEqual(CSV_COLUMNS)
        expect(lines.map((line) => line.map(undefused))).toEqual(rows.map(cellsOf))
      }),
      { numRuns: 500 },
    )
  })

  it('holds nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(row, (one) => {
        for (const cell of parse(csvLines([one])).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
    )
    expect(csvLines([logRow({ advertiser: '=HYPERLINK("http://evil.example")' })])).toContain(`,"'=HYPERLINK(""http://evil.example"")",`)
  })
})
