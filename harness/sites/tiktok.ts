import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { PostRecipe, SiteFixture } from './types.ts'

/** TikTok's list of videos, each as high as the window, with its words and buttons laid over the picture. */

interface Parts {
  random: Random
  /** What the site writes on ads in this language. */
  label: string
  name: string
  handle: string
  domain: string
}

const tag = (label: string, more = '') => `<div data-e2e="ad-tag" class="tag"${more}>${escape(label)}</div>`
const out = (domain: string, random: Random) => `<a href="https://www.${domain}/spring?ttclid=E.C.P.${token(random, 16)}&amp;utm_source=tiktok" target="_blank" rel="noopener" class="cta">Shop now</a>`

interface ItemParts {
  random: Random
  name?: string
  handle?: string
  desc?: string
  /** Between name and description. */
  tags?: string
  /** Below the description. */
  more?: string
  /** Beside the buttons. */
  comments?: string
  media?: string
}

const player = '<div class="media"><video class="fill" playsinline></video></div>'

/** The words over the picture. */
const words = ({ name = 'Jane Roe', handle = 'jane', desc = 'My cat <a href="/tag/cats">#cats</a>', tags = '', more = '' }: ItemParts) =>
  `<div class="over"><div class="who"><a data-e2e="video-author-nickname" href="/@${handle}" class="name">${escape(name)}</a><span class="dot">·</span><span class="time">2d</span></div>${tags}<div data-e2e="video-desc" class="desc"><span>${desc}</span></div><h4 data-e2e="video-music" class="music"><a href="/music/a-1">♫ original sound</a></h4>${more}</div>`
const actions = (handle = 'jane') =>
  `<section class="actions"><a data-e2e="video-author-avatar" href="/@${handle}" class="avatar"></a><button data-e2e="feed-follow" aria-label="Follow">+</button><button aria-label="Like"><span data-e2e="like-icon">♥</span></button><button aria-label="Comments"><span data-e2e="comment-icon">💬</span></button><button aria-label="Share">↪</button></section>`

const inside = (parts: ItemParts, own = '') => `<div class="layout"><section${own} class="card">${parts.media ?? player}${words(parts)}</section>${actions(parts.handle)}</div>${parts.comments ?? ''}`
const item = (id: string, parts: ItemParts) => `<article data-demo-id="${escape(id)}" data-e2e="recommend-list-item-container" data-scroll-index="1" class="item">${inside(parts, ` id="media-card-${token(parts.random, 3)}"`)}</article>`
const section = (id: string, parts: ItemParts) => `<section data-demo-id="${escape(id)}" id="media-card-${token(parts.random, 3)}" class="item card">${player}${words(parts)}${actions(parts.handle)}</section>`
const loose = (id: string, name: string, parts: ItemParts) => `<div data-demo-id="${escape(id)}" class="css-${token(parts.random, 6)}-5e6d46e3--${name} e1qyjkcx0 item">${inside(parts)}</div>`
/** The older list: the author above the video. */
const older = (id: string, { random, name = '', handle = '', tags = '', more = '' }: ItemParts) =>
  `<div data-demo-id="${escape(id)}" class="tiktok-${token(random, 6)}-DivItemContainer older" data-e2e="recommend-list-item-container"><a data-e2e="video-author-avatar" href="https://www.tiktok.com/@${handle}?lang=en" class="avatar"></a><div class="column"><div class="who"><a href="https://www.tiktok.com/@${handle}?lang=en"><h3 data-e2e="video-author-uniqueid" class="name">${handle}</h3><h4 data-e2e="video-author-nickname" class="nick">${escape(name)} ✅</h4></a></div><div data-e2e="video-desc" class="desc">New</div>${tags}${player}${more}</div></div>`

function recipe(id: string, who: AdvertiserId, build: (parts: Parts, own: string) => string, change: { name?: string; landing?: null } = {}): PostRecipe {
  const { name, handles, domain, elsewhere } = ADVERTISERS[who]
  return {
    id: `ad: ${id}`,
    make: (language, random, own) => ({
      html: build({ random, label: pick(random, language.labels), name, handle: handles.instagram, domain }, own),
      ad: { name: change.name ?? name, page: handles.instagram, domain: null, landing: change.landing === null ? null : `https://www.${domain}/spring`, badge: change.name ? elsewhere.replace(`${name}: Not`, `${change.name}: Not`) : elsewhere },
    }),
  }
}

