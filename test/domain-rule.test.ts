import fc from 'fast-check'
import { getDomain, parse } from 'tldts'
import { describe, expect, it } from 'vitest'
import { COUNTRY_ENDINGS } from '../src/list/country-endings.ts'
import { PLATFORMS } from '../src/list/platforms.ts'
import { REDIRECTORS } from '../src/list/redirectors.ts'
import { entry, finder, inReal, listOf, ODD_NAME, real } from './lists.ts'

/** Whose a link is, with the public suffix list as the judge of what one organisation can own. */

const PRIVATE = { allowPrivateDomains: true }
const registrable = (host: string) => getDomain(host, PRIVATE)
const isPublicSuffix = (host: string) => parse(`zyx.${host}`, PRIVATE).publicSuffix === host || parse(host).publicSuffix === host

const DOMAINS = real.entries.flatMap(({ name, domains }) => domains.map((domain) => [name, domain] as const))
/** Of whom a domain is; null for a look-alike's. */
const OWNERS = new Map<string, string | null>([...real.not_the_same.flatMap(({ domain }) => (domain === null ? [] : [[domain, null] as const])), ...DOMAINS.map(([name, domain]) => [domain, name] as const)])

const isBelow = (host: string, parent: string) => host === parent || host.endsWith(`.${parent}`)

/** The owner of a host by the rule: of the longest listed domain that it is or is below. */
function owner(host: string): string | null {
  const [domain] = [...OWNERS.keys()].filter((domain) => isBelow(host, domain)).toSorted((a, b) => b.length - a.length)
  return domain === undefined ? null : (OWNERS.get(domain) ?? null)
}

/** As browsers write a host, or null for none; without what says nothing. */
function hostIn(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : null
}

/** Where the answer isn't what the rule and the public suffix list say. */
function wrongly(landing: string): string[] {
  const host = hostIn(landing)
  const expected = host === null ? null : owner(host)
  const matches = inReal.match({ name: ODD_NAME, landing })
  const [match] = matches
  const faults: string[] = []
  if ((match?.name ?? null) !== expected || matches.length > 1) faults.push(`${landing}: ${match?.name ?? 'nobody'}, not ${expected ?? 'nobody'}`)
  if (match) {
    const listed = match.evidence['domain']
    if (listed === undefined || match.level !== 'certain') faults.push(`${landing}: ${match.name} not by domain`)
    else if (host === null || registrable(host) !== registrable(listed)) faults.push(`${landing}: belongs to ${registrable(host ?? '')}, ${listed} to ${registrable(listed)}`)
  }
  return faults
}

const LETTERS: Record<string, string[]> = { a: ['\u0430', '\u03B1'], c: ['\u0441'], e: ['\u0435', '\u03B5'], i: ['\u0456', '1', 'l'], l: ['1', 'i'], m: ['rn'], o: ['\u043E', '\u03BF', '0'], p: ['\u0440', '\u03C1'], s: ['\u0455', '5'], w: ['vv'], x: ['\u0445'], y: ['\u0443'] }

