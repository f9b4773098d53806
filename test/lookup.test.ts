import { describe, expect, it } from 'vitest'
import { entry, finder, listOf, lookAlike, ODD_NAME } from './lists.ts'

const { found, answer, match } = finder(
  listOf(
    'small',
    [
      entry('Ford Motor Company', { aliases: ['Ford'], domains: ['ford.com'], handles: { facebook: ['ford'] }, match_risk: 'high' }),
      entry('Unilever', { domains: ['unilever.com'], handles: { facebook: ['Uni.lever'] } }),
      entry("Ben & Jerry's", { domains: ['benjerry.com'], handles: { facebook: ['benandjerrysUS', '12345678901'] } }),
      entry('Ben & Jerry’s Foundation', { domains: ['foundation.benjerry.com'] }),
      entry('Mars, Incorporated', { aliases: ['Mars'], domains: ['mars.com'], match_risk: 'high' }),
      entry('Stuff (New Zealand)', { aliases: ['Stuff'], domains: ['stuff.co.nz'] }),
      entry('Best Buy', { domains: ['bestbuy.com'] }),
      entry('Upwork', { domains: ['upwork.com'] }),
      entry('American Honda', { aliases: ['Honda'], domains: ['honda.com'], handles: { facebook: ['Honda'] }, tails: false }),
      entry('Honda Canada', { domains: ['honda.ca'] }),
      entry('HP', { domains: ['hp.com'], match_risk: 'high' }),
      entry('Target', { domains: ['target.com'] }),
      entry('CVS Health', { domains: ['cvshealth.com'] }),
      entry('Coca-Cola', { domains: ['coca-cola.com'] }),
      entry('No Domain Society'),
    ],
    [
      lookAlike('Ford Foundation', 'Ford Motor Company', 'fordfoundation.org'),
      lookAlike('Stuff (UK magazine)', 'Stuff (New Zealand)', 'stuff.tv'),
      lookAlike('Lever (brothers)', 'Unilever'),
      lookAlike('Target Australia', 'Target', 'target.com.au'),
      lookAlike('Unilever Museum', 'Unilever', 'museum.unilever.com'),
    ],
  ),
)

const through = (address: string) => `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}&h=x`

describe('an advertiser is found for certain', () => {
  it('by its name', () => {
    expect(match({ name: 'UNILEVER™' })).toEqual([{ name: 'Unilever', level: 'certain', evidence: { name: 'UNILEVER™' } }])
  })

  it('by an alias', () => {
    expect(answer({ name: 'Ford' })).toBe('certain Ford Motor Company')
  })

  it('by its name with another legal form, or none', () => {
    for (const name of ['Unilever PLC', 'Unilever N.V.', 'Best Buy Co., Inc.', 'Ford Motor', 'Mars Inc.', 'Target Corporation', 'Upwork GmbH & Co. KG']) expect(answer({ name }), name).toMatch(/^certain /)
  })

  it('by its initials, however they are written', () => {
    for (const name of ['C.V.S. Health', 'CVS Health', 'c v s health']) expect(answer({ name }), name).toBe('certain CVS Health')
    for (const name of ['H.P.', 'HP', 'H P Inc.']) expect(answer({ name }), name).toBe('certain HP')
  })

  it('by its page, whatever the page is called', () => {
    expect(match({ name: 'Ice cream', page: 'BenAndJerrys.US' })).toEqual([{ name: "Ben & Jerry's", level: 'certain', evidence: { page: 'BenAndJerrys.US' } }])
    expect(answer({ page: '12345678901' })).toBe("certain Ben & Jerry's")
  })

  it('by its page, wherever the ad leads', () => {
    expect(answer({ page: 'uni.lever', landing: 'https://tickets.example/' })).toBe('certain Unilever')
  })

  it('by the domain that it leads to, or by one above that', () => {
    expect(match({ name: 'New Bronco', landing: 'https://www.ford.com/suvs' })).toEqual([{ name: 'Ford Motor Company', level: 'certain', evidence: { domain: 'ford.com' } }])
    expect(answer({ landing: 'https://jobs.eu.unilever.com/' })).toBe('certain Unilever')
  })

  it('by the printed domain where the link tells nothing', () => {
    expect(answer({ domain: 'UNILEVER.COM' })).toBe('certain Unilever')
    expect(answer({ domain: 'unilever.com', landing: 'not an address' })).toBe('certain Unilever')
    expect(answer({ domain: 'unilever.com', landing: 'https://fb.me/x' })).toBe('certain Unilever')
  })

  it('by the most specific of its domains', () => {
    expect(found({ landing: 'https://foundation.benjerry.com/' })).toEqual(['Ben & Jerry’s Foundation'])
    expect(found({ landing: 'https://www.benjerry.com/' })).toEqual(["Ben & Jerry's"])
  })

  it('with all the evidence that speaks for it', () => {
    const [ford] = match({ name: 'Ford', page: 'ford', domain: 'ford.com', landing: 'https://shop.ford.com/' })
    expect(ford).toMatchObject({ level: 'certain', evidence: { page: 'ford', name: 'Ford', domain: 'ford.com' } })
    expect(Object.keys(ford?.evidence ?? {})).toEqual(['page', 'name', 'domain'])
  })
})

