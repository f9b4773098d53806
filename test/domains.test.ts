import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationOf, domainOf, domainSuffixes, hostOf } from '../src/list/domains.ts'
import { PLATFORMS } from '../src/list/platforms.ts'
import { REDIRECTORS } from '../src/list/redirectors.ts'
import { entry, finder, listOf, words } from './lists.ts'

/** How many own an address, where one entry owns one domain. */
function owners(domain: string, landing: string): number {
  return finder(listOf('list', [entry('Owner', { domains: [domain] })])).found({ landing }).length
}

const leadsTo = (address: string) => destinationOf(address, words)

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
    '', ' ', '.', '..', 'ford', 'localhost', 'https://', 'https:///', '://', 'ford .com', 'visit ford.com today', 'ford.com\u00A0shop',
    'javascript:alert(1)', 'javascript://ford.com/%0Aalert(1)', 'data:text/html,ford.com', 'data://ford.com/', 'blob:https://ford.com/1',
    'ftp://ford.com/', 'file:///ford.com', 'chrome-extension://ford.com/', 'about:blank', 'https:ford.com:x', 'ford.com:99999', 'https://ford.com:port/',
    '%', 'https://%00/', 'https://ford%20.com/', '\uD800.com', '{}', 'null', '\u0000',
    'https://ford.com\\@evil.example/', 'https:\\\\ford.com', 'https://ford.com\n.evil.example/', 'https://fo\trd.com/',
  ])('gives "" for %j', (address) => {
    expect(hostOf(address)).toBe('')
  })

  it.each([
    ['https://1.2.3.4/', '1.2.3.4'], ['https://0x7f000001/', '127.0.0.1'], ['https://2130706433/', '127.0.0.1'], ['https://[::1]/', '[::1]'], ['https://[::ffff:1.2.3.4]/ford.com', '[::ffff:102:304]'],
    ['https://localhost/', 'localhost'], ['https://ford_x.com/', 'ford_x.com'], ['https://ford。com/', 'ford.com'], ['https://ｆord.com/', 'ford.com'], ['https://xn--mnchen-3ya.de/', 'xn--mnchen-3ya.de'],
  ])('reads %j as browsers do: %j', (address, host) => {
    expect(hostOf(address)).toBe(host)
  })

  it('reads nothing as another host than what a browser would go to', () => {
    for (const address of ['ford..com', 'ford.com..', '.ford.com', 'ford.com,evil.example', '1.2.3.4.', '127.1', 'https://.ford.com/', 'https://ford.com../']) {
      const { hostname } = new URL(address.includes('://') ? address : `https://${address}`)
      expect(hostname, address).toContain(hostOf(address))
    }
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

  it('gives "" for what is longer than any address', () => {
    expect(hostOf(`https://ford.com/${'a'.repeat(7_000)}`)).toBe('ford.com')
    expect(hostOf(`https://ford.com/${'a'.repeat(8_000)}`)).toBe('')
    for (const part of ['a', '.', 'a.', '-', '@', ':', '/', '%', ' ', 'é']) expect(hostOf(part.repeat(100_000)), part).toBe('')
  })

  it('never takes the beginning of a long address for the whole of it', () => {
    const lengths = Array.from({ length: 200 }, (_, at) => 7_850 + at)
    const cut = (rest: string) => lengths.filter((length) => hostOf(`https://${'x'.repeat(length)}.ford.com${rest}/`).endsWith('.ford.com'))
    expect(cut('.evil.example')).toEqual([])
    expect(cut('@evil.example')).toEqual([])
  })

  it('gives the host that a browser would go to, without "www." and last dot, or "", and never throws, for any string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain(), fc.emailAddress(), fc.ipV4(), fc.ipV6()), (address) => {
        const host = hostOf(address)
        if (host === '') return
        const text = address.trim()
        const { hostname } = new URL(/^https?:/i.test(text) ? text : `https://${text}`)
        expect(hostname.replace(/^www\.|\.$/g, '')).toBe(host)
        expect(host).toBe(host.toLowerCase())
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('domainOf', () => {
  it('gives the printed domain, or that of where the ad leads', () => {
    expect(domainOf({ domain: 'ford.com', landing: 'https://x.example/' })).toBe('ford.com')
    expect(domainOf({ domain: null, landing: 'https://www.x.example/y' })).toBe('x.example')
    expect(domainOf({ domain: null, landing: 'nowhere' })).toBeNull()
    expect(domainOf({ domain: null, landing: null })).toBeNull()
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

describe('destinationOf', () => {
  it('is the host of an address', () => {
    expect(leadsTo('https://www.ford.com/suvs')).toBe('ford.com')
    expect(leadsTo('ford.com/suvs')).toBe('ford.com')
  })

  it('is "" for what cannot be read', () => {
    for (const address of ['', 'nowhere', 'javascript:alert(1)', 'https://', `https://ford.com/${'x'.repeat(8_000)}`]) expect(leadsTo(address), address.slice(0, 30)).toBe('')
  })

  it('is null for a platform and everything below it, and not for what is beside it', () => {
    for (const platform of PLATFORMS) for (const host of [platform, `www.${platform}`, `acme.${platform}`, `${platform}.`]) expect(leadsTo(`https://${host}/acme`), host).toBeNull()
    for (const host of ['notfacebook.com', 'facebook.com.evil.example', 'apple.com', 'support.apple.com', 'facebook-com.example']) expect(leadsTo(`https://${host}/`), host).toBe(host)
  })

  it('is where a redirector leads, by any of its parameters, also below its host', () => {
    for (const [redirector, parameters] of Object.entries(REDIRECTORS)) {
      for (const parameter of parameters.split(' ')) {
        for (const prefix of ['', 'www.', 'm.']) {
          const address = `https://${prefix}${redirector}?a=1&${parameter}=${encodeURIComponent('https://www.ford.com/x?y=z')}&h=2`
          expect(leadsTo(address), address).toBe('ford.com')
        }
      }
    }
  })

  it('is null where a redirector does not tell, and never read from anything else in its address', () => {
    for (const redirector of Object.keys(REDIRECTORS)) {
      for (const rest of ['', '?', '?u=', '?u=ford.com', '?x=https://ford.com/', '?u=javascript:alert(1)&q=ford', '#u=https://ford.com/']) expect(leadsTo(`https://${redirector}${rest}`), redirector + rest).toBeNull()
    }
  })

  it('reads no parameters of hosts and paths that are none', () => {
    for (const address of ['https://evil.example/l.php?u=https://ford.com/', 'https://notfacebook.com/l.php?u=https://ford.com/', 'https://facebook.com.evil.example/l.php?u=https://ford.com/']) expect(leadsTo(address), address).not.toBe('ford.com')
    for (const address of ['https://facebook.com/acme?u=https://ford.com/', 'https://www.google.com/search?q=https://ford.com/', 'https://facebook.com/x/l.php?u=https://ford.com/']) expect(leadsTo(address), address).toBeNull()
  })

  it('follows redirectors through redirectors to their end', () => {
    let address = 'https://www.ford.com/'
    for (let times = 0; times < 4; times++) address = `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}`
    expect(leadsTo(address)).toBe('ford.com')
    expect(leadsTo(`https://l.facebook.com/l.php?u=${encodeURIComponent('https://www.google.com/url?q=https://evil.example/?u=https://ford.com/')}`)).toBe('evil.example')
    expect(leadsTo(`https://l.facebook.com/l.php?u=${encodeURIComponent('https://www.instagram.com/ford')}`)).toBeNull()
  })

  it('ends, however deep they are', () => {
    let address = 'https://www.ford.com/'
    while (address.length < 7_900) address = `https://l.facebook.com/l.php?u=${address}`
    expect([null, 'ford.com']).toContain(leadsTo(address))
  })

  it('never throws, for any string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' }).map((text) => `https://l.facebook.com/l.php?u=${text}`)), (address) => {
        expect(leadsTo(address)).toSatisfy((host) => host === null || typeof host === 'string')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a listed domain', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/)
  const listed = fc.tuple(label, fc.constantFrom('com', 'org', 'example', 'co.uk', 'de')).map((parts) => parts.join('.')).filter((domain) => destinationOf(domain, words) !== null)

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