describe('an ad is an entry’s by its link if and only if it leads to one of its domains or below', () => {
  it.each<[string, (domain: string) => string[]]>([
    ['the domain itself', (domain) => [domain, `www.${domain}`, `${domain}.`, domain.toUpperCase(), `${domain}:8080`, `user:pass@${domain}`, `evil.example@${domain}`, `evil.example%2F@${domain}/x`]],
    ['hosts below it', (domain) => [`shop.${domain}`, `a.b.c.${domain}`, `evil.example.${domain}`, `xn--80ak6aa92e.${domain}`, `münchen.${domain}`]],
    ['hosts that end like it', (domain) => [`not${domain}`, `x-${domain}`, `www-${domain}`, `wwww${domain}`, `xn--${domain}`, domain.slice(1), `my_${domain}`]],
    ['hosts that begin like it', (domain) => [`${domain}.evil.example`, `${domain}.com`, `${domain}-offers.example`, `${domain}x`, `${domain}.de`, `www.${domain}.evil.example`, `${domain.split('.')[0]}.evil.example`]],
    ['hosts without its dots', (domain) => [domain.replaceAll('.', '-'), domain.replaceAll('.', ''), `${domain.replaceAll('.', '-')}.com`, `${domain.replaceAll('.', '')}.com`, `${domain.replaceAll('.', '_')}.example`]],
    ['its parent', (domain) => [domain.slice(domain.indexOf('.') + 1), `zyx.${domain.slice(domain.indexOf('.') + 1)}`]],
    ['addresses that hold it elsewhere', (domain) => [`evil.example/${domain}`, `evil.example/?u=https://${domain}/`, `evil.example/#https://${domain}/`, `evil.example#@${domain}/`, `${domain}@evil.example/`, `${domain}:x@evil.example/`, `www.${domain}%2Fx@evil.example`, `evil.example:443/${domain}`, `evil.example/.${domain}`]],
    ['one look-alike letter', (domain) => Array.from(domain).flatMap((letter, at) => (LETTERS[letter] ?? []).map((other) => domain.slice(0, at) + other + domain.slice(at + 1)))],
    ['letters in a form that is the same to browsers', (domain) => [domain.replace('.', '\u3002'), domain.replace('.', '\uFF0E'), domain.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xFEE0)), Array.from(domain).join('\u00AD')]],
  ])('%s', (_what, hosts) => {
    const addresses = DOMAINS.flatMap(([, domain]) => hosts(domain)).map((host) => `https://${host}`)
    expect(addresses.length).toBeGreaterThan(400)
    expect(addresses.flatMap(wrongly)).toEqual([])
  })

  it('and the same for domains that are printed on it', () => {
    const printed = DOMAINS.flatMap(([, domain]) => [domain, `shop.${domain}`, `${domain}/x?y=z`, `${domain}:8080`, `not${domain}`, `${domain}.evil.example`, `evil.example/${domain}`])
    const wrong = printed.filter((domain) => (inReal.found({ name: ODD_NAME, domain })[0] ?? null) !== owner(hostIn(`https://${domain}`) ?? ''))
    expect(wrong).toEqual([])
    // Not for "mailto:" and the like, in which it is a user's.
    expect(DOMAINS.flatMap(([, domain]) => [`user:pass@${domain}`, `user@${domain}`, `mailto:user@${domain}`, `javascript://${domain}/`]).filter((domain) => inReal.found({ name: ODD_NAME, domain }).length > 0)).toEqual([])
  })

  it('for any hosts, with parts of listed ones', () => {
    const label = fc.oneof(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.constantFrom(...DOMAINS.flatMap(([, domain]) => domain.split('.'))))
    const host = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.domain().map((domain) => `https://${domain}/`),
      fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `https://${labels.join('.')}/`),
      fc.tuple(fc.array(label, { maxLength: 2 }), fc.constantFrom('.', '-', '', '@', '/', '..'), fc.constantFrom(...OWNERS.keys()), fc.constantFrom('', '.', '.com', '/x', ':8443', '@evil.example', '-x.example')).map(([before, joint, domain, after]) => `https://${before.join('.')}${joint}${domain}${after}`),
    )
    const faults: string[] = []
    let matches = 0
    fc.assert(
      fc.property(host, (address) => {
        const found = wrongly(address)
        // An empty label before it is no host that anybody could visit.
        if (!/\/\/[^/]*\.\.|\/\/\./.test(address)) faults.push(...found)
        matches += inReal.found({ landing: address }).length
        expect(faults).toEqual([])
      }),
      { numRuns: 3_000 },
    )
    expect(matches).toBeGreaterThan(30)
  })
})

/** Endings that belong to no country, or that its whole world uses. */
const OTHER_ENDINGS = [
  'io', 'ai', 'tv', 'co', 'me', 'cc', 'fm', 'am', 'to', 'ly', 'gg', 'sh', 'ws', 'la', 'tk', 'ml', 'gq', 'st', 'nu', 'ac', 'vc', 'im', 'pw', 'as', 'gs', 'ms', 'tc', 'vg',
  'net', 'org', 'com', 'info', 'biz', 'shop', 'app', 'dev', 'store', 'online', 'site', 'xyz', 'club', 'top', 'jobs', 'travel', 'museum', 'asia', 'cat', 'berlin', 'london', 'tokyo', 'nyc',
  'gov.uk', 'org.uk', 'ac.uk', 'me.uk', 'net.au', 'org.au', 'id.au', 'or.jp', 'ne.jp', 'net.br', 'k12.ca.us',
  'github.io', 'blogspot.com', 'com.de', 'uk.com', 'us.com', 'eu.com', 'de.com', 'co.com', 'co.nl', 'co.no', 'netlify.app', 'pages.dev', 'web.app', 'myshopify.com', 'vercel.app', 'dyndns.org', 'ddns.net',
]

