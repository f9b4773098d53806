import { describe, expect, it } from 'vitest'
import { type AdjustedSite, adjustSite, type SiteAdjustment } from '../src/sites/adjust.ts'
import { compileSite, siteFiles } from '../src/sites/data.ts'
import { add, findingsFor, readingOf } from '../src/sites/reading.ts'
import type { Labels, SiteData, SiteFile, WordKind, Words } from '../src/sites/types.ts'
import { inLanguage } from '../src/sites/in-language.ts'

/** What becomes of a site's data by what a published list says of it. */

const facebook = siteFiles['facebook'] ?? expect.fail('no words for facebook')
const adjust = (adjustment: SiteAdjustment, version = '0.2.0', file: SiteFile = facebook): AdjustedSite => adjustSite('facebook', file, { facebook: adjustment }, version)
const dataOf = ({ file, ignored }: AdjustedSite, language: string): SiteData => inLanguage(compileSite(file, ignored), language) ?? expect.fail(language)
const wordsIn = (labels: Labels, language: string): Words => dataOf(adjust({ labels }), language).words
/** Whether a word is there, once it was published. */
const takes = (word: string, kind: WordKind = 'sponsored', language = 'et') => JSON.stringify(wordsIn({ [language]: { [kind]: [word] } }, language)) !== JSON.stringify(wordsIn({}, language))

describe('a site that a list says something of', () => {
  it('is as it was where nothing is said of it', () => {
    const plain = { calmed: false, file: facebook, ignored: [] }
    for (const adjustments of [{}, { x: { off: true, ignore: ['label'] } }, { facebook: {} }]) expect(adjustSite('facebook', facebook, adjustments, '0.2.0')).toEqual(plain)
    expect(adjustSite('constructor', facebook, {}, '0.2.0')).toEqual(plain)
    expect(compileSite(plain.file, plain.ignored)).toEqual(compileSite(facebook))
  })

  it('is calmed, or reads on without some signs', () => {
    expect(adjust({ off: true }).calmed).toBe(true)
    expect(adjust({ off: false }).calmed).toBe(false)
    const adjusted = adjust({ ignore: ['label', 'of later days'] })
    expect(adjusted.calmed).toBe(false)
    for (const language of ['en', 'et', 'xx']) expect(dataOf(adjusted, language).ignored).toEqual(['label', 'of later days'])
  })

  it.each<[string, string, boolean]>([
    ['0.2.0', '0.3.0', true], ['0.2.9', '0.3', true], ['0.9.0', '0.10.0', true], ['0.2', '0.2.1', true], ['1.9.9.9', '2', true], ['0.0.0', '0.0.0.1', true],
    ['0.3.0', '0.3.0', false], ['0.3', '0.3.0', false], ['0.3.0', '0.3', false], ['0.10.0', '0.9.0', false], ['0.3.1', '0.3.0', false], ['2', '1.9.9.9', false],
  ])('counts in version %s, below %s: %s', (version, below, isBelow) => {
    const adjusted = adjust({ off: true, below, ignore: ['label'], labels: { et: { sponsored: ['Reklaam'] } } }, version)
    expect(adjusted.calmed).toBe(isBelow)
    expect(adjusted.ignored).toEqual(isBelow ? ['label'] : [])
    expect(dataOf(adjusted, 'et').words.sponsored.includes('reklaam')).toBe(isBelow)
  })
})

