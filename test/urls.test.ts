import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webUrl } from '../src/shared/web-url.ts'
import { withoutTracking } from '../src/shared/without-tracking.ts'

function clean(address: string): string {
  return withoutTracking(new URL(address))
}

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

describe('withoutTracking', () => {
  it.each([
    'utm_source', 'utm_campaign', 'UTM_Medium', 'fbclid', 'gclid', 'gbraid', 'wbraid', 'dclid', 'msclkid', 'ttclid', 'twclid', 'li_fat_id', 'igshid', 'mc_eid', 'mc_cid', 'h', '__tn__',
    '__cft__[0]', '__xts__[0]', 'c[0]', 'c[12]', 'hsa_acc', '_hsenc', 'campaign_id', 'adset_id', 'ad_id', 'fb_action_ids',
  ])('takes off "%s"', (name) => {
    expect(clean(`https://acme.com/x?${encodeURIComponent(name)}=1`)).toBe('https://acme.com/x')
    expect(clean(`https://acme.com/x?a=1&${encodeURIComponent(name)}=1&${encodeURIComponent(name)}=2&b=2`)).toBe('https://acme.com/x?a=1&b=2')
  })

  it.each(['id', 'q', 'v', 'story_fbid', 'height', 'hello', 'utm', 'my_utm_source', 'xfbclid', 'c', 'c[]', 'c[x]', 'ad', 'product_ad_id', 'fb'])('keeps "%s"', (name) => {
    expect(new URL(clean(`https://acme.com/x?${encodeURIComponent(name)}=1`)).searchParams.get(name)).toBe('1')
  })

  it('takes off user info and fragment', () => {
    expect(clean('https://user:secret@acme.com/x?a=1#top')).toBe('https://acme.com/x?a=1')
  })

  it('keeps an address without any of these as it is', () => {
    for (const address of ['https://acme.com/', 'http://acme.com:8080/a/b?x=1&x=2&y=', 'https://acme.com/?q=a%20b%26c']) expect(clean(address)).toBe(address)
  })

  it('leaves the address that it was given alone', () => {
    const url = new URL('https://user@acme.com/?utm_source=fb#top')
    withoutTracking(url)
    expect(url.href).toBe('https://user@acme.com/?utm_source=fb#top')
  })

  it('keeps host and path, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = clean(address)
        expect(new URL(once).host).toBe(new URL(address).host)
        expect(new URL(once).pathname).toBe(new URL(address).pathname)
        expect(clean(once)).toBe(once)
      }),
      { numRuns: 1_000 },
    )
  })
})
