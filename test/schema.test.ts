import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CLAIMS, parseList, parseListInSteps, STATUSES, UNTIL_KINDS } from '../src/list/schema.ts'
import { acme, errorOf, faultOf, file, type Json, parse, zenith } from './list-json.ts'
import { FOLDER, realText } from './lists.ts'

const campaign = (change: Json) => file({ campaign: { ...(file()['campaign'] as Json), ...change } })
const source = (change: Json) => file({ sources: { news: { ...((file()['sources'] as Json)['news'] as Json), ...change } } })
const lookAlike = (change: Json) => file({ not_the_same: [{ ...(file()['not_the_same'] as Json[])[0], ...change }] })
const many = (change: (at: number) => Json = () => ({})) => file({ entries: Array.from({ length: 1_700 }, (_, at) => acme({ id: `acme-${at}`, name: `Acme ${at}`, aliases: [], domains: [`acme${at}.com`], handles: {}, ...change(at) })), not_the_same: [] })
const without = (key: string): Json => Object.fromEntries(Object.entries(acme()).filter(([name]) => name !== key))

describe('a list file is accepted', () => {
  it('when it is the real one, with every entry', () => {
    const { entries } = JSON.parse(realText) as { entries: unknown[] }
    expect(parseList('real', realText).entries).toHaveLength(entries.length)
    expect(entries.length).toBeGreaterThan(250)
  })

  it('when it is small', () => {
    expect(parse(file()).entries.map(({ name }) => name)).toEqual(['Acme Works', 'Zenith'])
  })

  it('with a byte order mark', () => {
    expect(parseList('small.json', `\uFEFF${JSON.stringify(file())}`).id).toBe('small')
  })

  it('without what is optional, and with null where nothing is known', () => {
    const bare = acme({ industry: null, country: null, scope: null, scope_short: null, announced: null, from: null, until: null, duration: null, note: null, handles: {} })
    delete bare['claim']
    delete bare['later']
    expect(parse(file({ entries: [bare, zenith()] })).entries[0]?.from).toBeNull()
  })

  it('without an end, and without anybody who asked or claimed anything', () => {
    const { window_until, ask, claimed_participants } = parse(campaign({ window_until: null, ask: null, claimed_participants: null, claimed_participants_source: null })).campaign
    expect([window_until, ask, claimed_participants]).toEqual([null, null, null])
  })

  it('about several platforms', () => {
    expect(parse(campaign({ platforms: ['facebook', 'x'] })).campaign.platforms).toEqual(['facebook', 'x'])
  })

  it.each(['2020', '2020-07', '2020-07-31'])('with dates as exact as "%s"', (date) => {
    expect(parse(file({ entries: [acme({ from: date, until: date })] })).entries[0]?.until).toBe(date)
  })

  it('with white space around texts, which is taken off', () => {
    expect(parse(file({ entries: [acme({ name: ' Acme Works\n' })] })).entries[0]?.name).toBe('Acme Works')
  })
})

