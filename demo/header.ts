import { portrait } from './art.ts'
import type { Context } from './context.ts'
import { scrambled } from './glyphs.ts'
import { nowhere, permalink, profileHref } from './hrefs.ts'
import { html, type Html } from './html.ts'
import { icon } from './icons.ts'
import { isPointedLabel, pointedLabel, readableLabel, unreadableLabel } from './label.ts'
import type { Account } from './posts.ts'

const DOT = html`<span><span>&nbsp;</span><span aria-hidden="true">·</span><span>&nbsp;</span></span>`

export function avatar(by: Account, size: 32 | 40): Html {
  return html`<svg class="avatar" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" role="none"><image href="${portrait(by.name)}" width="${size}" height="${size}"/></svg>`
}

function globe(title: string): Html {
  return html`<span><svg class="globe" viewBox="0 0 16 16" width="12" height="12" title="${title}" fill="none" stroke="currentColor" stroke-width="1.5"><circle cx="8" cy="8" r="6.5"/><path d="M1.5 8h13M8 1.5c4 4 4 9 0 13M8 1.5c-4 4-4 9 0 13"/></svg></span>`
}

export function nameLink(by: Account, { random }: Context): Html {
  return html`<a role="link" tabindex="0" href="${profileHref(by, random)}"><strong><span>${by.name}</span></strong></a>`
}

function timeText({ random, words }: Context): string {
  return random() < 0.6 ? words.hours(1 + Math.floor(random() * 22)) : words.days(1 + Math.floor(random() * 6))
}

function time(by: Account, context: Context): Html {
  const text = timeText(context)
  const scramble = context.post.trap === 'timestamp scrambled with letters of the ad label'
  return html`<span><a role="link" tabindex="0" href="${permalink(by, context.random)}">${scramble ? scrambled(text) : html`<span>${text}</span>`}</a></span>`
}

function adLabel(context: Context): Html {
  if (isPointedLabel(context)) return html`<span>${pointedLabel(context)}</span>`
  if (context.post.late === 'label') return html`<span data-demo-slot="label">${unreadableLabel(context)}</span>`
  return html`<span>${readableLabel(context)}</span>`
}

function secondLine(context: Context): Html {
  const { post, words, random, label } = context
  const end = html`${DOT}${globe(words.public)}`
  if (post.kind === 'ad') return html`${adLabel(context)}${end}`
  const when = html`${time(post, context)}${end}`
  switch (post.trap) {
    case 'invisible label whose target is absent':
      return html`<span>${unreadableLabel(context)}</span>${end}`
    case 'suggested for you':
      return html`<span>${words.suggested}</span>${DOT}${when}`
    case 'paid partnership with a listed brand':
      return html`<span><a role="link" href="/business/help/788160621327601">${words.paidPartnership}</a> ${words.with} ${post.also ? html`<a role="link" href="${profileHref(post.also, random)}">${post.also.name}</a>` : null}</span>${DOT}${when}`
    case 'post in a group named like the ad label':
      return html`${post.also ? html`<span><a role="link" href="${profileHref(post.also, random)}"><span>${post.also.name}</span></a></span>${DOT}` : null}${when}`
    case 'zero-width element with the ad label in the header':
      return html`<span><a role="link" tabindex="-1" class="ghost" href="${nowhere(random)}" aria-label="${label}"></a></span>${when}`
    default:
      return when
  }
}

function heading(context: Context): Html {
  const { post, words, random } = context
  if (post.late === 'name') return html`<span data-demo-slot="name"></span>`
  const name = html`<span>${nameLink(post, context)}</span>`
  if (post.kind === 'suggested') {
    return html`${name}${DOT}<span role="button" tabindex="0" class="follow">${words.follow}</span>`
  }
  if (post.trap === 'tagged page named like the ad label' && post.also) {
    return html`${name} <span class="plain">${words.isWith}</span> <a role="link" tabindex="0" href="${profileHref(post.also, random)}"><span>${post.also.name}</span></a>.`
  }
  return name
}

function avatarLink({ post, random }: Context): Html {
  // A name that arrives late must not be readable beside it.
  if (post.late === 'name') return avatar(post, 40)
  return html`<a role="link" tabindex="0" class="round" aria-label="${post.name}" href="${profileHref(post, random)}">${avatar(post, 40)}</a>`
}

export function header(context: Context): Html {
  const { words, idOf, role } = context
  return html`<div class="head">
<div>${avatarLink(context)}</div>
<div class="head-text"><div><h4 class="name" id="${idOf('n')}"><span${role('profile_name')}>${heading(context)}</span></h4></div>
<div class="line" id="${idOf('t')}"><span>${secondLine(context)}</span></div></div>
<div class="head-buttons"><div role="button" tabindex="0" class="round-button" aria-haspopup="menu" aria-expanded="false" aria-label="${words.menu}">${icon('dots')}</div><div role="button" tabindex="0" class="round-button" aria-label="${words.close}">${icon('cross')}</div></div>
</div>`
}

/** The header of a post inside another post: no buttons. */
export function innerHeader(by: Account, context: Context): Html {
  return html`<div class="head"><div>${avatar(by, 32)}</div><div class="head-text"><div><h4 class="name"><span${context.role('profile_name')}><span>${nameLink(by, context)}</span></span></h4></div><div class="line"><span>${time(by, context)}${DOT}${globe(context.words.public)}</span></div></div></div>`
}