describe('an advertiser is found as likely', () => {
  it('by its name written together', () => {
    expect(match({ name: 'BestBuy' })).toEqual([{ name: 'Best Buy', level: 'likely', evidence: { tail: '' } }])
    expect(answer({ name: 'CocaCola' })).toBe('likely Coca-Cola')
  })

  it('but not by its name taken apart, which is two words that mean something', () => {
    expect(answer({ name: 'Up Work' })).toBe('nobody')
    expect(answer({ name: 'Uni Lever' })).toBe('nobody')
  })

  it.each([
    ['Unilever UK & Ireland', 'uk and ireland'],
    ['Unilever Deutschland GmbH', 'deutschland gmbh'],
    ['Unilever España, S.A.', 'espana s a'],
    ['Unilever in Canada', 'in canada'],
    ['Unilever Jobs', 'jobs'],
    ['Unilever Middle East', 'middle east'],
    ['Unilever en Español', 'en espanol'],
    ['Unilever (Official)', 'official'],
    ['Unilever日本', '日本'],
    ['Unilever ジャパン 株式会社', 'ジャパン 株式会社'],
  ])('by its name and a tail: %s', (name, tail) => {
    expect(match({ name })).toEqual([{ name: 'Unilever', level: 'likely', evidence: { tail } }])
  })

  it.each(['Unilever and', 'Unilever the', 'Unilever and and Canada Foundation', 'Unilever Group', 'Unilever Canada Foundation', 'Canada Unilever', 'Unilever x Canada', 'Jobs Unilever', 'Unilever Bank Canada', 'Unilever de Canada', 'Unilever ジャパン株式会社', `Unilever${' Canada'.repeat(9)}`])(
    'but not by what only holds it: %s',
    (name) => {
      expect(answer({ name })).toBe('nobody')
    },
  )

  it('by the page’s address, which is its name run together', () => {
    expect(match({ name: ODD_NAME, page: 'BestBuy' })).toEqual([{ name: 'Best Buy', level: 'likely', evidence: { slug: 'BestBuy' } }])
    for (const page of ['best.buy', 'best-buy', 'best_buy', 'bestbuycanada', 'bestbuyus', 'bestbuyusa', 'BestBuyOfficial', 'bestbuynewzealand']) expect(answer({ page }), page).toBe('likely Best Buy')
  })

  it('but not by another address that begins like it', () => {
    for (const page of ['bestbuys', 'bestbuyjobs', 'bestbuybank', 'bestbuycanadaofficial', 'mybestbuy', 'bestbu', 'bestbuyau', 'bestbuyinc', 'bestbuycanadausa', 'bestbuy1']) expect(answer({ page }), page).toBe('nobody')
  })
})