describe('a list file is refused', () => {
  it.each(['', 'list', '{', '{"format":1,}', '<html>', '\uFEFF\uFEFF{}'])('with its name and the reason when it is not JSON: %j', (text) => {
    const { message } = errorOf(() => parseList('small.json', text))
    expect(message).toContain('small.json')
    expect(message).toContain('is not JSON')
  })

  it.each([null, true, 1, 'list', [], {}])('when it is JSON but no list: %j', (data) => {
    expect(faultOf(data).message).toContain('small.json')
  })

  it('with all its faults at once', () => {
    const { faults, message } = faultOf(file({ format: 2, entries: [acme({ status: 'left' }), zenith({ country: 7 })] }))
    expect(faults).toHaveLength(3)
    expect(message).toMatch(/format/)
    expect(message).toMatch(/entry "Acme Works": status/)
    expect(message).toMatch(/entry "Zenith": country/)
  })

  it('with the number of an entry that has no name', () => {
    const nameless = acme()
    delete nameless['name']
    expect(faultOf(file({ entries: [zenith(), nameless] })).message).toContain('entry number 2: name is missing')
    expect(faultOf(file({ entries: [zenith(), null] })).message).toContain('entry number 2')
  })

  it('without calling missing what is there, but of the wrong type', () => {
    expect(faultOf(file({ entries: [acme({ handles: 'acme' })] })).message).not.toContain('is missing')
    expect(faultOf(file({ entries: [null] })).message).not.toContain('is missing')
    expect(faultOf(null).message).not.toContain('is missing')
  })

  const required = Object.keys(acme()).filter((key) => key !== 'claim' && key !== 'later')

  it.each(required.filter((key) => key !== 'name'))('naming entry and field when "%s" is missing', (key) => {
    expect(faultOf(file({ entries: [without(key), zenith()] })).faults).toEqual([`entry "Acme Works": ${key} is missing`])
  })

  it.each(Object.keys(acme()).filter((key) => key !== 'name'))('naming entry and field when "%s" has the wrong type', (key) => {
    for (const wrong of [7, { a: 1 }]) {
      const { faults } = faultOf(file({ entries: [acme({ [key]: wrong }), zenith()] }))
      expect(faults.length).toBeGreaterThan(0)
      for (const fault of faults) expect(fault).toMatch(new RegExp(`^entry "Acme Works": ${key}\\b`))
    }
  })

  it.each(['id', 'aliases', 'domains', 'handles', 'kind', 'brands_named_in_sources', 'status', 'badge_ok', 'until_kind', 'confidence', 'from_memory', 'match_risk', 'sources', 'claim', 'later'])(
    'naming entry and field when "%s" is null',
    (key) => {
      expect(faultOf(file({ entries: [acme({ [key]: null }), zenith()] })).message).toContain(`entry "Acme Works": ${key} `)
    },
  )

  it.each(['kind', 'status', 'claim', 'until_kind', 'confidence', 'match_risk'])('naming entry, field and what is allowed when "%s" has an unknown value', (key) => {
    const { message } = faultOf(file({ entries: [acme({ [key]: 'no-such-value' }), zenith()] }))
    expect(message).toContain(`entry "Acme Works": ${key} must be one of: `)
    expect(message).toContain('no-such-value')
  })

  it.each([
    ['name', 7, 'entry number 1: name must be text'],
    ['name', '', 'entry number 1: name must not be empty'],
    ['status', 'Joined', 'entry "Acme Works": status must be one of'],
    ['badge_ok', 'true', 'entry "Acme Works": badge_ok must be true or false'],
    ['id', 'Acme Works', 'entry "Acme Works": id must be lower-case words'],
    ['id', 'acme--works', 'entry "Acme Works": id must be lower-case words'],
    ['note', '', 'entry "Acme Works": note must not be empty'],
    ['note', ' ', 'entry "Acme Works": note must not be empty'],
    ['statement', 'x'.repeat(2_001), 'entry "Acme Works": statement is longer than'],
    ['scope_short', 'x'.repeat(41), 'entry "Acme Works": scope_short is longer than 40'],
    ['aliases', ['Acme', 7], 'entry "Acme Works": aliases number 2 must be text'],
    ['handles', { myspace: ['acme'] }, 'entry "Acme Works": handles.myspace is not a known field'],
    ['handles', { facebook: 'acme' }, 'entry "Acme Works": handles.facebook must be a list'],
    ['later', [{ finding: 'It came back' }], 'entry "Acme Works": later number 1.sources is missing'],
    ['colour', 'red', 'entry "Acme Works": colour is not a known field'],
    ['from', '01.07.2020', 'entry "Acme Works": from must be a date'],
    ['from', '2020-7-1', 'entry "Acme Works": from must be a date'],
    ['until', '2020-13', 'entry "Acme Works": until must be a date'],
    ['until', '2020-07-32', 'entry "Acme Works": until must be a date'],
    ['announced', '', 'entry "Acme Works": announced must be a date'],
    ['announced', 2020, 'entry "Acme Works": announced must be a date in quotes'],
  ])('for %s: %j', (key, value, message) => {
    expect(faultOf(file({ entries: [acme({ [key]: value }), zenith()] })).message).toContain(message)
  })

  it.each(['2020-02-30', '2020-06-31', '2019-02-29'])('for the date %s, which no calendar has', (date) => {
    expect(faultOf(file({ entries: [acme({ announced: date }), zenith()] })).message).toContain('entry "Acme Works": announced must be a date')
  })

  it.each([
    ['acme.com/shop', 'bare domain'], ['https://acme.com', 'bare domain'], ['ACME.com', 'bare domain in lower case'], ['www.acme.com', 'bare domain'], ['acme', 'bare domain'],
    ['acme .com', 'bare domain'], ['1.2.3.4', 'bare domain'], ['acme..com', 'bare domain'], ['.acme.com', 'bare domain'], ['acme.com,acme.org', 'bare domain'], ['acme.com.', 'bare domain'], ['facebook.com', 'is a platform'], ['acme.myshopify.com', 'is a platform'],
    ['apps.apple.com', 'is a platform'], ['co.uk', 'not a domain that one organisation can own'], ['com.au', 'not a domain that one organisation can own'],
  ])('for the domain "%s": %s', (domain, message) => {
    const error = faultOf(file({ entries: [acme({ domains: ['acme.com', domain] }), zenith()] }))
    expect(error.message).toContain('entry "Acme Works": domains number 2 ')
    expect(error.message).toContain(message)
  })

  it.each(['http://news.example/1', 'news.example/1', 'javascript:alert(1)', 'https://', 'https://news', 'https://news .example/', 'ftp://news.example/'])('for a source at "%s"', (url) => {
    expect(faultOf(source({ url })).message).toContain('sources.news.url must be an address that starts with https://')
  })

  it.each([
    [source({ kind: 'rumour' }), 'sources.news.kind must be one of'],
    [source({ title: '' }), 'sources.news.title must not be empty'],
    [source({ author: 'somebody' }), 'sources.news.author is not a known field'],
    [campaign({ window_from: 'July' }), 'campaign.window_from must be a date'],
    [campaign({ name: null }), 'campaign.name must be text'],
    [campaign({ sponsor: 'x' }), 'campaign.sponsor is not a known field'],
    [campaign({ platforms: undefined }), 'campaign.platforms is missing'],
    [campaign({ platforms: [] }), 'campaign.platforms must name one at least'],
    [campaign({ platforms: 'x' }), 'campaign.platforms must be a list'],
    [campaign({ platforms: ['X (Twitter)'] }), 'campaign.platforms number 1 must be lower-case words'],
    [campaign({ platform_name: undefined }), 'campaign.platform_name is missing'],
    [campaign({ platform_name: null }), 'campaign.platform_name must be text'],
    [campaign({ platform_name: 'x'.repeat(41) }), 'campaign.platform_name is longer than 40'],
    [campaign({ window_until: 'never' }), 'campaign.window_until must be a date'],
    [lookAlike({ domain: 'https://acmezoo.org' }), 'not_the_same number 1.domain must be a bare domain'],
    [lookAlike({ relation: 'cousin' }), 'not_the_same number 1.relation must be one of'],
    [lookAlike({ confusable_with: 'Acme' }), 'not_the_same "Acme Zoo": confusable_with names no entry ("Acme")'],
    [file({ format: 2 }), 'format must be 1'],
    [file({ format: '1' }), 'format must be 1'],
    [file({ updated: null }), 'updated must be a date in quotes'],
    [file({ entries: {} }), 'entries must be a list'],
    [file({ author: 'somebody' }), 'author is not a known field'],
  ])('naming what is wrong outside entries (%#)', (data, message) => {
    expect(faultOf(data).message).toContain(message)
  })
})