describe('the same name under another ending', () => {
  const { match } = finder(listOf('list', [entry('Zyxo Works', { domains: ['zyxo.com'] }), entry('Frobnic', { domains: ['frobnic.com'], tails: false })]))
  const elsewhere = (name: string, host: string) => match({ name, landing: `https://${host}/` })[0]?.evidence

  it('agrees where the ending is a country’s', () => {
    const wrong = COUNTRY_ENDINGS.filter((ending) => ['zyxo', 'www.zyxo', 'shop.zyxo'].some((label) => elsewhere('Zyxo Works', `${label}.${ending}`)?.['sibling'] !== `zyxo.${ending}`))
    expect(wrong).toEqual([])
  })

  it('disagrees where it is any other public suffix', () => {
    expect(OTHER_ENDINGS.filter((ending) => !isPublicSuffix(ending) || COUNTRY_ENDINGS.includes(ending))).toEqual([])
    expect(OTHER_ENDINGS.length).toBeGreaterThanOrEqual(60)
    const platforms = OTHER_ENDINGS.filter((ending) => PLATFORMS.includes(ending))
    const asked = OTHER_ENDINGS.filter((ending) => ending !== 'com' && !platforms.includes(ending)).flatMap((ending) => [`zyxo.${ending}`, `www.zyxo.${ending}`])
    expect(asked.filter((host) => elsewhere('Zyxo Works', host)?.['elsewhere'] !== host.replace(/^www\./, ''))).toEqual([])
    // Where a platform gives out names, it decides nothing.
    expect(platforms.filter((ending) => Object.keys(elsewhere('Zyxo Works', `zyxo.${ending}`) ?? {}).join() !== 'name')).toEqual([])
  })

  it('disagrees below somebody else’s domain', () => {
    for (const host of ['zyxo.evil.de', 'zyxo.de.evil.example', 'zyxo.com.evil.de', 'zyxo.evil.co.uk', 'x-zyxo.de', 'zyxox.de', 'zyxo-works.de']) expect(elsewhere('Zyxo Works', host), host).toHaveProperty('elsewhere')
  })

  it('disagrees for an entry that is another organisation elsewhere', () => {
    expect(COUNTRY_ENDINGS.filter((ending) => elsewhere('Frobnic', `frobnic.${ending}`)?.['elsewhere'] === undefined)).toEqual([])
  })

  it('never says by itself whose an ad is', () => {
    expect(COUNTRY_ENDINGS.filter((ending) => match({ name: ODD_NAME, landing: `https://zyxo.${ending}/` }).length > 0)).toEqual([])
  })

  it('counts on the real list for the entry itself alone, and never under a public suffix', () => {
    const labels = real.entries.flatMap(({ name, domains }) => domains.map((domain) => [name, domain.split('.')[0] ?? ''] as const))
    const some = COUNTRY_ENDINGS.filter((_ending, at) => at % 17 === 0)
    const wrong = labels.flatMap(([name, label]) =>
      some.flatMap((ending) => {
        const host = `${label}.${ending}`
        const evidence = inReal.match({ name, landing: `https://${host}/` })[0]?.evidence
        return evidence?.['sibling'] !== undefined && (evidence['sibling'] !== host || OWNERS.has(host)) ? [`${name} at ${host}`] : []
      }),
    )
    expect(wrong).toEqual([])
    const agreeing = labels.flatMap(([name, label]) => COUNTRY_ENDINGS.filter((ending) => isPublicSuffix(`${label}.${ending}`) && inReal.match({ name, landing: `https://zyx.${label}.${ending}/` })[0]?.evidence['sibling'] !== undefined).map((ending) => `${name}: ${label}.${ending}`))
    expect(agreeing).toEqual([])
  })

  it('is one under which countries give out names, by the public suffix list', () => {
    expect(COUNTRY_ENDINGS.filter((ending) => {
      const { publicSuffix, isIcann } = parse(`zyx.${ending}`)
      return publicSuffix !== ending || !isIcann
    })).toEqual([])
    expect(new Set(COUNTRY_ENDINGS).size).toBe(COUNTRY_ENDINGS.length)
    expect(COUNTRY_ENDINGS.filter((ending) => !/^(com?\.)?[a-z]{2}$/.test(ending))).toEqual([])
  })
})

describe('platforms and public suffixes', () => {
  it('decide nothing about any entry of the real list', () => {
    const some = real.entries.filter((_entry, at) => at % 30 === 0).map(({ name }) => name)
    for (const platform of PLATFORMS) {
      for (const landing of [`https://${platform}/`, `https://www.${platform}/ford`, `https://ford.${platform}/ford.com`]) {
        expect(inReal.found({ name: ODD_NAME, landing }), landing).toEqual([])
        for (const name of some) expect(inReal.answer({ name, landing }), landing).toBe(`certain ${name}`)
      }
    }
  })

  it('are no domain of an entry or a look-alike', () => {
    expect(DOMAINS.filter(([, domain]) => PLATFORMS.some((platform) => isBelow(domain, platform)))).toEqual([])
    expect([...OWNERS.keys()].filter((domain) => isPublicSuffix(domain) || registrable(domain) === null)).toEqual([])
  })

  it('are written as hosts are compared, each once', () => {
    expect(PLATFORMS.filter((platform) => hostIn(`https://${platform}/`) !== platform || platform.startsWith('www.'))).toEqual([])
    expect(PLATFORMS.filter((platform, at) => PLATFORMS.indexOf(platform) !== at)).toEqual([])
    expect(Object.keys(REDIRECTORS).filter((redirector) => !/^[a-z0-9.-]+\/[\w.]*$/.test(redirector))).toEqual([])
  })

  it('of redirectors are hosts that decide nothing where they do not tell', () => {
    expect(Object.keys(REDIRECTORS).filter((redirector) => inReal.answer({ name: 'Unilever', landing: `https://${redirector}` }) !== 'certain Unilever')).toEqual([])
  })
})
