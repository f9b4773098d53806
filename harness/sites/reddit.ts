import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { FixtureLanguage, PostRecipe, SiteFixture } from './types.ts'

/** Reddit: ads as elements of their own with shadow trees, in the feed, in comments and at the side; marked posts; the old site. */

interface Parts {
  random: Random
  /** What the site writes on ads in this language. */
  label: string
  /** Of the advertiser, which has no other name on Reddit. */
  handle: string
  domain: string
  language: FixtureLanguage
}

const attributes = (given: Record<string, string | true>) => Object.entries(given).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`)).join('')

const promoted = (label: string) => `<span data-ad-click-location="promoted_label" class="quiet">${escape(label)}</span>`
const credit = (account: string, path: string, aside: string, menu = '') => `<span slot="credit-bar" class="credit"><span class="avatar"></span><faceplate-hovercard><a href="${path}">${escape(account)}</a></faceplate-hovercard><span class="dot">•</span>${aside}${menu}</span>`
const menu = (isAd: string) => `<shreddit-post-overflow-menu${isAd}><button aria-label="…">⋯</button></shreddit-post-overflow-menu>`
const titled = (title: string, href: string) => `<a slot="title" href="${href}" class="title">${escape(title)}</a>`
const picture = '<div slot="post-media-container"><img alt="" class="picture"></div>'
const adLink = (domain: string, random: Random) => `<shreddit-dynamic-ad-link slot="post-media-container"><a href="https://www.${domain}/spring?rdt_cid=${token(random, 12)}&amp;utm_source=reddit" rel="noopener nofollow" target="_blank">${domain}</a></shreddit-dynamic-ad-link>`
const counted = (random: Random) => `<a slot="full-post-link" href="https://alb.reddit.com/cr?za=${token(random, 20)}" target="_blank"></a>`

/** An ad of the feed, drawn through the slots of its shadow tree. */
function ad({ random, label, handle, domain }: Parts, change: Record<string, string | true> = {}, tag = 'shreddit-ad-post', id = ''): string {
  const own = { class: 'promotedlink', promoted: true as const, 'post-title': 'Go further', author: handle, 'subreddit-prefixed-name': `u/${handle}`, permalink: `/user/${handle}/comments/${token(random, 6)}/go_further/`, domain, ...change }
  return `<${tag}${id && ` data-demo-id="${escape(id)}"`}${attributes(own)}>${counted(random)}${credit(`u/${handle}`, `/user/${handle}/`, promoted(label), menu(' is-ad'))}${titled('Go further', `https://www.${domain}/spring?rdt_cid=1`)}${picture}${adLink(domain, random)}</${tag}>`
}

interface PostParts {
  random: Random
  title?: string
  author?: string
  community?: string
  /** Attributes of the element, besides. */
  more?: Record<string, string | true>
  aside?: string
  menu?: string
  body?: string
}

/** Anybody's post; some of them are ads. */
function post({ random, title = 'My cat', author = 'jane', community = 'r/cats', more = {}, aside = '<time>3 hr.</time>', menu: dots = menu(''), body = picture }: PostParts): string {
  const permalink = `/${community}/comments/${token(random, 6)}/my_cat/`
  const own = { 'post-title': title, author, 'subreddit-prefixed-name': community, permalink, ...more }
  return `<shreddit-post${attributes(own)}><a slot="full-post-link" href="${permalink}"></a>${credit(community, `/${community}/`, aside, dots)}${titled(title, permalink)}${body}</shreddit-post>`
}

const article = (id: string, html: string) => `<article data-demo-id="${escape(id)}">${html}<hr></article>`
const box = (id: string, html: string) => `<div data-demo-id="${escape(id)}">${html}</div>`

/** A post of the old site. */
function thing(id: string, { classes = '', more = {}, title = 'A cat', href = '/r/cats/comments/a/', author = 'jane', domain = 'self.cats', tag = '', body = '' }: { classes?: string; more?: Record<string, string>; title?: string; href?: string; author?: string; domain?: string; tag?: string; body?: string }): string {
  return `<div data-demo-id="${escape(id)}" class=" thing link ${classes}" data-fullname="t3_abc" data-type="link"${attributes(more)}><a class="thumbnail" href="${href}"></a><div class="entry"><div class="top-matter"><p class="title"><a class="title" href="${href}" data-event-action="title">${escape(title)}</a> <span class="domain">(<a href="/domain/${domain}/">${domain}</a>)</span></p><p class="tagline">${tag}<a href="/user/${author}" class="author">${author}</a></p>${body}</div></div></div>`
}

function recipe(id: string, who: AdvertiserId, build: (parts: Parts, own: string) => string, change: { handle?: string; domain?: null; landing?: null } = {}): PostRecipe {
  const { domain, elsewhere, name } = ADVERTISERS[who]
  const handle = change.handle ?? ADVERTISERS[who].handles.instagram
  return {
    id: `ad: ${id}`,
    make: (language, random, own) => ({
      html: build({ language, random, label: pick(random, language.labels), handle, domain }, own),
      ad: { name: handle, page: handle, domain: change.domain === null ? null : domain, landing: change.landing === null ? null : `https://www.${domain}/spring`, badge: elsewhere.replace(`${name}: Not`, `${handle}: Not`) },
    }),
  }
}

