import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLists } from '../scripts/lists-plugin.ts'
import { compileLists } from '../src/list/compile.ts'
import { openIndex } from '../src/list/lookup.ts'
import { LEGAL_FORMS } from '../src/list/legal-forms.ts'
import { normaliseName as normalise } from '../src/list/normalise.ts'
import { PLATFORMS } from '../src/list/platforms.ts'
import { type ListFile, type ListFileEntry, parseList } from '../src/list/schema.ts'
import type { AdvertiserClues, CompiledIndex, Lookup } from '../src/list/types.ts'

const normaliseName = (name: string) => normalise(name, LEGAL_FORMS)

const FOLDER = new URL('../lists/', import.meta.url)
const real = parseList('real', readFileSync(new URL('stop-hate-for-profit-2020.json', FOLDER), 'utf8'))
const realLookup = openIndex(readLists(FOLDER).index)

const NOTHING: AdvertiserClues = { name: null, page: null, domain: null, landing: null }

function entry(name: string, change: Partial<ListFileEntry> = {}): ListFileEntry {
  return {
    id: normaliseName(name).replaceAll(' ', '-'), name, aliases: [], domains: [], handles: {}, kind: 'company', industry: null, country: null, parent: null,
    brands_named_in_sources: [], status: 'joined', statement: 'It joined', badge_ok: true, scope: null, scope_short: null, announced: null, from: null, until: null,
    until_kind: 'unknown', duration: null, confidence: 'high', from_memory: false, match_risk: 'normal', sources: ['source'], note: null, ...change,
  }
}

function listOf(id: string, entries: ListFileEntry[], notTheSame: ListFile['not_the_same'] = []): ListFile {
  return { ...real, id, entries, not_the_same: notTheSame }
}

function open(...files: ListFile[]): Lookup {
  return openIndex(compileLists(files, 'hash').index)
}

/** Names of the entries found. */
function found(lookup: Lookup, clues: Partial<AdvertiserClues>): string[] {
  return lookup.find({ ...NOTHING, ...clues }).map((match) => match.entry.name)
}

const small = open(
  listOf(
    'small',
    [
      entry('Ford Motor Company', { aliases: ['Ford'], domains: ['ford.com'], handles: { facebook: ['ford'] }, match_risk: 'high' }),
      entry('Unilever', { domains: ['unilever.com'], handles: { facebook: ['Uni.lever'] } }),
      entry("Ben & Jerry's", { domains: ['benjerry.com'], handles: { facebook: ['benandjerrysUS', '12345678901'] } }),
      entry('Ben & Jerry’s Foundation', { domains: ['foundation.benjerry.com'] }),
      entry('Mars, Incorporated', { aliases: ['Mars'], domains: ['mars.com'], match_risk: 'high' }),
      entry('Stuff (New Zealand)', { aliases: ['Stuff'], domains: ['stuff.co.nz'] }),
    ],
    [
      { name: 'Ford Foundation', confusable_with: 'Ford Motor Company', domain: 'fordfoundation.org', relation: 'unrelated' },
      { name: 'Stuff (UK magazine)', confusable_with: 'Stuff (New Zealand)', domain: 'stuff.tv', relation: 'unrelated' },
      { name: 'Lever (brothers)', confusable_with: 'Unilever', domain: null, relation: 'unrelated' },
    ],
  ),
)

