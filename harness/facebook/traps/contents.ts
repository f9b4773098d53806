import { escape } from '../../../demo/html.ts'
import { obfuscationOf } from '../obfuscations/index.ts'
import { DOT, type LinkCard } from '../parts.ts'
import { labelIn, simple, STORY, type Setting, type Trap } from './organic.ts'

/** What stands below the header, and no person takes for its label. */

const CARD: LinkCard = { landing: 'https://www.tidewatch.example/a?utm_source=fb', domain: 'tidewatch.example', title: 'Tides this week' }
const says = (text: string) => ({ text: `<span>${escape(text)}</span>` })
const LONG = `${STORY} `.repeat(12)

/** The scrambled button that every page with a messenger gets, for nothing. */
function messengerFoot(setting: Setting) {
  const { slot, ...rest } = obfuscationOf('flex with order, clipped').make('Send message', setting.random, labelIn(setting), '/messages/t/100000000000032')
  return { ...rest, attachment: `<div class="foot"><div><div data-ad-rendering-role="meta"><span>MESSENGER</span></div></div><div data-ad-rendering-role="cta">${slot}</div></div>` }
}

export const CONTENT_TRAPS: Trap[] = simple({
  'text says the label': (setting) => says(labelIn(setting)),
  'text says Sponsored': () => says('Sponsored'),
  'text says Ad': () => says('Ad'),
  'text is a link that says the label': (setting) => ({ text: `<a role="link" href="#">${escape(labelIn(setting))}</a>` }),
  'label below a long text': (setting) => ({ text: LONG, attachment: `<div><span><a role="link" href="#"><span>${escape(labelIn(setting))}</span></a></span></div>` }),
  'label below a long text, no time': (setting) => ({ slot: '', text: LONG, attachment: `<div><span><a role="link" href="#"><span>${escape(labelIn(setting))}</span></a></span></div>` }),
  'a sentence that begins like the label': (setting) => ({ beforeSlot: `<span>${escape(labelIn(setting))} by my mother</span>${DOT}` }),
  'a sentence that begins like the label, no time': (setting) => ({ slot: `<span>${escape(labelIn(setting))} by my mother</span>` }),
  '/ads/about linked in the text': () => ({ text: `${STORY} <a role="link" href="/ads/about/?entry_product=ad_preferences">Why ads?</a>` }),
  'label linked to /ads/about in the text': (setting) => ({ text: `<a role="link" href="/ads/about/">${escape(labelIn(setting))}</a>` }),
  'link shared': () => ({ card: CARD, picture: 'organic' }),
  'link shared that is called like the label': (setting) => ({ card: { ...CARD, title: escape(labelIn(setting)) }, picture: 'organic' }),
  'scrambled call to action': messengerFoot,
  'video': () => ({ attachment: '<div class="body"><video preload="none" width="480" height="60"></video><div role="button" aria-label="Play video"></div><a role="link" href="/watch/?v=123"><span>12K views</span></a></div>' }),
  'reel': (setting) => ({ attachment: `<div class="body"><a role="link" href="/reel/1234567890/"><div><span>${escape(labelIn(setting))}</span></div></a></div>` }),
  'photo under the label': (setting) => ({ picture: 'organic', attachment: `<div class="body"><a role="link" href="/photo/?fbid=123"><span>${escape(labelIn(setting))}</span></a></div>` }),
})

const comment = (text: string, name = 'Tomás Rivera', slug = 'tomas.rivera.12') => ({ comments: [{ name, slug, text, time: '2d' }, { name: 'Priya Nair', slug: 'priya.nair.5', text: 'Lovely!', time: '1d' }] })

export const COMMENT_TRAPS: Trap[] = simple({
  'comment by a listed brand': () => comment('Thank you for being there!', 'Patagonia', 'patagonia'),
  'comment says the label': (setting) => comment(escape(labelIn(setting))),
  'comment by somebody called like the label': (setting) => comment('Nice.', labelIn(setting), 'ad'),
  'comment with a link to /ads/about': () => comment('<a role="link" href="/ads/about/">see here</a>'),
  'comment whose time says the label': (setting) => ({ comments: [{ name: 'Patagonia', slug: 'patagonia', text: 'Hello', time: labelIn(setting) }] }),
})
