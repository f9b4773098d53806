import './node-url.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webUrl } from '../src/shared/web-url.ts'

describe('webUrl', () => {
  it('reads http and https addresses', () => {
    expect(webUrl('https://acme.com/x?y=1')?.href).toBe('https://acme.com/x?y=1')
    expect(webUrl('HTTP://ACME.com')?.href).toBe('http://acme.com/')
  })

  it('reads a relative address with its base', () => {
    expect(webUrl('/acme?x=1', 'https://www.facebook.com/feed')?.href).toBe('https://www.facebook.com/acme?x=1')
    expect(webUrl('//acme.com/x', 'https://www.facebook.com/')?.href).toBe('https://acme.com/x')
  })

  it.each([
    null, undefined, '', ' ', 'acme', '/acme', '#', 'https://', 'javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'blob:https://acme.com/1',
    'mailto:x@acme.com', 'tel:1', 'file:///etc/passwd', 'ftp://acme.com/', 'chrome://settings', 'about:blank', 'https://acme.com:99999/', '\uD800',
  ])('gives null for %j', (address) => {
    expect(webUrl(address)).toBeNull()
  })

  it('gives null for another scheme whatever the base', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'mailto:x@acme.com']) expect(webUrl(address, 'https://www.facebook.com/'), address).toBeNull()
    expect(webUrl('/acme', 'no base')).toBeNull()
    expect(webUrl('/etc', 'file:///')).toBeNull()
  })

  it('gives null for an address that is too long to be one', () => {
    expect(webUrl(`https://acme.com/${'x'.repeat(7_000)}`)).not.toBeNull()
    expect(webUrl(`https://acme.com/${'x'.repeat(8_000)}`)).toBeNull()
  })

  it('gives a web address or null, and never throws, for any string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), fc.option(fc.constant('https://www.facebook.com/'), { nil: undefined }), (address, base) => {
        expect(['https:', 'http:', undefined]).toContain(webUrl(address, base)?.protocol)
      }),
      { numRuns: 1_000 },
    )
  })
})