describe('where clues contradict each other', () => {
  it('the page goes before the name, but is no longer certain', () => {
    expect(answer({ name: 'Unilever', page: 'ford' })).toBe('likely Ford Motor Company')
  })

  it('the name goes before the domain, but is no longer certain', () => {
    expect(match({ name: 'Unilever', landing: 'https://www.benjerry.com/' })).toEqual([{ name: 'Unilever', level: 'likely', evidence: { name: 'Unilever', elsewhere: 'benjerry.com' } }])
  })

  it('the page goes before the domain, but is no longer certain', () => {
    expect(answer({ page: 'uni.lever', landing: 'https://www.ford.com/' })).toBe('likely Unilever')
  })

  it('the link goes before the printed domain', () => {
    expect(answer({ name: 'Deals', domain: 'unilever.com', landing: 'https://evil.example/' })).toBe('nobody')
    expect(answer({ name: 'Deals', domain: 'unilever.com', landing: 'https://www.ford.com/' })).toBe('certain Ford Motor Company')
  })

  it('what is merely likely never stands against anything else', () => {
    expect(answer({ name: 'Unilever Canada', landing: 'https://www.ford.com/' })).toBe('nobody')
    expect(answer({ name: 'Unilever Canada', page: 'ford' })).toBe('nobody')
    expect(answer({ name: 'BestBuy', landing: 'https://www.target.com/' })).toBe('nobody')
    expect(answer({ page: 'bestbuy', landing: 'https://www.target.com/' })).toBe('nobody')
    expect(answer({ name: 'Target', page: 'bestbuy' })).toBe('nobody')
    expect(answer({ name: 'Unilever Jobs', page: 'bestbuy' })).toBe('nobody')
  })
})

describe('a link elsewhere', () => {
  it('lowers an exact name to likely', () => {
    expect(match({ name: 'Unilever', landing: 'https://evil.example/' })).toEqual([{ name: 'Unilever', level: 'likely', evidence: { name: 'Unilever', elsewhere: 'evil.example' } }])
    expect(answer({ name: 'Unilever', domain: 'evil.example' })).toBe('likely Unilever')
    expect(answer({ name: 'No Domain Society', landing: 'https://society.example/' })).toBe('likely No Domain Society')
  })

  it('takes away what was only likely', () => {
    for (const clues of [{ name: 'Unilever Canada' }, { name: 'BestBuy' }, { page: 'bestbuy' }]) {
      expect(answer(clues)).toMatch(/^likely /)
      expect(answer({ ...clues, landing: 'https://evil.example/' }), JSON.stringify(clues)).toBe('nobody')
      expect(answer({ ...clues, domain: 'evil.example' }), JSON.stringify(clues)).toBe('nobody')
    }
  })

  it('is also one that cannot be read', () => {
    for (const landing of ['javascript:alert(1)', 'https://', 'ftp://unilever.com/', 'nowhere at all', '%']) {
      expect(match({ name: 'Unilever', landing }), landing).toEqual([{ name: 'Unilever', level: 'likely', evidence: { name: 'Unilever', elsewhere: '' } }])
      expect(answer({ name: 'Unilever Canada', landing }), landing).toBe('nobody')
      expect(answer({ name: 'Mars', landing }), landing).toBe('nobody')
    }
  })

  it('is not one through a redirector that leads to the domain on record', () => {
    expect(answer({ name: 'Deals', landing: through('https://www.unilever.com/x') })).toBe('certain Unilever')
    expect(answer({ name: 'Deals', landing: through(through('https://www.unilever.com/x')) })).toBe('certain Unilever')
    expect(answer({ name: 'Unilever Canada', landing: through('https://evil.example/?u=https://unilever.com/') })).toBe('nobody')
    expect(answer({ name: 'Mars', landing: through('https://mars-band.example/') })).toBe('nobody')
    expect(answer({ name: 'Unilever', landing: 'https://l.facebook.com/l.php?h=x' })).toBe('certain Unilever')
  })

  it('is not the same name under another country’s ending', () => {
    expect(match({ name: 'Unilever', landing: 'https://www.unilever.ca/x' })).toEqual([{ name: 'Unilever', level: 'certain', evidence: { name: 'Unilever', sibling: 'unilever.ca' } }])
    expect(answer({ name: 'Unilever Canada', landing: 'https://shop.unilever.co.uk/' })).toBe('likely Unilever')
    expect(answer({ name: 'Ford', landing: 'https://www.ford.de/' })).toBe('certain Ford Motor Company')
  })

  it('is the same name under the ending of no country, or below another’s', () => {
    for (const host of ['unilever.io', 'unilever.shop', 'unilever.evil.de', 'unilever.de.evil.example', 'my-unilever.de', 'unilever.com.evil.de']) {
      expect(answer({ name: 'Unilever Canada', landing: `https://${host}/` }), host).toBe('nobody')
    }
  })

  it('does not name an entry by another country’s ending alone', () => {
    expect(answer({ name: ODD_NAME, landing: 'https://www.unilever.ca/' })).toBe('nobody')
    expect(answer({ landing: 'https://www.unilever.ca/' })).toBe('nobody')
  })
})

