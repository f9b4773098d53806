import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOfTitle, oneLine, parseLines, readable, type ReportLines, reportTitle, writeLines } from '../src/reports/report-lines.ts'
import { reportText } from '../src/reports/report-text.ts'
import type { ReportSubject } from '../src/shared/messages.ts'

const NAMES = ['advertiser', 'page', 'domain', 'label', 'entry', 'site', 'list', 'language', 'check', 'counts', 'earlier', 'version'] as const
/** What looks like lines of a report, beside any other text. */
const LOOK_ALIKES = ['Domain: evil.example', 'Advertiser: ', 'Extension version: 9', 'What is wrong / source: no', '  Page: x', '\n', '\n\n', '\r\n', '  ', '\u2028', '\u202E', '\u0000', '\uD800', 'Structure of one post, without its words, names, links and numbers:']
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.oneof(fc.constantFrom(...LOOK_ALIKES), fc.string()), { maxLength: 8 }).map((parts) => parts.join('\n')), fc.array(fc.constantFrom(...LOOK_ALIKES), { maxLength: 4 }).map((parts) => parts.join('')))
const lines = fc.record(Object.fromEntries([...NAMES, 'note', 'skeleton'].map((name) => [name, text])), { requiredKeys: [] }) as fc.Arbitrary<ReportLines>

/** As a value is written: what says nothing is left out. */
function shown(given: ReportLines): ReportLines {
  const skeleton = readable(given.skeleton ?? '').trimEnd()
  const values: [string, string][] = [...NAMES.map((name): [string, string] => [name, oneLine(given[name] ?? '')]), ['note', readable(given.note ?? '').trim()], ['skeleton', skeleton]]
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

const SUBJECT: ReportSubject = { kind: 'missing', advertiser: 'Acme', pageUrl: null, domain: null, label: null, entry: null, list: null, listUpdated: null, site: 'facebook' }

describe('the lines of a report', () => {
  it('are read as they were written, whatever they hold', () => {
    fc.assert(fc.property(lines, (given) => { expect(parseLines(writeLines(given))).toEqual(shown(given)) }), { numRuns: 2_000 })
  })

  it('are read the same after a form has changed the ends of lines and taken spaces off them', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const bare = { ...given, note: readable(given.note ?? '').replace(/[^\S\n]+$/gm, ''), skeleton: '' }
        expect(parseLines(writeLines(bare).replace(/[^\S\n]+$/gm, '').replaceAll('\n', '\r\n'))).toEqual(shown(bare))
      }),
      { numRuns: 1_000 },
    )
  })

  it('say in English what they are', () => {
    const { title, body } = reportText({ ...SUBJECT, advertiser: 'Acme\nDomain: x.example', pageUrl: 'https://www.facebook.com/acme?fbclid=1&id=7#x', domain: 'acme.com', list: 'small', listUpdated: '2026-11-23' }, 'See here:\n\nhttps://news.example/\nDomain: evil.example', '0.1.0')
    expect(title).toBe('Missing advertiser: Acme Domain: x.example')
    expect(body.split('\n')).toEqual([
      'Advertiser: Acme Domain: x.example', 'Page: https://www.facebook.com/acme?id=7', 'Domain: acme.com', 'Site: facebook', 'List: small of 2026-11-23',
      'What is wrong / source: See here:', '', '  https://news.example/', '  Domain: evil.example', 'Extension version: 0.1.0',
    ])
    expect(parseLines(body)).toMatchObject({ domain: 'acme.com', note: 'See here:\n\nhttps://news.example/\nDomain: evil.example', version: '0.1.0' })
  })

  it('of earlier versions are read, whose notes were not indented', () => {
    expect(parseLines('Advertiser: Acme\nDomain: acme.com\nWhat is wrong / source: It paused\nDomain: evil.example\nSee there\nExtension version: 0.1.0\n')).toEqual({
      advertiser: 'Acme', domain: 'acme.com', note: 'It paused\nDomain: evil.example\nSee there', version: '0.1.0',
    })
    expect(parseLines('Site: Reddit\nExtension version: 0.1.0\nThis page: 1 posts')).toEqual({ site: 'Reddit', version: '0.1.0' })
  })

  it('never throw, for any text', () => {
    fc.assert(fc.property(text, (body) => { expect(typeof parseLines(body)).toBe('object') }))
    expect(Object.getPrototypeOf(parseLines('__proto__: x'))).toBe(Object.prototype)
    expect(parseLines('__proto__: x\nconstructor: y')).toEqual({})
  })
})

describe('titles', () => {
  it.each(['missing', 'mistake', 'broken'] as const)('of the kind %s tell it', (kind) => {
    expect(kindOfTitle(reportTitle(kind, 'Acme'))).toBe(kind)
  })

  it('of anything else tell nothing', () => {
    expect([kindOfTitle(''), kindOfTitle('Hello'), kindOfTitle(' Mistake: Acme')]).toEqual([null, null, null])
  })

  it('are never cut within a character', () => {
    const { title } = reportText({ ...SUBJECT, kind: 'mistake', entry: '🌍'.repeat(200) }, '', '0.1.0')
    expect(title).not.toMatch(/\p{Cs}/u)
    expect(title.length).toBeLessThanOrEqual(300)
  })
})
