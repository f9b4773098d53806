import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AdvertiserClues, Lookup } from '../src/list/types.ts'
import { entry, inReal, listOf, lookAlike, namesOf, NOTHING, open, real, realLookup } from './lists.ts'

/** What pages may say of an advertiser to break the look-up, or to be taken for another. */

const small = open(
  listOf(
    'small',
    [entry('Ford Motor Company', { aliases: ['Ford'], domains: ['ford.com'], handles: { facebook: ['ford'] }, match_risk: 'high' }), entry('Unilever', { domains: ['unilever.com'] })],
    [lookAlike('Ford Foundation', 'Ford Motor Company', 'fordfoundation.org')],
  ),
)

const MEGABYTE = 1_000_000
const HOSTILE = [
  '', ' ', '\n', '\t0', 'n', 'n\t0', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'undefined', 'null', 'NaN', '0', '-1',
  '🎉', '👨‍👩‍👧‍👦', '\uD800', '\uDC00', '\uDFFF\uD800', '\u0000', '\u200D', '\u202Egnp', '%00', '../../etc', '<img src=x onerror=alert(1)>', '${name}', '.*', '[', '(?:', 'the', 'and', 'and and', 'Canada',
  'Inc.', 'S.A.', 'in the', '&102;ord', '&', '&&&', '日本',
  'a'.repeat(MEGABYTE), ' '.repeat(MEGABYTE), '\u0301'.repeat(MEGABYTE), '.'.repeat(MEGABYTE), 'a.'.repeat(MEGABYTE / 2), `ford${'.'.repeat(MEGABYTE)}evil`,
  `Ford${' '.repeat(MEGABYTE)}Zoo`, `Ford ${'Canada '.repeat(MEGABYTE / 8)}`, `https://${'a.'.repeat(MEGABYTE / 2)}example/`, `https://l.facebook.com/l.php?u=${'https://l.facebook.com/l.php?u='.repeat(MEGABYTE / 40)}`,
]

/** Any text, often with parts that mean something to a look-up. */
const anyClue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .array(
      fc.constantFrom(
        ...real.entries.slice(0, 60).flatMap(namesOf), ...['Ford', 'ford', 'Canada', 'UK', 'and', 'in', 'Jobs', 'Official', '日本', 'GmbH', 'S.A.', 'the', 'Foundation'],
        ...['https://', 'http://', 'ford.com', 'www.', '.de', '.com', '/', '?u=', '@', ':', '.', '-', '#', '%', '\\', 'l.facebook.com/l.php?u=', 'facebook.com'],
        ...[' ', '\t', '\n', '\u0000', '\uD800', '\uDC00', '&', '&26085;', '__proto__', '\u200D', '\u0301', '\uFF0E', 'о'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
/** As real ads have them, so that some match. */
const likelyClues = fc.record<AdvertiserClues>({
  name: fc.option(fc.constantFrom('Ford', 'Ford Canada', 'Unilever', 'Unilever Deutschland GmbH', 'Ford Foundation', 'UNILEVER™ Jobs')),
  page: fc.option(fc.constantFrom('ford', 'Unilever', 'unilevercanada', 'FordFoundation')),
  domain: fc.option(fc.constantFrom('ford.com', 'unilever.com', 'evil.example')),
  landing: fc.option(fc.constantFrom('https://www.ford.com/x', 'https://www.unilever.de/', 'https://l.facebook.com/l.php?u=https://ford.com/', 'https://evil.example/', 'nowhere')),
})
const anyClues = fc.oneof(
  { weight: 3, arbitrary: fc.record<AdvertiserClues>({ name: fc.option(anyClue), page: fc.option(anyClue), domain: fc.option(anyClue), landing: fc.option(anyClue) }) },
  { weight: 1, arbitrary: likelyClues },
)

describe.each<[string, Lookup]>([['small', small], ['real', realLookup]])('hostile clues on the %s list', (_name, lookup) => {
  it('that are all null find nothing', () => {
    expect(lookup.find(NOTHING)).toEqual([])
  })

  it('never throw and never match, in whichever clue they stand', () => {
    const matched = HOSTILE.flatMap((value) =>
      [{ name: value }, { page: value }, { domain: value }, { landing: value }, { name: value, page: value, domain: value, landing: value }]
        .filter((clues) => lookup.find({ ...NOTHING, ...clues }).length > 0)
        .map((clues) => `${Object.keys(clues).join('+')} ${JSON.stringify(value.slice(0, 40))}`),
    )
    expect(matched).toEqual([])
  })

  it('never throw, and find the same again and at most one entry, for any strings', () => {
    let matches = 0
    fc.assert(
      fc.property(anyClues, (clues) => {
        const before = JSON.stringify(clues)
        const first = lookup.find(clues)
        expect(first.length).toBeLessThanOrEqual(1)
        matches += first.length
        expect(JSON.stringify(clues)).toBe(before)
        lookup.find({ ...NOTHING, name: 'Ford Canada', landing: 'https://ford.com/' })
        expect(lookup.find({ ...clues })).toEqual(first)
        for (const { list, entry: place, level, evidence } of first) {
          expect(place).toBeLessThan(list.size)
          expect(['certain', 'likely']).toContain(level)
          // Something speaks for it, besides what agrees or doesn't.
          expect(evidence.some(([kind]) => kind < 5)).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
    // Else it would say nothing of matches.
    expect(matches).toBeGreaterThan(100)
  })

  it('never match by an address of which only the beginning was read', () => {
    const lengths = Array.from({ length: 200 }, (_, at) => 7_850 + at)
    const addresses = lengths.map((length) => `https://${'x'.repeat(length)}.ford.com@evil.example/`)
    expect(addresses.filter((landing) => lookup.find({ ...NOTHING, name: 'Offers', landing }).length > 0)).toEqual([])
  })
})

describe('letters that only look like others', () => {
  const LOOK_ALIKES: Record<string, string[]> = { a: ['\u0430', '\u0251'], c: ['\u0441', '\u03F2'], e: ['\u0435'], i: ['\u0456'], o: ['\u043E', '\u03BF', '0'], p: ['\u0440', '\u03C1'], s: ['\u0455', '5'], x: ['\u0445'], y: ['\u0443'], l: ['1', 'I\u200DI'], m: ['rn'] }

  it('never make a name somebody’s, alone or with a tail', () => {
    const names = real.entries.map(({ name }) => name)
    const known = new Set(real.entries.flatMap(namesOf).map((name) => name.toLowerCase()))
    const spoilt = names.flatMap((name) => Array.from(name.toLowerCase()).flatMap((letter, at) => (LOOK_ALIKES[letter] ?? []).map((other) => name.slice(0, at) + other + name.slice(at + 1))))
    expect(spoilt.length).toBeGreaterThan(2_000)
    const matched = spoilt.filter((name) => !known.has(name.toLowerCase())).flatMap((name) => [name, `${name} Canada`]).filter((name) => inReal.found({ name }).length > 0)
    expect(matched).toEqual([])
  })
})
