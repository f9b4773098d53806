import { readFileSync } from 'node:fs'
import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLists } from '../src/list/compile.ts'
import { explainer } from '../src/list/explain.ts'
import { openIndex } from '../src/list/lookup.ts'
import { pageOf } from '../scripts/page-address.ts'
import type { ListFile } from '../src/list/schema.ts'
import type { AdvertiserClues } from '../src/list/types.ts'
import { entry, listOf, lookAlike, NOTHING, packedWords, real } from './lists.ts'

const small = listOf(
  'small',
  [
    entry('Ford Motor Company', { aliases: ['Ford'], domains: ['ford.com'], handles: { facebook: ['ford'] }, match_risk: 'high' }),
    entry('Unilever', { domains: ['unilever.com'], handles: { facebook: ['unilever'] } }),
    entry('Best Buy', { domains: ['bestbuy.com'] }),
    entry('Upwork', { domains: ['upwork.com'] }),
    entry('American Honda', { aliases: ['Honda'], domains: ['honda.com'], tails: false }),
    entry('Starbucks', { domains: ['starbucks.com'] }),
    entry('Labour Party (UK)', { aliases: ['UK Labour'], domains: ['labour.org.uk'], kind: 'political-party' }),
  ],
  [
    lookAlike('Ford Foundation', 'Ford Motor Company', 'fordfoundation.org'),
    { name: 'Ford Field (Detroit)', confusable_with: 'Ford Motor Company', domain: null, relation: 'named-venue-or-event' },
  ],
)

function open(file: ListFile) {
  const { index } = compileLists([file], packedWords, '')
  const explain = explainer(file, index, domainToUnicode)
  const lookup = openIndex(index)
  return {
    explain: (clues: Partial<AdvertiserClues>) => explain({ ...NOTHING, ...clues }),
    found: (clues: Partial<AdvertiserClues>) => file.entries[lookup.find({ ...NOTHING, ...clues })[0]?.entry ?? -1]?.name,
  }
}

const { explain, found } = open(small)
const lines = (clues: Partial<AdvertiserClues>) => explain(clues).map(({ about, reason }) => `${about}: ${reason}`)

