import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { FixtureLanguage, PostRecipe, SiteFixture } from './types.ts'

/** Instagram: articles of the feed, and the viewers of stories and reels. */

const WORDS: Readonly<Record<string, { partnership: string; suggested: string; follow: string; time: string }>> = {
  en: { partnership: 'Paid partnership with', suggested: 'Suggested for you', follow: 'Follow', time: '1d' },
  de: { partnership: 'Bezahlte Werbepartnerschaft', suggested: 'Vorschläge für dich', follow: 'Folgen', time: '1 T.' },
  ja: { partnership: '有償パートナーシップ', suggested: 'おすすめ', follow: 'フォローする', time: '1日' },
  ar: { partnership: 'شراكة مدفوعة', suggested: 'Suggested for you', follow: 'متابعة', time: '١ ي' },
  pl: { partnership: 'Post sponsorowany', suggested: 'Proponowane dla Ciebie', follow: 'Obserwuj', time: '1 dni' },
}

interface Parts {
  words: (typeof WORDS)[string] & object
  random: Random
  label: string
  handle: string
  domain: string
  id: string
}

const hashes = (random: Random, count = 3) => Array.from({ length: count }, () => `x${token(random, 6).replace(/[^a-z0-9]/gi, '0').toLowerCase()}`).join(' ')

const VERIFIED = '<svg aria-label="Verified" role="img" class="sign"><title>Verified</title></svg>'
const nameLink = (handle: string, name = handle) => `<a href="/${handle}/" role="link" tabindex="0" class="name"><span dir="auto">${escape(name)}</span></a>`
const faceLink = (handle: string) => `<a href="/${handle}/" role="link" tabindex="-1" class="face"><img alt="${handle}'s profile picture" class="face"></a>`
const labelled = (label: string) => `<div class="line"><span dir="auto"><span>${label}</span></span></div>`
const timed = ({ words }: Pick<Parts, 'words'>) => `<span class="dot">•</span><a href="/p/C1/" role="link"><time datetime="2026-11-28T10:00:00.000Z">${words.time}</time></a>`
const redirect = (random: Random, text = 'Shop now') => `<a role="link" target="_blank" rel="nofollow noopener" class="action" href="https://www.facebook.com/ads/ig_redirect/?d=${token(random, 40)}&amp;a=1&amp;hash=${token(random, 12)}"><span>${text}</span></a>`
const oldLink = (random: Random, domain: string) => `<a role="link" target="_blank" class="action" href="https://l.instagram.com/?u=${encodeURIComponent(`https://www.${domain}/spring?utm_source=ig&fbclid=${token(random, 8)}`)}&amp;e=${token(random, 20)}"><span>Learn more</span></a>`
const photo = '<div class="media"><div role="button"><img alt="Photo" class="media" srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x"></div></div>'
const video = '<div class="media"><video class="media" playsinline></video></div>'

interface Feed {
  random: Random
  handle: string
  /** In the line of the name. */
  aside?: string
  /** Below the name. */
  below?: string
  media?: string
  action?: string
  caption?: string
  comments?: string
  name?: string
  header?: 'header' | 'div'
}

function article({ random, handle, name = handle, aside = '', below = '', media = photo, action = '', caption = 'New in', comments = '', header = 'header' }: Feed): string {
  const head = `<${header} class="${hashes(random)} head">${faceLink(handle)}<div class="names"><div class="line">${nameLink(handle, name)}${aside}</div>${below}</div><div role="button" tabindex="0" class="more"><svg aria-label="More options" class="sign"></svg></div></${header}>`
  return `<div class="${hashes(random)}">${head}${media}${action}<section class="buttons"><svg aria-label="Like" class="sign"></svg><svg aria-label="Comment" class="sign"></svg></section><div class="caption">${nameLink(handle, name)} <span dir="auto">${caption}</span></div><ul>${comments}</ul></div>`
}

const feed = (id: string, html: string) => `<article data-demo-id="${escape(id)}" class="post">${html}</article>`

interface Viewer {
  random: Random
  handle: string
  name?: string
  aside?: string
  below?: string
  caption?: string
  action?: string
}

/** One story, as large as the window; buttons and bars lie over it. */
function story({ random, handle, name = handle, aside = '', below = '', caption = '', action = '' }: Viewer): string {
  return `<div class="${hashes(random)} stage"><div class="bars"></div><div class="head over">${faceLink(handle)}<div class="names"><div class="line">${nameLink(handle, name)}${aside}</div>${below}</div><div role="button" class="more"><svg aria-label="Pause" class="sign"></svg></div><div role="button" class="more"><svg aria-label="Menu" class="sign"></svg></div></div><video class="full" playsinline></video>${caption && `<div class="words">${caption}</div>`}${action}</div>`
}

const storyPost = (id: string, html: string) => `<section data-demo-id="${escape(id)}" class="post story">${html}</section>`

