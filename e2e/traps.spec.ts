import { readVerdicts } from '../harness/verdicts.ts'
import { expect, test } from './fixtures.ts'

/** Posts without any of the marks that usually end a header, as older and rarer page structures have them. */

const post = (header: string, body = '') =>
  `<div aria-posinset="1"><div><h4><a href="https://www.facebook.com/jane.roe"><strong>Jane Roe</strong></a></h4>${header}</div>${body}
   <div role="button" aria-label="Like"><span data-ad-rendering-role="like_button">Like</span></div></div>`
const time = (text: string, href = 'https://www.facebook.com/jane.roe/posts/pfbid0') => `<span><a role="link" href="${href}"><span>${text}</span></a></span>`
const LABEL = '<span><a role="link" href="#"><span>Sponsored</span></a></span>'

const named = (name: string, slug: string) => `<a href="https://www.facebook.com/${slug}">${name}</a>`

const CASES: [name: string, html: string, verdict: string][] = [
  ['text that is exactly the label, after a time without digits', post(time('Just now'), '<div><p>Sponsored</p></div>'), 'unsure'],
  ['a link to /ads/about in the text, after a time without digits', post(time('Yesterday'), '<p><a href="/ads/about/">About ads</a></p>'), 'unsure'],
  ['a time without digits', post(time('Just now')), 'organic'],
  ['a time in another script', post(time('٣ س')), 'organic'],
  ['the label after a long text', post('', `<p>${'A long story about a boat. '.repeat(10)}</p>${LABEL}`), 'unsure'],
  ['a page called like the label, tagged', post(`is with <a href="https://www.facebook.com/sponsored">Sponsored</a> ${time('2h')}`), 'organic'],
  ['a group called like the label', post(`<a href="https://www.facebook.com/groups/ad/">Ad</a> ${time('2h', 'https://www.facebook.com/groups/ad/posts/1/')}`), 'organic'],
  ['the label in a hidden element', post(`<span style="display:none">Sponsored</span>${time('2h')}`), 'organic'],
  ['the label of no size', post(`<a aria-label="Sponsored" href="#"></a>${time('2h')}`), 'organic'],
  ['the label moved out of the line', post(`<span style="position:absolute;top:-99px">Sponsored</span>${time('2h')}`), 'organic'],
  ['the label as part of a sentence', post('<span>Sponsored by my mother</span>'), 'unsure'],
  ...['/groups/123/user/456/', '/p/Ad-100012/', '/pages/Sponsored/123', '/ad/photos', '/@ad', '/stories/123/', '/search/top/?q=ad', '/share/p/abc'].map((href): [string, string, string] => [
    `somebody called like the label at ${href}, beside a time drawn as a picture`,
    post(`<span><a href="${href}">Ad</a></span><a href="#"><svg viewBox="0 0 9 9"><use href="#t"></use></svg></a>`),
    'unsure',
  ]),
  ['a link to /ads/about that nobody sees', post('<a href="/ads/about/" style="position:absolute;color:transparent">Sponsored</a><a href="#"><svg viewBox="0 0 9 9"><use href="#t"></use></svg></a>'), 'unsure'],
  ['a link to /ads/about that nobody sees, in the structure of 2018', post(`<a href="/ads/about/" style="position:absolute;opacity:0">Sponsored</a>${time('2 hrs')}`, '<div class="userContentWrapper"></div>'), 'organic'],
  ['the label as text beside a time drawn as a picture', post('<strong>Ad</strong><a href="#"><svg viewBox="0 0 9 9"><use href="#t"></use></svg></a>'), 'unsure'],
  ['the label written on a reel', post('<a href="/reel/123"><span>Ad</span></a>'), 'unsure'],
  ['a paid partnership beside a label', post(`<a href="/business/help/788160621327601">Paid partnership</a> ${LABEL}`), 'unsure'],
  ['a plain ad', post(LABEL), 'ad'],
  ['an ad under a heading of its context', `<div aria-posinset="2"><h3><a href="https://www.facebook.com/jane.roe">Jane Roe</a> likes this</h3>${post(LABEL).replace('<div aria-posinset="1">', '<div>')}</div>`, 'ad'],
  ['an ad whose label leads to its own post', post(time('Sponsored')), 'ad'],
  ['an ad whose label is no link', post('<span>Sponsored</span> · <span>Public</span>'), 'ad'],
  ['a political ad of somebody with a digit in the name', post(`${LABEL}<span> · </span><span>Paid for by <a href="https://www.facebook.com/vote2020">Vote 2020</a></span>`), 'ad'],
  ['a political ad in one piece of text', post('<span>Sponsored · Paid for by Friends of the Lake</span>'), 'ad'],
  ['an ad labelled in a language that is not read, with a link to /ads/about', post('<a href="/ads/about/?x=1">Sponsorisé</a>'), 'ad'],
]

test('headers are judged by what a person sees in them', async ({ open, pages }) => {
  pages.set('/traps', `<!doctype html><meta charset="utf-8"><html lang="en"><body>${CASES.map(([, html]) => html).join('')}</body>`)
  const page = await open('traps')
  const verdicts = (await readVerdicts(page, 'facebook')).map(({ verdict }) => verdict)
  expect(Object.fromEntries(CASES.map(([name], at) => [name, verdicts[at]]))).toEqual(Object.fromEntries(CASES.map(([name, , verdict]) => [name, verdict])))
})

test('the advertiser is whom the post is by, not who likes it', async ({ open, pages }) => {
  pages.set('/context', `<!doctype html><meta charset="utf-8"><html lang="en"><body>
    <div data-pagelet="FeedUnit_0"><h3>${named('Jane Roe', 'jane.roe')} likes this</h3><div><h4>${named('Patagonia', 'patagonia')}</h4>${LABEL}</div></div>
    <div aria-posinset="2"><h4>${named('Jane Roe', 'jane.roe')} likes this</h4><span data-ad-rendering-role="profile_name">${named('Patagonia<svg><title>Verified account</title></svg>', 'patagonia')}</span>${LABEL}</div>
    <div aria-posinset="3"><h4>${named('Jane Roe', 'jane.roe')}</h4>${time('2h')}<div><h4>${named('Patagonia', 'patagonia')}</h4>${time('3 March')}</div></div>`)
  const page = await open('context')
  const read = (await readVerdicts(page, 'facebook')).map(({ verdict, advertiser }) => `${verdict}: ${advertiser.name}`)
  expect(read).toEqual(['ad: Patagonia', 'ad: Patagonia', 'organic: Jane Roe'])
})