describe('a near miss is told', () => {
  it.each<[string, Partial<AdvertiserClues>, string]>([
    ['a look-alike by its name', { name: 'FORD Foundation' }, 'Ford Foundation: is on record as unrelated to Ford Motor Company; the name is its name'],
    ['a look-alike with words after its name', { name: 'Ford Foundation Fellows' }, 'Ford Foundation: is on record as unrelated to Ford Motor Company; the name is its name with “fellows” after it'],
    ['a look-alike by the page’s address', { page: 'ford.foundation', landing: 'https://www.ford.com/' }, 'Ford Foundation: is on record as unrelated to Ford Motor Company; the page’s address is its name run together'],
    ['a look-alike by its domain', { name: 'Ford', landing: 'https://jobs.fordfoundation.org/' }, 'Ford Foundation: is on record as unrelated to Ford Motor Company; the link leads to its domain fordfoundation.org'],
    ['a venue, by its name without the remark', { name: 'Ford Field' }, 'Ford Field (Detroit): is on record as a venue or event, and not Ford Motor Company; the name is its name'],
    ['a word after a name that may not follow', { name: 'Unilever Canada Stores' }, 'Unilever: the name begins with “unilever”, but “stores” after it is no country, region, department or the like'],
    ['a link without anything after it', { name: 'Unilever and' }, 'Unilever: the name begins with “unilever”, but “and” after it is no country, region, department or the like'],
    ['a name in the midst of another', { name: 'My Best Buy Deals' }, 'Best Buy: the name contains “best buy”, but “my” stands before it'],
    ['a name in a longer word', { name: 'Starbuckslovers' }, 'Starbucks: the name begins with “starbucks”, but “lovers” after it is nothing that may follow there'],
    ['a tail where none may be', { name: 'Honda Deutschland' }, 'American Honda: the name is “honda” with “deutschland” after it, and with anything after it this name is somebody else’s (tails: false)'],
    ['a tail of a risky name', { name: 'Ford Jobs' }, 'Ford Motor Company: the name is “ford” with “jobs” after it, and the name is short or common (match_risk: high), so that only a country may follow it'],
    ['a risky name with other spaces', { name: 'Ford Motorcompany Canada' }, 'Ford Motor Company: the name is “ford motor” with “canada” after it, and the name is short or common (match_risk: high)'],
    ['a risky name with a link elsewhere', { name: 'Ford', landing: 'https://dealer.example/' }, 'Ford Motor Company: the name is short or common (match_risk: high), and the link leads elsewhere, to dealer.example'],
    ['a tail with a link elsewhere', { name: 'Unilever Canada', landing: 'https://dealer.example/' }, 'Unilever: the name with “canada” after it is a weak clue, and the link leads elsewhere, to dealer.example'],
    ['other spaces with a link elsewhere', { name: 'BestBuy', landing: 'https://dealer.example/' }, 'Best Buy: the name, written with other spaces, is a weak clue, and the link leads elsewhere, to dealer.example'],
    ['a slug with a link elsewhere', { page: 'bestbuy', landing: 'https://dealer.example/' }, 'Best Buy: the page’s address, which is its name run together, is a weak clue, and the link leads elsewhere, to dealer.example'],
    ['a tail with a link that can’t be read', { name: 'Unilever Canada', landing: 'ftp://x' }, 'Unilever: the name with “canada” after it is a weak clue, and the link can’t be read'],
    ['more spaces than the name has', { name: 'Up Work' }, 'Upwork: the name is “upwork” but for its spaces: it has spaces where the name on record has none'],
    ['a name that the page outweighs', { name: 'Starbucks', page: 'unilever' }, 'Starbucks: the name points to it, but the page to Unilever'],
    ['weak clues against a domain', { name: 'Starbucks Canada', landing: 'https://bestbuy.com/' }, 'Starbucks: the name points to it, but the link to Best Buy'],
    ['a letter too few', { name: 'Starbuks Canada' }, 'Starbucks: the name is one letter off “starbucks”'],
    ['two letters off in a long name', { name: 'Sturbuks' }, 'Starbucks: the name is two letters off “starbucks”'],
    ['a letter off in the page’s address', { page: 'unlever' }, 'Unilever: the page’s address is one letter off “unilever”'],
    ['letters of another script', { name: 'Fоrd' }, 'Ford Motor Company: the name only looks like “ford”: “о” (U+043E) is another script’s letter'],
    ['capitals of another script', { name: 'ΒΕЅТ BUY' }, 'Best Buy: the name only looks like “best buy”: “Β” (U+0392), “Ε” (U+0395), “Ѕ” (U+0405), “Т” (U+0422) is another script’s letter'],
    ['digits as letters', { name: 'F0rd' }, 'Ford Motor Company: the name only looks like “ford”'],
    ['a host that contains a name', { landing: 'https://notford.com/' }, 'Ford Motor Company: the link’s host notford.com only contains “ford” of ford.com'],
    ['a host that contains a domain', { landing: 'https://ford.com.evil.example/' }, 'Ford Motor Company: the link’s host ford.com.evil.example only contains ford.com: the site is what stands at the end'],
    ['a subdomain of that name', { landing: 'https://ford.evil.example/' }, 'Ford Motor Company: the link’s host ford.evil.example only contains “ford” of ford.com'],
    ['another ending', { landing: 'https://ford.shop/' }, 'Ford Motor Company: ford.shop is not ford.com: that ending is no country’s'],
    ['another country’s ending where that is somebody else', { landing: 'https://honda.de/' }, 'American Honda: honda.de is not honda.com: in another country the name is somebody else’s (tails: false)'],
    ['a domain in the path', { landing: 'https://evil.example/www.ford.com/' }, 'Ford Motor Company: ford.com stands in the link’s path only, which says nothing of where it leads'],
    ['a domain in the query', { landing: 'https://evil.example/?to=https%3A%2F%2Fford.com' }, 'Ford Motor Company: ford.com stands in the link’s query only, which says nothing of where it leads'],
    ['a domain as user info', { landing: 'https://ford.com@evil.example/' }, 'Ford Motor Company: ford.com stands in the link’s user info only, which says nothing of where it leads'],
    ['a domain in what is no address', { landing: 'javascript:ford.com' }, 'Ford Motor Company: ford.com stands in the link’s text only, which says nothing of where it leads'],
    ['punycode', { landing: 'https://xn--frd-sna.com/' }, 'Ford Motor Company: the link to xn--frd-sna.com (förd.com) only looks like ford.com'],
    ['a host with a digit', { landing: 'https://f0rd.com/' }, 'Ford Motor Company: the link to f0rd.com only looks like ford.com'],
    ['a host that is misspelt', { landing: 'https://starbuks.com/' }, 'Starbucks: the link to starbuks.com is a letter or two off starbucks.com'],
    ['a domain that is only printed', { domain: 'ford.com', landing: 'https://evil.example/' }, 'Ford Motor Company: its domain is printed on the ad, but the link leads to evil.example'],
    ['a platform', { name: 'Nobody', landing: 'https://bit.ly/x' }, 'the link: leads to a platform, or through a redirector that doesn’t tell where: it decides nothing'],
    ['a link that can’t be read', { name: 'Nobody', landing: 'tel:1' }, 'the link: can’t be read as an address'],
    ['a printed domain that can’t be read', { name: 'Nobody', domain: 'a b' }, 'the domain: can’t be read as an address'],
    ['another country’s ending alone', { name: 'Nobody', landing: 'https://ford.ca/' }, 'Ford Motor Company: ford.ca is its domain under another country’s ending: that agrees with a name, but is no evidence by itself'],
    ['the page’s address of a risky name', { page: 'fordusa' }, 'Ford Motor Company: the page’s address is its name run together, with “usa” after it, but the name is short or common (match_risk: high), so that says nothing'],
    ['the page’s address where no tail may be', { page: 'hondausa' }, 'American Honda: the page’s address is its name run together, with “usa” after it, but with anything after it this name is somebody else’s (tails: false)'],
    ['the page’s address with a department', { page: 'unileverjobs' }, 'Unilever: the page’s address is its name run together, with “jobs” after it, but only a country or “official” may follow it there'],
    ['the page’s address with anything', { page: 'starbucksfans' }, 'Starbucks: the page’s address begins with “starbucks”, but “fans” after it is nothing that may follow there'],
    ['a name with nothing to read', { name: '!!!' }, 'the name: has nothing to read in it, or is longer than any real name'],
  ])('%s', (_what, clues, line) => {
    expect(lines(clues)).toContain(line)
  })

  it('and a party on record is said to get no label', () => {
    expect(found({ name: 'UK Labour' })).toBe('Labour Party (UK)')
    expect(lines({ name: 'UK Labour' })).toEqual(['Labour Party (UK): is kept in the data, but parties and campaigns are never labelled'])
  })

  it('the most telling first', () => {
    expect(explain({ name: 'Ford Foundation', landing: 'https://ford.com.evil.example/' }).map(({ about }) => about)).toEqual(['Ford Foundation', 'Ford Motor Company', 'Ford Motor Company'])
  })

  it('beside a match as well, but nothing of the entry that matched', () => {
    expect(found({ name: 'Starbucks', page: 'unilever', landing: 'https://notunilever.example/' })).toBe('Unilever')
    expect(lines({ name: 'Starbucks', page: 'unilever', landing: 'https://notunilever.example/' })).toEqual(['Starbucks: the name points to it, but the page to Unilever'])
  })
})

