import { commentHref } from '../../demo/hrefs.ts'
import { escape } from '../../demo/html.ts'
import { unique } from './letters.ts'
import { AUDIENCE, avatar, DOT, image, nameHref, nest, outgoingLink, type Comment, type PostParts } from './parts.ts'
import type { InnerParts, Structure } from './structure.ts'

/** The feed since 2020, whose parts are named from 2024 on. */

type Role = (name: string) => string
const roles: Role = (name) => ` data-ad-rendering-role="${name}"`
const noRoles: Role = () => ''

/** The site's own name, many times, in every post; nobody sees it. */
const FACEBOOK = `<div class="never" aria-hidden="true">${'<span>Facebook</span>'.repeat(30)}</div>`

function nameLine({ name, slug, random, afterName = '' }: InnerParts & { afterName?: string }, role: Role, heading: string): string {
  const named = `<span><a role="link" tabindex="0" class="x1i10hfl" href="${nameHref(slug, random)}"><strong class="html-strong"><span>${escape(name)}</span></strong></a></span>`
  return `<div class="xu06os2"><${heading} class="name" id="${unique(random)}"><span class="x193iq5w"><span${role('profile_name')}>${named}</span>${afterName}</span></${heading}></div>`
}

function slotLine({ slot, random, beforeSlot = '', afterSlot = '' }: InnerParts & Pick<PostParts, 'beforeSlot' | 'afterSlot'>): string {
  if (slot === null) return ''
  return `<div class="xu06os2"><span class="x193iq5w second" id="${unique(random)}"><span class="x4k7w5x">${beforeSlot}<span class="x4k7w5x a8c37x1j"><span>${slot}</span></span>${afterSlot}${DOT}${AUDIENCE}</span></span></div>`
}

function menuButton(label: string): string {
  return `<div role="button" tabindex="0" class="menu" aria-label="${label}"><i data-visualcompletion="css-img"></i></div>`
}

function header(parts: PostParts, role: Role, heading: string): string {
  return `<div class="head"><div>${avatar(parts.name, parts.slug, parts.random)}</div><div class="head-text">${nameLine(parts, role, heading)}${slotLine(parts)}</div><div class="head-end">${menuButton('Actions for this post')}${menuButton('Hide post')}</div></div>`
}

function message(text: string, role: Role, random: PostParts['random']): string {
  if (text === '') return ''
  return `<div class="body"><div dir="auto" id="${unique(random)}"${role('story_message')} data-ad-preview="message" data-ad-comet-preview="message"><div><span dir="auto"><div class="x11i5rnm"><div dir="auto">${text}</div></div></span></div></div></div>`
}

function card(parts: InnerParts, role: Role): string {
  if (!parts.card) return parts.picture ? `<div class="body"><div${role('image')}>${image(parts.picture, parts.random)}</div></div>` : ''
  const isAd = parts.picture === 'ad'
  const open = outgoingLink(parts.card.landing, isAd, parts.random)
  const cta = isAd ? `<div role="button" tabindex="0" class="cta" aria-label="Shop now"${role('cta')}><span>Shop now</span></div>` : ''
  return `<div class="body">${open}<div${role('image')}>${image(parts.picture ?? 'organic', parts.random)}</div></a><div class="foot">${open}<div><div${role('meta')}><span dir="auto">${escape(parts.card.domain.toUpperCase())}</span></div><div${role('title')}><span dir="auto">${parts.card.title}</span></div></div></a>${cta}</div></div>`
}

function buttons(role: Role): string {
  const button = (name: string, word: string) => `<div aria-label="${word}" role="button" tabindex="0" class="action"><div><div><i data-visualcompletion="css-img"></i></div><div><span${role(name)}>${word}</span></div></div></div>`
  return `<div class="actions">${button('like_button', 'Like')}${button('comment_button', 'Comment')}${button('share_button', 'Share')}</div>`
}

function comment({ name, slug, text, time }: Comment, random: PostParts['random']): string {
  const by = { name, slug, pageId: null }
  return `<div><div role="article" tabindex="-1" aria-label="Comment by ${escape(name)}" class="comment">${avatar(name, slug, random)}<div><div><span><a role="link" tabindex="0" href="${escape(commentHref(by, random))}"><span>${escape(name)}</span></a></span><div><span dir="auto"><div dir="auto">${text}</div></span></div></div>
<ul><li><span><a role="link" tabindex="0" href="${escape(commentHref(by, random))}">${escape(time)}</a></span></li><li><div role="button" tabindex="0">Like</div></li></ul></div></div></div>`
}