describe('words that a list adds', () => {
  it('come to those of their language, and to no other', () => {
    const labels = { et: { sponsored: ['Reklaam'], suggested: ['Sulle soovitatud'] } }
    expect(wordsIn(labels, 'et').sponsored).toEqual([...wordsIn({}, 'et').sponsored, 'reklaam'])
    expect(wordsIn(labels, 'et-EE').suggested).toContain('sulle soovitatud')
    expect(wordsIn(labels, 'de')).toEqual(wordsIn({}, 'de'))
    // Pages that don't say their language are read with all words.
    expect(compileSite(adjust({ labels }).file)['']?.words.sponsored).toContain('reklaam')
    // The site's own are never changed.
    expect(facebook.labels['et']?.sponsored).not.toContain('Reklaam')
  })

  it('of English come to every language, and of a language without words to a new one', () => {
    for (const language of ['en', 'de', 'et', 'xx']) expect(wordsIn({ en: { sponsored: ['Promotion'] } }, language).sponsored).toContain('promotion')
    const words = wordsIn({ xx: { sponsored: ['Reklamo'] } }, 'xx')
    expect(words.sponsored).toEqual([...wordsIn({}, 'en').sponsored, 'reklamo'])
  })

  it('of another code for a language come to those of that language', () => {
    for (const language of ['fil', 'tl']) expect(wordsIn({ fil: { sponsored: ['Patalastas'] } }, language).sponsored).toEqual([...wordsIn({}, 'tl').sponsored, 'patalastas'])
    // Where the site has words under that very code, they stay.
    expect(wordsIn({ no: { sponsored: ['Annonsert'] } }, 'no').sponsored).toEqual([...wordsIn({}, 'no').sponsored, 'annonsert'])
  })

  it('of each kind are put where they belong', () => {
    const { promotedBy, paidFor, partnership, time, advertiserLink } = wordsIn({ et: { promotedBy: ['Reklaamib …'], paidFor: ['… eest'], partnership: ['Koostöö'], time: ['Äsja'], advertiserLink: ['Vaata'] } }, 'et')
    expect(promotedBy).toContainEqual(['reklaamib', ''])
    expect(paidFor).toContainEqual(['', 'eest'])
    expect([partnership.at(-1), time.at(-1), advertiserLink.at(-1)]).toEqual(['koostöö', 'äsja', ['vaata']])
  })

  it.each(['Reklaam', 'Ad by us', 'Рэклама тут', '廣告主', 'إعلانات', 'w'.repeat(60)])('are taken when they are words: %s', (word) => expect(takes(word)).toBe(true))

  it.each(['R', '-', ' ', 'R-', '…', 'w'.repeat(61), 'Reklaam …', '2h', 'Reklaam 24', '٢٤ ساعة'])('are left out when they are none: %s', (word) => expect(takes(word)).toBe(false))

  it.each<[string, WordKind]>([
    ['Suggested for you', 'sponsored'],
    ['SUGGESTED  for you', 'sponsored'],
    ['Suggested for you now', 'sponsored'],
    ['Paid partnership', 'sponsored'],
    ['Paid partnership with', 'sponsored'],
    ['Just now', 'sponsored'],
    ['Gestern', 'sponsored'],
    ['Für dich vorgeschlagen', 'sponsored'],
    ['Suggested …', 'promotedBy'],
    ['… for you', 'promotedBy'],
    ['Paid partnership with …', 'promotedBy'],
    ['Suggested for you …', 'paidFor'],
    ['…', 'promotedBy'],
    ['… …', 'promotedBy'],
    ['Promoted by', 'promotedBy'],
  ])('can make no ad of what isn’t one: %s as %s', (word, kind) => {
    for (const language of ['et', 'en', 'de']) expect(takes(word, kind, language)).toBe(false)
  })

  it('may say more of what is no ad', () => {
    for (const kind of ['partnership', 'suggested', 'time'] as const) expect(takes('Suggested today', kind)).toBe(true)
  })

  it('are fit by what each site itself calls things', () => {
    for (const [id, file] of Object.entries(siteFiles)) {
      for (const [language, { partnership = [], suggested = [], time = [] }] of Object.entries(file.labels)) {
        for (const word of [...partnership, ...suggested, ...time]) {
          const { file: after } = adjustSite(id, file, { [id]: { labels: { [language]: { sponsored: [word] } } } }, '0.2.0')
          expect(after.labels[language]?.sponsored ?? [], `${id}: ${word}`).toEqual(file.labels[language]?.sponsored ?? [])
        }
      }
    }
  })
})

describe('signs that a list says not to count', () => {
  const header = {} as Element
  const read = (ignore: string[]) => {
    const findings = findingsFor(dataOf(adjust({ ignore }), 'en'))
    add(findings, 'label', 'ad', 'Sponsored')
    add(findings, 'suggested', 'suggested', 'Suggested for you')
    return readingOf(findings, header, header)
  }

  it('are those for ads alone: what speaks against an ad always counts', () => {
    expect(read([]).verdict).toBe('unsure')
    expect(read(['suggested']).verdict).toBe('unsure')
    expect(read(['label']).verdict).toBe('suggested')
    const findings = findingsFor(dataOf(adjust({ ignore: ['label'] }), 'en'))
    add(findings, 'label', 'ad', 'Sponsored')
    expect(readingOf(findings, header, header)).toMatchObject({ verdict: 'organic', label: null })
  })
})