/** A reel: its words lie over the video. */
function reel({ random, handle, name = handle, aside = '', below = '', caption = 'New in', action = '' }: Viewer): string {
  return `<div class="${hashes(random)} stage"><div class="${hashes(random)}"><div class="${hashes(random)}"><video class="full" playsinline></video></div></div><div class="words"><div class="line">${faceLink(handle)}${nameLink(handle, name)}${aside}</div>${below}<div class="caption"><span dir="auto">${caption}</span></div><div class="line"><a href="/reels/audio/1/" role="link">♫ ${escape(name)} · Original audio</a></div>${action}</div><div class="side"><div role="button"><svg aria-label="Like" class="sign"></svg><span>12K</span></div></div></div>`
}

const reelPost = (id: string, html: string) => `<div data-demo-id="${escape(id)}" class="post reel">${html}</div>`

// ---- recipes

function recipe(id: string, who: AdvertiserId, build: (parts: Parts) => string, landing: 'told' | null = null): PostRecipe {
  const { name, handles, domain, here } = ADVERTISERS[who]
  const handle = handles.instagram
  return {
    id: `ad: ${id}`,
    make: (language, random, own) => ({
      html: build({ words: wordsOf(language), random, label: pick(random, language.labels), handle, domain, id: own }),
      // An account is shown by its handle.
      ad: { name: handle, page: handle, domain: null, landing: landing && `https://www.${domain}/spring`, badge: here.replace(/^.*(?=: Not on the list$)/, (shown) => (shown === name ? handle : shown)) },
    }),
  }
}

const trap = (id: string, build: (parts: Parts) => string): PostRecipe => ({
  id,
  make: (language, random, own) => ({ html: build({ words: wordsOf(language), random, label: pick(random, language.labels), handle: 'jane.roe', domain: 'news.example', id: own }), ad: null }),
})

function wordsOf({ code }: FixtureLanguage): Parts['words'] {
  const words = WORDS[code]
  if (!words) throw new Error(`no words in ${code}`)
  return words
}

const organic = (parts: Parts, change: Partial<Feed> = {}) => feed(parts.id, article({ ...parts, aside: timed(parts), ...change }))
const follow = ({ words }: Parts) => `<span class="dot">•</span><button class="follow">${words.follow}</button>`
const comment = (text: string, name = 'sam_poe') => `<li><div>${nameLink(name)} <span dir="auto">${text}</span></div><time datetime="2026-11-28T10:00:00.000Z">2h</time></li>`

