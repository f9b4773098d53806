import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { FixtureLanguage, PostRecipe, SiteFixture } from './types.ts'

/** Pinterest's masonry: absolute cells that a script lays out by their heights, pins with and without words below. */

interface Parts {
  random: Random
  language: FixtureLanguage
  /** What the site writes on ads in this language. */
  label: string
  name: string
  handle: string
  domain: string
}

/** What stands around a name, by language. */
const BY: Readonly<Record<string, readonly [before: string, after: string]>> = { en: ['Promoted by', ''], es: ['Promocionado por', ''], de: ['Gesponsert von', ''], ar: ['', 'مُروَّج بواسطة'] }
const around = ({ code }: FixtureLanguage) => BY[code] ?? ['Promoted by', '']

const id = (random: Random) => String(Math.floor(random() * 1e12))
const number = (random: Random) => 120 + Math.floor(random() * 140)
const still = (random: Random) => `<div class="frame" style="height:${number(random)}px"><img alt="" class="fill"></div>`
const outward = (domain: string, random: Random, epik = true) => `https://www.${domain}/spring?${epik ? `epik=dj0${token(random, 12)}&amp;` : ''}utm_source=pinterest`

const oneTap = (domain: string, random: Random, shown = '') =>
  `<div data-test-id="pincard-oneTap-with-link"><div data-test-id="one-tap-desktop"><a rel="nofollow" target="_blank" href="${outward(domain, random)}">${still(random)}${shown && `<div class="site">${shown}</div>`}</a></div></div>`
const tap = (random: Random) => `<div data-test-id="pinWrapper"><a href="/pin/${id(random)}/" aria-label="Pin">${still(random)}</a></div>`
const title = (text: string, random: Random) => `<div data-test-id="pinrep-footer-organic-title"><a href="/pin/${id(random)}/"><div class="title">${text}</div></a></div>`
const save = '<div class="hover"><button aria-label="Save">Save</button><button aria-label="More options">⋯</button></div>'
const by = (name: string, handle: string, more = '') => `<a href="/${handle}/" class="user"><div class="face"></div><div><div>${escape(name)}</div>${more}</div></a>`
const board = (name: string) => `<a href="/jane/${encodeURIComponent(name.toLowerCase())}/"><div class="small">${escape(name)}</div></a>`

const inner = (random: Random, picture: string, foot: string) => `<div data-test-id="pin" data-test-pin-id="${id(random)}" class="pin">${picture}${save}<div data-test-id="pinrep-footer" class="foot">${foot}</div></div>`
const cell = (own: string, html: string, more = ' data-grid-item-idx="3"') => `<div data-demo-id="${escape(own)}" role="listitem" class="cell"><div${more}><div class="wrap">${html}</div></div></div>`
const pin = (own: string, random: Random, picture: string, foot: string) => cell(own, inner(random, picture, foot))

/** The label and the name's link, each in a line of its own. */
function apart({ language, name, handle }: Parts): string {
  const [before, after] = around(language)
  const link = `<a href="/${handle}/"><div>${escape(name)}</div></a>`
  return before ? `<div><div class="small">${before}</div>${link}</div>` : `<div>${link}<div class="small">${after}</div></div>`
}
const phrase = ({ language, name }: Parts) => around(language).map((part, at) => (at === 0 ? `${part} ${name}` : ` ${part}`)).join('').trim()

function recipe(own: string, who: AdvertiserId, build: (parts: Parts, own: string) => string, change: { page?: null; domain?: true; landing?: null; name?: string } = {}): PostRecipe {
  const { name, handles, domain, elsewhere } = ADVERTISERS[who]
  return {
    id: `ad: ${own}`,
    make: (language, random, made) => ({
      html: build({ random, language, label: pick(random, language.labels), name, handle: handles.instagram, domain }, made),
      ad: { name: change.name ?? name, page: change.page === null ? null : handles.instagram, domain: change.domain ? domain : null, landing: change.landing === null ? null : `https://www.${domain}/spring`, badge: change.name ? elsewhere.replace(`${name}: Not`, `${change.name}: Not`) : elsewhere },
    }),
  }
}