const trap = (id: string, build: (parts: { label: string; random: Random; id: string; language: FixtureLanguage }) => string): PostRecipe => ({
  id,
  make: (language, random, own) => ({ html: build({ label: pick(random, language.labels), random, id: own, language }), ad: null }),
})

/** An ad that stands for another site's, in what somebody posted. */
const quoted = (random: Random, label: string) => ad({ random, label, handle: 'acmeshoes', domain: 'acmeshoes.example', language: { code: 'en', dir: 'ltr', labels: [] } })

/** The page's own elements, which come to life when the document is there, as modules do. */
const SCRIPT = `
  const make = (tag, parts = {}, ...children) => { const element = Object.assign(document.createElement(tag), parts); element.append(...children); return element }
  const slot = (name) => { const element = document.createElement('slot'); if (name) element.name = name; return element }
  const styles = () => make('style', { textContent: ':host{display:block}.bar{display:flex;gap:8px;height:32px;align-items:center}.own{height:120px;background:#dde}.row{display:flex;align-items:center;gap:8px;justify-content:space-between}.names{font:12px/16px sans-serif}' })
  const bar = () => make('div', { className: 'bar' }, make('button', { textContent: '▲ 12' }), make('button', { textContent: '4' }))
  const NAMED = ['full-post-link', 'credit-bar', 'title', 'text-body', 'post-media-container']
  class Post extends HTMLElement {
    static observedAttributes = ['view']
    connectedCallback() { this.draw() }
    attributeChangedCallback() { if (this.isConnected) this.draw() }
    draw() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      const view = this.getAttribute('view') ?? 'default'
      const own = () => [make('div', { className: 'row' }, make('span', { className: 'names', textContent: 'u/' + this.getAttribute('author') + ' • ' + (this.getAttribute('word') ?? '') }), make('button', { textContent: '⋯' })), make('div', { textContent: this.getAttribute('post-title') }), make('div', { className: 'own' })]
      root.replaceChildren(styles(), ...(view === 'none' ? own() : NAMED.map(slot)), ...(view === 'default' ? [slot()] : []), bar())
    }
  }
  class Late extends HTMLElement {
    static observedAttributes = ['view']
    connectedCallback() { queueMicrotask(() => this.draw()) }
    attributeChangedCallback() { queueMicrotask(() => this.draw()) }
    draw() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      const template = this.querySelector('template')
      root.replaceChildren(styles(), this.getAttribute('view') === 'shadow' && template ? template.content.cloneNode(true) : slot())
    }
  }
  const define = () => {
    for (const name of ['shreddit-post', 'shreddit-ad-post', 'shreddit-comments-page-ad', 'shreddit-sidebar-ad', 'reddit-pdp-right-rail-post']) customElements.define(name, class extends Post {})
    for (const name of ['shreddit-comment-tree-ad', 'shreddit-async-loader']) customElements.define(name, class extends Late {})
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', define)
  else define()`

