import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { FixtureLanguage, PostRecipe, SiteFixture } from './types.ts'

/** X's timeline: absolute cells, promoted posts in an element with edges, labels in the name's line or below. */

interface TweetParts {
  id: string
  random: Random
  name: string
  handle: string
  /** In the line of the name: a time, or a label. */
  aside: string
  text?: string
  /** Between text and buttons: a card, a quote, a video. */
  media?: string
  /** Above the buttons. */
  footer?: string
  context?: string
}

const TIME = '<a href="/jane/status/1" role="link"><time datetime="2026-11-29T10:00:00.000Z">3h</time></a>'
const ICON = '<svg viewBox="0 0 24 24" aria-hidden="true" class="icon"><path d="M19.498 3h-15c-1.381 0-2.5 1.12-2.5 2.5v13c0 1.38 1.119 2.5 2.5 2.5h15c1.381 0 2.5-1.12 2.5-2.5v-13c0-1.38-1.119-2.5-2.5-2.5zm-3.502 12h-2v-3.59l-5.293 5.3-1.414-1.42L12.581 10H8.996V8h7v7z"></path></svg>'

const nameBlock = ({ name, handle, aside }: Pick<TweetParts, 'name' | 'handle' | 'aside'>) =>
  `<div data-testid="User-Name" class="names"><div><a href="/${handle}" role="link" class="name"><span><span>${escape(name)}</span></span></a></div><div class="aside"><a href="/${handle}" role="link" tabindex="-1"><span>@${handle}</span></a>${aside ? `<div class="slot">${aside}</div>` : ''}</div></div>`

function tweet(parts: TweetParts): string {
  const { random, text = '', media = '', footer = '', context = '' } = parts
  return `<article data-testid="tweet" role="article" tabindex="0" aria-labelledby="id__${token(random, 11)} id__${token(random, 11)}" class="css-175oi2r">${context}<div class="row"><div data-testid="Tweet-User-Avatar" class="avatar"></div><div class="col">${nameBlock(parts)}<div data-testid="tweetText" dir="auto"><span>${text}</span></div>${media}${footer}<div role="group" class="buttons"><button data-testid="reply" aria-label="Reply"></button><button data-testid="retweet" aria-label="Repost"></button><button data-testid="like" aria-label="Like"></button></div></div><button data-testid="caret" aria-label="More" class="caret"></button></div></article>`
}

const EDGES = ['top', 'right', 'bottom', 'left'].map((edge) => `<div data-testid="${edge}-impression-pixel" class="pixel"></div>`).join('')
const tracked = (html: string) => `<div class="css-175oi2r"><div data-testid="placementTracking">${EDGES}${html}</div></div>`
const cell = (id: string, html: string) => `<div data-testid="cellInnerDiv" data-demo-id="${escape(id)}" class="cell"><div class="css-175oi2r">${html}</div></div>`

const card = (domain: string, random: Random) =>
  `<div data-testid="card.wrapper" class="card"><div class="picture"></div><a href="https://t.co/${token(random, 10)}?twclid=2-${token(random, 20)}" role="link" rel="noopener noreferrer nofollow" target="_blank"><span>From ${domain}</span></a></div>`
const organicCard = (random: Random) => `<div data-testid="card.wrapper" class="card"><div class="picture"></div><a href="https://t.co/${token(random, 10)}" role="link" target="_blank"><span>From news.example</span></a></div>`
const video = '<div data-testid="placementTracking"><div data-testid="videoPlayer" class="picture"><div data-testid="videoComponent"></div></div></div>'
const quote = (text: string, name = 'Acme Shoes') => `<div role="link" tabindex="0" class="quote"><div data-testid="User-Name"><div><span>${name}</span></div><div><span>@acmeshoes</span><time>1d</time></div></div><div data-testid="tweetText" dir="auto"><span>${text}</span></div></div>`

function recipe(id: string, who: AdvertiserId, build: (parts: { language: FixtureLanguage; random: Random; label: string; name: string; handle: string; domain: string }) => string, change: { domain?: null; page?: null } = {}): PostRecipe {
  const { name, handles, domain, elsewhere } = ADVERTISERS[who]
  return {
    id: `ad: ${id}`,
    make: (language, random, own) => ({
      html: cell(own, build({ language, random, label: pick(random, language.labels), name, handle: handles.x, domain })),
      ad: { name, page: handles.x, domain, landing: null, badge: elsewhere, ...change },
    }),
  }
}

const labelled = (label: string) => `<span>${label}</span>`

const trap = (id: string, build: (parts: { label: string; random: Random; id: string }) => string): PostRecipe => ({
  id,
  make: (language, random, own) => ({ html: cell(own, build({ label: pick(random, language.labels), random, id: own })), ad: null }),
})

const jane = { name: 'Jane Roe', handle: 'jane', aside: TIME }
const organic = (random: Random, change: Partial<TweetParts> = {}) => tweet({ id: '', random, ...jane, text: 'Good morning', ...change })