const trap = (own: string, build: (parts: { label: string; random: Random; id: string; language: FixtureLanguage }) => string): PostRecipe => ({
  id: own,
  make: (language, random, made) => ({ html: build({ label: pick(random, language.labels), random, id: made, language }), ad: null }),
})

/** Lays cells out in columns as they come, and anew when any changes. */
const SCRIPT = `
  addEventListener('DOMContentLoaded', () => {
    const list = document.querySelector('.grid')
    const lay = () => {
      const count = Math.max(1, Math.floor(list.clientWidth / 252))
      const ends = Array.from({ length: count }, () => 0)
      for (const cell of list.children) {
        const column = ends.indexOf(Math.min(...ends))
        Object.assign(cell.style, { position: 'absolute', width: '236px', top: '0px', insetInlineStart: '0px', transform: 'translate(' + (document.dir === 'rtl' ? -1 : 1) * column * 252 + 'px, ' + ends[column] + 'px)' })
        ends[column] += cell.offsetHeight + 8
      }
      list.style.height = Math.max(...ends) + 'px'
    }
    lay()
    new MutationObserver(lay).observe(list, { childList: true, subtree: true })
    addEventListener('resize', lay)
  })`

export const fixture: SiteFixture = {
  site: 'pinterest',
  address: 'https://www.pinterest.com/',
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Sponsored', 'Ad'] },
    { code: 'es', dir: 'ltr', labels: ['Anuncio', 'Publicidad', 'Patrocinado'] },
    { code: 'de', dir: 'ltr', labels: ['Anzeige', 'Gesponsert'] },
    { code: 'ar', dir: 'rtl', labels: ['إعلان', 'مُموَّل'] },
  ],
  style: `body{margin:0;font:14px/18px sans-serif}.page{max-width:1260px;margin:auto;padding:16px 0}.grid{position:relative}.cell{width:236px}.pin,.module{padding:4px;position:relative}.frame{background:#dde;border-radius:16px;overflow:hidden;position:relative}.fill{width:100%;height:100%;display:block;object-fit:cover}.foot{padding:6px 4px 8px}.title{font-weight:600;overflow:hidden;text-overflow:ellipsis}.small{font-size:12px;line-height:16px;color:#555}
    .user{display:flex;gap:6px;align-items:center}.face{width:32px;height:32px;border-radius:50%;background:#ccd;flex:none}[data-test-id=one-tap-desktop]{position:relative}a{color:inherit;text-decoration:none}.hover{position:absolute;inset-inline:12px;top:12px;display:flex;justify-content:space-between;opacity:0}.pin:hover .hover{opacity:1}.site{position:absolute;inset-inline-start:8px;bottom:8px;background:#fffd;border-radius:12px;padding:0 8px;font-size:12px}.module{background:#eee;border-radius:16px}`,
  frame: (posts) => `<div id="__PWS_ROOT__"><div class="page" data-test-id="homefeed-feed"><div class="masonryContainer"><div role="list" class="grid">${posts}</div></div></div></div>`,
  list: '.grid',
  script: SCRIPT,
  ads: [
    recipe('promoted by, and the name’s link below', 'levis', (parts, own) => pin(own, parts.random, oneTap(parts.domain, parts.random), apart(parts))),
    recipe('promoted by and the name in one link', 'puma', (parts, own) => {
      const lines = around(parts.language).map((part, at) => (at === 0 ? (part && `<div class="small">${part}</div>`) + `<div>${parts.name}</div>` : part && `<div class="small">${part}</div>`)).join('')
      return pin(own, parts.random, oneTap(parts.domain, parts.random), `<a href="/${parts.handle}/" class="user"><div class="face"></div><div>${lines}</div></a>`)
    }),
    recipe('promoted by with the name, in one text of its link', 'eddieBauer', (parts, own) => pin(own, parts.random, oneTap(parts.domain, parts.random), `<a href="/${parts.handle}/"><span class="small">${phrase(parts)}</span></a>`)),
    recipe('promoted by with the name, without a link', 'upwork', (parts, own) => pin(own, parts.random, oneTap(parts.domain, parts.random), `<span class="small">${phrase(parts)}</span>`), { page: null }),
    recipe('a label below the title, and who', 'northFace', ({ random, label, name, handle, domain }, own) => pin(own, random, oneTap(domain, random), `${title('Up there', random)}<div class="small">${label}</div>${by(name, handle)}`)),
    recipe('a label below the name, in its link', 'lantern', ({ random, label, name, handle, domain }, own) => pin(own, random, oneTap(domain, random), `${title('Ride', random)}${by(name, handle, `<div class="small">${label}</div>`)}`)),
    recipe('who, and a label after', 'acme', ({ random, label, name, handle, domain }, own) => pin(own, random, oneTap(domain, random), `${by(name, handle)}<div class="small">${label}</div>`)),
    recipe('with the address shown on the picture', 'levis', ({ random, label, name, handle, domain }, own) => pin(own, random, oneTap(domain, random, domain), `${title('Jeans', random)}<div class="small">${label}</div>${by(name, handle)}`), { domain: true }),
    recipe('that opens on the site first', 'puma', ({ random, label, name, handle }, own) => pin(own, random, tap(random), `${title('Run', random)}<div class="small">${label}</div>${by(name, handle)}`), { landing: null }),
    recipe('a video', 'upwork', ({ random, label, name, handle, domain }, own) => pin(own, random, `<div data-test-id="one-tap-desktop"><a rel="nofollow" href="${outward(domain, random)}"><div class="frame" style="height:300px"><video class="fill"></video></div></a></div>`, `<div class="small">${label}</div>${by(name, handle)}`)),
    recipe('several pictures', 'eddieBauer', ({ random, label, name, handle, domain }, own) => pin(own, random, `<div data-test-id="pincard-oneTap-with-link"><a rel="nofollow" href="${outward(domain, random)}">${still(random)}</a><a rel="nofollow" href="${outward(domain, random)}">${still(random)}</a></div>`, `<div class="small">${label}</div>${by(name, handle)}`)),
    recipe('an absolute address of a country, a sign and an emoji in the name', 'lantern', ({ random, label, name, handle, domain }, own) => pin(own, random, oneTap(domain, random), `<div class="small">${label}</div><a href="https://www.pinterest.de/${handle}/?source=grid" class="user"><div>${name} 🚲<svg width="12" height="12" aria-label="Verified"></svg></div></a>`), { name: 'Lantern Bikes 🚲' }),
    recipe('a cell of an older grid', 'acme', ({ random, label, name, handle, domain }, own) => cell(own, `${oneTap(domain, random)}<div class="foot">${title('Shoes', random)}<div class="small">${label}</div>${by(name, handle)}</div>`, ' data-grid-item="true"')),
    recipe('a pin known by its number alone', 'northFace', ({ random, label, name, handle, domain }, own) => cell(own, `${oneTap(domain, random)}<div class="foot"><div class="small">${label}</div>${by(name, handle)}</div>`, ` data-pin-id="${id(random)}"`)),
  ],
  traps: [
    trap('organic pin', ({ random, id: own }) => pin(own, random, tap(random), `${title('A cat', random)}${by('Jane Roe', 'jane')}`)),
    trap('organic pin of a brand', ({ random, id: own }) => pin(own, random, tap(random), `${title('Shoes', random)}${by('PUMA', 'puma')}`)),
    trap('organic pin of a shop, one tap', ({ random, id: own }) => pin(own, random, oneTap('acmeshoes.example', random, 'acmeshoes.example'), `${title('Shoes', random)}<div>€59</div>${by('Acme Shoes', 'acmeshoes')}`)),
    trap('organic pin whose saved address has an ad click’s parameter', ({ random, id: own }) => pin(own, random, tap(random), `${title('A shop', random)}<a href="${outward('acmeshoes.example', random)}" rel="nofollow"><div class="small">acmeshoes.example</div></a>`)),
    trap('pin titled like a label', ({ random, id: own, label }) => pin(own, random, tap(random), `${title(label, random)}${by('Jane Roe', 'jane')}`)),
    trap('pin titled like a label, one tap', ({ random, id: own, label }) => pin(own, random, oneTap('acmeshoes.example', random), `${title(label, random)}${by('Jane Roe', 'jane')}`)),
    trap('pin of a user called like a label', ({ random, id: own, label }) => pin(own, random, tap(random), `${title('A cat', random)}${by(label, 'sponsored')}`)),
    trap('pin of a user called like a label, with followers', ({ random, id: own, label }) => pin(own, random, tap(random), `${title('A cat', random)}${by(label, 'sponsored', '<div class="small">12 followers</div>')}`)),
    trap('pin of a board called like a label', ({ random, id: own, label }) => pin(own, random, tap(random), `${title('A cat', random)}${by('Jane Roe', 'jane')}${board(label)}`)),
    trap('pin whose description is a label', ({ random, id: own, label }) => pin(own, random, tap(random), `<div data-test-id="pin-description"><span>${label}</span></div>${by('Jane Roe', 'jane')}`)),
    trap('idea pin', ({ random, id: own }) => pin(own, random, `<div data-test-id="story-pin"><a href="/pin/${id(random)}/"><div class="frame" style="height:280px"><video class="fill"></video></div></a></div>`, by('Jane Roe', 'jane'))),
    trap('paid partnership', ({ random, id: own }) => pin(own, random, tap(random), `<div class="small">Paid partnership</div>${by('Jane Roe', 'jane')}<div class="small">with PUMA</div>`)),
    trap('paid partnership and a label', ({ random, id: own, label }) => pin(own, random, tap(random), `<div class="small">Paid partnership</div><div class="small">${label}</div>${by('Jane Roe', 'jane')}`)),
    trap('hidden label', ({ random, id: own, label }) => pin(own, random, tap(random), `<div class="small" style="display:none">${label}</div>${by('Jane Roe', 'jane')}`)),
    trap('related searches', ({ id: own, label }) => cell(own, `<div class="module"><h2>${label}</h2><a href="/search/pins/?q=sponsored"><div>${label}</div></a><a href="/search/pins/?q=cats"><div>cats</div></a></div>`, ' data-grid-item="true"')),
    trap('an idea called like a label', ({ id: own, label }) => cell(own, `<div class="module"><a href="/ideas/ads/12345/"><div>${label}</div></a></div>`)),
    trap('a module with several organic pins', ({ random, id: own }) => cell(own, `<div class="module">${inner(random, tap(random), by('Jane Roe', 'jane'))}${inner(random, tap(random), by('Joan Doe', 'joan'))}</div>`)),
    trap('a module called like a label, with several pins', ({ random, id: own, label }) => cell(own, `<div class="module"><div>${label}</div>${inner(random, tap(random), by('Jane Roe', 'jane'))}${inner(random, tap(random), by('Joan Doe', 'joan'))}</div>`)),
    trap('a module of a board', ({ id: own, label }) => cell(own, `<div class="module" data-test-id="board-module"><a href="/jane/ads/"><div class="title">${label}</div></a><a href="/jane/"><div>Jane Roe</div></a></div>`)),
    trap('a button called like a label', ({ random, id: own, label }) => pin(own, random, tap(random), `<div role="button" tabindex="0"><div>${label}</div></div>${by('Jane Roe', 'jane')}`)),
  ],
}