describe('a name of high risk', () => {
  it('is refused when the ad leads somewhere else', () => {
    for (const clues of [{ landing: 'https://mars-band.example/' }, { domain: 'mars-band.example' }, { landing: 'https://www.marsband.de/' }]) {
      expect(answer({ name: 'Mars', ...clues }), JSON.stringify(clues)).toBe('nobody')
    }
  })

  it('does not stand against the domain of another entry', () => {
    expect(answer({ name: 'Mars', landing: 'https://www.unilever.com/' })).toBe('nobody')
  })

  it('is refused when the ad leads to a host that no list could have', () => {
    const hosts = ['my_mars.example', '93.184.216.34', '[2606:2800:220:1::1]', 'xn--80ak6aa92e.example', 'उदाहरण.example']
    expect(hosts.filter((host) => found({ name: 'Mars', landing: `https://${host}/` }).length > 0)).toEqual([])
  })

  it('matches when the ad has no link', () => {
    expect(answer({ name: 'Mars' })).toBe('certain Mars, Incorporated')
  })

  it('matches when the ad leads to its own domain', () => {
    expect(answer({ name: 'Mars', landing: 'https://careers.mars.com/' })).toBe('certain Mars, Incorporated')
  })

  it('matches when the page is its own, wherever the ad leads', () => {
    expect(answer({ name: 'Ford', page: 'ford', landing: 'https://tickets.example/' })).toBe('certain Ford Motor Company')
  })

  it('may have a country after it, and only that', () => {
    for (const name of ['Mars Canada', 'Mars Deutschland GmbH', 'Ford Österreich', 'HP México', 'HP日本', 'Mars Germany & Austria']) expect(answer({ name }), name).toMatch(/^likely /)
    for (const name of ['Mars BR', 'Mars Jobs', 'Mars Europe', 'Mars Official', 'Mars Canada Jobs', 'Mars Jobs Canada', 'Mars en Español', 'Mars LATAM', 'Mars in Canada']) expect(answer({ name }), name).toBe('nobody')
  })

  it('is no slug, unless the page is on record', () => {
    for (const page of ['mars', 'marscanada', 'hp', 'hpofficial']) expect(answer({ page }), page).toBe('nobody')
  })

  it('agrees with the same name under another country’s ending', () => {
    expect(answer({ name: 'HP', landing: 'https://www.hp.de/' })).toBe('certain HP')
    expect(answer({ name: 'Mars', landing: 'https://www.mars.de/' })).toBe('certain Mars, Incorporated')
  })
})

describe('a name that may have no tail', () => {
  it('is found alone', () => {
    expect(answer({ name: 'Honda' })).toBe('certain American Honda')
    expect(answer({ name: 'American Honda Inc.' })).toBe('certain American Honda')
    expect(answer({ page: 'honda' })).toBe('certain American Honda')
    expect(answer({ name: 'AmericanHonda' })).toBe('likely American Honda')
    expect(answer({ page: 'americanhonda' })).toBe('likely American Honda')
  })

  it('is somebody else with one, whatever else speaks for it', () => {
    for (const name of ['Honda Deutschland', 'Honda Jobs', 'Honda UK & Ireland', 'Honda日本']) {
      expect(answer({ name }), name).toBe('nobody')
      expect(answer({ name, page: 'honda' }), name).toBe('nobody')
      expect(answer({ name, landing: 'https://www.honda.com/' }), name).toBe('nobody')
    }
    for (const page of ['hondadeutschland', 'hondausa', 'hondaofficial']) expect(answer({ name: 'Honda', page }), page).toBe('nobody')
  })

  it('is not looked for where a longer name is known', () => {
    expect(answer({ name: 'Honda Canada' })).toBe('certain Honda Canada')
    expect(answer({ name: 'Honda Canada Inc.' })).toBe('certain Honda Canada')
    expect(answer({ name: 'Honda Canada Jobs' })).toBe('likely Honda Canada')
    expect(answer({ page: 'hondacanada' })).toBe('likely Honda Canada')
  })

  it('agrees with no other country’s ending', () => {
    expect(answer({ name: 'Honda', landing: 'https://www.honda.de/' })).toBe('likely American Honda')
  })
})

