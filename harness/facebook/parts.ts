import { outgoing, permalink, profileHref } from '../../demo/hrefs.ts'
import { escape } from '../../demo/html.ts'
import { token, type Random } from '../../demo/random.ts'
import type { Language } from './languages.ts'

/** What a post is made of, whatever page structure it stands in. All strings but names and addresses are HTML. */
export interface PostParts {
  /** Becomes `data-demo-id`. */
  id: string
  language: Language
  random: Random
  name: string
  slug: string
  /** The label or the time. */
  slot: string
  /** Behind the name, in its line: whom somebody is with, a button to follow. */
  afterName?: string
  beforeSlot?: string
  /** Behind the slot, before the mark of who can see the post. */
  afterSlot?: string
  /** A heading over the header: whose friend did what. */
  above?: string
  text?: string
  card?: LinkCard
  picture?: 'ad' | 'organic'
  /** Anything else under the text. */
  attachment?: string
  comments?: readonly Comment[]
}

export interface LinkCard {
  landing: string
  /** As printed. */
  domain: string
  title: string
}

export interface Comment {
  name: string
  slug: string
  text: string
  time: string
}

export const DOT = '<span><span class="x1">&nbsp;</span><span aria-hidden="true"> · </span></span>'

export function nameHref(slug: string, random: Random): string {
  return escape(profileHref({ name: '', slug, pageId: null }, random))
}

/** Where a post's time leads. */
export function postHref(slug: string, random: Random): string {
  return permalink({ name: '', slug, pageId: null }, random)
}

/** Wraps in as many boxes as the site does. */
export function nest(levels: number, content: string): string {
  return '<div class="x9f619">'.repeat(levels) + content + '</div>'.repeat(levels)
}

export function avatar(name: string, slug: string, random: Random): string {
  return `<a role="link" tabindex="0" class="avatar" aria-label="${escape(name)}" href="${nameHref(slug, random)}"><svg aria-hidden="true" role="none" style="height:36px;width:36px"><g><circle cx="18" cy="18" r="18" fill="#c9d3dd"></circle></g></svg></a>`
}

/** Ads have creatives under another path than pictures of posts. */
export function image(kind: 'ad' | 'organic', random: Random): string {
  const path = kind === 'ad' ? 't45.1600-4' : 't39.30808-6'
  return `<img alt="" loading="lazy" width="480" height="60" src="https://scontent.xx.fbcdn.net/v/${path}/${Math.floor(random() * 1e9)}_n.jpg?_nc_cat=1&amp;oh=00_${token(random, 20)}">`
}

/** The opening tag of a link that leaves the site; organic links leave in the same way. */
export function outgoingLink(landing: string, isAd: boolean, random: Random): string {
  const source = `/privacy_sandbox/comet/register/source/?${isAd ? 'eid' : 'xt'}=AQ${token(random, 40)}`
  return `<a role="link" tabindex="0" target="_blank" rel="nofollow noreferrer" href="${escape(outgoing(landing, random))}" attributionsrc="${escape(source)}">`
}

/** The mark behind label or time that says who can see the post. */
export const AUDIENCE =
  '<span><span class="xuxw1ft"><svg viewBox="0 0 16 16" width="12" height="12" fill="currentColor" title="Shared with Public" class="audience"><title>Shared with Public</title><circle cx="8" cy="8" r="6"></circle></svg></span></span>'
export const AUDIENCE_2018 =
  '<a class="uiStreamPrivacy inlineBlock fbStreamPrivacy _5pcq" aria-label="Public" href="#" role="button" data-hover="tooltip" data-tooltip-content="Public"><i class="lock img sp_LMaEL5j6RTo sx_5a0697"></i></a>'