describe('fields that do not fit together are refused', () => {
  it('two entries with one id', () => {
    expect(faultOf(file({ entries: [acme(), zenith({ id: 'acme' })] })).message).toContain('entry "Zenith": id "acme" is already used by "Acme Works"')
  })

  it.each([['sources', { sources: ['news', 'rumour'] }], ['later', { later: [{ finding: 'x', sources: ['rumour'] }] }]])('an entry whose %s name an unknown source', (_where, change) => {
    expect(faultOf(file({ entries: [acme(change), zenith()] })).message).toContain('entry "Acme Works": sources names "rumour"')
  })

  it.each(['constructor', 'toString', '__proto__'])('an entry whose source is "%s", which every object has', (id) => {
    expect(faultOf(file({ entries: [acme({ sources: [id] })] })).message).toContain(`sources names "${id}"`)
  })

  it.each([
    ['sources', { sources: ['rumour'] }],
    ['claimed_participants_source', { claimed_participants_source: 'rumour' }],
    ['participant_count_claims', { participant_count_claims: [{ as_of: '2020-07', n: '10', what: 'firms', source: 'rumour' }] }],
  ])('a campaign whose %s name an unknown source', (_where, change) => {
    expect(faultOf(campaign(change)).message).toMatch(/campaign.*"rumour"/)
  })

  it.each([['claimed_participants', { claimed_participants: null }], ['claimed_participants_source', { claimed_participants_source: null }]])('a campaign without %s alone', (_field, change) => {
    expect(faultOf(campaign(change)).message).toContain('campaign: claimed_participants and claimed_participants_source belong together')
  })

  it('a label without a source', () => {
    expect(faultOf(file({ entries: [acme({ sources: [] }), zenith()] })).message).toContain('entry "Acme Works": badge_ok is true, but sources is empty')
    expect(parse(file({ entries: [acme({ sources: [], badge_ok: false }), zenith()] })).entries).toHaveLength(2)
  })

  it('a label without a statement', () => {
    expect(faultOf(file({ entries: [acme({ statement: null }), zenith()] })).message).toContain('entry "Acme Works": badge_ok is true, but statement is empty')
  })

  it.each([['2020-07-02', '2020-07-01'], ['2020-07', '2020-06-30'], ['2020-07-01', '2020-06'], ['2020', '2019-12-31'], ['2020-01-01', '2019']])('an end before its beginning: from %s until %s', (from, until) => {
    expect(faultOf(file({ entries: [acme({ from, until }), zenith()] })).message).toContain(`entry "Acme Works": until (${until}) is before from (${from})`)
  })

  it.each([['2020-07-01', '2020-07-01'], ['2020-07-15', '2020-07'], ['2020-07', '2020-07-01'], ['2020', '2020-01-01'], ['2020-12-31', '2020']])('but not from %s until %s', (from, until) => {
    expect(parse(file({ entries: [acme({ from, until })] })).entries).toHaveLength(1)
  })
})

