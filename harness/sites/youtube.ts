import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { PostRecipe, SiteFixture } from './types.ts'

/** YouTube: slots of ads in grids, lists and beside videos, wrappers without boxes, Shorts, the mobile site. */

interface Parts {
  random: Random
  /** What the site writes on ads in this language. */
  label: string
  name: string
  handle: string
  domain: string
}

const CLICK = 'https://www.googleadservices.com/pagead/aclk?sa=L&amp;ai='
/** A click that tells where it goes. */
const through = (domain: string, random: Random) => `${CLICK}${token(random, 16)}&amp;adurl=${encodeURIComponent(`https://www.${domain}/spring?gclid=${token(random, 8)}`)}`
/** One that doesn't. */
const blind = (random: Random) => `${CLICK}${token(random, 24)}&amp;adurl=`

const thumbnail = '<div class="thumb"><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" class="still"></div>'
const badge = (label: string) => `<ad-badge-view-model class="adbadge"><badge-shape class="badge-shape-wiz badge-shape-wiz--ad"><div class="badge-text">${escape(label)}</div></badge-shape></ad-badge-view-model>`
const channel = (name: string, handle: string) => `<ytd-channel-name id="channel-name"><a href="/@${handle}" class="yt-simple-endpoint">${escape(name)}</a></ytd-channel-name>`
const menu = '<button class="menu" aria-label="⋮">⋮</button>'

/** A slot as it stands in every place: wrappers without boxes around what is drawn. */
const slot = (inner: string, id = '') => `<ytd-ad-slot-renderer${id && ` data-demo-id="${escape(id)}"`} class="style-scope"><div id="fulfilled-layout"><ytd-in-feed-ad-layout-renderer><div id="rendering-content">${inner}</div></ytd-in-feed-ad-layout-renderer></div></ytd-ad-slot-renderer>`
const item = (id: string, inner: string) => `<ytd-rich-item-renderer data-demo-id="${escape(id)}" class="style-scope ytd-rich-grid-renderer"><div id="content" class="style-scope">${inner}</div></ytd-rich-item-renderer>`
/** A line of search results or of the list beside a video. */
const section = (id: string, inner: string) => `<ytd-item-section-renderer data-demo-id="${escape(id)}"><div id="contents">${inner}</div></ytd-item-section-renderer>`

const lockup = ({ random, label, name, domain }: Parts, channelHtml = `<span class="quiet">${escape(name)}</span>`, site = `<div class="display-url quiet">${domain}</div>`) =>
  `<yt-lockup-view-model class="lockup"><a href="${through(domain, random)}" class="yt-lockup-view-model__content-image">${thumbnail}</a><div class="meta"><h3 class="title"><a href="${through(domain, random)}"><span>The spring sale is on</span></a></h3><div class="line">${badge(label)}${channelHtml}</div>${site}<button class="cta">Shop now</button>${menu}</div></yt-lockup-view-model>`
const sparkles = ({ random, label, name, domain }: Parts) =>
  `<ytd-promoted-sparkles-web-renderer has-new-ad-badge=""><div id="sparkles-container"><a id="thumbnail" href="${through(domain, random)}">${thumbnail}</a><div class="meta"><h3 id="title" class="title">Hire today</h3><div id="description" class="quiet">A better way to work</div><div class="line">${badge(label)}<yt-formatted-string id="byline" class="quiet">${escape(name)}</yt-formatted-string></div><div id="website-text" class="quiet">${domain}</div></div>${menu}</div></ytd-promoted-sparkles-web-renderer>`
const videoAd = ({ random, label, name, handle, domain }: Parts) =>
  `<ytd-promoted-video-renderer><a id="thumbnail" href="${blind(random)}">${thumbnail}</a><div class="meta"><h3 id="video-title" class="title">Watch how it is made</h3><div class="line">${badge(label)}${channel(name, handle)}</div><div id="website-text" class="quiet">${domain}</div></div></ytd-promoted-video-renderer>`
