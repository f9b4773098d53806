import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketsOf, sumOf } from '../src/log/buckets.ts'
import { dayChart, lyingBar } from '../src/log/chart.ts'
import { citationOf, filterWords } from '../src/log/citation.ts'
import { JSON_END, jsonRows, jsonStart } from '../src/log/json-file.ts'
import { NO_FILTER } from '../src/shared/log.ts'
import { logRow, NOON } from './log-rows.ts'
import { translate } from './translate.ts'

const text = (key: string, ...substitutions: string[]) => translate(key, substitutions)
const DAY = 24 * 3_600_000
const dayAt = (at: number) => new Date(at * DAY).toISOString().slice(0, 10)
const days = fc.uniqueArray(fc.record({ at: fc.integer({ min: 20_000, max: 20_400 }), joined: fc.nat(50), unlisted: fc.integer({ min: 1, max: 500 }) }), { selector: ({ at }) => at, minLength: 1, maxLength: 80 })
  .map((all) => all.toSorted((a, b) => a.at - b.at).map(({ at, joined, unlisted }) => ({ day: dayAt(at), counts: { joined, unlisted } })))

const span = (last: string) => bucketsOf([{ day: '2026-01-01', counts: { joined: 1 } }, { day: last, counts: { joined: 1 } }])

describe('days of a chart', () => {
  it('have no gaps', () => {
    expect(bucketsOf([])).toEqual([])
    expect(bucketsOf([{ day: '2026-02-27', counts: { joined: 2 } }, { day: '2026-03-01', counts: { joined: 1, unlisted: 3 } }])).toEqual([
      { first: '2026-02-27', last: '2026-02-27', counts: { joined: 2 }, total: 2 },
      { first: '2026-02-28', last: '2026-02-28', counts: {}, total: 0 },
      { first: '2026-03-01', last: '2026-03-01', counts: { joined: 1, unlisted: 3 }, total: 4 },
    ])
  })

  it('are weeks from Monday where there are more than sixty', () => {
    expect(span('2026-03-01')).toHaveLength(60)
    const weeks = span('2026-03-02')
    expect(weeks[0]).toEqual({ first: '2025-12-29', last: '2026-01-04', counts: { joined: 1 }, total: 1 })
    expect(weeks.at(-1)).toMatchObject({ first: '2026-03-02', last: '2026-03-08' })
    for (const { first } of weeks) expect(new Date(first).getUTCDay()).toBe(1)
  })

  it('leave out what lies between where a clock was wrong', () => {
    expect(bucketsOf([{ day: '2026-01-01', counts: { joined: 1 } }, { day: '2226-01-01', counts: { joined: 1 } }])).toHaveLength(2)
    expect(bucketsOf([{ day: 'never', counts: { joined: 1 } }])).toEqual([])
  })

  it('hold every ad once, in order', () => {
    fc.assert(
      fc.property(days, (all) => {
        const buckets = bucketsOf(all)
        expect(sumOf(buckets.map(({ first, counts }) => ({ day: first, counts })))).toEqual(sumOf(all))
        for (const [at, { first, last }] of buckets.entries()) {
          expect(last >= first).toBe(true)
          expect(first > (buckets[at - 1]?.last ?? '')).toBe(true)
        }
      }),
    )
  })
})