describe('a look-alike on record', () => {
  it('never matches by its name, whatever else speaks for the entry', () => {
    expect(answer({ name: 'Ford Foundation' })).toBe('nobody')
    expect(answer({ name: 'Ford Foundation', landing: 'https://www.ford.com/' })).toBe('nobody')
    expect(answer({ name: 'The FORD Foundation™', page: 'ford' })).toBe('nobody')
  })

  it('never matches by its name with anything after it', () => {
    for (const name of ['Ford Foundation Fellows', 'Ford Foundation Jobs', 'Ford Foundation, Inc.', 'Target Australia Jobs', 'Target Australia Pty Ltd', 'FordFoundation']) expect(answer({ name }), name).toBe('nobody')
    for (const name of ['Ford Foundation Fellows', 'Ford Foundation of Canada', 'Ford Foundation Jobs']) expect(answer({ name, landing: 'https://www.ford.com/' }), name).toBe('nobody')
    expect(answer({ name: 'Target Australia Zyx', page: 'target', domain: 'target.com' })).toBe('nobody')
  })

  it('never matches by its name run together as the page’s address', () => {
    for (const page of ['fordfoundation', 'Ford.Foundation', 'targetaustralia', 'targetaustraliaofficial']) expect(answer({ name: 'Ford', page }), page).toBe('nobody')
  })

  it('never matches by its domain', () => {
    expect(answer({ name: 'Ford', landing: 'https://www.fordfoundation.org/' })).toBe('nobody')
    expect(answer({ name: 'Ford', domain: 'grants.fordfoundation.org' })).toBe('nobody')
    expect(answer({ name: 'Target', landing: 'https://www.target.com.au/' })).toBe('nobody')
  })

  it('may have a domain below an entry’s', () => {
    expect(answer({ name: 'Unilever', landing: 'https://www.museum.unilever.com/' })).toBe('nobody')
    expect(answer({ name: 'Unilever', landing: 'https://www.unilever.com/' })).toBe('certain Unilever')
  })

  it('is also known without the remark in brackets', () => {
    expect(answer({ name: 'Lever', landing: 'https://www.unilever.com/' })).toBe('nobody')
    expect(answer({ name: 'Lever (brothers)', landing: 'https://www.unilever.com/' })).toBe('nobody')
  })

  it('may differ from the entry in nothing but its legal form', () => {
    const merck = finder(listOf('merck', [entry('Merck & Co.', { aliases: ['Merck'] })], [lookAlike('Merck KGaA', 'Merck & Co.')]))
    for (const name of ['Merck KGaA', 'MERCK KGaA®', 'merck kgaa', 'Merck KGaA Germany']) expect(merck.found({ name }), name).toEqual([])
    for (const name of ['Merck', 'Merck & Co.', 'Merck & Co., Inc.', 'Merck and Company']) expect(merck.answer({ name }), name).toBe('certain Merck & Co.')
  })

  it('does not block an entry that has the same name without its remark', () => {
    expect(answer({ name: 'Stuff' })).toBe('certain Stuff (New Zealand)')
    expect(answer({ name: 'Stuff', landing: 'https://www.stuff.tv/' })).toBe('nobody')
  })
})

describe('names close to a listed one', () => {
  it.each(['Ford Theatre', 'Tom Ford', 'Fords', 'Fort', 'F ord', 'Mars Hill', 'Unileverage', 'Ben', 'Jerry', 'Motor Company', 'F\u043Erd', 'Target Optical', 'Targetworld', 'Unileverus', 'Unilever Inc Foundation'])('%s is not on the list', (name) => {
    expect(answer({ name })).toBe('nobody')
  })
})
