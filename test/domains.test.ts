import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainSuffixes, hostOf, isPublicSuffix } from '../src/list/domains.ts'
import { openIndex } from '../src/list/lookup.ts'
import { isPlatform, PLATFORMS } from '../src/list/platforms.ts'
import type { CompiledIndex } from '../src/list/types.ts'

/** An index of one entry that owns one domain. */
function indexOf(domain: string): CompiledIndex {
  return {
    format: 1,
    hash: '',
    legalForms: [], platforms: [...PLATFORMS],
    lists: [
      {
        id: 'list', campaign: 'Campaign', launched: '2020-06-17', windowFrom: '2020-07-01', windowUntil: '2020-07-31', updated: '2026-01-01', claimedParticipants: 'some',
        entries: [{ id: 'owner', name: 'Owner', status: 'joined', badgeOk: true, untilKind: 'unknown' }],
        keys: `d${domain}\t0`,
      },
    ],
  }
}

function owners(domain: string, landing: string): number {
  return openIndex(indexOf(domain)).find({ name: null, page: null, domain: null, landing }).length
}

describe('hostOf', () => {
  it.each([
    ['ford.com', 'ford.com'],
    ['https://ford.com', 'ford.com'],
    ['http://ford.com/suvs?x=1#top', 'ford.com'],
    ['FORD.COM', 'ford.com'],
    ['HTTPS://WWW.FORD.COM/', 'ford.com'],
    ['www.ford.com', 'ford.com'],
    ['shop.ford.com', 'shop.ford.com'],
    ['https://ford.com:8443/x', 'ford.com'],
    ['ford.com:443', 'ford.com'],
    ['ford.com.', 'ford.com'],
    ['https://www.ford.com./x', 'ford.com'],
    ['  ford.com\n', 'ford.com'],
    ['https://münchen.de/', 'xn--mnchen-3ya.de'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['mu\u0308nchen.de', 'xn--mnchen-3ya.de'],
    ['उदाहरण.example', 'xn--p1b6ci4b4b3a.example'],
    ['mercedes-benz.com', 'mercedes-benz.com'],
  ])('reads %j as %j', (address, host) => {
    expect(hostOf(address)).toBe(host)
  })

  it.each([
    '', ' ', '.', '..', 'ford', 'localhost', 'https://', 'https:///', '://', 'ford..com', 'ford.com..', '.ford.com', 'ford .com', 'visit ford.com today', 'ford.com\u00A0shop',
    'ford.com,evil.example', 'javascript:alert(1)', 'javascript://ford.com/%0Aalert(1)', 'data:text/html,ford.com', 'data://ford.com/', 'blob:https://ford.com/1',
    'ftp://ford.com/', 'file:///ford.com', 'chrome-extension://ford.com/', 'about:blank', 'https:ford.com:x', 'ford.com:99999', 'https://ford.com:port/',
    '1.2.3.4', 'https://1.2.3.4/', '1.2.3.4.', 'https://0x7f000001/', 'https://2130706433/', '127.1', 'https://[::1]/', 'https://[::ffff:1.2.3.4]/ford.com',
    '%', 'https://%00/', 'https://ford%20.com/', '\uD800.com', '{}', 'null', '\u0000',
  ])('gives "" for %j', (address) => {
    expect(hostOf(address)).toBe('')
  })

  it('never reads user info as the host', () => {
    for (const address of [
      'https://ford.com@evil.example/', 'https://ford.com:pass@evil.example/', 'https://www.ford.com%2F@evil.example/', 'ford.com@evil.example',
      'https://ford.com%40evil.example@evil.example/', 'https://evil.example/ford.com', 'https://evil.example/?u=https://ford.com/', 'https://evil.example#@ford.com/',
      'https://evil.example\\@ford.com/',
    ]) {
      expect(['', 'evil.example'], address).toContain(hostOf(address))
    }
  })

  it('gives "" for other schemes and e-mail addresses, whose user info hides them', () => {
    for (const address of ['mailto:sales@ford.com', 'javascript:alert@ford.com', 'data:x@ford.com', 'sales@ford.com']) {
      expect(hostOf(address), address).toBe('')
    }
  })

  it('gives "" for a path alone', () => {
    for (const address of ['/shop', '/shop/ford.com', '?u=ford.com', '#ford.com', '/ford.com', '/ford.com/']) expect(hostOf(address), address).toBe('')
  })

  it('reads a printed domain whose query holds another address', () => {
    expect(['', 'fords.org']).toContain(hostOf('fords.org/?to=https://ford.com/'))
  })

  it('reads the host of an address of 100 kB at once', () => {
    const start = performance.now()
    expect(['', 'ford.com']).toContain(hostOf(`https://ford.com/${'a'.repeat(100_000)}`))
    for (const part of ['a', '.', 'a.', '-', '@', ':', '/', '%', ' ', 'é']) hostOf(part.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('never takes the beginning of a long address for the whole of it', () => {
    const lengths = Array.from({ length: 200 }, (_, at) => 1_900 + at)
    const cut = (rest: string) => lengths.filter((length) => hostOf(`https://${'x'.repeat(length)}.ford.com${rest}/`).endsWith('.ford.com'))
    expect(cut('.evil.example')).toEqual([])
    expect(cut('@evil.example')).toEqual([])
  })

  it('never throws, and gives a plain lower-case host name or "", for any string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain(), fc.emailAddress(), fc.ipV4(), fc.ipV6()), (address) => {
        expect(hostOf(address)).toMatch(/^$|^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('domainSuffixes', () => {
  it('cuts label by label, longest first, down to two labels', () => {
    expect(domainSuffixes('a.b.ford.com')).toEqual(['a.b.ford.com', 'b.ford.com', 'ford.com'])
    expect(domainSuffixes('ford.com')).toEqual(['ford.com'])
    expect(domainSuffixes('com')).toEqual([])
    expect(domainSuffixes('')).toEqual([])
  })
})

describe('isPublicSuffix', () => {
  it('refuses what nobody can own', () => {
    for (const host of ['com', '', 'co.uk', 'com.au', 'org.nz', 'gouv.fr', 'co.jp']) expect(isPublicSuffix(host), host).toBe(true)
  })

  it('accepts what one organisation can own', () => {
    for (const host of ['ford.com', 'co.com', 'acme.co.uk', 'com.example', 'fb.me']) expect(isPublicSuffix(host), host).toBe(false)
  })
})

describe('isPlatform', () => {
  it('knows platforms and everything below them, and nothing beside them', () => {
    for (const host of ['facebook.com', 'l.facebook.com', 'acme.myshopify.com', 'apps.apple.com', 'support.apple.com']) expect(isPlatform(host), host).toBe(true)
    for (const host of ['notfacebook.com', 'facebook.com.evil.example', 'ford.com', 'com', '']) expect(isPlatform(host), host).toBe(false)
  })
})

describe('a listed domain', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/)
  const listed = fc.tuple(label, fc.constantFrom('com', 'org', 'example', 'co.uk', 'de')).map((parts) => parts.join('.')).filter((domain) => !isPlatform(domain))

  it('matches itself and every host below it', () => {
    fc.assert(
      fc.property(listed, fc.array(label, { maxLength: 4 }), fc.constantFrom('', '/', '/x?y=z', ':8080/'), (domain, below, path) => {
        expect(owners(domain, `https://${[...below, domain].join('.')}${path}`)).toBe(1)
      }),
    )
  })

  it('never matches a host that only ends or begins like it', () => {
    fc.assert(
      fc.property(listed, label, (domain, other) => {
        expect(owners(domain, `https://not${domain}/`)).toBe(0)
        expect(owners(domain, `https://${other}${domain}/`)).toBe(0)
        expect(owners(domain, `https://${other}-${domain}/`)).toBe(0)
        expect(owners(domain, `https://${domain}.evil.example/`)).toBe(0)
        expect(owners(domain, `https://${domain}.${other}.com/`)).toBe(0)
        expect(owners(domain, `https://${domain}@evil.example/`)).toBe(0)
        expect(owners(domain, `https://evil.example/${domain}`)).toBe(0)
        expect(owners(domain, `https://evil.example/?u=https://${domain}/`)).toBe(0)
      }),
    )
  })

  it('never matches its own parent', () => {
    expect(owners('shop.acme.com', 'https://acme.com/')).toBe(0)
    expect(owners('acme.co.uk', 'https://co.uk/')).toBe(0)
  })
})
