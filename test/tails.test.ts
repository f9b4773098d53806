import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LEGAL_FORMS } from '../src/list/legal-forms.ts'
import { tailKinds } from '../src/list/names.ts'
import { openTable } from '../src/list/table.ts'
import { compileWords } from '../src/list/words.ts'
import { normaliseName, words } from './lists.ts'

const TAILS = readFileSync(new URL('../src/list/tails.txt', import.meta.url), 'utf8')
const SECTIONS = ['country', 'code', 'region', 'language', 'department', 'official', 'link']

/** The forms of each section of a text, as a reader sees them. */
function formsOf(text: string): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  let section = ''
  for (const line of text.split('\n').map((line) => line.replace(/#.*/, '').trim())) {
    if (line.startsWith('[')) section = line.slice(1, -1)
    else if (line !== '') forms.set(section, [...(forms.get(section) ?? []), ...line.split('|').map((form) => form.trim())])
  }
  return forms
}

const kinds = (tail: string) => tailKinds(normaliseName(tail).split(' '), words)
const kindOf = (form: string, tails: string) => openTable(compileWords(tails)).get(`t${normaliseName(form)}`)?.value

describe('compileWords', () => {
  it('reads each form of a line, by its section', () => {
    const tails = '[country]\nZyxland | Zyxonia\n\n[code]\nZX\n[region]\nGreater Zyx\n[language]\nin Zyxish\n[department]\nZyxing\n[official]\nZyxial\n[link]\nzu\n'
    expect(['Zyxland', 'zyxonia', 'ZX', 'GREATER ZYX', 'in zyxish', 'Zyxing', 'Zyxiâl™', 'zu'].map((form) => kindOf(form, tails)).join('')).toBe('ccwrldok')
    expect(kindOf('Zyxl', tails)).toBeUndefined()
  })

  it('reads past remarks, blank lines, white space, and line ends of Windows', () => {
    const tails = '# a remark\r\n\r\n  [country]  # countries\r\n   Zyxland|Zyxonia   # not "Zyx"\r\n\t\r\n#[region]\r\nZyxistan'
    for (const form of ['Zyxland', 'Zyxonia', 'Zyxistan']) expect(kindOf(form, tails), form).toBe('c')
    expect(kindOf('not Zyx', tails)).toBeUndefined()
  })

  it('may come back to a section', () => {
    expect(kindOf('Zyxland', '[country]\nA1\n[code]\nZX\n[country]\nZyxland\n')).toBe('c')
  })

  it('knows legal forms whatever the text says, before what it says', () => {
    for (const tails of ['', '[country]\nGmbH | S.A.\n']) for (const form of LEGAL_FORMS) expect(kindOf(form, tails), form).toBe('f')
  })

  it.each([
    ['[country]\nZyxland\n[planet]\nMars\n', /tails\.txt, line 3: .*"planet".*country, code, region, language, department, official, link/],
    ['[Country]\nZyxland\n', /tails\.txt, line 1: .*"Country"/],
    ['[]\nZyxland\n', /tails\.txt, line 1: /],
    ['[constructor]\nZyxland\n', /tails\.txt, line 1: .*"constructor"/],
    ['# remark\n\nZyxland\n[country]\n', /tails\.txt, line 3: .*before the first/],
    ['[country]\nZyxland | \n', /tails\.txt, line 2: .*nothing to read/],
    ['[country]\nZyxland || Zyxonia\n', /tails\.txt, line 2: .*nothing to read/],
    ['[country]\nZyxland\n™ | Zyxonia\n', /tails\.txt, line 3: "™" has nothing to read/],
    ['[country]\r\nZyxland\r\n...\r\n', /tails\.txt, line 3: "\.\.\." has nothing to read/],
  ])('names the line of what is wrong: %j', (tails, message) => {
    expect(() => compileWords(tails)).toThrow(message)
  })
})

describe('tails.txt', () => {
  const forms = formsOf(TAILS)

  it('has every section, and none empty', () => {
    expect([...forms.keys()].toSorted()).toEqual(SECTIONS.toSorted())
    for (const [section, of] of forms) expect(of.length, section).toBeGreaterThan(1)
  })

  it('has no form in two sections, not even in other spelling', () => {
    const places = new Map<string, Set<string>>()
    for (const [section, of] of forms) for (const form of of) places.set(normaliseName(form), (places.get(normaliseName(form)) ?? new Set()).add(section))
    expect([...places].filter(([, sections]) => sections.size > 1).map(([form, sections]) => `${form}: ${[...sections].join(', ')}`)).toEqual([])
  })

  it('is read form by form, but for what is a legal form as well', () => {
    const letters: Record<string, string> = { country: 'c', code: 'w', region: 'r', language: 'l', department: 'd', official: 'o', link: 'k' }
    const legal = new Set(LEGAL_FORMS.map(normaliseName))
    const wrong = [...forms].flatMap(([section, of]) => of.filter((form) => words.get(`t${normaliseName(form)}`)?.value !== (legal.has(normaliseName(form)) ? 'f' : letters[section])))
    expect(wrong).toEqual([])
  })

  it('has links only of short words in Latin letters', () => {
    expect((forms.get('link') ?? []).filter((form) => !/^[a-z]{1,3}$/.test(form))).toEqual([])
  })

  it('has nothing that makes another organisation', () => {
    const all = new Set([...forms.values()].flat().map(normaliseName))
    const makers = ['International', 'Foundation', 'Group', 'Bank', 'Store', 'Shop', 'Pacific', 'Media', 'News', 'Museum', 'University', 'Institute', 'Club', 'Hotel', 'Partners', 'Holdings', 'Ventures', 'Studios', 'California', 'Texas', 'London', 'Berlin', 'of', 'for', 'by', 'de']
    expect(makers.filter((word) => all.has(normaliseName(word)))).toEqual([])
  })

  it('tells what may follow a name', () => {
    expect(kinds('UK & Ireland')).toBe('ckc')
    expect(kinds('Deutschland GmbH & Co. KG')).toBe('cfkff')
    expect(kinds('Middle East and North Africa')).toBe('rkr')
    expect(kinds('Canada Jobs')).toBe('cd')
    for (const tail of ['Canada Foundation', 'Bank', 'Canadian', 'Jobs Board', 'spa']) expect(kinds(tail), tail).toBeUndefined()
  })
})