export const fixture: SiteFixture = {
  site: 'instagram',
  address: 'https://www.instagram.com/',
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Ad', 'Sponsored'] },
    { code: 'de', dir: 'ltr', labels: ['Anzeige', 'Gesponsert'] },
    { code: 'ja', dir: 'ltr', labels: ['広告'] },
    { code: 'ar', dir: 'rtl', labels: ['إعلان'] },
    { code: 'pl', dir: 'ltr', labels: ['Sponsorowane'] },
  ],
  style: `body{margin:0;font:14px/18px sans-serif;background:#fff;color:#000}a{color:inherit;text-decoration:none}.list{width:470px;margin:auto}.post{display:block;border-bottom:1px solid #ddd;margin-bottom:16px;position:relative}.head{display:flex;gap:10px;align-items:center;padding:12px 4px}.names{flex:1;min-width:0}.line{display:flex;gap:4px;align-items:center}.name{font-weight:600}
    .face{width:32px;height:32px;border-radius:50%;background:#ccd;display:block}.sign{width:16px;height:16px}.more,.follow{border:0;background:none}.media{height:420px;width:470px;background:#dde;display:block}.action{display:block;padding:12px;background:#eef}.buttons{display:flex;gap:16px;height:40px;align-items:center}.caption{padding:4px}ul{list-style:none;margin:0;padding:4px}
    .stage{position:relative;width:380px;height:600px;margin:auto;background:#334;color:#fff;overflow:hidden}.full{position:absolute;inset:0;width:100%;height:100%}.over{position:absolute;inset-inline:8px;top:8px;z-index:1}.words{position:absolute;inset-inline:12px;bottom:16px;z-index:1}.side{position:absolute;inset-inline-end:8px;bottom:200px}.stage .action{background:#0095f6}.__ig-dark-mode body{background:#000;color:#fff}`,
  frame: (posts) => `<div id="mount"><div class="list">${posts}</div></div>`,
  list: '.list',
  ads: [
    recipe('label below the name, through the redirector', 'levis', (p) => feed(p.id, article({ ...p, below: labelled(p.label), action: redirect(p.random) }))),
    recipe('without a header element', 'puma', (p) => feed(p.id, article({ ...p, header: 'div', below: labelled(p.label), action: redirect(p.random) }))),
    recipe('label and no link, a video', 'eddieBauer', (p) => feed(p.id, article({ ...p, aside: VERIFIED, below: labelled(p.label), media: video }))),
    recipe('no label, through the redirector', 'upwork', (p) => feed(p.id, article({ ...p, action: redirect(p.random) }))),
    recipe('with a time, a label and the redirector', 'northFace', (p) => feed(p.id, article({ ...p, aside: timed(p), below: labelled(p.label), action: redirect(p.random) }))),
    recipe('the old redirector, which tells where it leads', 'lantern', (p) => feed(p.id, article({ ...p, below: labelled(p.label), action: oldLink(p.random, p.domain) })), 'told'),
    recipe('label that leads to the word on ads', 'acme', (p) => feed(p.id, article({ ...p, below: `<a href="https://www.facebook.com/ads/about/?entry_product=ad_preferences" role="link">${labelled(p.label)}</a>`, action: redirect(p.random) }))),
    recipe('a row of pictures, each with the redirector', 'levis', (p) => feed(p.id, article({ ...p, below: labelled(p.label), media: `<ul class="media"><li>${photo}${redirect(p.random)}</li><li>${photo}${redirect(p.random)}</li></ul>`, action: redirect(p.random) }))),
    recipe('that people comment', 'puma', (p) => feed(p.id, article({ ...p, below: labelled(p.label), action: redirect(p.random), comments: comment('Nice') + comment('Ad') }))),
    recipe('a story', 'northFace', (p) => storyPost(p.id, story({ ...p, below: labelled(p.label), action: redirect(p.random) }))),
    recipe('a story with a label alone', 'lantern', (p) => storyPost(p.id, story({ ...p, aside: VERIFIED, below: labelled(p.label) }))),
    recipe('a reel', 'eddieBauer', (p) => reelPost(p.id, reel({ ...p, below: labelled(p.label), action: redirect(p.random) }))),
    recipe('a reel with a label alone, in the line of its name', 'acme', (p) => reelPost(p.id, reel({ ...p, aside: `${VERIFIED}${labelled(p.label)}` }))),
  ],
  traps: [
    trap('a photo', (p) => organic(p)),
    trap('a video without a header element', (p) => organic(p, { header: 'div', media: video })),
    trap('paid partnership', (p) => organic(p, { below: `<div class="line"><span>${p.words.partnership}</span> <a href="/acmeshoes/">acmeshoes</a></div>` })),
    trap('suggested, with a button to follow', (p) => organic(p, { aside: timed(p) + follow(p), below: labelled(p.words.suggested) })),
    trap('suggested, and no time yet', (p) => organic(p, { aside: follow(p), below: labelled(p.words.suggested) })),
    trap('post without its time yet', (p) => organic(p, { aside: '' })),
    trap('post without anything yet', (p) => feed(p.id, '<div class="head"></div>')),
    trap('account called ad', (p) => organic(p, { handle: 'ad' })),
    trap('account called sponsored', (p) => organic(p, { handle: 'sponsored' })),
    trap('account called ad, without its time yet', (p) => organic(p, { handle: 'ad', aside: '' })),
    trap('account shown by a label, without its time yet', (p) => organic(p, { name: p.label, aside: '' })),
    trap('caption that is a label', (p) => organic(p, { caption: p.label })),
    trap('caption that is a label, without its time yet', (p) => organic(p, { caption: p.label, aside: '' })),
    trap('the same without a header element', (p) => organic(p, { header: 'div', caption: p.label, aside: '' })),
    trap('place called like a label', (p) => organic(p, { below: `<div class="line"><a href="/explore/locations/1/sponsored/" role="link">${p.label}</a></div>` })),
    trap('place called like a label, without its time yet', (p) => organic(p, { aside: '', below: `<div class="line"><a href="/explore/locations/1/sponsored/" role="link">${p.label}</a></div>` })),
    trap('music called like a label', (p) => organic(p, { aside: '', below: `<div class="line"><a href="/reels/audio/1/" role="link">${p.label}</a></div>` })),
    trap('comment that is a label', (p) => organic(p, { comments: comment(p.label) })),
    trap('comment of an account called ad', (p) => organic(p, { comments: comment('Nice', 'ad') })),
    trap('comment with a link through the redirector', (p) => organic(p, { comments: comment(redirect(p.random)) })),
    trap('hidden label', (p) => organic(p, { aside: '', below: `<div style="display:none">${labelled(p.label)}</div>` })),
    trap('link out of a profile', (p) => organic(p, { action: oldLink(p.random, p.domain) })),
    trap('a story', (p) => storyPost(p.id, story({ ...p, aside: timed(p) }))),
    trap('a story whose words are a label', (p) => storyPost(p.id, story({ ...p, aside: timed(p), caption: `<span>${p.label}</span>` }))),
    trap('a story whose words are a label, without its time', (p) => storyPost(p.id, story({ ...p, caption: `<span>${p.label}</span>` }))),
    trap('a story of an account called ad', (p) => storyPost(p.id, story({ ...p, handle: 'ad', aside: timed(p) }))),
    trap('a reel', (p) => reelPost(p.id, reel({ ...p, aside: follow(p) }))),
    trap('a reel whose caption is a label', (p) => reelPost(p.id, reel({ ...p, aside: follow(p), caption: p.label }))),
    trap('the same of an account that is followed', (p) => reelPost(p.id, reel({ ...p, caption: p.label }))),
    trap('a reel of a paid partnership', (p) => reelPost(p.id, reel({ ...p, below: `<div class="line"><span>${p.words.partnership}</span> <a href="/acmeshoes/">acmeshoes</a></div>` }))),
    trap('a reel of an account called ad', (p) => reelPost(p.id, reel({ ...p, handle: 'ad' }))),
  ],
}