const trap = (id: string, build: (parts: { label: string; random: Random; id: string }) => string): PostRecipe => ({
  id,
  make: (language, random, own) => ({ html: build({ label: pick(random, language.labels), random, id: own }), ad: null }),
})

export const fixture: SiteFixture = {
  site: 'tiktok',
  address: 'https://www.tiktok.com/foryou',
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Sponsored', 'Promoted'] },
    { code: 'es', dir: 'ltr', labels: ['Publicidad', 'Anuncio', 'Patrocinado'] },
    { code: 'pt-BR', dir: 'ltr', labels: ['Patrocinado', 'Anúncio'] },
    { code: 'ar', dir: 'rtl', labels: ['إعلان', 'مُموَّل'] },
  ],
  style: `body{margin:0;font:15px/20px sans-serif}#column{scroll-snap-type:y proximity;max-width:640px;margin:auto}.item{position:relative;height:680px;padding:8px 0;display:block;scroll-snap-align:start}.layout{display:flex;gap:12px;height:100%;justify-content:center}.card{position:relative;height:664px;width:374px;max-width:calc(100vw - 80px);border-radius:16px;overflow:hidden;z-index:1;display:block}.item.card{margin:8px auto;padding:0;height:664px;max-width:374px}
    .media{position:absolute;inset:0;background:#333}.fill{width:100%;height:100%;display:block;background:linear-gradient(#456,#123)}.over{position:absolute;inset:auto 0 0;z-index:2;padding:48px 12px 16px;color:#fff;background:linear-gradient(#0000,#000a)}.over a{color:inherit;text-decoration:none}.who{display:flex;gap:4px;font-weight:600;align-items:center}.time{font-weight:400}.tag{display:inline-block;background:#fff3;border-radius:4px;padding:0 6px;font-size:12px;line-height:18px;margin:4px 0}.desc{margin:4px 0}.music,.name,.nick{font-size:inherit;margin:0}
    .cta{display:block;background:#fe2c55;color:#fff;text-align:center;border-radius:6px;line-height:36px;margin-top:8px}.actions{display:flex;flex-direction:column;justify-content:flex-end;gap:12px;width:48px}.item.card .actions{position:absolute;inset-inline-end:8px;bottom:200px;z-index:3}.avatar{width:48px;height:48px;border-radius:50%;background:#ccd;flex:none}.actions button{width:48px;height:48px;border-radius:50%;border:0;padding:0}
    .older{display:flex;gap:12px;padding:20px 0;border-bottom:1px solid #ccc;height:auto;color:inherit}.older .media{position:relative;inset:auto;width:300px;height:520px;border-radius:8px;overflow:hidden}.older a{color:inherit}.older .tag{background:#0001}.comments{position:absolute;inset-inline-end:0;top:8px;width:60px;font-size:11px;overflow:hidden}.live{height:200px;display:block}html[data-theme=dark]{background:#121212;color:#f6f6f6}`,
  frame: (posts) => `<div id="app"><div id="main-content-homepage_hot"><div id="column">${posts}</div></div></div>`,
  list: '#column',
  ads: [
    recipe('the usual item', 'levis', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, desc: 'New jeans', tags: tag(label), more: out(domain, random) })),
    recipe('without a link', 'puma', ({ random, label, name, handle }, id) => item(id, { random, name, handle, desc: 'Run', tags: tag(label) }), { landing: null }),
    recipe('tag below the words', 'eddieBauer', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, desc: 'Out', more: tag(label) + out(domain, random) })),
    recipe('tag in the line of the name', 'upwork', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, desc: 'Hire' }).replace('<span class="time">2d</span></div>', `${tag(label)}</div>${out(domain, random)}`)),
    recipe('through the site’s own link', 'northFace', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, tags: tag(label), more: `<a href="/link/v2?aid=1988&amp;lang=en&amp;scene=feed&amp;target=${encodeURIComponent(`https://www.${domain}/spring?ttclid=${token(random, 9)}`)}" class="cta">Learn more</a>` })),
    recipe('with more marks of an ad', 'lantern', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, tags: tag(label), more: `<div data-e2e="ad-info">${out(domain, random)}</div>` })),
    recipe('an item known by its card alone', 'acme', ({ random, label, name, handle, domain }, id) => section(id, { random, name, handle, tags: tag(label), more: out(domain, random) })),
    recipe('an item known by its class alone', 'levis', ({ random, label, name, handle, domain }, id) => loose(id, 'DivItemContainer', { random, name, handle, tags: tag(label), more: out(domain, random) })),
    recipe('a card known by its class alone', 'puma', ({ random, label, name, handle, domain }, id) => loose(id, 'DivCardWrapper', { random, name, handle, tags: tag(label), more: out(domain, random) })),
    recipe('the older list', 'lantern', ({ random, label, name, handle, domain }, id) => older(id, { random, name, handle, tags: tag(label), more: out(domain, random) }), { name: 'Lantern Bikes ✅' }),
    recipe('pictures in place of a video', 'upwork', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, tags: tag(label), more: out(domain, random), media: '<div class="media"><img alt="" class="fill"><img alt="" class="fill"></div>' })),
    recipe('words that link out and name others', 'eddieBauer', ({ random, label, name, handle, domain }, id) => item(id, { random, name, handle, desc: 'With <a href="/@jane">@jane</a>, see <a href="https://other.example/">other.example</a>', tags: tag(label), more: out(domain, random) })),
  ],
  traps: [
    trap('organic video', ({ random, id }) => item(id, { random })),
    trap('organic video of a brand', ({ random, id }) => item(id, { random, name: 'PUMA', handle: 'puma' })),
    trap('tag of branded content', ({ random, id }) => item(id, { random, tags: '<div data-e2e="branded-content-tag" class="tag">Paid partnership</div>' })),
    trap('tag of a paid partnership', ({ random, id }) => item(id, { random, tags: '<div data-e2e="paid-partnership-tag" class="tag">Paid partnership</div>' })),
    trap('a tag that says it is a disclosure', ({ random, id }) => item(id, { random, tags: tag('Paid partnership') })),
    trap('a disclosure beside a tag', ({ random, id, label }) => item(id, { random, tags: tag(label), more: '<div data-e2e="branded-content-tag" class="tag">Creator earns commission</div>' })),
    trap('words that are a label', ({ random, id, label }) => item(id, { random, desc: `${escape(label)} <a href="/tag/ad">#ad</a> <a href="/tag/sponsored">#sponsored</a>` })),
    trap('author called like a label', ({ random, id, label }) => item(id, { random, name: label, handle: 'sponsored' })),
    trap('author called Ad', ({ random, id }) => item(id, { random, name: 'Ad', handle: 'ad' })),
    trap('hidden tag', ({ random, id, label }) => item(id, { random, tags: tag(label, ' style="display:none"') })),
    trap('tag without anything', ({ random, id }) => item(id, { random, tags: '<div data-e2e="ad-tag"></div>' })),
    trap('tag in what somebody wrote', ({ random, id, label }) => item(id, { random, desc: `Look: ${tag(label)}` })),
    trap('a comment that says it is an ad', ({ random, id, label }) => item(id, { random, comments: `<div class="comments"><p data-e2e="comment-level-1"><span>${escape(label)}</span></p></div>` })),
    trap('a link out and no tag', ({ random, id }) => item(id, { random, more: '<a href="https://www.acmeshoes.example/?ttclid=1" class="cta">acmeshoes.example</a>' })),
    trap('a card of a broadcast', ({ random, id, label }) => `<article data-demo-id="${escape(id)}" data-e2e="recommend-list-item-container" class="item"><div class="layout"><section id="media-card-${token(random, 2)}" class="card"><div class="media"></div><div class="over"><span class="tag">LIVE</span><a href="/@jane/live" class="name">Jane Roe</a><span>${escape(label)}</span></div></section></div></article>`),
    trap('marks that may be an ad’s, without its tag', ({ random, id }) => item(id, { random, more: '<div data-e2e="ad-info"></div>' })),
    trap('a card known by its class, organic', ({ random, id }) => loose(id, 'DivCardWrapper', { random })),
    trap('a card without an author', ({ random, id, label }) => `<div data-demo-id="${escape(id)}" class="css-${token(random, 5)}-DivCardWrapper live"><a href="/music/a-1">♫</a>${tag(label)}</div>`),
    trap('an account to follow', ({ id, label }) => `<div data-demo-id="${escape(id)}" class="live"><a href="/@sponsored" data-e2e="suggest-user">${escape(label)}</a></div>`),
    trap('the older list, organic', ({ random, id }) => older(id, { random, name: 'Jane Roe', handle: 'jane' })),
  ],
}