function parts(all: PostParts, role: Role, heading = 'h4'): string {
  const { above = '', text = '', attachment = '', comments = [], random } = all
  const context = above && `<div class="above"><h3 dir="auto"><span>${above}</span></h3></div>`
  const thread = comments.length > 0 ? `<div class="comments">${comments.map((each) => comment(each, random)).join('')}</div>` : ''
  return `${context}${header(all, role, heading)}<div>${message(text, role, random)}</div>${attachment}${card(all, role)}<div class="counts"><span role="toolbar" aria-label="See who reacted to this"></span><span>${comments.length} comments</span></div>${buttons(role)}${thread}`
}

const inner =
  (role: Role): Structure['inner'] =>
  (all) =>
    `<div class="shared">${nest(2, `${card({ ...all, text: '' }, role)}<div class="head"><div>${avatar(all.name, all.slug, all.random)}</div><div class="head-text">${nameLine(all, role, 'h4')}${slotLine(all)}</div></div>${message(all.text ?? '', role, all.random)}`)}</div>`

const described = (random: PostParts['random']) => `aria-describedby="${unique(random)} ${unique(random)} ${unique(random)}" aria-labelledby="${unique(random)}"`
const place = (random: PostParts['random']) => `aria-posinset="${1 + Math.floor(random() * 40)}" ${described(random)}`
const demo = (id: string) => `data-demo-id="${escape(id)}"`

export const feed2020: Structure = {
  post: (all) =>
    `<div data-pagelet="FeedUnit_${Math.floor(all.random() * 40)}" ${demo(all.id)} class="post"><div class="du4w35lb"><div class="du4w35lb"><div><div><div ${place(all.random)} role="article" class="lzcic4wl">${nest(6, FACEBOOK + parts(all, noRoles))}</div></div></div></div></div></div>`,
  feed: (posts) => `<div role="feed"><h3 dir="auto" class="never">News Feed posts</h3>${posts.join('\n')}</div>`,
  inner: inner(noRoles),
}

export const feed2024: Structure = {
  post: (all) => `<div ${demo(all.id)} class="post x1lliihq">${nest(4, `<div ${described(all.random)}>${nest(5, FACEBOOK + parts(all, roles))}</div>`)}</div>`,
  feed: (posts) => `<div role="feed">${posts.join('\n')}</div>`,
  inner: inner(roles),
}

export const feed2026: Structure = {
  post: (all) => `<div ${demo(all.id)} ${place(all.random)} class="post x1a2a7pz">${nest(9, FACEBOOK + parts(all, roles))}</div>`,
  feed: (posts) => `<div><h3 dir="auto" class="never">News Feed posts</h3><div>${posts.join('\n')}</div></div>`,
  inner: inner(roles),
}

/** Nothing says where a post begins. */
export const bare2026: Structure = {
  post: (all) => `<div ${demo(all.id)} class="post">${nest(9, FACEBOOK + parts(all, roles, 'h3'))}</div>`,
  feed: (posts) => `<div><div>${posts.join('\n')}</div></div>`,
  inner: inner(roles),
}

/** Several results under one child of the feed. */
export const search: Structure = {
  post: (all) => `<div ${demo(all.id)} class="post">${nest(4, `<div role="article" ${described(all.random)}>${nest(4, parts(all, roles, 'h3'))}</div>`)}</div>`,
  feed: (posts) => `<div role="feed" aria-label="Search results"><div>${posts.join('\n')}</div></div>`,
  inner: inner(roles),
}

/** A group's own feed, under its name. */
export const group: Structure = {
  post: (all) => `<div ${demo(all.id)} class="post x1yztbdb">${nest(8, parts(all, roles, 'h2'))}</div>`,
  feed: (posts) => `<div><h1 class="group-name"><a href="/groups/208546319999991/" role="link">Sourdough for beginners</a></h1><div role="feed"><h3 dir="auto" class="never">Group posts</h3>${posts.join('\n')}</div></div>`,
  inner: inner(roles),
}
