import { describe, expect, it } from 'vitest'
import { domainOfTab } from '../src/popup/tab-domain.ts'
import { hostsOf } from '../src/pages/site-hosts.ts'

describe('domainOfTab', () => {
  it.each([
    ['https://www.ford.com/trucks?id=1#a', 'ford.com'], ['http://shop.acme.co.uk:8080/', 'shop.acme.co.uk'], ['https://BÜCHER.example/', 'xn--bcher-kva.example'],
    // Nobody's, or a feed of ours.
    [undefined, null], ['', null], ['about:blank', null], ['chrome://extensions', null], ['moz-extension://a.b/', null], ['file:///home/a.com', null], ['https://localhost/', null], ['http://127.0.0.1/', null],
    ['http://[::1]/', null], ['https://www.facebook.com/', null], ['https://www.pinterest.co.uk/', null], ['https://about.facebook.com/', 'about.facebook.com'],
  ])('%s', (address, domain) => {
    expect(domainOfTab(address)).toBe(domain)
  })
})

describe('hostsOf', () => {
  it('names each host once', () => {
    expect(hostsOf(['https://www.facebook.com/*', 'https://m.facebook.com/*'])).toEqual(['facebook.com', 'm.facebook.com'])
    expect(hostsOf(['https://*.pinterest.com/*', 'https://www.pinterest.com/*'])).toEqual(['pinterest.com'])
  })
})
