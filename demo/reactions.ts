import type { Context } from './context.ts'
import { avatar } from './header.ts'
import { commentHref } from './hrefs.ts'
import { html, type Html } from './html.ts'
import { icon } from './icons.ts'
import { PEOPLE } from './pools.ts'
import type { Account } from './posts.ts'
import { pick } from './random.ts'
import { COMMENT_LINES, inLanguage } from './texts.ts'

export function counts({ post, words, random, idOf }: Context): Html {
  const likes = 3 + Math.floor(random() ** 2 * 600)
  const comments = 1 + Math.floor(random() ** 2 * 60)
  const shares = 1 + Math.floor(random() ** 2 * 20)
  // The page script finds the rows it may keep busy by this class.
  const live = post.kind === 'organic' ? ' live' : ''
  return html`<div class="counts${live}" id="${idOf('c')}"><span class="thumb">${icon('like', 12)}</span><span class="count">${likes}</span><span class="gap"></span><span>${words.comments(comments)}</span><span>${words.shares(shares)}</span></div>`
}

export function actions({ words, role }: Context): Html {
  const button = (name: 'like' | 'comment' | 'share'): Html =>
    html`<div role="button" tabindex="0" class="action" aria-label="${words[name]}"><span class="action-inner"${role(`${name}_button`)}>${icon(name)}<span>${words[name]}</span></span></div>`
  return html`<div class="actions">${button('like')}${button('comment')}${button('share')}</div>`
}

function comment(by: Account, { post, words, random }: Context): Html {
  const text = inLanguage(pick(random, COMMENT_LINES), post.lang)
  return html`<div role="article" tabindex="-1" class="comment" aria-label="${words.comment} ${by.name}">${avatar(by, 32)}<div><div class="bubble"><a role="link" tabindex="0" href="${commentHref(by, random)}"><span><span dir="auto">${by.name}</span></span></a><div dir="auto">${text}</div></div><div class="under">${words.hours(1 + Math.floor(random() * 5))} · ${words.like} · ${words.reply}</div></div></div>`
}

export function comments(context: Context): Html | null {
  const { post, random } = context
  const chatty = random() < 0.2
  if (post.trap === 'comment by a listed brand' && post.also) return html`<div>${comment(post.also, context)}</div>`
  return chatty ? html`<div>${comment(pick(random, PEOPLE), context)}</div>` : null
}
