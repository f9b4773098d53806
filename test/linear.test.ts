import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as TableModule from '../src/list/table.ts'
import { inReal, nameKey, normaliseName } from './lists.ts'

/** How much a look-up asks of its tables: counted, since clocks of test machines say little. */

const asked = vi.hoisted(() => ({ times: 0 }))

vi.mock(import('../src/list/table.ts'), async (original) => {
  const module: typeof TableModule = await original()
  return {
    ...module,
    openTable(packed) {
      const table = module.openTable(packed)
      return {
        get(key) {
          asked.times++
          return table.get(key)
        },
      }
    },
  }
})

beforeEach(() => {
  asked.times = 0
})

function counted(act: () => unknown): number {
  asked.times = 0
  act()
  return asked.times
}

/** Names of n characters that keep a look-up busy, in several ways. */
const WORST: Record<string, (length: number) => string> = {
  'one word': (length) => 'a'.repeat(length),
  'words of one letter': (length) => 'a b '.repeat(length).slice(0, length),
  'countries': (length) => `ford ${'uk '.repeat(length)}`.slice(0, length),
  'countries, then none': (length) => `ford ${'uk '.repeat(length)}`.slice(0, length - 2) + ' x',
  'links': (length) => 'in the and y e og '.repeat(length).slice(0, length),
  'legal forms': (length) => `ford ${'s a '.repeat(length)}`.slice(0, length),
  'joined words': (length) => 'canadagermanyfrance'.repeat(length).slice(0, length),
  'another script': (length) => '日本'.repeat(length).slice(0, length),
  'another script, in words': (length) => '日本 中国 '.repeat(length).slice(0, length),
  'marks': (length) => 'a\u0301'.repeat(length).slice(0, length),
  'ampersands': (length) => '&a'.repeat(length).slice(0, length),
  'ligatures': (length) => 'ﬃ'.repeat(length).slice(0, length),
  'a name that is known': (length) => 'United States Holocaust Memorial Museum '.repeat(length).slice(0, length),
  'the beginning of one': (length) => 'the ford the united states '.repeat(length).slice(0, length),
}
const LENGTHS = [25, 50, 100, 200]
/** No tail of more words is read, so what follows a name costs no more than so often. */
const PER_CHARACTER = 4

describe('a look-up asks its tables', () => {
  it('at all', () => {
    expect(counted(() => inReal.found({ name: 'Ford Canada', landing: 'https://www.ford.ca/' }))).toBeGreaterThan(5)
  })

  it.each(Object.keys(WORST))('no more often than in proportion to the length of a name: %s', (kind) => {
    const name = WORST[kind] ?? String
    const times = LENGTHS.map((length) => {
      expect(name(length)).toHaveLength(length)
      return counted(() => inReal.found({ name: name(length) }))
    })
    for (const [at, length] of LENGTHS.entries()) expect(times[at], `${length} characters`).toBeLessThanOrEqual(PER_CHARACTER * length + 150)
    // Twice as long asks no more than twice as often, and what has a constant cost aside.
    for (const [at, more] of times.slice(1).entries()) expect(more, times.join(', ')).toBeLessThanOrEqual(2 * (times[at] ?? 0) + 60)
  })

  it.each(Object.keys(WORST))('no more often than in proportion to the length of a page’s address: %s', (kind) => {
    const name = WORST[kind] ?? String
    for (const length of LENGTHS) expect(counted(() => inReal.found({ page: name(length).replaceAll(' ', '') }))).toBeLessThanOrEqual(PER_CHARACTER * length + 150)
  })

  it('no more often for a longer word, since no tail is that long', () => {
    for (const length of LENGTHS) expect(counted(() => inReal.found({ name: 'a'.repeat(length) }))).toBeLessThanOrEqual(60)
  })

  it('a handful of times for a name, page or address that is too long to be one', () => {
    for (const length of [201, 10_000, 1_000_000]) {
      for (const name of Object.values(WORST)) {
        expect(counted(() => inReal.found({ name: name(length) }))).toBeLessThanOrEqual(10)
        expect(counted(() => inReal.found({ page: name(length) }))).toBeLessThanOrEqual(10)
      }
    }
    for (const length of [8_100, 1_000_000]) for (const part of ['a.', 'a', '/', '%41']) expect(counted(() => inReal.found({ landing: `https://${part.repeat(length)}ford.com/` }))).toBeLessThanOrEqual(20)
  })

  it('no more often than in proportion to the length of an address', () => {
    for (const length of LENGTHS) expect(counted(() => inReal.found({ landing: `https://${'a.'.repeat(length / 2)}ford.com/` }))).toBeLessThanOrEqual(6 * length + 50)
    let address = 'https://ford.com/'
    while (address.length < 7_000) address = `https://l.facebook.com/l.php?u=${address}`
    expect(counted(() => inReal.found({ landing: address }))).toBeLessThanOrEqual(2_000)
  })

  it('once a letter at most to write a name as it is compared', () => {
    for (const name of Object.values(WORST)) for (const length of LENGTHS) expect(counted(() => normaliseName(name(length)))).toBeLessThanOrEqual(length)
  })

  it('in proportion to the length of a name for its key, too', () => {
    for (const name of Object.values(WORST)) for (const length of LENGTHS) expect(counted(() => nameKey(name(length)))).toBeLessThanOrEqual(PER_CHARACTER * length + 150)
  })
})
