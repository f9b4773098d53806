import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisePage } from '../src/list/normalise.ts'
import { nameKey, normaliseName } from './lists.ts'

/** Every code point, and often those that are taken away, folded or spelt out. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 220 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        ...['a', 'E', 'ß', 'ẞ', 'İ', 'ı', 'Æ', 'Σ', 'й', 'א', 'ก', 'ﬁ', 'ŉ', '株', '\u{1D400}', '\uD800', '\uDC00'],
        ...[' ', '.', '-', '&', '+', '/', '_', '\t', '…', '⒈', '㏇'],
        ...['the', 'The', 'and', 'co', 'Inc', 'S.A.', 'GmbH', 'KG', 'KGaA'],
        ...['™', '®', '℠', '\u00AD', '\u200B', '\u034F', '\uFEFF', '\uFE0F'],
        ...["'", '’', 'ʼ', '＇', '"', '«'],
        ...['\u0301', '\u0308', '\u0323', '\u05B7', '\u05B0', '\u0E31'],
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join('')),
)

function sameName(...names: string[]): void {
  const [first = '', ...others] = names.map(normaliseName)
  expect(first).not.toBe('')
  for (const [at, other] of others.entries()) expect(other, names[at + 1]).toBe(first)
}

function sameKey(...names: string[]): void {
  const [first = '', ...others] = names.map(nameKey)
  expect(first).not.toBe('')
  for (const [at, other] of others.entries()) expect(other, names[at + 1]).toBe(first)
}

describe('normaliseName', () => {
  it('ignores case', () => {
    sameName('Ford', 'FORD', 'ford', 'fOrD')
    expect(normaliseName('FORD')).toBe('ford')
  })

  it('ignores trade mark signs without spelling them out', () => {
    sameName('Best Buy', 'Best Buy®', 'Best™ Buy', 'Best Buy℠', '© Best Buy')
  })

  it('treats typographic quotes, plain quotes and none alike', () => {
    sameName("Levi's", 'Levi’s', 'Levi‘s', 'Leviʼs', 'Levi＇s', 'Levi`s', 'Levi´s', 'Levis', '“Levi’s”', '«Levis»')
  })

  it('treats every dash as a space', () => {
    for (const dash of ['-', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212', ' - ']) sameName('Colgate Palmolive', `Colgate${dash}Palmolive`)
  })

  it('reads "&", "+" and their full-width forms as "and"', () => {
    sameName('Ben and Jerrys', "Ben & Jerry's", 'Ben&Jerrys', 'Ben ＆ Jerrys', 'Ben + Jerrys', 'Ben ﹠ Jerrys')
  })

  it('keeps legal forms, which are a matter of the key', () => {
    expect(normaliseName('Acme, Inc.')).toBe('acme inc')
    expect(normaliseName('Acme GmbH & Co. KG')).toBe('acme gmbh and co kg')
  })

  it('drops a leading "The" before several words, and only there', () => {
    sameName('The Body Shop', 'Body Shop', 'THE BODY SHOP')
    expect(normaliseName('The')).toBe('the')
    expect(normaliseName('Theatre')).toBe('theatre')
    expect(normaliseName('Meet the Press')).toBe('meet the press')
  })

  it('keeps "The" before a single word, which is another name with it', () => {
    expect(normaliseName('The Truth')).not.toBe(normaliseName('Truth'))
  })

  it('folds accents and letters that have no plain form of their own', () => {
    sameName('Fjällräven', 'Fjallraven', 'Fja\u0308llra\u0308ven')
    sameName('Strasse', 'Straße', 'STRAẞE')
    sameName('Maersk', 'Mærsk')
    sameName('Orsted', 'Ørsted')
    sameName('Lodz', 'Łódź')
    sameName('Istanbul', 'İstanbul', 'ıstanbul')
  })

  it('ignores zero-width characters and soft hyphens anywhere', () => {
    for (const hidden of ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u200E', '\u202E']) {
      sameName('Ford', `F${hidden}ord`, `${hidden}Ford${hidden}`)
    }
  })

  it('reads compatibility forms of letters as the letters', () => {
    sameName('Ford', 'Ｆｏｒｄ', '\u{1D405}\u{1D428}\u{1D42B}\u{1D41D}', 'Ⓕⓞⓡⓓ')
  })

  it('treats white space of every kind and length alike', () => {
    sameName('Best Buy', '  Best   Buy ', 'Best\u00A0Buy', 'Best\tBuy', 'Best\nBuy', 'Best\u3000Buy')
  })

  it('keeps words apart that a dot separates', () => {
    expect(normaliseName('acme.com')).toBe('acme com')
    expect(normaliseName('A.B.C.')).toBe('a b c')
  })

  it('keeps other scripts, with the marks that are their vowels, and apart from Latin look-alikes', () => {
    expect(normaliseName('株式会社')).toBe('株式会社')
    expect(normaliseName('Форд')).not.toBe(normaliseName('Ford'))
    // Cyrillic о and р in "Fоrd" and "НР".
    expect(normaliseName('F\u043Erd')).not.toBe('ford')
    expect(normaliseName('\u041D\u0420')).not.toBe('hp')
    expect(normaliseName('กิน')).not.toBe(normaliseName('กน'))
    expect(normaliseName('हिन्दी')).not.toBe(normaliseName('हनद'))
  })

  it('keeps names apart that differ in a word', () => {
    const names = ['Ford', 'Ford Foundation', 'Tom Ford', 'Fords', 'Fjord', 'F ord']
    expect(new Set(names.map(normaliseName)).size).toBe(names.length)
  })

  it('gives "" for what has nothing readable in it', () => {
    for (const name of ['', ' ', '™®', '...', '\u200B\u200D', '—', '🎉', '\uD800']) expect(normaliseName(name), JSON.stringify(name)).toBe('')
  })

  it('gives "" for what is longer than any name, even if it would come out short', () => {
    expect(normaliseName('a'.repeat(200))).toBe('a'.repeat(200))
    expect(normaliseName('a'.repeat(201))).toBe('')
    expect(normaliseName(`Ford${' '.repeat(1_000_000)}`)).toBe('')
    // One character that is spelt out as eighteen.
    expect(normaliseName('\uFDFA'.repeat(200))).toBe('')
  })

  it('is idempotent and never throws, for any string', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const normal = normaliseName(name)
        expect(normaliseName(normal)).toBe(normal)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is idempotent for every character there is, alone and within a word', () => {
    const changing: string[] = []
    for (let code = 0; code < 0x110000; code++) {
      const letter = String.fromCodePoint(code)
      // What isn't assigned, and syllables and signs by ten thousands that are all alike.
      if (/[\p{Cn}\p{Co}\p{sc=Tang}\p{sc=Hang}\p{Unified_Ideograph}]/u.test(letter)) continue
      const normal = normaliseName(`${letter} a${letter}b`)
      if (normaliseName(normal) !== normal) changing.push(`U+${code.toString(16)}: ${normal} → ${normaliseName(normal)}`)
    }
    expect(changing).toEqual([])
  })

  it('is idempotent where an accent stands after a quote that is taken away', () => {
    for (const name of ["a'\u0301", 'Cafe’\u0301', "\u05D0\u05B7'\u05B0"]) {
      expect(normaliseName(normaliseName(name)), JSON.stringify(name)).toBe(normaliseName(name))
    }
  })

  it('gives only words joined by single spaces, for any string', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(normaliseName(name)).toMatch(/^$|^[\p{L}\p{M}\p{N}]+( [\p{L}\p{M}\p{N}]+)*$/u)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('nameKey', () => {
  it.each([
    'Acme Inc', 'Acme, Inc.', 'Acme Incorporated', 'Acme LLC', 'Acme L.L.C.', 'Acme Ltd.', 'Acme Limited', 'Acme PLC', 'Acme Corp.', 'Acme Corporation',
    'Acme Co.', 'Acme & Co.', 'Acme and Company', 'Acme Co., Ltd.', 'Acme GmbH', 'Acme GmbH & Co. KG', 'Acme GmbH & Co. KGaA', 'Acme AG', 'Acme SE',
    'Acme e.V.', 'Acme S.A.', 'Acme SA', 'Acme, S.A.', 'Acme S.A.S.', 'Acme S.r.l.', 'Acme S.p.A.', 'Acme N.V.', 'Acme B.V.', 'Acme AB', 'Acme ASA', 'Acme Oyj', 'Acme Pty Ltd',
    'Acme S.A. de C.V.', 'Acme S/A', 'Acme Ltda.', 'Acme d.o.o.', 'Acme sp. z o.o.', 'Acme A.Ş.', 'Acme Ltd. Şti.', 'Acme OÜ', 'Acme Kft.', 'Acme 株式会社', 'Acme 주식회사', 'Acme Sdn. Bhd.',
  ])('drops the legal form of "%s"', (name) => {
    expect(nameKey(name)).toBe('acme')
  })

  it('keeps a legal form that is not at the end, or is the whole name', () => {
    expect(nameKey('Limited Brands')).toBe('limited brands')
    expect(nameKey('Co-op Bank')).toBe('co op bank')
    expect(nameKey('SE')).toBe('se')
    expect(nameKey('Inc.')).toBe('inc')
    expect(nameKey('Costco')).toBe('costco')
  })


  it('keeps words of everyday language that are legal forms only when spelt letter by letter', () => {
    expect(nameKey('Acme Spa')).toBe('acme spa')
    expect(nameKey('Acme S.p.A.')).toBe('acme')
    expect(nameKey('Acme EV')).toBe('acme ev')
  })

  it('drops only legal forms: no country, no department, no link alone', () => {
    for (const name of ['acme canada', 'acme jobs', 'acme and', 'acme official', 'acme group', 'acme inc canada']) expect(nameKey(name)).toBe(name)
  })

  it('joins initials, however they are written', () => {
    sameKey('ABC', 'A.B.C.', 'A B C', 'a. b. c.', 'A.B.C., Inc.')
    expect(nameKey('J. P. Morgan')).toBe('jp morgan')
    expect(nameKey('Vitamin B 12')).toBe('vitamin b 12')
  })

  it('is the compared form where there is nothing to take away', () => {
    for (const name of ['Ford', 'Ben & Jerry’s', 'The Body Shop', '日本', 'Fjällräven']) expect(nameKey(name)).toBe(normaliseName(name))
  })

  it('gives "" for what has no compared form', () => {
    for (const name of ['', '™', '🎉', 'a'.repeat(201)]) expect(nameKey(name)).toBe('')
  })

  it('is idempotent and never throws, for any string', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const key = nameKey(name)
        expect(nameKey(key)).toBe(key)
        expect(normaliseName(key)).toBe(key)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('normalisePage', () => {
  it('ignores case and dots, as Facebook does', () => {
    expect(normalisePage('Ben.And.JerrysUS')).toBe('benandjerrysus')
    expect(normalisePage('350.org')).toBe('350org')
  })

  it('keeps ids, hyphens and underscores', () => {
    expect(normalisePage('100064842734613')).toBe('100064842734613')
    expect(normalisePage('Some-Page_1')).toBe('some-page_1')
  })

  it('gives "" for what has nothing in it, or is too long to be a page', () => {
    for (const page of ['', '.', '...', 'a'.repeat(201), '.'.repeat(1_000_000)]) expect(normalisePage(page), page.slice(0, 20)).toBe('')
  })

  it('makes no page of what is none: that is for pageOf to tell', () => {
    for (const page of [' ', 'f ord', '/ford', 'ford/', 'https://www.facebook.com/ford', 'ford?x', 'ford\n', 'ford\u200B', 'fo\u0301rd', 'ｆｏｒｄ', '🎉']) expect(normalisePage(page), JSON.stringify(page)).not.toBe('ford')
  })

  it('never takes a page for another one whose name is the beginning of it', () => {
    expect(normalisePage(`ford${'.'.repeat(300)}evil`)).not.toBe('ford')
  })

  it('is idempotent and never throws, for any string', () => {
    fc.assert(
      fc.property(anyText, (page) => {
        const normal = normalisePage(page)
        expect(normalisePage(normal)).toBe(normal)
      }),
      { numRuns: 2_000 },
    )
  })
})
