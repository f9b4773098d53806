import type { Context } from './context.ts'
import { scrambled } from './glyphs.ts'
import { adsAbout, nowhere } from './hrefs.ts'
import { html, type Html } from './html.ts'

const WORD_JOINER = '\u2060'

/** True when the text of the label lies outside the post and comes by aria-labelledby. */
export function isPointedLabel({ post }: Context): boolean {
  return post.structure === '2026' && post.label === 'aria-label' && post.late === 'label'
}

function invisible(context: Context, word: Html): Html {
  const { random, idOf } = context
  return html`<a role="link" tabindex="0" class="label" href="${nowhere(random)}"><span>${WORD_JOINER}${word}<span aria-labelledby="${idOf('l')}"></span></span></a>`
}

/** Nobody can read this one: no text, and the element it names does not exist. */
export function unreadableLabel(context: Context): Html {
  return invisible(context, html`<span class="unread"></span>`)
}

/** The word is drawn by the style sheet; for scripts it is only in the element named by aria-labelledby. */
export function pointedLabel(context: Context): Html {
  return invisible(context, html`<span class="drawn drawn-${context.words.labels.indexOf(context.label)}"></span>`)
}

export function pointedLabelTarget({ idOf, label }: Context): Html {
  return html`<div><span id="${idOf('l')}">${label}</span></div>`
}

export function readableLabel({ post, label, random, words }: Context): Html {
  switch (post.label) {
    case 'aria-label':
      return html`<a role="link" tabindex="0" class="label" href="${nowhere(random)}" aria-label="${label}">${scrambled(label)}</a>`
    case 'scrambled':
      return html`<a role="link" tabindex="0" class="label" href="${nowhere(random)}">${scrambled(label)}</a>`
    case 'ads-about':
      return html`<a role="link" tabindex="0" class="label" href="${adsAbout(random)}"><span>${label}</span></a>`
    case 'paid-for':
      return html`<a role="link" tabindex="0" class="label" href="${nowhere(random)}"><span>${words.labels[0]}</span></a><span> · </span><span>${words.paidForBy} ${post.name}</span>`
    default:
      return html`<a role="link" tabindex="0" class="label" href="${nowhere(random)}"><span>${label}</span></a>`
  }
}