describe('an advertiser is found', () => {
  it('by its name', () => {
    expect(small.find({ ...NOTHING, name: 'UNILEVER™' })).toMatchObject([{ entry: { id: 'unilever' }, evidence: [{ by: 'name', value: 'UNILEVER™' }] }])
  })

  it('by an alias', () => {
    expect(found(small, { name: 'Ford' })).toEqual(['Ford Motor Company'])
  })

  it('by its page, whatever the page is called', () => {
    expect(small.find({ ...NOTHING, name: 'Ice cream', page: 'BenAndJerrys.US' })).toMatchObject([
      { entry: { name: "Ben & Jerry's" }, evidence: [{ by: 'page', value: 'BenAndJerrys.US' }] },
    ])
    expect(found(small, { page: '12345678901' })).toEqual(["Ben & Jerry's"])
  })

  it('by the domain that it leads to, or by one above that', () => {
    expect(small.find({ ...NOTHING, name: 'New Bronco', landing: 'https://www.ford.com/suvs' })).toMatchObject([
      { entry: { name: 'Ford Motor Company' }, evidence: [{ by: 'domain', value: 'ford.com' }] },
    ])
    expect(found(small, { landing: 'https://jobs.eu.unilever.com/' })).toEqual(['Unilever'])
  })

  it('by the printed domain where the link tells nothing', () => {
    expect(found(small, { domain: 'UNILEVER.COM' })).toEqual(['Unilever'])
    expect(found(small, { domain: 'unilever.com', landing: 'not an address' })).toEqual(['Unilever'])
    expect(found(small, { domain: 'unilever.com', landing: 'https://fb.me/x' })).toEqual(['Unilever'])
  })

  it('by the most specific of its domains', () => {
    expect(found(small, { landing: 'https://foundation.benjerry.com/' })).toEqual(['Ben & Jerry’s Foundation'])
    expect(found(small, { landing: 'https://www.benjerry.com/' })).toEqual(["Ben & Jerry's"])
  })

  it('with all the evidence that speaks for it', () => {
    const [match] = small.find({ name: 'Ford', page: 'ford', domain: 'ford.com', landing: 'https://shop.ford.com/' })
    expect(match?.evidence.map(({ by }) => by)).toEqual(['page', 'name', 'domain'])
  })

  it('with no evidence that speaks for another', () => {
    const [match] = small.find({ ...NOTHING, name: 'Unilever', landing: 'https://www.benjerry.com/' })
    expect(match).toMatchObject({ entry: { name: 'Unilever' }, evidence: [{ by: 'name' }] })
    expect(match?.evidence).toHaveLength(1)
  })
})

describe('where clues contradict each other', () => {
  it('the page goes before the name', () => {
    expect(found(small, { name: 'Unilever', page: 'ford' })).toEqual(['Ford Motor Company'])
  })

  it('the name goes before the domain', () => {
    expect(found(small, { name: 'Unilever', landing: 'https://www.ford.com/' })).toEqual(['Unilever'])
  })

  it('the page goes before the domain', () => {
    expect(found(small, { page: 'uni.lever', landing: 'https://www.ford.com/' })).toEqual(['Unilever'])
  })

  it('the link goes before the printed domain', () => {
    expect(found(small, { name: 'Deals', domain: 'unilever.com', landing: 'https://evil.example/' })).toEqual([])
    expect(found(small, { name: 'Deals', domain: 'unilever.com', landing: 'https://www.ford.com/' })).toEqual(['Ford Motor Company'])
  })
})

describe('a name of high risk', () => {
  it('is refused when the ad leads somewhere else', () => {
    expect(found(small, { name: 'Mars', landing: 'https://mars-band.example/' })).toEqual([])
    expect(found(small, { name: 'Mars', domain: 'mars-band.example' })).toEqual([])
    expect(found(small, { name: 'Mars', landing: 'https://www.unilever.com/' })).toEqual([])
  })

  it('is refused when the ad leads to a host that no list could have', () => {
    const hosts = ['my_mars.example', '93.184.216.34', '[2606:2800:220:1::1]', 'xn--80ak6aa92e.example', 'उदाहरण.example']
    expect(hosts.filter((host) => found(small, { name: 'Mars', landing: `https://${host}/` }).length > 0)).toEqual([])
  })

  it('matches when the ad has no link', () => {
    expect(found(small, { name: 'Mars' })).toEqual(['Mars, Incorporated'])
  })

  it('matches when the ad leads to its own domain', () => {
    expect(found(small, { name: 'Mars', landing: 'https://careers.mars.com/' })).toEqual(['Mars, Incorporated'])
  })

  it('matches when the page is its own, wherever the ad leads', () => {
    expect(found(small, { name: 'Ford', page: 'ford', landing: 'https://tickets.example/' })).toEqual(['Ford Motor Company'])
  })

  it('does not make a name of normal risk be refused', () => {
    expect(found(small, { name: 'Unilever', landing: 'https://evil.example/' })).toEqual(['Unilever'])
  })
})

describe('a platform', () => {
  it('decides nothing: neither for a match nor against one', () => {
    for (const platform of PLATFORMS) {
      for (const landing of [`https://${platform}/ford`, `https://ford.${platform}/`]) {
        expect(found(small, { name: 'Somebody', landing }), landing).toEqual([])
        expect(found(small, { name: 'Ford', landing }), landing).toEqual(['Ford Motor Company'])
      }
    }
  })

  it('decides nothing even if a list claims it', () => {
    const { index } = compileLists([listOf('list', [entry('Acme')])], '')
    const [list] = index.lists
    const claiming = { ...index, lists: [{ ...list, keys: 'dfacebook.com\t0' }] } as CompiledIndex
    expect(found(openIndex(claiming), { landing: 'https://www.facebook.com/' })).toEqual([])
  })
})

