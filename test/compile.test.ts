import { describe, expect, it } from 'vitest'
import { readLists } from '../scripts/lists-plugin.ts'
import { compileLists, listKeys } from '../src/list/compile.ts'
import type { ListFile } from '../src/list/schema.ts'
import { acme, errorOf, file, type Json, parse, zenith } from './list-json.ts'
import { entry, FOLDER, listOf, lookAlike, packedWords, real, words } from './lists.ts'

const keysOf = (...list: Parameters<typeof listOf>) => listKeys(listOf(...list), words)
const labels = (...entries: Parameters<typeof listOf>[1]) => [...keysOf('list', entries).keys()].filter((key) => key.startsWith('l')).toSorted()
const compile = (...files: ListFile[]) => compileLists(files, packedWords, '')

describe('compileLists', () => {
  it.each([
    ['name', { name: 'Acme' }, 'Acme'],
    ['alias', { aliases: ['ACME, Inc.'] }, 'ACME, Inc.'],
    ['domain', { domains: ['acme.com'] }, 'acme.com'],
    ['page', { handles: { facebook: ['Ac.me'] } }, 'Ac.me'],
  ])('refuses a %s that two entries claim, and names both', (_what, change, value) => {
    const data = parse(file({ entries: [acme(), zenith(change)] }))
    const { message, faults } = errorOf(() => compile(data))
    expect(faults).toHaveLength(1)
    expect(message).toContain(`entry "${data.entries[1]?.name}"`)
    expect(message).toContain(`"${value}" also belongs to "Acme Works"`)
  })

  it('lets an entry repeat itself', () => {
    const data = parse(file({ entries: [acme({ aliases: ['Acme', 'ACME', 'Acme Works Inc.'], domains: ['acme.com', 'acme.com'] })] }))
    expect(compile(data).index.lists[0]?.size).toBe(1)
  })

  it('lets two lists have the same organisation', () => {
    const second = parse(file({ id: 'second' }))
    expect(compile(parse(file()), second).index.lists.map(({ id }) => id)).toEqual(['small', 'second'])
  })

  it('gives each record its sources, those of later findings too, each once', () => {
    const extra = { title: 'More', url: 'https://more.example/', date: null, kind: 'news' }
    const sources = { ...(file()['sources'] as Json), more: extra }
    const data = parse(file({ entries: [acme({ later: [{ finding: 'It came back', sources: ['more', 'news'] }] })], sources }))
    const [record] = compile(data).records.records
    expect(record?.sources.map(({ title }) => title)).toEqual(['News', 'More'])
    expect(record?.later).toEqual(['It came back'])
  })

  it('marks political entries, and those alone', () => {
    const party = zenith({ kind: 'political-party' })
    const { entries } = compile(parse(file({ entries: [acme(), party] }))).entries
    expect(entries['small']?.map(({ political }) => political)).toEqual([undefined, true])
  })
})

describe('readLists', () => {
  const { index, entries, records } = readLists(FOLDER)

  it('reads the real list, with a record for each entry and a source for each label', () => {
    const ids = Object.entries(entries.entries).flatMap(([list, of]) => of.map((entry) => `${list}/${entry.id}`))
    expect(records.records.map((record) => `${record.listId}/${record.id}`)).toEqual(ids)
    expect(ids.filter((id) => id.startsWith(`${real.id}/`))).toEqual(real.entries.map(({ id }) => `${real.id}/${id}`))
    expect(new Set(ids).size).toBe(ids.length)
    expect(records.records.filter((record) => record.badgeOk && record.sources.length === 0)).toEqual([])
  })

  it('counts the entries of each list in its index', () => {
    expect(index.lists.map(({ id, size }) => [id, size])).toEqual(Object.entries(entries.entries).map(([id, of]) => [id, of.length]))
  })

  it('marks all parts as of one making', () => {
    expect(index.hash).not.toBe('')
    expect([entries.hash, records.hash]).toEqual([index.hash, index.hash])
  })

  it('gives the same again', () => {
    expect(readLists(FOLDER)).toEqual({ index, entries, records })
  })

  it('shares one table of words between all lists', () => {
    expect(index.words).toEqual(packedWords)
  })

  it('refuses a folder without lists', () => {
    expect(() => readLists(new URL('./', import.meta.url))).toThrow(/no list in/)
  })
})

describe('listKeys', () => {
  it('holds each name as it is compared and whole, each domain and each page', () => {
    const keys = keysOf('list', [entry('The Acme Works, Inc.', { aliases: ['ACME™'], domains: ['acme.org'], handles: { facebook: ['Ac.me'] } })])
    expect([...keys.keys()]).toEqual(expect.arrayContaining(['nacme works', 'nacme works inc', 'nacme', 'dacme.org', 'pacme']))
    expect(new Set([...keys].filter(([key]) => !key.startsWith('l')).map(([, value]) => value)).size).toBe(1)
  })

  it('marks names of high risk, and those that may have no tail', () => {
    const keys = keysOf('list', [entry('Acme'), entry('Mars', { match_risk: 'high' }), entry('Honda', { tails: false }), entry('Cook', { match_risk: 'high', tails: false })])
    expect(['nacme', 'nmars', 'nhonda', 'ncook'].map((key) => keys.get(key)?.replace(/[^a-z]/g, ''))).toEqual(['', 'h', 't', 'ht'])
  })

  it('knows labels of domains that one entry alone has, without subdomains and endings of no country', () => {
    expect(labels(entry('Acme', { domains: ['acme.com', 'acme-works.co.uk'] }))).toEqual(['lacme', 'lacme-works'])
    expect(labels(entry('Acme', { domains: ['shop.acme.com', 'acme.io', 'acme.shop'] }))).toEqual([])
    expect(labels(entry('Acme', { domains: ['acme.com'] }), entry('Acme Bank', { domains: ['acme.org'] }))).toEqual([])
    expect(labels(entry('Acme', { domains: ['acme.com'], tails: false }))).toEqual([])
  })

  it('holds look-alikes as nobody, unless an entry has their name or domain', () => {
    const keys = keysOf('list', [entry('Stuff', { domains: ['stuff.co.nz'] })], [lookAlike('Stuff (UK magazine)', 'Stuff', 'stuff.tv'), lookAlike('Stuffed Toys Ltd', 'Stuff', 'stuff.co.nz')])
    expect(keys.get('nstuff')).not.toBe('x')
    expect(keys.get('dstuff.co.nz')).not.toBe('x')
    for (const key of ['dstuff.tv', 'nstuff uk magazine', 'nstuffed toys', 'nstuffed toys ltd']) expect(keys.get(key), key).toBe('x')
  })
})
