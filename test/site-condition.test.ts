import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clues, conditionOf, isCalmed, postsWithoutAd } from '../src/pages/site-condition.ts'

const pageOf = (posts: number, { unreadable = 0, total = 0, sinceAd = posts, lang = 'en' } = {}): NonNullable<Clues['page']> => ({ total, health: { posts, unreadable, sinceAd }, known: ['en', 'de', 'pt'], lang })
const storedOf = (posts: number, unreadable = 0) => ({ posts, unreadable, since: '2026-11-01T00:00:00.000Z' })
const of = (page: Clues['page'], stored?: Clues['stored'], calmed = false) => conditionOf({ page, stored, calmed })

describe('conditionOf', () => {
  it('says nothing of a site that has just been switched on', () => {
    expect(of(null)).toBeNull()
    expect(of(pageOf(0))).toBeNull()
    expect(of(pageOf(19, { unreadable: 19 }))).toBeNull()
    expect(of(null, storedOf(149))).toBeNull()
  })

  it.each([
    [149, 149, null], [150, 0, 'no-ads'], [0, 150, 'no-ads'], [400, 3, 'no-ads'],
    // What is stored may be of this very page.
    [80, 80, null],
  ] as const)('%d posts here and %d before: %s', (here, before, condition) => {
    expect(of(pageOf(here), storedOf(before))).toBe(condition)
  })

  it('knows that an ad on this page is newer than what is stored', () => {
    expect(of(pageOf(30, { total: 1, sinceAd: 12 }), storedOf(900))).toBeNull()
    expect(of(pageOf(300, { total: 1, sinceAd: 200 }), storedOf(0))).toBe('no-ads')
  })

  it.each([[20, 9, null], [20, 10, 'no-header'], [41, 20, null], [41, 21, 'no-header']] as const)('%d posts, %d of them unreadable: %s', (posts, unreadable, condition) => {
    expect(of(pageOf(posts, { unreadable }))).toBe(condition)
    expect(of(null, storedOf(posts, unreadable))).toBe(condition)
  })

  it('trusts this page over earlier ones', () => {
    expect(of(pageOf(40), storedOf(40, 40))).toBeNull()
    expect(of(pageOf(10), storedOf(40, 40))).toBe('no-header')
  })

  it('names the language only where ads would have been seen', () => {
    expect(of(pageOf(29, { lang: 'xx' }))).toBeNull()
    expect(of(pageOf(30, { lang: 'xx' }))).toBe('language')
    expect(of(pageOf(30, { lang: 'xx', total: 1, sinceAd: 4 }))).toBeNull()
    expect(of(pageOf(200, { lang: 'xx' }))).toBe('language')
    for (const lang of ['pt-BR', 'DE', 'en-GB', '']) expect(of(pageOf(30, { lang })), lang).toBeNull()
  })

  it('puts what is known before what is guessed', () => {
    expect(of(pageOf(500, { unreadable: 500, lang: 'xx' }), storedOf(500), true)).toBe('calmed')
    expect(of(null, undefined, true)).toBe('calmed')
  })
})

describe('postsWithoutAd', () => {
  it('never says more than were seen', () => {
    const counts = fc.nat(1_000)
    fc.assert(
      fc.property(counts, counts, fc.nat(1), (earlier, here, told) => {
        // Posts of this page are in what is stored, or they aren't.
        expect(postsWithoutAd(pageOf(here), storedOf(earlier + told * here))).toBeLessThanOrEqual(earlier + here)
      }),
    )
  })
})

describe('isCalmed', () => {
  it('reads a part as whatever it is', () => {
    expect(isCalmed({ on: true, languages: {}, calmed: true })).toBe(true)
    for (const part of [undefined, null, 'calmed', 1, [], {}, { calmed: 'yes' }, { calmed: false }]) expect(isCalmed(part), JSON.stringify(part)).toBe(false)
  })
})