const display = ({ random, label, name, domain }: Parts) =>
  `<ytd-display-ad-renderer><a href="${through(domain, random)}">${thumbnail}</a><div class="meta"><div id="title" class="title">Up the mountain</div><div class="line">${badge(label)}<span id="byline" class="quiet">${escape(name)}</span></div><div id="website-text" class="quiet">${domain}</div></div></ytd-display-ad-renderer>`
const textAd = ({ random, label, name, domain }: Parts) =>
  `<ytd-promoted-sparkles-text-search-renderer><div class="line">${badge(label)}<span id="website-text" class="quiet">${domain}</span></div><a href="${through(domain, random)}" class="title"><h3>${escape(name)} – official shop</h3></a><div id="description-text" class="quiet">Free delivery</div></ytd-promoted-sparkles-text-search-renderer>`

function recipe(id: string, who: AdvertiserId, build: (parts: Parts, own: string) => string, change: { name?: null; page?: true; domain?: null; landing?: null } = {}): PostRecipe {
  const { name, handles, domain, elsewhere } = ADVERTISERS[who]
  return {
    id: `ad: ${id}`,
    make: (language, random, own) => ({
      html: build({ random, label: pick(random, language.labels), name, handle: handles.instagram, domain }, own),
      ad: {
        name: change.name === null ? null : name,
        page: change.page ? handles.instagram : null,
        domain: change.domain === null ? null : domain,
        landing: change.landing === null ? null : `https://www.${domain}/spring`,
        badge: elsewhere,
      },
    }),
  }
}

const trap = (id: string, build: (parts: { label: string; random: Random; id: string }) => string): PostRecipe => ({
  id,
  make: (language, random, own) => ({ html: build({ label: pick(random, language.labels), random, id: own }), ad: null }),
})

interface VideoParts {
  title?: string
  name?: string
  handle?: string
  over?: string
  line?: string
  more?: string
}

const video = (random: Random, { title = 'A cat', name = 'Jane Roe', handle = 'jane', over = '', line = '<span class="quiet">1.2K · 3 h</span>', more = '' }: VideoParts = {}) =>
  `<yt-lockup-view-model class="lockup"><a href="/watch?v=${token(random, 11)}" class="yt-lockup-view-model__content-image">${thumbnail}${over}</a><div class="meta"><h3 class="title"><a href="/watch?v=${token(random, 11)}"><span>${escape(title)}</span></a></h3><div class="line">${channel(name, handle)}</div><div class="line">${line}</div>${more}${menu}</div></yt-lockup-view-model>`
const result = (random: Random, description: string, title = 'A cat') =>
  `<ytd-video-renderer><a id="thumbnail" href="/watch?v=${token(random, 11)}">${thumbnail}</a><div class="meta"><h3 class="title"><a id="video-title" href="/watch?v=${token(random, 11)}">${escape(title)}</a></h3><div class="line">${channel('Jane Roe', 'jane')}</div><yt-formatted-string id="description-text" class="quiet">${description}</yt-formatted-string></div></ytd-video-renderer>`

const short = (id: string, mark: string, over: string) => `<ytd-reel-video-renderer data-demo-id="${escape(id)}"${mark}><div class="player"><video class="still"></video></div><div class="overlay">${over}</div><div class="actions"><button>♥</button><button>⋯</button></div></ytd-reel-video-renderer>`

