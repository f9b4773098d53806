import { escape } from '../../demo/html.ts'
import { pick, token, type Random } from '../../demo/random.ts'
import { ADVERTISERS, type AdvertiserId } from './advertisers.ts'
import type { FixtureLanguage, PostRecipe, SiteFixture } from './types.ts'

/** LinkedIn's feed in all three of its layouts: drawn by the server with hashed classes, by Ember, and for guests and phones. */

interface Words {
  /** Around the name of who promotes. */
  by: readonly [before: string, after: string]
  partnership: string
  suggested: string
  followedBy: string
  time: string
  followers: string
}

const ENGLISH: Words = { by: ['Promoted by ', ''], partnership: 'In partnership with Acme Shoes', suggested: 'Suggested', followedBy: 'Followed by', time: '3h', followers: '12,345 followers' }

const WORDS: Readonly<Record<string, Partial<Words>>> = {
  fr: { by: ['Promu(e) par ', ''], partnership: 'En partenariat avec', suggested: 'Suggestions', followedBy: 'Suivi par', time: '6 h', followers: '1 176 abonnés' },
  de: { by: ['Gesponsert von ', ''], partnership: 'Bezahlte Werbepartnerschaft', suggested: 'Vorgeschlagen', followedBy: 'Gefolgt von', time: '5 Std.', followers: '12.345 Follower:innen' },
  ar: { partnership: 'شراكة مدفوعة', followedBy: 'يتابعه', time: '٣ س', followers: '١٢٬٣٤٥ متابع' },
  he: { partnership: 'שותפות בתשלום', followedBy: 'במעקב של', time: '3 ש׳', followers: '12,345 עוקבים' },
  ko: { by: ['주최: ', ''], suggested: '회원님을 위한 추천', followedBy: '팔로우:', time: '3시간', followers: '팔로워 12,345명' },
}

const wordsOf = ({ code }: FixtureLanguage): Words => ({ ...ENGLISH, ...WORDS[code] })

/** What a post is made of. */
interface Parts {
  language: FixtureLanguage
  words: Words
  random: Random
  label: string
  name: string
  /** The path of the author's page. */
  author: string
  domain: string
  id: string
}

// ---- as the server draws it

/** Classes that say nothing, other ones on each element. */
const hashes = (random: Random, count = 3) => Array.from({ length: count }, () => `_${token(random, 8).replace(/[^a-z0-9]/gi, '0').toLowerCase()}`).join(' ')
const key = (random: Random) => token(random, 12)

/** A line of a header, with the two wrappers it always has. */
const line = (random: Random, content: string, mark = '') => `<div class="${hashes(random)} small"><p class="${hashes(random)}"${mark}>${content}</p></div>`
const keyed = (random: Random) => ` componentkey="${key(random)}"`
const labelLine = (random: Random, text: string) => line(random, `<span>${text}</span>`, keyed(random))
const timeLine = ({ random, words }: Pick<Parts, 'random' | 'words'>) => line(random, `<span>${words.time} • <svg role="img" aria-label="Public" class="globe"></svg></span>`, keyed(random))

interface Sdui {
  random: Random
  name: string
  author: string
  /** Lines below the name. */
  lines: string
  context?: string
  text?: string
  media?: string
  /** Attributes of the innermost wrapper. */
  mark?: string
  item?: string
  heading?: boolean
}

function authorRow({ random, name, author, lines }: Pick<Sdui, 'random' | 'name' | 'author' | 'lines'>): string {
  const picture = `<a tabindex="0" class="${hashes(random)}" href="${author}" componentkey="${key(random)}"><figure class="face"></figure></a>`
  const title = `<div class="${hashes(random)}"><a tabindex="0" class="${hashes(random)}" href="${author}" componentkey="${key(random)}"><div class="${hashes(random)}"><p class="${hashes(random)} strong"><span>${escape(name)}</span></p></div></a></div>`
  return `<div class="${hashes(random)} author">${picture}<div class="${hashes(random)} lines"><div class="${hashes(random)}">${title}${lines}</div></div><button aria-label="Menu" class="menu"></button></div>`
}

