import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import data from '../src/sites/facebook.data.json' with { type: 'json' }
import { normaliseLabel, plainText } from '../src/sites/text.ts'
import { baseOf, inLanguage } from '../src/sites/in-language.ts'
import { compileWords } from '../src/sites/words.ts'

const words = compileWords(data.labels)
const sides = (language: string) => inLanguage(words, language)?.paidFor
const sponsored = (language: string) => inLanguage(words, language)?.sponsored ?? []

describe('words of a page', () => {
  it('has the words of the page and English', () => {
    expect(sponsored('de')).toEqual(expect.arrayContaining(['gesponsert', 'anzeige', 'sponsored', 'ad']))
    expect(sponsored('de')).not.toContain('publicidad')
  })

  it.each([
    ['fr-CA', 'commandité'],
    ['zh-Hant', '贊助'],
    ['zh_TW', '贊助'],
    ['pt-BR', 'patrocinado'],
    ['en-UD', 'pəɹosuods'],
    ['es-CO', 'patrocinado'],
    ['no', 'sponset'],
  ])('finds those of a region: %s', (language, word) => {
    expect(sponsored(language)).toContain(word)
  })

  it('is English where a language is not known, and everything where none is said', () => {
    expect(sponsored('tlh')).toEqual(['sponsored', 'ad'])
    expect(sponsored('')).toEqual(expect.arrayContaining(['sponsored', 'gesponsert', '広告', normaliseLabel('مُموَّل')]))
  })

  it('takes who paid from either side, or both', () => {
    expect(sides('en')).toEqual([['paid for by', '']])
    expect(sides('tr')).toContainEqual(['', 'tarafından ödendi'])
    expect(sides('zh-Hans')).toContainEqual(['由', '付费'])
  })

  it('keeps ads, partnerships, suggestions and times apart', () => {
    for (const [language, of] of Object.entries(words)) {
      if (language === '') continue
      const others = [...of.partnership, ...of.suggested, ...of.time]
      expect(of.sponsored.filter((word) => others.includes(word)), language).toEqual([])
      expect([...of.sponsored, ...others].filter((word) => word === ''), language).toEqual([])
    }
  })
})

describe('compileWords', () => {
  const other = { sponsored: ['Ad-vert'], promotedBy: ['By … now'], paidFor: ['Paid by …'], partnership: ['With'], suggested: ['For you'], time: ['Now'], advertiserLink: ['… site'] }

  it('has words of each kind, in the form in which they are compared', () => {
    expect(compileWords({ xx: other })['xx']).toEqual({
      sponsored: ['advert'], promotedBy: [['by', 'now']], paidFor: [['paid by', '']], partnership: ['with'], suggested: ['for you'], time: ['now'], advertiserLink: [['', 'site']],
    })
  })

  it.each([['no', 'nb'], ['fil', 'tl'], ['iw', 'he'], ['in', 'id']])('knows %s as another code of %s', (alias, language) => {
    const compiled = compileWords({ en: {}, [language]: other })
    expect(compiled[alias]).toEqual(compiled[language])
    expect(compiled[alias]?.sponsored).toEqual(['advert'])
    expect(Object.keys(compiled).toSorted()).toEqual(['', alias, 'en', language].toSorted())
    // Words of its own go before.
    expect(compileWords({ [language]: other, [alias]: { sponsored: ['own'] } })[alias]?.sponsored).toEqual(['own'])
  })
})

describe('baseOf', () => {
  it.each([['de', 'de'], ['DE-at', 'de'], ['zh_Hant_TW', 'zh'], ['', ''], ['-', '']])('of %j is %j', (language, base) => {
    expect(baseOf(language)).toBe(base)
  })
})

describe('plainText', () => {
  it.each<[string | null | undefined, string]>([
    [null, ''], [undefined, ''], ['', ''], ['REI', 'REI'], ['  REI\n\tCo-op\u0000\u0085 ', 'REI Co-op'], ['R\u200BE\u00ADI', 'REI'], ['A & B, "C"!', 'A & B, "C"!'],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  it('is cut where it is longer than it may be', () => {
    expect(plainText('abcd', 4)).toBe('abcd')
    expect(plainText('abcde', 4)).toBe('abc…')
    expect(plainText('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`)
  })

  it('is not looked for further than four times as far', () => {
    expect(plainText(`${'\u200B'.repeat(15)}ab`, 4)).toBe('a')
  })
})

describe('normaliseLabel', () => {
  it('is nothing of nothing, and of what is longer than any label', () => {
    expect([null, undefined, ''].map(normaliseLabel)).toEqual(['', '', ''])
    expect(normaliseLabel('x'.repeat(200))).toBe('x'.repeat(200))
    expect(normaliseLabel('x'.repeat(201))).toBe('')
  })

  it.each([
    ['Sponsored', 'sponsored'],
    ['-͏-A͏-͏d͏-', 'ad'],
    ['\u2060S\u200Bpon\u00ADsored\uFEFF', 'sponsored'],
    ['Ｓｐｏｎｓｏｒｅｄ', 'sponsored'],
    ['S\u0338ponsored', 'sponsored'],
    ['مُموَّل', 'ممول'],
    ['Được\n  tài trợ ', 'được tài trợ'],
    ['स्पॉन्सर्ड', 'स्पॉन्सर्ड'],
    ['SPONSORLU', 'sponsorlu'],
  ])('%j → %j', (text, normal) => {
    expect(normaliseLabel(text)).toBe(normaliseLabel(normal))
    expect(normaliseLabel(normaliseLabel(text))).toBe(normaliseLabel(text))
  })

  it('tells words apart that differ in more than what cannot be seen', () => {
    expect(normaliseLabel('Sponsored by')).not.toBe(normaliseLabel('Sponsored'))
    expect(normaliseLabel('Åd')).not.toBe(normaliseLabel('Ad'))
  })
})

const SHARED = '../shared/data/labels.json'

describe.skipIf(!existsSync(SHARED))('the label table', () => {
  it('is in the data, word for word', () => {
    interface Table {
      facebook_sponsored: Record<string, { label: string }[]>
      facebook_paid_for_and_paid_partnership: Record<string, { sponsored_paid_for: string; paid_partnership_NOT_AD: string }>
    }
    const table = JSON.parse(readFileSync(SHARED, 'utf8')) as Table
    const missing: string[] = []
    const invented: Record<string, string> = { '(en pirate)': 'en-PI', '(en upside-down)': 'en-UD', '(leet)': 'fb-LT' }
    for (const [code, labels] of Object.entries(table.facebook_sponsored)) {
      const known = sponsored(invented[code] ?? code)
      missing.push(...labels.filter(({ label }) => !known.includes(normaliseLabel(label))).map(({ label }) => `${code}: ${label}`))
    }
    for (const [code, { sponsored_paid_for: paid, paid_partnership_NOT_AD: partnership }] of Object.entries(table.facebook_paid_for_and_paid_partnership)) {
      const known = inLanguage(words, code)
      const [first = '', second = ''] = paid.split(' · ')
      const [before = '', after = ''] = second.split('______').map(normaliseLabel)
      if (!known?.sponsored.includes(normaliseLabel(first))) missing.push(`${code}: ${first}`)
      if (!known?.paidFor.some(([one, other]) => one === before && other === after)) missing.push(`${code}: ${second}`)
      if (!known?.partnership.includes(normaliseLabel(partnership))) missing.push(`${code}: ${partnership}`)
    }
    expect(missing).toEqual([])
  })
})
