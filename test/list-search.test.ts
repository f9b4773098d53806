import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListFinder } from '../src/background/list-finder.ts'
import { type Findable, searchLists } from '../src/background/list-search.ts'
import { compileLists, compileRecord } from '../src/list/compile.ts'
import type { BadgeLabel, PageData } from '../src/shared/page-data.ts'
import { labelTable } from './label-table.ts'
import { entry, listOf, lookAlike, normaliseName, packedWords } from './lists.ts'

const files = [
  listOf(
    'small',
    [
      entry('Acme', { id: 'acme', aliases: ['Acme Tools'], domains: ['acme.com'] }),
      entry('Acme Anvils', { id: 'acme-anvils' }),
      entry('New Acme', { id: 'new-acme' }),
      entry('Palace Media', { id: 'palace-media' }),
      entry('Votes', { id: 'votes', kind: 'political-campaign' }),
      ...Array.from({ length: 14 }, (_, at) => entry(`Zebra ${String.fromCharCode(97 + at)}${String.fromCharCode(110 - at)} Works`, { id: `zebra-${at}` })),
    ],
    [lookAlike('Acme Records', 'Acme')],
  ),
]
const [file] = files as [(typeof files)[number]]
const label = (text: string, of: string): BadgeLabel => ({ status: 'joined', text, dates: null, entryName: of, entry: of })
const data: PageData = {
  index: compileLists(files, packedWords, 'hash').index,
  wording: {
    unlisted: { status: 'unlisted', text: 'Not on the list', dates: null, entryName: null, entry: null },
    labels: [labelTable(file.entries.flatMap(({ id, kind }, at) => (kind === 'political-campaign' ? [] : [[at, label(`Joined ${at}`, id)] as const])))],
  },
  look: { styles: '', lang: 'en', dir: 'ltr', icons: {} as PageData['look']['icons'], events: [], corner: null },
}
const names = file.entries.map(({ name, aliases, kind }, at) => [name, ...aliases].map((one): Findable => ({ key: normaliseName(one), list: 'small', entry: at, isPolitical: kind === 'political-campaign' })))
const recordOf = (_list: string, id: string) => {
  const found = file.entries.find((one) => one.id === id)
  return Promise.resolve(found ? compileRecord(file, found) : null)
}
const search = (text: string) => searchLists(text, { names, finder: new ListFinder(data, null), recordOf })
const found = async (text: string) => (await search(text)).records.map(({ label }) => label.entry)

describe('searchLists', () => {
  it('has the very name first, then what begins with it, then what has it as a word', async () => {
    expect(await found('acme')).toEqual(['acme', 'acme-anvils', 'new-acme'])
    expect(await found('ACME!')).toEqual(['acme', 'acme-anvils', 'new-acme'])
    expect(await found('acme an')).toEqual(['acme-anvils'])
    expect(await found('tools')).toEqual(['acme'])
  })

  it('finds a part of a word, once there is enough of it', async () => {
    expect(await found('lace med')).toEqual(['palace-media'])
    expect(await found('la')).toEqual([])
  })

  it('finds whom an ad of that name or address would be matched with', async () => {
    expect(await found('Acme Canada')).toEqual(['acme'])
    expect(await found('acme.com')).toEqual(['acme'])
    expect(await found('https://shop.acme.com/')).toEqual(['acme'])
  })

  it('has each entry once, with record and sources', async () => {
    const { records } = await search('Acme Tools')
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ label: { text: 'Joined 0' }, statement: 'It joined', list: { campaign: 'Stop Hate for Profit', accordingTo: null } })
  })

  it('shows ten and tells how many more there are', async () => {
    const { records, more } = await search('zebra')
    expect(records).toHaveLength(10)
    expect(more).toBe(4)
  })

  it('never labels politics, but says that there is something', async () => {
    expect(await search('votes')).toEqual({ records: [], more: 0, political: 1 })
  })

  it('finds nobody for who is not there, for look-alikes and for nothing', async () => {
    for (const text of ['nobody at all', 'Acme Records', '', '  ', '.', '®']) expect(await search(text)).toEqual({ records: [], more: 0, political: 0 })
  })

  it('answers whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const { records, more } = await search(text)
        expect(records.length).toBeLessThanOrEqual(10)
        expect(more).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })
})