describe('a list of thousands of entries', () => {
  it('is read as a whole, in steps', () => {
    const text = JSON.stringify(many((at) => ({ note: ` Note ${at} ` })))
    const { entries } = parseList('many', text)
    expect(entries.map(({ id, note }) => [id, note])).toEqual(Array.from({ length: 1_700 }, (_, at) => [`acme-${at}`, `Note ${at}`]))
    let pauses = 0
    for (const steps = parseListInSteps('many', text); !steps.next().done; ) pauses++
    expect(pauses).toBeGreaterThanOrEqual(4)
  })

  it('has each of its faults named, wherever they are', () => {
    const { faults } = faultOf(many((at) => (at === 3 ? { status: 'left' } : at === 702 ? { name: '' } : at === 1_650 ? { kind: 'pub' } : {})))
    expect(faults).toEqual([expect.stringContaining('entry "Acme 3": status'), expect.stringContaining('entry number 703: name'), expect.stringContaining('entry "Acme 1650": kind')])
    expect(faultOf(many((at) => (at === 900 ? { id: 'acme-1' } : {}))).faults).toEqual(['entry "Acme 900": id "acme-1" is already used by "Acme 1"'])
  })
})

describe('what editors are told in list.schema.json', () => {
  interface Described {
    required: string[]
    properties: Record<string, { enum?: string[] }>
  }
  const { $defs: told } = JSON.parse(readFileSync(new URL('list.schema.json', FOLDER), 'utf8')) as { $defs: { entry: Described; campaign: Described } }
  const optional = ['claim', 'tails', 'later']

  it('has the fields of an entry and of a campaign, and no others', () => {
    expect(Object.keys(told.entry.properties).toSorted()).toEqual([...new Set([...Object.keys(acme()), ...optional])].toSorted())
    expect(told.entry.required.toSorted()).toEqual(Object.keys(acme()).filter((key) => !optional.includes(key)).toSorted())
    const fields = Object.keys(file()['campaign'] as Json).toSorted()
    expect(Object.keys(told.campaign.properties).toSorted()).toEqual(fields)
    expect(told.campaign.required.toSorted()).toEqual(fields)
  })

  it.each([['status', STATUSES], ['claim', CLAIMS], ['until_kind', UNTIL_KINDS]] as const)('has the values of %s', (field, values) => {
    expect(told.entry.properties[field]?.enum).toEqual([...values])
  })
})