function contextBar(random: Random, text: string): string {
  return `<div class="${hashes(random)} context" componentkey="${key(random)}"><ul role="presentation" class="faces"><li><div class="tiny"></div></li></ul><div class="${hashes(random)} small"><p class="${hashes(random)}" componentkey="${key(random)}"><span>${text}</span></p></div></div><hr role="presentation">`
}

const textBox = (text: string) => `<p class="text"><span tabindex="-1" data-testid="expandable-text-box">${text}</span></p>`
/** A picture of one grey dot. */
const IMAGE = '<img alt="" class="picture" src="data:image/gif;base64,R0lGODlhAQABAIAAANXV4QAAACwAAAAAAQABAAACAkQBADs=">'
const picture = (random: Random) => `<div class="${hashes(random)}">${IMAGE}</div>`
const linkCard = (random: Random, domain: string, query: string) =>
  `<a href="https://www.${domain}/spring?${query}" target="_blank" class="${hashes(random)} card">${IMAGE}<div class="${hashes(random)}"><p class="${hashes(random)}"><span>Spring</span></p><p class="${hashes(random)}"><span>${domain}</span></p></div></a>`
const adCard = (random: Random, domain: string) => linkCard(random, domain, `utm_source=linkedin&amp;li_fat_id=${token(random, 20)}`)
const personLink = (name: string) => `<a href="https://www.linkedin.com/in/sam-poe/"><strong>${name}</strong></a>`

/** Wrapper and item both have the key; most boxes around them are none. */
function sdui({ random, context = '', text = 'Hello network', media = '', mark = '', item, heading = true, ...row }: Sdui): string {
  const itemKey = item ?? `expanded${key(random)}FeedType_MAIN_FEED_RELEVANCE`
  const inner = `${heading ? '<h2 class="heard"><span>Feed post</span></h2>' : ''}${context}${authorRow({ random, ...row })}${text === '' ? '' : textBox(text)}${media}<div class="${hashes(random)} buttons"><button>Like</button><button>Comment</button><button>Repost</button></div>`
  return `<div class="${hashes(random, 2)}" data-display-contents="true"><div class="${hashes(random)}"><div class="${hashes(random, 2)}" componentkey="${itemKey}"><div class="${hashes(random, 6)} post" role="listitem" componentkey="${itemKey}"><div class="${hashes(random, 2)}" data-display-contents="true"><div class="${hashes(random)}" componentkey="${key(random)}"${mark}>${inner}</div></div></div></div></div></div>`
}

const slot = (id: string, html: string) => `<div data-demo-id="${escape(id)}" data-lazy-mount-id="${escape(id)}" style="display:contents">${html}</div>`

// ---- as Ember drew it

interface Ember {
  name: string
  author: string
  description?: string
  subDescription: string
  header?: string
  text?: string
  content?: string
  mark?: string
}

/** For eyes and for ears. */
const twice = (text: string) => `<span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span>`

function ember({ name, author, description = '', subDescription, header = '', text = 'Hello network', content = '', mark = '' }: Ember): string {
  return `<div class="occludable-update"><div class="feed-shared-update-v2 post" data-urn="urn:li:activity:7000000000000000001"${mark}>${header && `<div class="update-components-header"><span class="update-components-header__text-view">${header}</span></div>`}<div class="update-components-actor author"><div class="update-components-actor__container lines"><a class="update-components-actor__meta-link" href="${author}"><span class="update-components-actor__title"><span class="hoverable-link-text"><span dir="ltr">${twice(escape(name))}</span></span></span>${description && `<span class="update-components-actor__description small">${twice(description)}</span>`}</a><span class="update-components-actor__sub-description small">${subDescription}</span></div><button aria-label="Menu" class="menu"></button></div><div class="feed-shared-update-v2__description-wrapper"><div class="feed-shared-update-v2__description"><div class="update-components-text text"><span class="break-words">${text}</span></div></div></div>${content}<div class="social-actions buttons"><button>Like</button></div></div></div>`
}

const emberTime = ({ words }: Pick<Parts, 'words'>) => `<span aria-hidden="true">${words.time} • <svg class="globe"></svg></span><span class="visually-hidden">${words.time} • Visible to anyone</span>`
const emberArticle = (domain: string, query: string) => `<article class="update-components-article card">${IMAGE}<a href="https://www.${domain}/spring?${query}" target="_blank"><div class="update-components-article__title">Spring</div><div class="update-components-article__subtitle">${domain}</div></a></article>`