describe('a look-alike on record', () => {
  it('never matches by its name, whatever else speaks for the entry', () => {
    expect(found(small, { name: 'Ford Foundation' })).toEqual([])
    expect(found(small, { name: 'Ford Foundation', landing: 'https://www.ford.com/' })).toEqual([])
    expect(found(small, { name: 'The FORD Foundation™', page: 'ford' })).toEqual([])
  })

  it('never matches by its domain', () => {
    expect(found(small, { name: 'Ford', landing: 'https://www.fordfoundation.org/' })).toEqual([])
    expect(found(small, { name: 'Ford', domain: 'grants.fordfoundation.org' })).toEqual([])
  })

  it('is also known without the remark in brackets', () => {
    expect(found(small, { name: 'Lever', landing: 'https://www.unilever.com/' })).toEqual([])
    expect(found(small, { name: 'Lever (brothers)', landing: 'https://www.unilever.com/' })).toEqual([])
  })

  it('may differ from the entry in nothing but its legal form', () => {
    const merck = open(listOf('merck', [entry('Merck & Co.', { aliases: ['Merck'] })], [{ name: 'Merck KGaA', confusable_with: 'Merck & Co.', domain: null, relation: 'unrelated' }]))
    for (const name of ['Merck KGaA', 'MERCK KGaA®', 'merck kgaa']) expect(found(merck, { name }), name).toEqual([])
    for (const name of ['Merck', 'Merck & Co.', 'Merck & Co., Inc.', 'Merck and Company']) expect(found(merck, { name }), name).toEqual(['Merck & Co.'])
  })

  it('does not block an entry that has the same name without its remark', () => {
    expect(found(small, { name: 'Stuff' })).toEqual(['Stuff (New Zealand)'])
    expect(found(small, { name: 'Stuff', landing: 'https://www.stuff.tv/' })).toEqual([])
  })
})

describe('names close to a listed one', () => {
  it.each(['Ford Theatre', 'Tom Ford', 'Fords', 'Fort', 'F ord', 'Mars Hill', 'Unileverage', 'Ben', 'Jerry', 'Motor Company', 'F\u043Erd'])('%s is not on the list', (name) => {
    expect(found(small, { name })).toEqual([])
  })
})

describe('several lists', () => {
  const both = open(listOf('first', [entry('Acme', { status: 'joined' }), entry('Only here')]), listOf('second', [entry('Other'), entry('Acme', { status: 'paused-unclear' })]))

  it('answer with one record each', () => {
    expect(both.find({ ...NOTHING, name: 'Acme' }).map(({ list, entry: record }) => [list.id, record.status])).toEqual([['first', 'joined'], ['second', 'paused-unclear']])
  })

  it('answer alone where only one has the advertiser', () => {
    expect(both.find({ ...NOTHING, name: 'Only here' }).map(({ list }) => list.id)).toEqual(['first'])
    expect(both.find({ ...NOTHING, name: 'Other' }).map(({ list }) => list.id)).toEqual(['second'])
  })

  it('keep their look-alikes to themselves', () => {
    const lookup = open(
      listOf('first', [entry('Acme')], [{ name: 'Acme Zoo', confusable_with: 'Acme', domain: null, relation: 'unrelated' }]),
      listOf('second', [entry('Acme Zoo')]),
    )
    expect(lookup.find({ ...NOTHING, name: 'Acme Zoo' }).map(({ list }) => list.id)).toEqual(['second'])
  })

  it('may be none', () => {
    expect(found(open(), { name: 'Acme' })).toEqual([])
  })
})

