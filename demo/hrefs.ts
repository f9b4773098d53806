import type { Account } from './posts.ts'
import { token, type Random } from './random.ts'

const HOME = 'https://www.facebook.com'

// Written with literal brackets and slashes, as the site itself does.
function junk(random: Random, tn: string): string {
  return `__cft__[0]=AZ${token(random, 180 + Math.floor(random() * 100))}&__tn__=${tn}`
}

export function profileHref({ slug, pageId }: Account, random: Random): string {
  if (slug !== null) return `${HOME}/${slug.split('/').map(encodeURIComponent).join('/')}?${junk(random, '-UC%2CP-R')}`
  if (pageId !== null) return `${HOME}/profile.php?id=${encodeURIComponent(pageId)}&${junk(random, '-UC%2CP-R')}`
  return `${HOME}/profile.php?${junk(random, '-UC%2CP-R')}`
}

export function permalink({ slug, pageId }: Account, random: Random): string {
  const post = `pfbid0${token(random, 40).replace(/[-_]/g, 'x')}`
  const tail = junk(random, '%2CO%2CP-R')
  if (slug !== null) return `${HOME}/${slug.split('/').map(encodeURIComponent).join('/')}/posts/${post}?${tail}`
  return `${HOME}/permalink.php?story_fbid=${post}&id=${encodeURIComponent(pageId ?? '0')}&${tail}`
}

export function nowhere(random: Random): string {
  return `#?${junk(random, '%2CO%2CP-R')}`
}

export function adsAbout(random: Random): string {
  return `/ads/about/?${junk(random, '%2CO%2CP-R')}`
}

export function commentHref(by: Account, random: Random): string {
  return `${profileHref(by, random).split('?')[0] ?? HOME}?comment_id=Y29tbWVudDo${token(random, 30)}&${junk(random, 'R*F')}`
}

/** A link that leaves the site, through the redirector with its tracking parameters. */
export function outgoing(landing: string, random: Random): string {
  const mark = landing.includes('?') ? '&' : '?'
  const target =
    `${landing}${mark}utm_source=facebook&utm_medium=paid_social&utm_campaign=demo` +
    `&utm_content=${Math.floor(random() * 1e9)}&fbclid=IwZXh0bgNhZW0${token(random, 60)}`
  return `https://l.facebook.com/l.php?u=${encodeURIComponent(target)}&h=AT${token(random, 80)}&__tn__=-UK-R&c[0]=AT${token(random, 60)}`
}
