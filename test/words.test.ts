import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import data from '../src/sites/facebook.data.json' with { type: 'json' }
import { normaliseLabel } from '../src/sites/text.ts'
import { inLanguage } from '../src/sites/in-language.ts'
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

describe('normaliseLabel', () => {
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
