import { picture } from './art.ts'
import type { Context } from './context.ts'
import { scrambled } from './glyphs.ts'
import { outgoing } from './hrefs.ts'
import { innerHeader } from './header.ts'
import { html, type Html } from './html.ts'
import { CTAS, HEADLINES, inLanguage, type Line } from './texts.ts'
import { token } from './random.ts'

function line(lines: readonly Line[], index: number, { post }: Context): string {
  const found = lines[index % lines.length]
  return found ? inLanguage(found, post.lang) : ''
}

export function message(context: Context): Html {
  const { post, idOf, role, words } = context
  const about =
    post.trap === 'link to /ads/about in the body' ? html` <a role="link" href="/ads/about/">${words.adsPage}</a>` : null
  const short = post.media === 'none' && post.body.length < 80
  return html`<div dir="auto" class="body${short ? ' big' : ''}" id="${idOf('b')}"${role('story_message')} data-ad-preview="message" data-ad-comet-preview="message"><span dir="auto">${post.body}${about}</span></div>`
}

function photo({ post }: Context, width: number, height: number): Html {
  return html`<img alt="" class="picture" src="${picture(post.name + post.id, width, height)}" width="${width}" height="${height}">`
}

function video(context: Context): Html {
  return html`<div class="video">${photo(context, 640, 360)}<div role="button" tabindex="0" class="play" aria-label="${context.words.play}"><svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><path fill="currentColor" d="M8 5v14l11-7z"/></svg></div></div>`
}

function linkTo(context: Context, content: Html, className: string): Html {
  const { post, random } = context
  if (post.landing === null) return html`<div class="${className}">${content}</div>`
  const source = `/privacy_sandbox/comet/register/source/?${post.kind === 'ad' ? 'eid' : 'xt'}=AQ${token(random, 40)}`
  return html`<a role="link" tabindex="0" target="_blank" rel="nofollow noreferrer" class="${className}" href="${outgoing(post.landing, random)}" attributionsrc="${source}">${content}</a>`
}

function cardFoot(context: Context): Html {
  const { post, role, headlineIndex } = context
  const meta = post.domain === null ? null : html`<div class="meta"${role('meta')}><span>${post.domain.toUpperCase()}</span></div>`
  const title = html`<div class="title"${role('title')}><span dir="auto">${line(HEADLINES, headlineIndex, context)}</span></div>`
  const text = post.kind === 'ad' ? title : html`<div class="title"${role('title')}><span dir="auto">${post.body}</span></div>`
  const button = line(CTAS, post.domain?.endsWith('.org') ? 0 : headlineIndex, context)
  const cta =
    post.kind === 'ad'
      ? html`<div role="button" tabindex="0" class="cta" aria-label="${button}"${role('cta')}><span>${button}</span></div>`
      : null
  return html`<div class="foot">${linkTo(context, html`${meta}${text}`, 'foot-text')}${cta}</div>`
}

/** Pages with a messenger button get this without paying for anything. */
function mockedFoot({ post, role, words }: Context): Html {
  return html`<div class="foot"><div class="foot-text"><div class="meta"${role('meta')}><span>MESSENGER</span></div><div class="title"${role('title')}><span>${post.name}</span></div></div><a role="link" tabindex="0" class="cta" href="/messages/t/100000000000032" aria-label="${words.message}"${role('cta')}>${scrambled(words.message)}</a></div>`
}

function sharedPost(context: Context): Html | null {
  const { post } = context
  if (!post.also) return null
  return html`<div class="shared"><div>${photo(context, 640, 420)}</div>${innerHeader(post.also, context)}</div>`
}

export function attachment(context: Context): Html | null {
  const { post, role } = context
  if (post.trap === 'friend shares a post of a listed brand') return sharedPost(context)
  switch (post.media) {
    case 'none':
      return null
    case 'video':
      return html`<div>${video(context)}${post.landing === null ? null : cardFoot(context)}</div>`
    case 'card':
      return html`<div>${linkTo(context, html`<div${role('image')}>${photo(context, 640, 335)}</div>`, 'block')}${cardFoot(context)}</div>`
    case 'image': {
      const image = linkTo(context, html`<div${role('image')}>${photo(context, 640, 440)}</div>`, 'block')
      const foot = post.trap === 'call to action under an organic post' ? mockedFoot(context) : null
      return html`<div>${image}${foot}</div>`
    }
  }
}
