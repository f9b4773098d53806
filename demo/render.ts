import { attachment, message } from './content.ts'
import { contextOf, type Context } from './context.ts'
import { header, nameLink } from './header.ts'
import { html, type Html } from './html.ts'
import { isPointedLabel, pointedLabelTarget, readableLabel } from './label.ts'
import type { DemoPost } from './posts.ts'
import { actions, comments, counts } from './reactions.ts'

/** What arrives after the post: new content of a slot in it, or an element elsewhere in the document. */
export interface LatePart {
  part: 'label' | 'name' | 'elsewhere'
  html: string
}

// The real markup carries its own name as hidden decoy text, which spoils the text of the whole post.
const DECOY = html`<div class="hidden-decoys" aria-hidden="true"><span>Facebook</span><span>Facebook</span><span>Facebook</span></div>`

function parts(context: Context): Html {
  return html`${header(context)}${message(context)}${attachment(context)}${counts(context)}${actions(context)}${comments(context)}`
}

function described({ place, idOf }: Context): Html {
  return html`aria-posinset="${place}" aria-labelledby="${idOf('n')}" aria-describedby="${idOf('t')} ${idOf('b')} ${idOf('c')}"`
}

function render2020(context: Context): Html {
  return html`<div data-pagelet="FeedUnit_${context.place - 1}" data-demo-id="${context.post.id}" data-demo-structure="2020"><div><div><div role="article" ${described(context)} class="card"><div><div>${parts(context)}</div></div></div></div></div></div>`
}

function render2023(context: Context): Html {
  return html`<div data-demo-id="${context.post.id}" data-demo-structure="2023"><div><div ${described(context)} class="card"><div>${parts(context)}</div></div></div></div>`
}

function render2026(context: Context): Html {
  return html`<div ${described(context)} class="card" data-demo-id="${context.post.id}" data-demo-structure="2026"><div><div>${DECOY}${parts(context)}</div></div></div>`
}

const RENDER = { '2020': render2020, '2023': render2023, '2026': render2026 }

/** The post as it is when inserted; with `late` set, without the part that `renderLatePart` gives. */
export function renderPost(post: DemoPost): string {
  return RENDER[post.structure](contextOf(post)).text
}

export function renderLatePart(post: DemoPost): LatePart | null {
  const context = contextOf(post)
  if (post.late === 'name') return { part: 'name', html: html`<span>${nameLink(post, context)}</span>`.text }
  if (post.late !== 'label' || post.kind !== 'ad') return null
  if (isPointedLabel(context)) return { part: 'elsewhere', html: pointedLabelTarget(context).text }
  return { part: 'label', html: readableLabel(context).text }
}
