import { describe, expect, it } from 'vitest'
import { compileLists } from '../src/list/compile.ts'
import { openIndex } from '../src/list/lookup.ts'
import { PLATFORMS } from '../src/list/platforms.ts'
import { buildTable } from '../src/list/build-table.ts'
import type { CompiledIndex } from '../src/list/types.ts'
import { entry, finder, listOf, lookAlike, NOTHING, ODD_NAME, open, packedWords } from './lists.ts'

describe('several lists', () => {
  const both = open(listOf('first', [entry('Acme'), entry('Only here')]), listOf('second', [entry('Other'), entry('Acme')]))
  const where = (name: string) => both.find({ ...NOTHING, name }).map(({ list, entry: place }) => [list.id, place])

  it('answer with one record each, by its place in the list', () => {
    expect(where('Acme')).toEqual([['first', 0], ['second', 1]])
  })

  it('answer alone where only one has the advertiser', () => {
    expect(where('Only here')).toEqual([['first', 1]])
    expect(where('Other')).toEqual([['second', 0]])
  })

  it('keep their look-alikes to themselves', () => {
    const { lookup } = finder(listOf('first', [entry('Acme')], [lookAlike('Acme Zoo', 'Acme')]), listOf('second', [entry('Acme Zoo')]))
    expect(lookup.find({ ...NOTHING, name: 'Acme Zoo' }).map(({ list }) => list.id)).toEqual(['second'])
  })

  it('may be none', () => {
    expect(open().find({ ...NOTHING, name: 'Acme' })).toEqual([])
    expect(open(listOf('empty', [])).find({ ...NOTHING, name: 'Acme', landing: 'https://acme.com/' })).toEqual([])
  })
})

describe('a platform', () => {
  const { answer } = finder(listOf('small', [entry('Acme Works', { aliases: ['Acme'], domains: ['acme.com'] }), entry('Mars', { domains: ['mars.com'], match_risk: 'high' })]))

  it('decides nothing: neither for a match nor against one', () => {
    for (const platform of PLATFORMS) {
      for (const landing of [`https://${platform}/acme`, `https://acme.${platform}/`, `https://www.${platform}/x?u=https://acme.com.evil.example/`]) {
        expect(answer({ name: ODD_NAME, landing }), landing).toBe('nobody')
        expect(answer({ name: 'Acme', landing }), landing).toBe('certain Acme Works')
        expect(answer({ name: 'Acme Canada', landing }), landing).toBe('likely Acme Works')
        expect(answer({ name: 'Mars', landing }), landing).toBe('certain Mars')
      }
    }
  })

  it('decides nothing even if a list claims it', () => {
    const { index } = compileLists([listOf('list', [entry('Acme')])], packedWords, '')
    const [list] = index.lists
    const claiming = { ...index, lists: [{ ...list, keys: buildTable([['dfacebook.com', '0']]) }] } as CompiledIndex
    expect(openIndex(claiming).find({ ...NOTHING, landing: 'https://www.facebook.com/' })).toEqual([])
  })
})

describe('openIndex', () => {
  const { index } = compileLists([listOf('list', [entry('Acme')])], packedWords, 'hash')
  const [list] = index.lists

  it('opens what was compiled, also after a trip through JSON', () => {
    expect(openIndex(JSON.parse(JSON.stringify(index)) as CompiledIndex).find({ ...NOTHING, name: 'Acme' })).toHaveLength(1)
  })

  it.each([
    undefined, null, 0, 1, true, '', 'index', [], {}, [index], () => index, { format: 2 }, { format: 2, lists: [] }, { format: 2, words: packedWords },
    // As the first versions stored it.
    { format: 1, hash: '', legalForms: ['inc'], platforms: [], lists: [{ ...list, entries: [], keys: 'nacme\t0' }] },
    { ...index, lists: null }, { ...index, lists: {} }, { ...index, lists: 'list' }, { ...index, lists: [null] }, { ...index, lists: [1] }, { ...index, lists: [{}] },
    { ...index, lists: [list, undefined] }, { ...index, words: undefined }, { ...index, words: {} }, { ...index, words: 'facebook.com' },
    { ...index, lists: [{ ...list, keys: undefined }] }, { ...index, lists: [{ ...list, keys: {} }] }, { ...index, lists: [{ ...list, keys: [] }] }, { ...index, lists: [{ ...list, keys: 7 }] },
    { ...index, lists: [{ ...list, keys: 'nacme\t0' }] }, { ...index, words: { ...packedWords, text: '' } }, { ...index, words: { ...packedWords, text: packedWords.text.slice(1) } },
    { ...index, words: { ...packedWords, checksum: String(packedWords.checksum) } }, { ...index, lists: [{ ...list, keys: packedWords.text }] },
  ])('throws on what is no index, or is damaged (%#)', (garbage) => {
    expect(() => openIndex(garbage as CompiledIndex)).toThrow()
  })
})