export const fixture: SiteFixture = {
  site: 'x',
  address: 'https://x.com/home',
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Ad', 'Promoted'] },
    { code: 'de', dir: 'ltr', labels: ['Anzeige', 'Gesponsert'] },
    { code: 'ja', dir: 'ltr', labels: ['広告', 'プロモーション'] },
    { code: 'ar', dir: 'rtl', labels: ['إعلان', 'مُروَّج'] },
  ],
  style: `body{margin:0;font:15px/20px sans-serif}.column{width:600px;margin:auto}.cell{border-bottom:1px solid #ccc}.row{display:flex;gap:8px;padding:12px 16px;position:relative}.avatar{width:40px;height:40px;border-radius:50%;background:#ccd}.col{flex:1;min-width:0}
    .names{display:flex;gap:4px;padding-inline-end:40px}.aside{display:flex;gap:4px}.card,.quote{border:1px solid #ccc;border-radius:16px;margin-top:8px;overflow:hidden}.quote{padding:8px}.picture{height:220px;background:#dde}.buttons{display:flex;gap:80px;height:32px}.caret{position:absolute;inset-inline-end:12px;top:8px;width:24px;height:24px}
    .icon{width:16px;height:16px}.pixel{position:absolute;width:1px;height:1px}[data-testid=placementTracking]{position:relative}.usercell{display:flex;gap:8px;padding:12px;flex-direction:column}`,
  frame: (posts) => `<div id="react-root"><div data-testid="primaryColumn" class="column"><div aria-label="Timeline: Your Home Timeline"><div class="list">${posts}</div></div></div></div>`,
  list: '.list',
  ads: [
    recipe('in an element with edges, label in the name’s line', 'levis', ({ random, label, name, handle, domain }) => tracked(tweet({ id: '', random, name, handle, aside: labelled(label), text: 'New jeans', media: card(domain, random) }))),
    recipe('in an element with edges, without a card', 'puma', ({ random, label, name, handle }) => tracked(tweet({ id: '', random, name, handle, aside: labelled(label), text: 'Run' })), { domain: null }),
    recipe('in an element with edges, without any label', 'eddieBauer', ({ random, name, handle, domain }) => tracked(tweet({ id: '', random, name, handle, aside: '', text: 'Out', media: card(domain, random) }))),
    recipe('a video in an element with edges', 'upwork', ({ random, label, name, handle }) => tracked(tweet({ id: '', random, name, handle, aside: labelled(label), text: 'Hire', media: video })), { domain: null }),
    recipe('label below, with the sign', 'northFace', ({ random, label, name, handle, domain }) => tweet({ id: '', random, name, handle, aside: '', text: 'Climb', media: card(domain, random), footer: `<div class="promo">${ICON}<span>${label}</span></div>` })),
    recipe('label below alone', 'lantern', ({ random, label, name, handle, domain }) => tweet({ id: '', random, name, handle, aside: '', text: 'Ride', media: card(domain, random), footer: `<div class="promo"><span>${label}</span></div>` })),
    recipe('an account that is promoted', 'acme', ({ label, name, handle }) => `<div data-testid="UserCell" class="usercell"><a href="/${handle}" role="link"><span>${name}</span></a><a href="/${handle}" role="link" tabindex="-1"><span>@${handle}</span></a><div>${ICON}<span>${label}</span></div></div>`, { domain: null }),
    recipe('that quotes an organic post', 'levis', ({ random, label, name, handle }) => tracked(tweet({ id: '', random, name, handle, aside: labelled(label), text: 'They said it', media: quote('I love these', 'Jane Roe') })), { domain: null }),
    recipe('somebody else’s post that is promoted', 'puma', ({ random, language, name, handle }) => {
      const by = language.code === 'de' ? `Gesponsert von ${name}` : language.code === 'ja' ? `${name}によるプロモーション` : language.code === 'ar' ? `${name} مُروَّج بواسطة` : `Promoted by ${name}`
      return tracked(tweet({ id: '', random, name: 'Jane Roe', handle: 'jane', aside: '', text: 'My shoes', footer: `<a href="/${handle}" role="link" class="promo">${ICON}<span>${by}</span></a>` }))
    }, { domain: null }),
  ],
  traps: [
    trap('organic post', ({ random }) => organic(random)),
    trap('organic post with a link card', ({ random }) => organic(random, { media: organicCard(random) })),
    trap('organic video, whose player is tracked', ({ random }) => organic(random, { media: video })),
    trap('organic video of an account called like a label', ({ random, label }) => organic(random, { name: label, handle: 'adaccount', media: video })),
    trap('account called like a label', ({ random, label }) => organic(random, { name: label, handle: 'Ad' })),
    trap('text that is a label', ({ random, label }) => organic(random, { text: label })),
    trap('quote of a post that is a label', ({ random, label }) => organic(random, { media: quote(label) })),
    trap('quote of an account called like a label', ({ random, label }) => organic(random, { media: quote('Hello', label) })),
    trap('card whose text is a label', ({ random, label }) => organic(random, { media: `<div data-testid="card.wrapper" class="card"><div class="picture"></div><a href="https://t.co/x" role="link"><span>${label}</span></a></div>` })),
    trap('paid partnership', ({ random }) => organic(random, { footer: '<div><span>Paid partnership</span></div>' })),
    trap('reposted by an account called like a label', ({ random, label }) => organic(random, { context: `<div data-testid="socialContext" class="row"><a href="/ad" role="link"><span>${label}</span></a></div>` })),
    trap('link with a parameter of ad clicks, in the text', ({ random }) => organic(random, { text: '<a href="https://shop.example/?twclid=2-abc">shop.example</a>' })),
    trap('account to follow whose bio is a label', ({ label }) => `<div data-testid="UserCell" class="usercell"><a href="/jane" role="link"><span>Jane Roe</span></a><a href="/jane" role="link"><span>@jane</span></a><div dir="auto"><span>${label}</span></div></div>`),
    trap('trend called like a label', ({ label }) => `<div data-testid="trend" class="usercell"><span>Trending</span><span>${label}</span><span>12K posts</span></div>`),
    trap('follow button of a profile, which is tracked', () => '<div data-testid="placementTracking"><button data-testid="1-follow" aria-label="Follow @acmeshoes"><span>Follow</span></button></div>'),
    trap('hidden label', ({ random, label }) => organic(random, { aside: `<span style="display:none">${label}</span>` })),
  ],
}
