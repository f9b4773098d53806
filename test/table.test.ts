import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTable } from '../src/list/build-table.ts'
import { openTable, type PackedTable } from '../src/list/table.ts'
import { packedWords } from './lists.ts'

/** Any text, often short, of letters that a table writes otherwise, or that look like what it writes. */
const anyKey = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.array(fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r', '&', ';', '&9;', '&26085;', '日', '\uD800', '\uDC00', '\u0000', '~', '\u007F', '\u00A0', '__proto__', '0'), { maxLength: 6 }).map((parts) => parts.join('')),
)
const anyValue = fc.string({ unit: fc.constantFrom(...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))), minLength: 1, maxLength: 20 })
const anyPairs = fc.uniqueArray(fc.tuple(anyKey, anyValue), { selector: ([key]) => key, maxLength: 60 })

const spaceless = (key: string) => key.replaceAll(' ', '')

describe('a table', () => {
  it('gives back every pair that it was built of', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const table = openTable(buildTable(pairs))
        for (const [key, value] of pairs) expect(table.get(key), JSON.stringify(key)).toEqual({ value, spaces: 0 })
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives nothing for a key that it doesn’t have, and that differs in more than spaces', () => {
    fc.assert(
      fc.property(anyPairs, fc.array(anyKey, { maxLength: 30 }), (pairs, others) => {
        const table = openTable(buildTable(pairs))
        const known = new Set(pairs.map(([key]) => spaceless(key)))
        const near = pairs.flatMap(([key]) => [key.slice(1), key.slice(0, -1), `${key}x`, `x${key}`, key.toUpperCase(), `${key}\t`, `${key}\n`])
        for (const other of [...others, ...near]) if (!known.has(spaceless(other))) expect(table.get(other), JSON.stringify(other)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  it('tells letters of other scripts from the way in which it writes them', () => {
    const table = openTable(buildTable([['日', 'sun']]))
    expect(table.get('日')).toEqual({ value: 'sun', spaces: 0 })
    expect(table.get('&26085;')).toBeUndefined()
    const both = openTable(buildTable([['日', 'sun'], ['&26085;', 'text']]))
    expect([both.get('日')?.value, both.get('&26085;')?.value]).toEqual(['sun', 'text'])
  })

  it('gives the value of a key that differs in spaces alone, and says by how many', () => {
    const table = openTable(buildTable([['best buy', '1'], ['upwork', '2'], ['a b c', '3'], ['日 本', '4']]))
    expect(table.get('bestbuy')).toEqual({ value: '1', spaces: 1 })
    expect(table.get('b est  buy')).toEqual({ value: '1', spaces: -2 })
    expect(table.get('up work')).toEqual({ value: '2', spaces: -1 })
    expect(table.get('abc')).toEqual({ value: '3', spaces: 2 })
    expect(table.get('ab c')).toEqual({ value: '3', spaces: 1 })
    expect(table.get('a bc')).toEqual({ value: '3', spaces: 1 })
    expect(table.get('日本')).toEqual({ value: '4', spaces: 1 })
  })

  it('gives the very key before one that differs in spaces, and of several such the last value', () => {
    const pairs = [['a bc', '1'], ['ab c', '2'], ['abc', '3']] as const
    const table = openTable(buildTable(pairs))
    for (const [key, value] of pairs) expect(table.get(key)).toEqual({ value, spaces: 0 })
    expect(table.get('a b c')).toEqual({ value: '3', spaces: -2 })
    for (const order of [['9', 'x'], ['x', '9']]) expect(openTable(buildTable([['a bc', order[0] ?? ''], ['ab c', order[1] ?? '']])).get('abc')?.value).toBe('x')
  })

  it('differs in spaces only from what it has, for any pairs', () => {
    fc.assert(
      fc.property(anyPairs, fc.nat(), (pairs, at) => {
        const table = openTable(buildTable(pairs))
        for (const [key] of pairs) {
          const spread = `${key.slice(0, at % (key.length + 1))} ${key.slice(at % (key.length + 1))}`
          const hit = table.get(spread)
          // Which of those that differ in spaces it is, the test above tells.
          const candidates = pairs.filter(([other]) => spaceless(other) === spaceless(key)).map(([, value]) => value)
          expect(candidates).toContain(hit?.value)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same in whatever order it is built', () => {
    fc.assert(
      fc.property(anyPairs.chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }))), ([pairs, shuffled]) => {
        expect(buildTable(shuffled)).toEqual(buildTable(pairs))
      }),
      { numRuns: 300 },
    )
  })

  it('is plain ASCII, so that engines keep a byte a character', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        expect(buildTable(pairs).text).toMatch(/^[ -~\t\n]*$/)
      }),
      { numRuns: 200 },
    )
  })

  it('may be empty', () => {
    const table = openTable(buildTable([]))
    for (const key of ['', ' ', 'a', '\n', '0']) expect(table.get(key)).toBeUndefined()
  })

  it('finds each of 50,000 keys, and none besides', () => {
    const pairs = Array.from({ length: 50_000 }, (_, at) => [`n${at.toString(36)} ${(at * 7919).toString(36)}${at % 7 === 0 ? 'é' : ''}`, String(at)] as const)
    const table = openTable(buildTable(pairs))
    expect(pairs.filter(([key, value]) => table.get(key)?.value !== value || table.get(key)?.spaces !== 0)).toEqual([])
    expect(pairs.filter(([key]) => table.get(`${key}x`) ?? table.get(key.slice(0, -1)) ?? table.get(`m${key.slice(1)}`))).toEqual([])
  })

  it('goes through JSON unharmed', () => {
    const packed = buildTable([['日本\uD800', 'a'], ['b\t', '"\\']])
    expect(JSON.parse(JSON.stringify(packed))).toEqual(packed)
  })
})

describe('buildTable refuses', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['a key that comes twice', [['a', '1'], ['b', '2'], ['a', '1']]],
    ['an empty value', [['a', '']]],
    ['a value with a line feed', [['a', '1\n2']]],
    ['a value with a tab', [['a', '1\t2']]],
    ['a value that is not ASCII', [['a', 'é']]],
  ])('%s', (_what, pairs) => {
    expect(() => buildTable(pairs)).toThrow(/table: /)
  })

  it('naming the key', () => {
    expect(() => buildTable([['acme', '1'], ['acme', '2']])).toThrow('twice in a table: "acme"')
    expect(() => buildTable([['acme', '']])).toThrow('"acme"')
  })
})

