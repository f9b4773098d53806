import './node-url.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ListProblem } from '../src/distribution/problem.ts'
import { parseAdjustments, readAdjustments, writeAdjustments } from '../src/distribution/site-adjustments.ts'
import type { Json } from './list-json.ts'

/** The published file by which a site is calmed: what it may hold, and what refuses it. */

const of = (sites: unknown, more: Json = {}): string => JSON.stringify({ format: 1, sites, ...more })
const words = (sponsored: unknown) => ({ x: { labels: { de: { sponsored } } } })

function faultOf(text: string): string {
  try {
    parseAdjustments(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ListProblem)
    expect((error as ListProblem).code).toBe('invalid')
    return (error as ListProblem).detail
  }
  return expect.fail(`was accepted: ${text.slice(0, 80)}`)
}

const FULL = {
  x: { off: true, ignore: ['label', 'ad mark'], below: '0.3.0', labels: { de: { sponsored: ['Werbung'], promotedBy: ['Gesponsert von …'] }, 'zh-Hant': { suggested: ['建議'] } } },
  facebook: {},
}

describe('what is said of sites', () => {
  it('is taken as it is written', () => {
    expect(parseAdjustments(of(FULL))).toEqual(FULL)
    expect(parseAdjustments(of({}, { $schema: './sites.schema.json' }))).toEqual({})
  })

  it('may name sites and signs that only later versions know', () => {
    const sites = { 'another-site': { off: true }, x: { ignore: ['a sign of later days'] } }
    expect(parseAdjustments(of(sites))).toEqual(sites)
  })

  it.each<[string, string]>([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a later format', of({}, { format: 2 })],
    ['a format as text', of({}, { format: '1' })],
    ['no sites', '{"format":1}'],
    ['sites as a list', of([])],
    ['a site as a list', of({ x: [] })],
    ['a site as a switch', of({ x: false })],
    ['another field', of({ x: { selector: 'div' } })],
    ['another field at the top', of({}, { script: 'alert(1)' })],
    ['a switch as text', of({ x: { off: 'true' } })],
    ['a sign that is none', of({ x: { ignore: [7] } })],
    ['signs as text', of({ x: { ignore: 'label' } })],
    ['an empty sign', of({ x: { ignore: [''] } })],
    ['a long sign', of({ x: { ignore: ['s'.repeat(41)] } })],
    ['many signs', of({ x: { ignore: Array.from({ length: 41 }, (_, at) => `sign ${at}`) } })],
    ['a version as a number', of({ x: { below: 1 } })],
    ['a version of words', of({ x: { below: 'next' } })],
    ['a version of five numbers', of({ x: { below: '1.2.3.4.5' } })],
    ['a kind of words that there isn’t', of({ x: { labels: { de: { selectors: ['div'] } } } })],
    ['words as text', of(words('Werbung'))],
    ['a word that is none', of(words([null]))],
    ['an empty word', of(words(['']))],
    ['a long word', of(words(['w'.repeat(101)]))],
    ['many words', of(words(Array.from({ length: 21 }, (_, at) => `Wort ${'abcdefghijklmnopqrstu'[at]}`)))],
    ['languages as a list', of({ x: { labels: [] } })],
    ['a language that is none', of({ x: { labels: { 'de/at': {} } } })],
    ['many languages', of({ x: { labels: Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`de-${at}`, {}])) } })],
    ['many sites', of(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`site-${at}`, {}])))],
    ['a site of another spelling', of({ 'X ': {} })],
    ['more than it may hold', of({}, { $schema: 'x'.repeat(256 * 1024) })],
    ...['\u202e', '\u200b', '\u00ad', '\u2066', '\u0007', '\ufeff', '\u{e0041}'].map((hidden): [string, string] => [`hidden U+${hidden.codePointAt(0)?.toString(16)}`, of(words([`Wer${hidden}bung`]))]),
    ['a sign with a hidden character', of({ x: { ignore: ['la\u202ebel'] } })],
  ])('is refused whole: %s', (_, text) => {
    expect(faultOf(text)).toMatch(/^sites: /)
  })

  it('leaves nothing of keys that objects have anyway', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const text of [`{"format":1,"sites":{"${key}":{"off":true}}}`, `{"format":1,"sites":{"x":{"labels":{"${key}":{"sponsored":["Werbung"]}}}}}`]) {
        let sites: object = {}
        try {
          sites = parseAdjustments(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ListProblem)
        }
        expect(Object.keys(sites)).not.toContain(key)
        expect((sites as Json)['off']).toBeUndefined()
        expect(JSON.stringify(sites)).not.toContain('Werbung')
      }
      for (const text of [`{"format":1,"sites":{},"${key}":{"off":true}}`, `{"format":1,"sites":{"x":{"${key}":{"off":true}}}}`]) faultOf(text)
    }
    expect(({} as Json)['off']).toBeUndefined()
  })

  it('is written a site a line, the same each time, and read again', () => {
    const text = writeAdjustments(parseAdjustments(of(FULL)))
    expect(text.split('\n')).toHaveLength(5)
    expect(parseAdjustments(text)).toEqual(FULL)
    expect(writeAdjustments(parseAdjustments(text))).toBe(text)
    // The order of fields is nobody's doing.
    const { off, ...rest } = FULL.x
    expect(writeAdjustments(parseAdjustments(of({ x: { ...rest, off }, facebook: {} })))).toBe(text)
  })

  it('is read from storage as far as it is that', () => {
    expect(readAdjustments(FULL)).toEqual(FULL)
    for (const stored of [undefined, null, 7, 'x', [], { x: 7 }]) expect(readAdjustments(stored)).toBeNull()
  })
})

describe('what editors are told in sites.schema.json', () => {
  interface Described {
    properties: Record<string, unknown>
  }
  const { $defs: told } = JSON.parse(readFileSync(new URL('../lists/sites.schema.json', import.meta.url), 'utf8')) as { $defs: Record<'adjustment' | 'kinds', Described> }
  it('has the fields of a site and the kinds of words, and no others', () => {
    const values: Json = { off: true, ignore: ['label'], below: '1.0', labels: {} }
    expect(Object.keys(told.adjustment.properties)).toEqual(Object.keys(values))
    for (const [field, value] of Object.entries(values)) expect(parseAdjustments(of({ x: { [field]: value } }))).toEqual({ x: { [field]: value } })
    expect(Object.keys(told.kinds.properties).toSorted()).toEqual(['advertiserLink', 'paidFor', 'partnership', 'promotedBy', 'sponsored', 'suggested', 'time'])
    for (const kind of Object.keys(told.kinds.properties)) expect(parseAdjustments(of({ x: { labels: { de: { [kind]: ['Werbung'] } } } }))['x']?.labels?.['de']).toEqual({ [kind]: ['Werbung'] })
  })

  it('is told by the file of this repository', () => {
    expect(parseAdjustments(readFileSync(new URL('../lists/sites.json', import.meta.url), 'utf8'))).toBeTypeOf('object')
  })
})
