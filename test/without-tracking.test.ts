import './node-url.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutTracking } from '../src/shared/without-tracking.ts'

function clean(address: string): string {
  return withoutTracking(new URL(address))
}

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