export const fixture: SiteFixture = {
  site: 'reddit',
  address: 'https://www.reddit.com/',
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Promoted'] },
    { code: 'fi', dir: 'ltr', labels: ['Mainostettu'] },
    { code: 'ar', dir: 'rtl', labels: ['إعلان ترويجي'] },
  ],
  style: `body{margin:0;font:14px/20px sans-serif}.column{max-width:740px;margin:auto;padding:0 16px}shreddit-feed,article,shreddit-post,shreddit-ad-post,shreddit-comments-page-ad,shreddit-comment-tree-ad,shreddit-sidebar-ad,shreddit-async-loader,ad-event-tracker,reddit-pdp-right-rail-post,shreddit-comment,shreddit-dynamic-ad-link,.thing,[slot=text-body]{display:block}
    shreddit-post,shreddit-ad-post,shreddit-comments-page-ad{padding:4px 16px;margin:4px 0;position:relative}[slot=full-post-link]{position:absolute;inset:0}.credit{display:flex;gap:4px;align-items:center;font-size:12px;line-height:16px;min-height:32px}.avatar{width:24px;height:24px;border-radius:50%;background:#ccd}shreddit-post-overflow-menu{margin-inline-start:auto}
    .title{font-weight:600;font-size:16px}.picture{display:block;width:100%;height:220px;background:#dde;border-radius:16px}.quiet{color:#555}.side{width:300px}.side .picture{height:140px}.crosspost{border:1px solid #ccc;border-radius:12px;padding:8px}
    .thing{padding:6px;font:12px/16px verdana,sans-serif;display:flex;gap:8px;min-height:60px}.thumbnail{width:70px;height:50px;background:#ccd}.thing p{margin:0}.widget{padding:12px;border:1px solid #ccc;border-radius:16px}hr{border:0;border-top:1px solid #ccc;margin:0}`,
  frame: (posts) => `<shreddit-app><div class="column"><shreddit-feed>${posts}</shreddit-feed></div></shreddit-app>`,
  list: 'shreddit-feed',
  script: SCRIPT,
  ads: [
    recipe('feed, its element shows what is in it', 'levis', (parts, id) => ad(parts, { view: 'default' }, undefined, id)),
    recipe('feed, its element shows named parts alone', 'puma', (parts, id) => ad(parts, { view: 'named' }, undefined, id)),
    recipe('feed, its element shows nothing of what is in it', 'eddieBauer', (parts, id) => ad(parts, { view: 'none', word: parts.label }, undefined, id)),
    recipe('feed, without attributes that tell', 'upwork', (parts, id) => ad({ ...parts }, { author: '', domain: '', promoted: true, 'subreddit-prefixed-name': `u/${parts.handle}` }, undefined, id)),
    recipe('feed, only its element’s attributes', 'northFace', ({ handle, domain }, id) => `<shreddit-ad-post data-demo-id="${escape(id)}" view="none" post-title="Climb" author="${handle}" permalink="/user/${handle}/comments/a/climb/" domain="${domain}" content-href="https://www.${domain}/spring?rdt_cid=1"></shreddit-ad-post>`),
    recipe('feed, in a wrapper of its own', 'lantern', (parts, id) => box(id, `<faceplate-tracker>${ad(parts)}</faceplate-tracker>`)),
    recipe('above the comments', 'acme', (parts, id) => ad(parts, {}, 'shreddit-comments-page-ad', id)),
    recipe('among comments, come to be shown', 'levis', (parts, id) => `<shreddit-comment-tree-ad data-demo-id="${escape(id)}">${ad(parts)}</shreddit-comment-tree-ad>`),
    recipe('among comments, shown in its element’s shadow', 'puma', (parts, id) => `<shreddit-comment-tree-ad data-demo-id="${escape(id)}" view="shadow"><template>${ad(parts)}</template></shreddit-comment-tree-ad>`),
    recipe('side', 'eddieBauer', (parts, id) => `<shreddit-async-loader data-demo-id="${escape(id)}" bundlename="sidebar_ad" class="side"><shreddit-sidebar-ad>${ad(parts)}</shreddit-sidebar-ad></shreddit-async-loader>`),
    recipe('right rail', 'upwork', ({ random, label, handle, domain }, id) => `<ad-event-tracker data-demo-id="${escape(id)}" class="side"><reddit-pdp-right-rail-post>${counted(random)}${credit(`u/${handle}`, `/user/${handle}/`, promoted(label))}${titled('Hire', `https://www.${domain}/spring?rdt_cid=2`)}${adLink(domain, random)}</reddit-pdp-right-rail-post></ad-event-tracker>`),
    recipe('a post that says it is promoted', 'lantern', ({ random, handle, domain }, id) => article(id, post({ random, title: 'Ride', author: handle, community: `u/${handle}`, more: { promoted: true, domain, 'content-href': `https://www.${domain}/spring?utm_source=reddit` } }))),
    recipe('a post whose menu is an ad’s', 'acme', ({ random, handle, domain }, id) => article(id, post({ random, author: handle, community: `u/${handle}`, menu: menu(' is-ad'), aside: '', more: { domain, 'content-href': `https://www.${domain}/spring` } }))),
    recipe('a post with the label’s place', 'levis', ({ random, label, handle, domain }, id) => article(id, post({ random, author: handle, community: `u/${handle}`, aside: promoted(label), more: { 'content-href': `https://www.${domain}/spring`, domain } }))),
    recipe('a post whose tracking says so', 'puma', ({ random, handle, domain }, id) => article(id, post({ random, author: handle, community: `u/${handle}`, aside: '', more: { 'data-faceplate-tracking-context': '{"post":{"id":"t3_a","promoted":true}}', domain, 'content-href': `https://www.${domain}/spring` } }))),
    recipe('old', 'upwork', ({ handle, domain, label }, id) => thing(id, { classes: 'promoted promotedlink', author: handle, title: 'Hire', href: `https://www.${domain}/spring`, domain, more: { 'data-promoted': 'true', 'data-author': handle, 'data-domain': domain, 'data-url': `https://www.${domain}/spring` }, tag: `<span class="promoted-tag">${escape(label)}</span> ` })),
    recipe('old, told by its class alone', 'lantern', ({ handle, domain, label }, id) => thing(id, { classes: 'promotedlink odd', author: handle, href: `https://www.${domain}/spring`, domain, more: { 'data-domain': domain }, tag: `<span class="sponsored-tagline">${escape(label)}</span> ` })),
  ],
  traps: [
    trap('organic post', ({ random, id }) => article(id, post({ random }))),
    trap('organic post with a link', ({ random, id }) => article(id, post({ random, more: { domain: 'news.example', 'content-href': 'https://news.example/a' } }))),
    trap('a brand’s post in a community', ({ random, id }) => article(id, post({ random, author: 'levis', community: 'r/jeans', more: { domain: 'levi.com', 'content-href': 'https://www.levi.com/' } }))),
    trap('a brand’s post on its own page', ({ random, id }) => article(id, post({ random, author: 'levis', community: 'u/levis', more: { domain: 'levi.com', 'content-href': 'https://www.levi.com/' } }))),
    trap('a post titled like a label', ({ random, id, label }) => article(id, post({ random, title: label }))),
    trap('a post titled like a label in English', ({ random, id }) => article(id, post({ random, title: 'Promoted', community: 'r/promoted', author: 'promoted' }))),
    trap('a post that says it isn’t promoted', ({ random, id }) => article(id, post({ random, more: { promoted: 'false' }, menu: menu(' is-ad="false"') }))),
    trap('a post whose tracking says it isn’t', ({ random, id }) => article(id, post({ random, more: { 'data-faceplate-tracking-context': '{"post":{"id":"t3_a","promoted":false}}' } }))),
    trap('a post with classes of promotion', ({ random, id }) => article(id, post({ random, more: { class: 'not-promoted promoted-community promotedlink-ready' } }))),
    trap('a post with a flair like a label', ({ random, id, label }) => article(id, post({ random, body: `<shreddit-post-flair slot="post-media-container"><a href="/r/cats/?f=flair_name%3A%22Promoted%22">${escape(label)}</a></shreddit-post-flair>` }))),
    trap('a post that crossposts an ad', ({ random, id, label }) => article(id, post({ random, body: `<div slot="post-media-container" class="crosspost">${post({ random, author: 'acmeshoes', community: 'u/acmeshoes', aside: promoted(label), menu: menu(' is-ad'), more: { promoted: true }, body: adLink('acmeshoes.example', random) })}</div>` }))),
    trap('a post that links to an ad', ({ random, id }) => article(id, post({ random, body: '<div slot="text-body"><p><a href="https://alb.reddit.com/cr?za=1">Look at this</a> <a href="https://www.acmeshoes.example/?rdt_cid=1">acmeshoes.example</a></p></div>' }))),
    trap('a comment that links to an ad', ({ random, id, label }) => box(id, `<shreddit-comment author="jane"><div slot="comment"><p>${escape(label)}: <a href="https://alb.reddit.com/cr?za=${token(random, 9)}">here</a></p></div></shreddit-comment>`)),
    trap('an ad among comments that isn’t shown yet', ({ random, id, label }) => `<shreddit-comment-tree-ad data-demo-id="${escape(id)}"><template>${quoted(random, label)}</template></shreddit-comment-tree-ad>`),
    trap('a place for an ad at the side, empty', ({ id }) => `<shreddit-async-loader data-demo-id="${escape(id)}" bundlename="sidebar_ad" class="side"><shreddit-sidebar-ad></shreddit-sidebar-ad></shreddit-async-loader>`),
    trap('a place for an ad in the feed, empty', ({ id }) => `<shreddit-ad-post data-demo-id="${escape(id)}" promoted><div slot="post-media-container"></div></shreddit-ad-post>`),
    trap('right rail, a post like this one', ({ random, id }) => box(id, `<reddit-pdp-right-rail-post>${credit('r/cats', '/r/cats/', '<time>2 d</time>')}${titled('More cats', `/r/cats/comments/${token(random, 6)}/`)}</reddit-pdp-right-rail-post>`)),
    trap('a box at the side called like a label', ({ id, label }) => box(id, `<aside id="right-rail-experience-root"><div class="widget"><h2>${escape(label)}</h2><a href="/r/promoted/">r/promoted</a></div></aside>`)),
    trap('old, organic', ({ id }) => thing(id, { more: { 'data-promoted': 'false', 'data-author': 'jane' } })),
    trap('old, with classes of promotion', ({ id }) => thing(id, { classes: 'not-promoted promoted-flair', more: { 'data-author': 'levis', 'data-domain': 'levi.com' }, author: 'levis', domain: 'levi.com', href: 'https://www.levi.com/' })),
    trap('old, called an ad by its class and none by its data', ({ id }) => thing(id, { classes: 'promoted', more: { 'data-promoted': 'false' } })),
    trap('old, a text that shows an ad', ({ id, label }) => thing(id, { body: `<div class="expando"><div class="md"><p><span class="promoted-tag">${escape(label)}</span> <a href="https://alb.reddit.com/cr?za=2">ad</a></p></div></div>` })),
  ],
}