// ---- as guests and phones get it

function guest({ name, author, label, domain = '', item = '', article = '', text = 'Hello network' }: { name: string; author: string; label: string; domain?: string; item?: string; article?: string; text?: string }): string {
  const card = domain && `<a href="https://www.${domain}/spring" class="card" target="_blank">${IMAGE}<span>${domain}</span></a>`
  return `<ol class="feed-container"><li class="feed-item post"${item}><article data-id="main-feed-card"${article}><div class="author"><div class="face"></div><div class="lines"><a href="${author}" class="strong">${escape(name)}</a><p class="small">${label}</p></div></div><p class="text" data-test-id="main-feed-activity-card__commentary">${text}</p>${card}</article></li></ol>`
}

// ---- recipes

interface Change {
  domain?: string | null
  landing?: string | null
  page?: string | null
  name?: string
}

function recipe(id: string, who: AdvertiserId, build: (parts: Parts) => string, change: Change = {}): PostRecipe {
  const { name, handles, domain, elsewhere } = ADVERTISERS[who]
  return {
    id: `ad: ${id}`,
    make: (language, random, own) => ({
      html: slot(own, build({ language, words: wordsOf(language), random, label: pick(random, language.labels), name, author: `https://www.linkedin.com/company/${handles.linkedin}/`, domain, id: own })),
      ad: { name, page: handles.linkedin, domain, landing: `https://www.${domain}/spring`, badge: elsewhere, ...change },
    }),
  }
}

const trap = (id: string, build: (parts: Parts) => string): PostRecipe => ({
  id,
  make: (language, random, own) => {
    const parts: Parts = { language, words: wordsOf(language), random, label: pick(random, language.labels), name: 'Jane Roe', author: '/in/jane-roe/', domain: 'news.example', id: own }
    return { html: slot(own, build(parts)), ad: null }
  },
})

const unlinked = { domain: null, landing: null }
/** Marks of direction around a label, as languages have them that are written from right to left. */
const marked = (text: string) => `\u200F\u202B${text}\u202C\u200E`
const headline = ({ random }: Pick<Parts, 'random'>, text: string) => line(random, `<span>${text}</span>`)
const acme = { name: 'Acme Shoes', author: 'https://www.linkedin.com/company/acme-shoes/' }

/** Somebody's post below what another wrote of it. */
function reshared({ random, words, label }: Parts): string {
  return `<div class="${hashes(random)} card" componentkey="${key(random)}">${authorRow({ random, name: 'Sam Poe', author: '/in/sam-poe/', lines: labelLine(random, label) })}<p class="text"><span data-testid="expandable-text-box">${words.by[0]}Sam. ${label}</span></p></div>`
}