export const fixture: SiteFixture = {
  site: 'youtube',
  address: 'https://www.youtube.com/',
  // No ad is told by these words; the site's own come in every language.
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Sponsored', 'Ad'] },
    { code: 'fi', dir: 'ltr', labels: ['Sponsoroitu'] },
    { code: 'ar', dir: 'rtl', labels: ['إعلان'] },
  ],
  style: `body{margin:0;font:14px/20px sans-serif}ytd-app{display:block}.grid{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:16px;max-width:1200px;margin:auto;padding:16px;align-items:start}
    ytd-rich-item-renderer,ytd-item-section-renderer,ytd-promoted-sparkles-web-renderer,ytd-promoted-video-renderer,ytd-display-ad-renderer,ytd-promoted-sparkles-text-search-renderer,yt-lockup-view-model,ytd-video-renderer,ytd-compact-video-renderer,ytd-search-pyv-renderer,ytd-video-masthead-ad-v3-renderer,ytd-companion-slot-renderer,ytd-action-companion-ad-renderer,ytd-reel-video-renderer,ad-slot-renderer,ytm-companion-slot,ytm-promoted-sparkles-web-renderer,ytm-rich-item-renderer,ytd-channel-name,#masthead-ad,#player-ads,ytd-statement-banner-renderer,ytd-mealbar-promo-renderer,ytd-rich-section-renderer{display:block}
    ytd-ad-slot-renderer,ytd-in-feed-ad-layout-renderer,#fulfilled-layout,#rendering-content,#content{display:contents}.thumb{position:relative}.still{display:block;width:100%;aspect-ratio:16/9;background:#dde;border-radius:12px;object-fit:cover}
    .meta{position:relative;padding:8px 32px 8px 0}.title{font-size:16px;line-height:22px;font-weight:500;margin:0}.line{display:flex;gap:6px;align-items:center;flex-wrap:wrap;min-height:20px}.quiet{color:#606060}.adbadge{font-weight:600}.menu{position:absolute;inset-inline-end:0;top:8px;width:24px;height:24px;padding:0}.cta{height:32px;border-radius:16px;border:0;display:block}
    ytd-reel-video-renderer{position:relative;width:300px;height:533px;background:#222;color:#fff;border-radius:12px;overflow:hidden}.player,.player .still{height:533px;width:300px}.overlay{position:absolute;inset-inline:12px 64px;bottom:16px}.overlay a{color:#fff}.actions{position:absolute;inset-inline-end:8px;bottom:16px;display:flex;flex-direction:column;gap:12px}.paid{position:absolute;left:8px;top:8px;background:#000c;color:#fff;font-size:12px;padding:0 4px}
    .banner{padding:24px;background:#eef}html[dark]{background:#0f0f0f;color:#f1f1f1}html[dark] a,html[dark] .quiet{color:#ccc}@media(max-width:600px){.grid{grid-template-columns:minmax(0,1fr)}}`,
  frame: (posts) => `<ytd-app><ytd-rich-grid-renderer><div id="contents" class="grid">${posts}</div></ytd-rich-grid-renderer></ytd-app>`,
  list: '#contents',
  ads: [
    recipe('home, a lockup', 'levis', (parts, id) => item(id, slot(lockup(parts)))),
    recipe('home, a lockup with a channel', 'puma', (parts, id) => item(id, slot(lockup(parts, channel(parts.name, parts.handle), ''))), { page: true, domain: null }),
    recipe('home, sparkles', 'upwork', (parts, id) => item(id, slot(sparkles(parts)))),
    recipe('home, a promoted video', 'eddieBauer', (parts, id) => item(id, slot(videoAd(parts))), { page: true, landing: null }),
    recipe('home, a display ad', 'northFace', (parts, id) => item(id, slot(display(parts)))),
    recipe('search, in a section', 'lantern', (parts, id) => section(id, slot(sparkles(parts)))),
    recipe('search, promoted video', 'acme', (parts, id) => `<ytd-search-pyv-renderer data-demo-id="${escape(id)}">${slot(videoAd(parts))}</ytd-search-pyv-renderer>`, { page: true, landing: null }),
    recipe('search, promoted video without a slot', 'levis', ({ random, label, name, handle }, id) => `<ytd-search-pyv-renderer data-demo-id="${escape(id)}"><ytd-video-renderer><a id="thumbnail" href="${blind(random)}">${thumbnail}</a><div class="meta"><h3 class="title" id="video-title">See more</h3><div class="line">${badge(label)}${channel(name, handle)}</div></div></ytd-video-renderer></ytd-search-pyv-renderer>`, { page: true, domain: null, landing: null }),
    recipe('search, text alone', 'puma', (parts, id) => section(id, slot(textAd(parts))), { name: null }),
    recipe('masthead', 'upwork', ({ random, label, name, handle, domain }, id) => `<div id="masthead-ad" data-demo-id="${escape(id)}"><ytd-video-masthead-ad-v3-renderer><div id="video-player" class="thumb"><img alt="" class="still"></div><div class="meta"><h3 id="title" class="title">Now on</h3><div class="line">${badge(label)}${channel(name, handle)}</div><a href="${through(domain, random)}" class="cta">Visit</a></div></ytd-video-masthead-ad-v3-renderer></div>`, { page: true, domain: null }),
    recipe('beside a video, a companion', 'eddieBauer', ({ random, label, name, domain }, id) => `<div id="player-ads" data-demo-id="${escape(id)}"><ytd-companion-slot-renderer><ytd-action-companion-ad-renderer><div class="meta"><div id="header" class="title"><a href="${through(domain, random)}"><span id="byline">${escape(name)}</span></a></div><div class="line">${badge(label)}<span id="domain" class="quiet">${domain}</span></div><button class="cta">Visit</button></div></ytd-action-companion-ad-renderer></ytd-companion-slot-renderer></div>`),
    recipe('beside a video, in the list', 'northFace', (parts, id) => section(id, slot(videoAd(parts))), { page: true, landing: null }),
    recipe('a Short', 'lantern', ({ random, label, name, handle, domain }, id) => short(id, ' is-ads-overlay', `<a href="/@${handle}">${escape(name)}</a><div class="line"><span>${escape(label)}</span></div><a href="${through(domain, random)}">Learn more</a>`), { page: true, domain: null }),
    recipe('phone, a slot', 'acme', ({ random, label, name, domain }, id) => `<ad-slot-renderer data-demo-id="${escape(id)}"><ytm-promoted-sparkles-web-renderer><a href="${through(domain, random)}">${thumbnail}</a><div class="meta"><h3 class="title">Shoes</h3><div class="line">${badge(label)}<span class="quiet">${escape(name)}</span></div><div class="website-text quiet">${domain}</div></div></ytm-promoted-sparkles-web-renderer></ad-slot-renderer>`),
    recipe('phone, a slot in a grid’s item', 'levis', ({ random, label, name, domain }, id) => `<ytm-rich-item-renderer data-demo-id="${escape(id)}"><ad-slot-renderer><a href="${through(domain, random)}">${thumbnail}</a><div class="meta"><h3 class="title">Jeans</h3><div class="line">${badge(label)}<span class="quiet">${escape(name)}</span></div><div class="website-text quiet">${domain}</div></div></ad-slot-renderer></ytm-rich-item-renderer>`),
    recipe('phone, a companion', 'puma', ({ random, label, name, domain }, id) => `<ytm-companion-slot data-demo-id="${escape(id)}"><div class="meta"><h3 class="title"><a href="${through(domain, random)}">Run</a></h3><div class="line">${badge(label)}<span class="quiet">${escape(name)}</span><span class="quiet">${domain}</span></div><button class="cta">Visit</button></div></ytm-companion-slot>`),
  ],
  traps: [
    trap('organic video', ({ random, id }) => item(id, video(random))),
    trap('organic video of a brand', ({ random, id }) => item(id, video(random, { title: 'Our shoes', name: 'PUMA', handle: 'puma' }))),
    trap('organic video with an overlay of paid promotion', ({ random, id }) => item(id, video(random, { over: '<div class="ytp-paid-content-overlay paid"><span class="ytp-paid-content-overlay-link">Includes paid promotion</span></div>' }))),
    trap('video titled like a label', ({ random, id, label }) => item(id, video(random, { title: label }))),
    trap('channel called like a label', ({ random, id, label }) => item(id, video(random, { name: label, handle: 'sponsored' }))),
    trap('channel called Ad', ({ random, id }) => item(id, video(random, { name: 'Ad', handle: 'Ad' }))),
    trap('lockup with a badge that is no ad’s', ({ random, id }) => item(id, video(random, { line: '<badge-shape class="badge-shape-wiz badge-shape-wiz--default"><div class="badge-text">New</div></badge-shape>' }))),
    trap('lockup with a loading and a shadowed badge', ({ random, id, label }) => item(id, video(random, { line: `<badge-shape class="badge-shape-wiz--loading-shadow"><div class="badge-text">${escape(label)}</div></badge-shape>` }))),
    trap('slot whose ad was blocked', ({ id }) => item(id, '<ytd-ad-slot-renderer><div id="fulfilled-layout"></div></ytd-ad-slot-renderer>')),
    trap('slot whose wrappers were left', ({ id }) => item(id, slot(''))),
    trap('slot whose ad is hidden', ({ random, id, label }) => item(id, `<div style="display:none">${slot(lockup({ random, label, name: 'Acme Shoes', handle: 'acmeshoes', domain: 'acmeshoes.example' }))}</div>`)),
    trap('slot in search whose ad was blocked', ({ id }) => section(id, slot('<ytd-promoted-sparkles-web-renderer></ytd-promoted-sparkles-web-renderer>'))),
    trap('companion without anything', ({ id }) => `<div id="player-ads" data-demo-id="${escape(id)}"><ytd-companion-slot-renderer><div class="meta"></div></ytd-companion-slot-renderer></div>`),
    trap('masthead without anything', ({ id }) => `<div id="masthead-ad" data-demo-id="${escape(id)}"></div>`),
    trap('the site’s own banner', ({ id, label }) => `<ytd-statement-banner-renderer data-demo-id="${escape(id)}"><div class="banner"><h2>YouTube Premium</h2><p>${escape(label)}</p><a href="/premium">Try it</a></div></ytd-statement-banner-renderer>`),
    trap('the site’s own promotion', ({ id }) => `<ytd-mealbar-promo-renderer data-demo-id="${escape(id)}"><div class="banner"><div id="title">Get YouTube Premium</div><button>No thanks</button><a href="/premium">Get it</a></div></ytd-mealbar-promo-renderer>`),
    trap('the site’s own promotion in a grid’s item', ({ id, label }) => item(id, `<ytd-statement-banner-renderer><div class="banner"><h3>YouTube Music</h3><span class="adbadge">${escape(label)}</span><a href="https://music.youtube.com/">Try it</a></div></ytd-statement-banner-renderer>`)),
    trap('shelf', ({ random, id, label }) => `<ytd-rich-section-renderer data-demo-id="${escape(id)}"><h2>${escape(label)}</h2>${video(random)}</ytd-rich-section-renderer>`),
    trap('playlist', ({ random, id, label }) => item(id, `<yt-lockup-view-model class="lockup"><a href="/playlist?list=PL1">${thumbnail}</a><div class="meta"><h3 class="title">${escape(label)}</h3><div class="line"><a href="/playlist?list=PL${token(random, 9)}">12</a></div></div></yt-lockup-view-model>`)),
    trap('search result whose description links to an ad', ({ random, id }) => section(id, result(random, `<a href="${through('acmeshoes.example', random)}">acmeshoes.example</a>`))),
    trap('search result whose description is a label', ({ random, id, label }) => section(id, result(random, escape(label), label))),
    trap('section that holds an ad’s slot and results', ({ random, id }) => section(id, `${result(random, 'One')}${slot('')}${result(random, 'Two')}`)),
    trap('organic Short', ({ id, label }) => short(id, '', `<a href="/@jane">Jane Roe</a><div>${escape(label)} #ad</div>`)),
    trap('Short of an account called like a label', ({ id, label }) => short(id, '', `<a href="/@sponsored">${escape(label)}</a>`)),
    trap('video with merchandise', ({ random, id }) => item(id, video(random, { more: '<div id="merch"><a href="https://www.youtube.com/redirect?q=https%3A%2F%2Fwww.acmeshoes.example%2F">acmeshoes.example</a></div>' }))),
  ],
}
