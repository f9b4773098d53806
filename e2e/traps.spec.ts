import { readVerdicts } from '../harness/verdicts.ts'
import { expect, test } from './fixtures.ts'

/** Posts without any of the marks that usually end a header, as older and rarer page structures have them. */

const post = (header: string, body = '') =>
  `<div aria-posinset="1"><div><h4><a href="https://www.facebook.com/jane.roe"><strong>Jane Roe</strong></a></h4>${header}</div>${body}
   <div role="button" aria-label="Like"><span data-ad-rendering-role="like_button">Like</span></div></div>`
const time = (text: string, href = 'https://www.facebook.com/jane.roe/posts/pfbid0') => `<span><a role="link" href="${href}"><span>${text}</span></a></span>`
const LABEL = '<span><a role="link" href="#"><span>Sponsored</span></a></span>'

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
  ['a paid partnership beside a label', post(`<a href="/business/help/788160621327601">Paid partnership</a> ${LABEL}`), 'unsure'],
  ['a plain ad', post(LABEL), 'ad'],
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