export const fixture: SiteFixture = {
  site: 'linkedin',
  address: 'https://www.linkedin.com/feed/',
  languages: [
    { code: 'en', dir: 'ltr', labels: ['Promoted'] },
    { code: 'fr', dir: 'ltr', labels: ['Post sponsorisé', 'Sponsorisé', 'Promu'] },
    { code: 'de', dir: 'ltr', labels: ['Anzeige', 'Gesponsert'] },
    { code: 'ar', dir: 'rtl', labels: ['الترويج', 'تم الترويج'] },
    { code: 'he', dir: 'rtl', labels: ['ממומן'] },
    { code: 'ko', dir: 'ltr', labels: ['광고'] },
  ],
  style: `body{margin:0;font:14px/20px sans-serif;background:#f4f2ee;color:#222}h2,p{margin:0;font:inherit}a{color:inherit;text-decoration:none}.column{width:555px;margin:auto}[data-display-contents]{display:contents}.post{display:block;background:#fff;border:1px solid #ddd;border-radius:8px;margin-bottom:8px;padding:12px 16px;position:relative;overflow:hidden}
    .author,.context{display:flex;gap:8px;align-items:flex-start}.lines{flex:1;min-width:0}.strong{font-weight:600}.small{font-size:12px;line-height:16px;color:#666;display:block}.face{width:48px;height:48px;margin:0;border-radius:4px;background:#ccd}.tiny{width:24px;height:24px;border-radius:50%;background:#ccd}.faces{margin:0;padding:0;list-style:none}
    .menu{width:32px;height:32px;border:0;border-radius:50%}.globe{width:12px;height:12px}.text{margin:12px 0;display:block}.card{display:block;border:1px solid #ddd;margin:8px 0;padding:8px}.picture{height:240px;width:100%;background:#dde;display:block}.buttons{display:flex;gap:48px;height:36px;margin-top:8px}.buttons button{border:0;background:none}
    .heard,.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.feed-container{list-style:none;margin:0;padding:0}.update-components-actor__meta-link,.update-components-actor__title{display:block}.theme--dark body,.theme--dark .post{background:#1b1f23;color:#eee}`,
  frame: (posts) => `<div id="root"><header class="column">LinkedIn</header><main class="column"><div data-testid="mainFeed" role="list" class="list">${posts}</div></main></div>`,
  list: '.list',
  ads: [
    recipe('a company’s, label in a keyed line', 'levis', ({ random, words, label, name, author, domain }) => sdui({ random, name, author: `${author}posts`, lines: headline({ random }, words.followers) + labelLine(random, label), media: adCard(random, domain) })),
    recipe('label right in its line, with marks of direction', 'puma', ({ random, words, label, name, author, domain }) => sdui({ random, name, author, lines: line(random, `<span>${words.followers}</span>`) + line(random, marked(label)), media: adCard(random, domain) })),
    recipe('a showcase page’s', 'eddieBauer', ({ random, label, name, domain }) => sdui({ random, name, author: '/showcase/eddie-bauer/?trk=feed', lines: labelLine(random, label), media: adCard(random, domain) })),
    recipe('a company’s with a video', 'upwork', ({ random, words, label, name, author }) => sdui({ random, name, author: `${author}life/`, lines: headline({ random }, words.followers) + labelLine(random, label), media: '<div><video class="picture"></video></div>' }), unlinked),
    recipe('a person’s that a company promotes', 'northFace', ({ random, words: { by }, name, author }) =>
      sdui({ random, name: 'Jane Roe', author: '/in/jane-roe/', lines: line(random, '<span>Climber | Speaker</span>') + line(random, `<span>${by[0]}<a href="${author}">${name}</a>${by[1]}</span>`, keyed(random)), media: picture(random) }), unlinked),
    recipe('a person’s that a company promotes, in one text', 'lantern', ({ random, words: { by }, name }) => sdui({ random, name: 'Jane Roe', author: '/in/jane-roe/', lines: line(random, '<span>Rider</span>') + labelLine(random, by[0] + name + by[1]) }), { ...unlinked, page: null }),
    recipe('that somebody likes', 'acme', ({ random, words, label, name, author, domain }) => sdui({ random, name, author, context: contextBar(random, `${personLink('Sam Poe')} likes this`), lines: line(random, `<span>${words.followers}</span>`) + labelLine(random, label), media: adCard(random, domain) })),
    recipe('without a label, by its tracking scope', 'levis', ({ random, words, name, author, domain }) => sdui({ random, name, author, lines: line(random, `<span>${words.followers}</span>`), media: adCard(random, domain), mark: ` data-view-tracking-scope='[{"contentTrackingId":"a","transporterKeys":["sponsored"]}]'` })),
    recipe('without a label, by the key of its content', 'puma', ({ random, words, name, author, domain }) => sdui({ random, name, author, lines: line(random, `<span>${words.followers}</span>`), media: `<div componentkey="urn:li:sponsoredContentV2:(urn:li:activity:1,urn:li:sponsoredCreative:2)">${adCard(random, domain)}</div>` })),
    recipe('without a label, by the name of its link', 'upwork', ({ random, words, name, author, domain }) => sdui({ random, name, author, lines: line(random, `<span>${words.followers}</span>`), media: `<div aria-label="View Sponsored Content">${adCard(random, domain)}</div>` })),
    recipe('Ember’s, label below', 'eddieBauer', ({ words, label, name, author, domain }) => ember({ name, author, description: words.followers, subDescription: twice(label), content: emberArticle(domain, 'li_fat_id=abc') })),
    recipe('Ember’s, label as the description', 'lantern', ({ label, name, author, domain }) => ember({ name, author, description: label, subDescription: '', content: emberArticle(domain, 'li_fat_id=abc') })),
    recipe('Ember’s, a person’s that a company promotes', 'acme', ({ words: { by }, name, author }) => ember({ name: 'Jane Roe', author: '/in/jane-roe', description: 'Runner', subDescription: `<span>${by[0]}<a href="${author}">${name}</a>${by[1]}</span>` }), unlinked),
    recipe('a guest’s, with both marks', 'northFace', ({ label, name, domain }) => guest({ name, author: '/company/the-north-face?trk=public_post', label, domain, item: ' data-is-sponsored="true"', article: ' data-is-sponsored data-sponsored-tracking-url="https://www.linkedin.com/li/tscp"' })),
    recipe('a guest’s, by its tracking link alone', 'levis', ({ words, name, author, domain }) => guest({ name, author, label: words.followers, domain, article: ' data-sponsored-tracking-url="https://www.linkedin.com/li/tscp"' })),
  ],
  traps: [
    trap('a person’s post', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts) })),
    trap('a company’s post with a link', (parts) => sdui({ ...parts, ...acme, lines: headline(parts, parts.words.followers) + timeLine(parts), media: linkCard(parts.random, 'acmeshoes.example', 'utm_source=linkedin') })),
    trap('suggested, in the line above', (parts) => sdui({ ...parts, ...acme, context: contextBar(parts.random, parts.words.suggested), lines: headline(parts, parts.words.followers) + timeLine(parts) })),
    trap('suggested, in the last line of the header', (parts) => sdui({ ...parts, ...acme, lines: headline(parts, parts.words.followers) + labelLine(parts.random, parts.words.suggested) })),
    trap('followed by somebody', (parts) => sdui({ ...parts, ...acme, lines: headline(parts, parts.words.followers) + line(parts.random, `<span>${parts.words.followedBy} ${personLink('Sam')}</span>`, keyed(parts.random)) })),
    trap('somebody likes this', (parts) => sdui({ ...parts, context: contextBar(parts.random, `${personLink('Sam Poe')} likes this`), lines: headline(parts, 'CEO') + timeLine(parts) })),
    trap('somebody called like a label likes this', (parts) => sdui({ ...parts, context: contextBar(parts.random, `<a href="/in/x/"><strong>${parts.label}</strong></a> likes this`), lines: headline(parts, 'CEO') + timeLine(parts) })),
    trap('headline with the word', (parts) => sdui({ ...parts, lines: headline(parts, 'promoted to CMO') + timeLine(parts) })),
    trap('headline that is a label', (parts) => sdui({ ...parts, lines: headline(parts, parts.label) + timeLine(parts) })),
    trap('headline “promoted by” a company', (parts) => sdui({ ...parts, lines: headline(parts, `${parts.words.by[0]}Acme Shoes${parts.words.by[1]}`) + timeLine(parts) })),
    trap('jobs, one of which is promoted', ({ random, label }) =>
      `<div data-display-contents="true"><div class="post" role="listitem" componentkey="expanded${key(random)}FeedType_MAIN_FEED_RELEVANCE"><h2><span>Jobs for you</span></h2><ul>${['Shoemaker', 'Seller'].map((job) => `<li><a href="https://www.linkedin.com/jobs/view/1/"><p class="strong"><span>${job}</span></p></a><a href="${acme.author}"><p><span>Acme Shoes</span></p></a>${labelLine(random, label)}</li>`).join('')}</ul></div></div>`),
    trap('a promoted job', ({ random, label }) => `<div class="post" role="listitem" componentkey="expanded${key(random)}FeedType_MAIN_FEED_RELEVANCE"><div><a href="https://www.linkedin.com/jobs/view/1/"><p class="strong"><span>Shoemaker</span></p></a><div><a href="${acme.author}"><p><span>Acme Shoes</span></p></a></div><p><span>Berlin</span></p>${labelLine(random, label)}</div></div>`),
    trap('text that is a label', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), text: parts.label })),
    trap('text that is a label, without the box that texts have', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), text: '', media: `<p class="text"${keyed(parts.random)}><span>${parts.label}</span></p>` })),
    trap('the same without a heading', (parts) => sdui({ ...parts, heading: false, lines: headline(parts, 'CEO') + timeLine(parts), text: '', media: `<p class="text"${keyed(parts.random)}><span>${parts.label}</span></p>` })),
    trap('the same, a company’s', (parts) => sdui({ ...parts, ...acme, heading: false, lines: headline(parts, parts.words.followers) + timeLine(parts), text: '', media: `<p class="text"${keyed(parts.random)}><span>${parts.label}</span></p>` })),
    trap('company called like a label', (parts) => sdui({ ...parts, name: parts.label, author: '/company/promoted/', lines: headline(parts, parts.words.followers) + timeLine(parts) })),
    trap('company called like a label, that says no time', (parts) => sdui({ ...parts, name: parts.label, author: '/company/promoted/', lines: '' })),
    trap('post of somebody else, whose headline is a label', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), media: reshared(parts) })),
    trap('the same without a word of one’s own', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), text: '', media: reshared(parts) })),
    trap('ad parameter in somebody’s own link', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), text: 'See <a href="https://www.acmeshoes.example/?li_fat_id=1">acmeshoes.example</a>' })),
    trap('ad parameter in a link that somebody shares', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), media: adCard(parts.random, 'acmeshoes.example') })),
    trap('paid partnership', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + labelLine(parts.random, parts.words.partnership) })),
    trap('in partnership with a company', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + line(parts.random, `<span>In partnership with <a href="${acme.author}">Acme Shoes</a></span>`, keyed(parts.random)) + timeLine(parts) })),
    trap('hidden label', (parts) => sdui({ ...parts, ...acme, lines: headline(parts, parts.words.followers) + `<div style="display:none">${labelLine(parts.random, parts.label)}</div>` })),
    trap('comment whose author’s headline is a label', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), media: `<div class="card">${authorRow({ random: parts.random, name: 'Sam Poe', author: '/in/sam-poe/', lines: headline(parts, parts.label) })}<p><span data-testid="expandable-text-box">${parts.label}</span></p></div>` })),
    trap('post that isn’t there yet', ({ random }) => `<div role="listitem" class="post" componentkey="expanded${key(random)}FeedType_MAIN_FEED_RELEVANCE"></div>`),
    trap('not tracked as an ad', (parts) => sdui({ ...parts, lines: headline(parts, 'CEO') + timeLine(parts), mark: ` data-view-tracking-scope='{"sponsored":false}'` })),
    trap('Ember’s, a person’s post', (parts) => ember({ ...parts, description: 'CEO', subDescription: emberTime(parts) })),
    trap('Ember’s, headline that is a label', (parts) => ember({ ...parts, description: parts.label, subDescription: emberTime(parts) })),
    trap('Ember’s, text that is a label', (parts) => ember({ ...parts, description: 'CEO', subDescription: emberTime(parts), text: parts.label })),
    trap('Ember’s, somebody likes this', (parts) => ember({ ...parts, header: `${personLink('Sam Poe')} likes this`, description: 'CEO', subDescription: emberTime(parts) })),
    trap('Ember’s, suggested', (parts) => ember({ ...parts, ...acme, header: parts.words.suggested, description: parts.words.followers, subDescription: emberTime(parts) })),
    trap('Ember’s, post of somebody else with a label', (parts) => ember({ ...parts, description: 'CEO', subDescription: emberTime(parts), content: `<div class="update-components-mini-update-v2 card"><div class="update-components-actor"><a href="/in/sam/"><span class="update-components-actor__title">Sam</span></a><span class="update-components-actor__sub-description">${parts.label}</span></div></div>` })),
    trap('guest’s post, not sponsored', (parts) => guest({ ...parts, label: parts.words.followers, item: ' data-is-sponsored="false"', article: ' data-is-sponsored="false" data-sponsored-tracking-url=""' })),
    trap('guest’s post whose text is a label', (parts) => guest({ ...parts, label: parts.words.followers, text: parts.label })),
  ],
}