function opens(packed: PackedTable): boolean {
  try {
    openTable(packed)
    return true
  } catch {
    return false
  }
}

describe('openTable throws', () => {
  const packed = buildTable([['nacme', '0'], ['nacme works', '1'], ['dacme.com', '0'], ['日本', '2']])
  const change = (at: number, by: string): PackedTable => ({ ...packed, text: packed.text.slice(0, at) + by + packed.text.slice(at + 1) })

  it('on any single character that is another', () => {
    for (let at = 0; at < packed.text.length; at++) {
      for (const by of ['x', '0', '1', ' ', '\t', '\n', 'é', '日', '\u0000']) if (by !== packed.text[at]) expect(() => openTable(change(at, by)), `${at}: ${JSON.stringify(by)}`).toThrow(/ table/)
    }
  })

  it('on any single character that is another, of the real table of words', () => {
    fc.assert(
      fc.property(fc.nat(packedWords.text.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (at, by) => {
        if (by === packedWords.text[at]) return
        expect(() => openTable({ ...packedWords, text: packedWords.text.slice(0, at) + by + packedWords.text.slice(at + 1) })).toThrow(/ table/)
      }),
      { numRuns: 300 },
    )
  })

  it('on a text that is cut off, or has more than it had', () => {
    for (let at = 0; at < packed.text.length; at++) {
      expect(() => openTable({ ...packed, text: packed.text.slice(0, at) })).toThrow(/ table/)
      expect(() => openTable(change(at, ''))).toThrow(/ table/)
      expect(() => openTable(change(at, 'xx'))).toThrow(/ table/)
    }
  })

  it('on a table that says anything else of itself', () => {
    const wrong = [0, 1, 2, 3, 4, 5, -1, 1e9, NaN, undefined, null, 'x'].flatMap((value) => [{ buckets: value }, { width: value }]).filter(({ buckets, width }) => buckets !== packed.buckets && width !== packed.width)
    // Opening alone: looking up in such a table might never end.
    expect(wrong.filter((header) => opens({ ...packed, ...header } as PackedTable))).toEqual([])
  })

  it('on anything else', () => {
    for (const garbage of [undefined, null, 0, '', 'text', [], {}, { text: '' }, { ...packed, checksum: undefined }, { ...packed, text: 7 }, { ...packed, text: undefined }, { ...packed, checksum: -packed.checksum }]) {
      expect(() => openTable(garbage as PackedTable), JSON.stringify(garbage)).toThrow()
    }
  })
})
