import { escape } from '../../demo/html.ts'
import { AUDIENCE_2018, image, nameHref, nest, outgoingLink, type Comment, type LinkCard, type PostParts } from './parts.ts'
import type { InnerParts, Structure } from './structure.ts'

/** The feed before Comet: `#stream_pagelet`, `.userContentWrapper`, no roles that name parts. */

const link2018 = (name: string, slug: string, random: PostParts['random']) => `<a href="${nameHref(slug, random)}" data-hovercard="/ajax/hovercard/page.php?id=20449422001">${escape(name)}</a>`

function card({ landing, domain, title }: LinkCard, parts: InnerParts | PostParts): string {
  const open = outgoingLink(landing, parts.picture === 'ad', parts.random)
  return `<div class="_3x-2" data-ft="{&quot;tn&quot;:&quot;H&quot;}"><div class="mtm"><div class="_6m2 _1zpr clearfix">${open}<div class="fbStoryAttachmentImage">${image(parts.picture ?? 'organic', parts.random)}</div></a>
<div class="_3ekx _29_4"><div class="_6m3 _--6"><div class="mbs _6m6 _2cnj _5s6c">${open}${title}</a></div><div class="_59tj _2iau"><div><div class="_6lz _6mb _1t62 ellipsis">${escape(domain)}</div></div></div></div></div></div></div></div>`
}

function header(parts: InnerParts & Pick<PostParts, 'afterName' | 'beforeSlot' | 'afterSlot'>, level: 'h5' | 'h6'): string {
  const { name, slug, random, slot, afterName = '', beforeSlot = '', afterSlot = '' } = parts
  const subtitle =
    slot === null
      ? ''
      : `<div class="_5pcp _5lel _2jyu _232_" data-testid="story-subtitle" id="feed_subtitle_${Math.floor(random() * 1e9)}">${beforeSlot}<span class="fsm fwn fcg">${slot}</span>${afterSlot}<span role="presentation" aria-hidden="true"> · </span>${AUDIENCE_2018}</div>`
  return `<div class="_5x46 clearfix head"><div class="clearfix _5va3 head"><a class="_5pb8 lfloat _ohe" aria-hidden="true" tabindex="-1" href="${nameHref(slug, random)}"><div class="_38vo"><i class="portrait" aria-label="${escape(name)}" role="img"></i></div></a>
<div class="clearfix _42ef"><div class="_5va4"><div><div class="_6a _5u5j"><div class="_6a _5u5j _6b"><${level} class="_14f3 _14f5 _5pbw _5vra"><span class="fwn fcg"><span class="fwb fcg">${link2018(name, slug, random)}</span>${afterName}</span></${level}>
${subtitle}</div></div></div></div></div></div></div>`
}

function comment({ name, slug, text, time }: Comment, { random }: PostParts): string {
  return `<div class="UFIRow UFIComment _4oep"><div class="UFIImageBlockContent"><div class="UFICommentContent"><span><a class="UFICommentActorName" href="${nameHref(slug, random)}">${escape(name)}</a></span> <span class="UFICommentBody"><span>${text}</span></span></div>
<div class="fsm fwn fcg UFICommentActions"><a class="UFILikeLink" href="#" role="button">Like</a> · <a class="uiLinkSubtle" href="${nameHref(slug, random)}&amp;comment_id=1"><abbr class="livetimestamp" title="">${escape(time)}</abbr></a></div></div></div>`
}

function post(parts: PostParts): string {
  const { id, random, above = '', text = '', attachment = '', comments = [] } = parts
  const story = Math.floor(random() * 1e15)
  const buttons = ['Like', 'Comment', 'Share'].map((word) => `<span class="_1mto"><a class="${word === 'Like' ? 'UFILikeLink' : 'comment_link'} _4x9-" href="#" role="button" tabindex="0">${word}</a></span>`).join('')
  const content = `<div class="_1dwg _1w_m _q7o">${above && `<div class="_5g-l"><h5 class="fcg">${above}</h5></div>`}
<div class="_4r_y"><a aria-label="Story options" data-testid="post_chevron_button" class="_4xev _p" aria-haspopup="true" href="#" role="button"></a></div>
<div>${header(parts, 'h5')}</div>
<div class="_5pbx userContent _3576" data-ad-preview="message" data-ft="{&quot;tn&quot;:&quot;K&quot;}"><p>${text}</p></div>${attachment}
${parts.card ? card(parts.card, parts) : parts.picture ? `<div class="_3x-2">${image(parts.picture, random)}</div>` : ''}</div>
<div><form rel="async" class="commentable_item" method="post" action="/ajax/ufi/modify.php"><div class="_sa_ _gsd _fgm _5vsi"><div class="_37uu"><div class="_524d"><div class="_42nr">${buttons}</div></div></div></div>
<div class="uiUfi UFIContainer"><div class="UFIList">${comments.map((each) => comment(each, parts)).join('')}</div></div></form></div>`
  return `<div class="_5jmm _5pat _3lb4 post" id="hyperfeed_story_id_5ac${story}" data-testid="fbfeed_story" data-fte="1" data-ftr="1" data-demo-id="${escape(id)}"><div class="_4-u2 mbm _4mrt _5v3q _4-u8"><div class="_3ccb" data-ft="{&quot;tn&quot;:&quot;-R&quot;}"><div></div><div class="_5pcr userContentWrapper" data-ft="{&quot;tn&quot;:&quot;-R&quot;}">${content}</div></div></div></div>`
}

export const stream2018: Structure = {
  post,
  feed: (posts) => `<div id="stream_pagelet"><div id="feed_stream">${nest(3, posts.join('\n'))}</div></div>`,
  inner: (parts) => `<div class="mtm _5pcm shared"><div class="_5pcr">${header(parts, 'h6')}<div class="mtm _5pco" data-ft="{&quot;tn&quot;:&quot;K&quot;}"><p>${parts.text ?? ''}</p></div>${parts.card ? card(parts.card, parts) : ''}</div></div>`,
}
