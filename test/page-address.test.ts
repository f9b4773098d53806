import './node-url.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf } from '../scripts/page-address.ts'

describe('pageOf', () => {
  it.each([
    ['ford', 'ford'],
    ['@ford', 'ford'],
    ['Ben.And.Jerrys', 'Ben.And.Jerrys'],
    ['some-page_1', 'some-page_1'],
    ['100064842734613', '100064842734613'],
    ['  ford\n', 'ford'],
    ['/ford', 'ford'],
    ['/ford/', 'ford'],
    ['/ford/about', 'ford'],
    ['/ford?fref=ts', 'ford'],
    ['/@ford', 'ford'],
    ['facebook.com/ford', 'ford'],
    ['www.facebook.com/ford/', 'ford'],
    ['https://www.facebook.com/ford', 'ford'],
    ['http://facebook.com/ford/', 'ford'],
    ['HTTPS://WWW.FACEBOOK.COM/Ford', 'Ford'],
    ['https://m.facebook.com/ford/?__tn__=%2Cg&ref=x', 'ford'],
    ['https://web.facebook.com/ford#top', 'ford'],
    ['https://mbasic.facebook.com/ford', 'ford'],
    ['https://de-de.facebook.com/ford', 'ford'],
    ['https://fb.com/ford', 'ford'],
    ['https://www.facebook.com/ford/posts/pfbid0example', 'ford'],
    ['https://www.facebook.com/ford/photos/a.1/2', 'ford'],
    ['https://www.facebook.com//ford//', 'ford'],
    ['https://www.facebook.com/350.org', '350.org'],
    ['https://www.facebook.com/Caf%C3%A9', 'Café'],
    ['https://www.facebook.com/profile.php?id=100064842734613', '100064842734613'],
    ['https://www.facebook.com/profile.php?sk=about&id=100064842734613&__tn__=x', '100064842734613'],
    ['/profile.php?id=100064842734613', '100064842734613'],
    ['https://www.facebook.com/people/Ford-Motor/100064842734613/', '100064842734613'],
    ['https://www.facebook.com/pages/Ford-Motor/100064842734613', '100064842734613'],
    ['https://www.facebook.com/pages/category/100064842734613', '100064842734613'],
    ['https://www.facebook.com/p/Ford-Motor-100064842734613/', '100064842734613'],
    ['https://www.facebook.com/pg/ford/about/', 'ford'],
    ['https://www.facebook.com/100064842734613', '100064842734613'],
  ])('reads %j as %j', (address, page) => {
    expect(pageOf(address)).toBe(page)
  })

  it.each([
    null, undefined, '', ' ', '/', '@', '?', '#', 'a b', '?id=1', '#ford', '//', 'https://www.facebook.com/', 'https://www.facebook.com', 'www.facebook.com', 'facebook.com', 'fb.com', 'https://www.facebook.com/?ref=ford',
    'https://www.facebook.com/groups/ford', 'https://www.facebook.com/events/1234567', 'https://www.facebook.com/hashtag/ford', '/groups/ford/', '/hashtag/ford', '/events/1', 'https://www.facebook.com/watch/?v=1',
    'https://www.facebook.com/watch/ford/', 'https://www.facebook.com/marketplace/item/1', 'https://www.facebook.com/sharer/sharer.php?u=https://ford.com', 'https://www.facebook.com/share/ford', 'https://www.facebook.com/l.php?u=https://ford.com/',
    'https://www.facebook.com/story.php?story_fbid=1&id=2', 'https://www.facebook.com/permalink.php?story_fbid=1&id=2', 'https://www.facebook.com/photo/?fbid=1', 'https://www.facebook.com/photo.php?fbid=1', 'https://www.facebook.com/reel/1',
    'https://www.facebook.com/stories/1', 'https://www.facebook.com/search/top?q=ford', 'https://www.facebook.com/login/?next=ford', 'https://www.facebook.com/ads/about', 'https://www.facebook.com/GROUPS/ford', 'https://www.facebook.com/Watch/ford',
    'https://www.facebook.com/profile.php', 'https://www.facebook.com/profile.php?id=', 'https://www.facebook.com/profile.php?id=ford', 'https://www.facebook.com/f%20ord', '/%40', 'https://www.facebook.com/people/Ford',
    'https://www.facebook.com/pages/Ford', 'https://www.facebook.com/pages', 'https://www.facebook.com/pg/', 'https://www.facebook.com/p/Ford-12', 'https://www.facebook.com/people/Ford/about',
  ])('gives null for %j, which is no page', (address) => {
    expect(pageOf(address)).toBeNull()
  })

  it.each([
    'https://notfacebook.com/ford', 'https://facebook.com.evil.example/ford', 'https://www.facebook.com@evil.example/ford', 'https://evil.example/www.facebook.com/ford', 'https://evil.example/?u=https://www.facebook.com/ford',
    'https://evil.example#https://www.facebook.com/ford', 'https://facebook.evil.example/ford', 'https://evilfacebook.com/ford', 'https://www.facebook.co/ford', 'https://www.facebook.com.mx/ford', 'https://fаcebook.com/ford', 'https://face\u0062ook.com.de/ford',
    'https://ford.facebook.com/ford', 'https://l.facebook.com/ford', 'https://apps.facebook.com/ford', 'https://evil-fb.com/ford', 'https://www.fb.com.evil.example/ford', 'https://www.instagram.com/ford', 'https://www.ford.com/ford', 'ford.com', 'www.ford.com',
    'ford.com/ford', 'www.evil.example/ford', '//evil.example/ford', '\\\\evil.example/ford', 'https:\\\\evil.example/ford', 'javascript:alert(1)', 'javascript://www.facebook.com/ford', 'data:text/html,ford', 'mailto:ford@facebook.com', 'ftp://www.facebook.com/ford',
    'file:///ford', 'blob:https://www.facebook.com/ford', 'https://www.facebook.com:port/ford', 'https://ford',
  ])('gives null for %j, which is elsewhere', (address) => {
    expect(pageOf(address)).toBeNull()
  })

  it('never takes the beginning of a long address for the whole of it', () => {
    expect(pageOf(`https://www.facebook.com/ford/${'x'.repeat(7_000)}`)).toBe('ford')
    expect(pageOf(`https://www.facebook.com/ford/${'x'.repeat(8_000)}`)).toBeNull()
  })

  it('gives a page, or null, and never throws, for any string', () => {
    const part = fc.constantFrom('https://', '//', 'www.', 'facebook.com', 'fb.com', '/', 'profile.php', '?id=', 'pg', 'pages', 'people', 'p', 'groups', '%', '%2F', '%E0%A4%A', '@', '#', '\\', '..', ' ', '\uD800', '123', '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.array(part, { maxLength: 10 }).map((parts) => parts.join(''))), (address) => {
        expect(pageOf(address)).not.toBe('')
      }),
      { numRuns: 3_000 },
    )
  })

  it('never takes another site’s address for a page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(pageOf(address)).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })

  it('says of what it gives that it is that', () => {
    for (const page of ['ford', 'Ben.And.Jerrys', '100064842734613', 'some-page_1']) expect(pageOf(pageOf(`https://www.facebook.com/${page}`))).toBe(page)
  })

  it('makes no page of a megabyte of an address', () => {
    for (const part of ['/', 'a/', '@', '?', 'facebook.com/', 'https://']) expect(pageOf(part.repeat(1_000_000)), part).toBeNull()
  })
})