describe('nothing is told', () => {
  it.each<Partial<AdvertiserClues>>([
    {}, { name: 'Ford', landing: 'https://www.ford.com/' }, { name: 'Unilever Canada', landing: 'https://unilever.ca/' }, { page: 'unilever' }, { name: 'Zyxomatic Frobnicator' },
    { name: 'For' }, { landing: 'https://example.com/' },
  ])('of %j', (clues) => {
    expect(lines(clues)).toEqual([])
  })
})

describe('whatever it is asked', () => {
  const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('Ford', 'ford.com', 'Ford Foundation', '\uD800Ford', 'https://ford.ca', 'x'.repeat(9_000), '%', 'https://%', '//', 'constructor', '__proto__')))

  it('it gives at most ten, each once, and never throws', () => {
    fc.assert(
      fc.property(text, text, text, text, (name, page, domain, landing) => {
        const told = lines({ name, page, domain, landing })
        expect(told.length).toBeLessThanOrEqual(10)
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })

  it('it has a reason wherever one clue alone would have been enough', () => {
    const ofReal = open(real)
    const corpus = JSON.parse(readFileSync(new URL('matching/corpus.json', import.meta.url), 'utf8')) as Partial<AdvertiserClues>[]
    const silent = corpus.filter(({ name = null, page: address = null, domain = null, landing = null }) => {
      const page = pageOf(address)
      const alone = [{ name }, { page }, { domain, landing }].map(ofReal.found).filter(Boolean)
      const match = ofReal.found({ name, page, domain, landing })
      return alone.some((entry) => entry !== match) && ofReal.explain({ name, page, domain, landing }).length === 0
    })
    expect(silent).toEqual([])
  })
})