describe('a chart', () => {
  it('keeps bars inside and apart, stacked without gaps, as high as their count', () => {
    fc.assert(
      fc.property(days, (all) => {
        const buckets = bucketsOf(all)
        const { bars, ticks, marks } = dayChart(buckets)
        const top = ticks.at(-1)?.value ?? 0
        expect(top).toBeGreaterThanOrEqual(Math.max(...buckets.map(({ total }) => total)))
        expect(ticks.length).toBeLessThanOrEqual(6)
        for (const { value } of ticks) expect(Number.isInteger(value)).toBe(true)
        expect(ticks[0]).toEqual({ value: 0, y: 100 })
        for (const [at, { bucket, x, width, segments }] of bars.entries()) {
          expect(x).toBeGreaterThanOrEqual((bars[at - 1]?.x ?? 0) + (bars[at - 1]?.width ?? 0))
          expect(x + width).toBeLessThanOrEqual(100.001)
          let y = 100
          for (const segment of segments) {
            expect(segment.at + segment.size).toBeCloseTo(y)
            y = segment.at
            expect(segment.size).toBeCloseTo(((bucket.counts[segment.status] ?? 0) * 100) / top)
          }
          expect(y).toBeGreaterThanOrEqual(-0.001)
        }
        expect(marks[0]?.bucket).toBe(buckets[0])
        expect(marks.at(-1)?.bucket).toBe(buckets.at(-1))
      }),
    )
  })

  it.each([[1, [0, 1]], [3, [0, 1, 2, 3]], [5, [0, 2, 4, 6]], [26, [0, 10, 20, 30]], [1_340, [0, 500, 1_000, 1_500]]])('of %d has lines at whole numbers', (count, values) => {
    expect(dayChart(bucketsOf([{ day: '2026-01-01', counts: { joined: count } }])).ticks.map(({ value }) => value)).toEqual(values)
  })

  it('lies with the first status at its start', () => {
    expect(lyingBar({ unlisted: 1, joined: 3 }, 8)).toEqual([{ status: 'joined', at: 0, size: 37.5 }, { status: 'unlisted', at: 37.5, size: 12.5 }])
  })
})

const LISTS = [{ id: 'small', name: 'Small', updated: '2026-01-01', version: null }, { id: 'list-1/other', name: 'Other', updated: '2026-02-01', version: 3 }]

const cite = (count: number, filter = NO_FILTER, lists = LISTS) => citationOf({ count, days: count === 0 ? null : ['2026-09-01', '2026-09-21'] }, lists, filter, { text, version: '0.1.0' })

describe('a citation', () => {
  it('names version, method, lists, days and rows', () => {
    for (const part of ['0.1.0', 'adpledge-log/1', 'Small', '2026-01-01', 'Other', 'version 3', '2026-09-01', '2026-09-21', '1234']) expect(cite(1_234)).toContain(part)
    expect(cite(1, NO_FILTER, [])).not.toContain('Small')
  })

  it('says which rows were taken', () => {
    expect(cite(1)).not.toContain('=')
    expect(cite(1, { text: ' a "b" ', status: 'joined', site: 'x', from: '2026-09-01', until: null })).toContain(String.raw`text="a \"b\"", status=joined, site=x, from=2026-09-01`)
    expect(filterWords(NO_FILTER)).toBe('')
  })

  it('claims nothing without rows', () => {
    expect(cite(0)).not.toMatch(/\d/)
  })
})

describe('JSON', () => {
  it('is read back, in however many pieces it was written', () => {
    const rows = Array.from({ length: 5 }, (_, at) => logRow({ id: -at, time: NOON - at, advertiser: `A"${at}\n` }))
    const head = { exported: '2026-09-21T12:00:00.000Z', version: '0.1.0', filter: { ...NO_FILTER, text: 'a' }, lists: LISTS, method: ['So.', 'And so.'], citation: 'Cite “it”.' }
    const whole = (pieces: (typeof rows)[]) => JSON.parse(jsonStart(head) + pieces.map((piece, at) => jsonRows(piece, at === 0)).join('') + JSON_END) as unknown
    const expected = { format: 'adpledge-log/1', exported: head.exported, extension: { version: '0.1.0' }, filter: head.filter, lists: LISTS, method: head.method, citation: head.citation, rows: rows.map((row) => ({ ...row, id: undefined })) }
    expect(whole([rows])).toEqual(expected)
    expect(whole([rows.slice(0, 2), rows.slice(2)])).toEqual(expected)
    expect(whole([])).toEqual({ ...expected, rows: [] })
  })
})