describe.each([['small', small], ['real', realLookup]] as const)('hostile clues on the %s list', (_name, lookup) => {
  const megabyte = 1_000_000
  const hostile = [
    '', ' ', '\n', '\t0', 'n', 'n\t0', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'undefined', 'null', 'NaN', '0', '-1',
    '🎉', '👨‍👩‍👧‍👦', '\uD800', '\uDC00', '\uDFFF\uD800', '\u0000', '\u200D', '\u202Egnp', '%00', '../../etc', '<img src=x onerror=alert(1)>', '${name}', '.*', '[', '(?:',
    'a'.repeat(megabyte), ' '.repeat(megabyte), '\u0301'.repeat(megabyte), '.'.repeat(megabyte), 'a.'.repeat(megabyte / 2), `ford${'.'.repeat(megabyte)}evil`,
    `Ford${' '.repeat(megabyte)}Zoo`, `https://${'a.'.repeat(megabyte / 2)}example/`,
  ]

  it('that are all null find nothing', () => {
    expect(lookup.find(NOTHING)).toEqual([])
  })

  it('never throw and never match, in whichever clue they stand', () => {
    const matched = hostile.flatMap((value) =>
      [{ name: value }, { page: value }, { domain: value }, { landing: value }, { name: value, page: value, domain: value, landing: value }].flatMap((clues) =>
        found(lookup, clues).map((name) => `${Object.keys(clues).join('+')} ${JSON.stringify(value.slice(0, 40))}: ${name}`),
      ),
    )
    expect(matched).toEqual([])
  })

  it('never throw, for any strings', () => {
    const clue = fc.option(fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(fc.record({ name: clue, page: clue, domain: clue, landing: clue }), (clues) => {
        expect(lookup.find(clues).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1_000 },
    )
  })

  it('never match by an address of which only the beginning was read', () => {
    const lengths = Array.from({ length: 200 }, (_, at) => 1_900 + at)
    expect(lengths.filter((length) => found(lookup, { name: 'Offers', landing: `https://${'x'.repeat(length)}.ford.com@evil.example/` }).length > 0)).toEqual([])
  })
})

describe('openIndex', () => {
  const { index } = compileLists([listOf('list', [entry('Acme')])], 'hash')
  const [list] = index.lists

  it('opens what was compiled, also after a trip through JSON', () => {
    expect(found(openIndex(JSON.parse(JSON.stringify(index)) as CompiledIndex), { name: 'Acme' })).toEqual(['Acme'])
  })

  it.each([
    undefined, null, 0, 1, true, '', 'index', [], {}, [index], () => index, { format: 1 }, { format: 1, lists: [] }, { format: 1, platforms: [] },
    { ...index, format: undefined }, { ...index, format: 0 }, { ...index, format: 2 }, { ...index, format: '1' },
    { ...index, lists: null }, { ...index, lists: {} }, { ...index, lists: 'list' }, { ...index, lists: [null] }, { ...index, lists: [1] }, { ...index, lists: [{}] },
    { ...index, lists: [list, undefined] }, { ...index, platforms: undefined }, { ...index, platforms: {} }, { ...index, platforms: 'facebook.com' },
    { ...index, lists: [{ ...list, keys: undefined }] }, { ...index, lists: [{ ...list, keys: {} }] }, { ...index, lists: [{ ...list, keys: [] }] }, { ...index, lists: [{ ...list, keys: 7 }] },
  ])('throws on what is no index (%#)', (garbage) => {
    expect(() => openIndex(garbage as CompiledIndex)).toThrow()
  })

  it.each([undefined, null, {}, 'entries', 1])('throws on a list whose entries are %j, so that no look-up throws later', (entries) => {
    expect(() => openIndex({ ...index, lists: [{ ...list, entries }] } as unknown as CompiledIndex)).toThrow()
  })

  it('reads past lines of keys that are damaged', () => {
    const keys = ['', '\t', 'n', 'nno tab', 'nacme zoo\tx', 'nacme far\t99', 'nacme minus\t-1', 'nacme\t0'].join('\n')
    const lookup = openIndex({ ...index, lists: [{ ...list, keys }] } as CompiledIndex)
    for (const name of ['no tab', 'acme zoo', 'acme far', 'acme minus']) expect(found(lookup, { name }), name).toEqual([])
    expect(found(lookup, { name: 'Acme' })).toEqual(['Acme'])
  })
})

describe('the real list', () => {
  it('finds every entry by its own name', () => {
    for (const { name } of real.entries) expect(found(realLookup, { name })).toEqual([name])
  })

  it('finds every entry by each alias', () => {
    for (const { name, aliases } of real.entries) for (const alias of aliases) expect(found(realLookup, { name: alias }), alias).toEqual([name])
  })

  it('finds every entry by each domain, and by hosts below it', () => {
    for (const { name, domains } of real.entries) {
      for (const domain of domains) {
        expect(found(realLookup, { landing: `https://www.${domain}/` }), domain).toEqual([name])
        expect(found(realLookup, { name: 'Offers', landing: `https://shop.${domain}/x` }), domain).toEqual([name])
        expect(found(realLookup, { domain: domain.toUpperCase() }), domain).toEqual([name])
      }
    }
  })

  it('finds every entry by each Facebook page', () => {
    const pages = real.entries.flatMap(({ name, handles }) => (handles.facebook ?? []).map((page) => [name, page] as const))
    expect(pages.length).toBeGreaterThan(0)
    for (const [name, page] of pages) expect(found(realLookup, { page }), page).toEqual([name])
  })

  it('never takes a host that only looks like a listed domain for it', () => {
    for (const domain of real.entries.flatMap(({ domains }) => domains)) {
      for (const host of [`not${domain}`, `my-${domain}`, `${domain}.evil.example`]) expect(found(realLookup, { landing: `https://${host}/` }), host).toEqual([])
    }
  })

  it('refuses every name of high risk that leads somewhere else', () => {
    const risky = real.entries.filter((item) => item.match_risk === 'high')
    expect(risky.length).toBeGreaterThan(0)
    for (const { name, aliases } of risky) {
      for (const called of [name, ...aliases]) expect(found(realLookup, { name: called, landing: 'https://somebody-else.example/' }), called).toEqual([])
    }
  })

  it('never matches a look-alike by its name', () => {
    expect(real.not_the_same.length).toBeGreaterThan(0)
    const matched = real.not_the_same.flatMap(({ name, confusable_with }) => {
      const domains = real.entries.find((item) => item.name === confusable_with)?.domains ?? []
      return [null, ...domains].flatMap((domain) => found(realLookup, { name, domain }).map((entryName) => `${name} at ${domain}: ${entryName}`))
    })
    expect(matched).toEqual([])
  })

  it('never matches a look-alike by its name without the remark in brackets, unless an entry is called just that', () => {
    const called = new Set(real.entries.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.toLowerCase().replace(/^the /, '')))
    const plain = real.not_the_same.map(({ name }) => name.replace(/\s*\([^()]*\)$/, '')).filter((name) => !called.has(name.toLowerCase()))
    const matched = plain.flatMap((name) => found(realLookup, { name }).map((entryName) => `${name}: ${entryName}`))
    expect(matched).toEqual([])
  })

  it('never matches the domain of a look-alike, not even under the name of the entry', () => {
    for (const { name, confusable_with, domain } of real.not_the_same) {
      if (domain === null) continue
      const called = [null, name, name.replace(/\s*\([^()]*\)$/, ''), confusable_with]
      for (const each of called) expect(found(realLookup, { name: each, landing: `https://www.${domain}/` }), `${each} at ${domain}`).toEqual([])
    }
  })

  it('has at most one answer for each page, name and domain together', () => {
    const [first, ...others] = real.entries
    const domain = first?.domains[0] ?? ''
    expect(domain).not.toBe('')
    for (const other of others) expect(found(realLookup, { name: other.name, domain }).length, other.name).toBeLessThanOrEqual(1)
  })
})

/** Cases from outside the project, where they are at hand. */
interface MatchingCase {
  name: string
  page: string | null
  landing: string | null
  expect: string | null
  kind: string
}
const CASES = new URL('../../shared/data/matching-dev.json', import.meta.url)
const hasCases = existsSync(CASES)
if (!hasCases) console.log('../shared is not here: matching cases not run')

/** Where a link through Facebook's redirect leads. */
function decoded(landing: string | null): string | null {
  if (landing === null || !URL.canParse(landing)) return landing
  const url = new URL(landing)
  return url.hostname === 'l.facebook.com' && url.pathname === '/l.php' ? url.searchParams.get('u') : landing
}

function report(kind: string, good: number, all: number): void {
  console.log(`matching cases, ${kind}: ${good} of ${all}`)
}

describe.runIf(hasCases)('matching cases', () => {
  const cases = hasCases ? (JSON.parse(readFileSync(CASES, 'utf8')) as MatchingCase[]) : []
  const run = (kind: string) =>
    cases.filter((item) => item.kind === kind).map((item) => ({ ...item, got: found(realLookup, { name: item.name, landing: decoded(item.landing) })[0] ?? null }))

  it.each(['near-miss', 'hostile'])('%s: never match', (kind) => {
    const wrong = run(kind).filter(({ got }) => got !== null)
    report(kind, run(kind).length - wrong.length, run(kind).length)
    expect(run(kind).length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it.each(['exact', 'domain'])('%s: at least 95 in 100 are found, none wrongly', (kind) => {
    const results = run(kind)
    const right = results.filter((item) => item.got === item.expect)
    report(kind, right.length, results.length)
    for (const { name, got } of results.filter((item) => item.got !== item.expect)) console.log(`  ${name}: ${got ?? 'not found'}`)
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter((item) => item.got !== null && item.got !== item.expect)).toEqual([])
    expect(right.length / results.length).toBeGreaterThanOrEqual(0.95)
  })

  it('regional: right or none, never wrong', () => {
    const results = run('regional')
    report('regional', results.filter((item) => item.got === item.expect).length, results.length)
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter((item) => item.got !== null && item.got !== item.expect)).toEqual([])
  })
})
