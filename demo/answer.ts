import { feedItems, type FeedOptions } from './feed.ts'
import { renderPage, type PageOptions } from './page.ts'
import { makePost, makePosts, type Lang, type PostOptions } from './posts.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

const HOST = 'www.facebook.com'
const BATCH = 10
const MOST_POSTS = 5000

function choice<T extends string>(params: URLSearchParams, name: string, allowed: readonly T[], otherwise: T): T {
  const value = params.get(name)
  return allowed.find((one) => one === value) ?? otherwise
}

function flag(params: URLSearchParams, name: string, otherwise: boolean): boolean {
  return choice(params, name, ['0', '1'], otherwise ? '1' : '0') === '1'
}

function count(params: URLSearchParams, name: string, otherwise: number, most: number): number {
  const text = params.get(name) ?? ''
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : otherwise
}

function language(params: URLSearchParams): Lang {
  return choice(params, 'lang', ['en', 'de', 'es'], 'en')
}

function postOptions(params: URLSearchParams): Required<PostOptions> {
  return { lang: language(params), seed: count(params, 'seed', 1, 2 ** 31) }
}

function feedOptions(params: URLSearchParams): FeedOptions {
  const structure = choice(params, 'structure', ['mixed', '2020', '2023', '2026'], 'mixed')
  return { late: flag(params, 'late', true), ...(structure === 'mixed' ? {} : { structure }) }
}

function pageOptions(params: URLSearchParams): PageOptions {
  return {
    ...feedOptions(params),
    posts: makePosts(count(params, 'n', 40, MOST_POSTS), postOptions(params)),
    lang: language(params),
    dir: choice(params, 'dir', ['ltr', 'rtl'], 'ltr'),
    dark: choice(params, 'dark', ['auto', 'light', 'dark'], 'auto'),
    more: flag(params, 'more', true),
    mutate: flag(params, 'mutate', false),
  }
}

/** As strict as the real site's: no inline style or script without the nonce, nothing from elsewhere. */
function policy(nonce: string): string {
  return [
    "default-src 'self' data: blob:",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';')
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
  }
}

function home(params: URLSearchParams): Answer {
  const nonce = crypto.randomUUID().replaceAll('-', '').slice(0, 12)
  return {
    status: 200,
    headers: { ...headers('text/html'), 'content-security-policy': policy(nonce) },
    body: renderPage({ ...pageOptions(params), nonce }),
  }
}

function more(params: URLSearchParams): Answer {
  const from = count(params, 'from', 0, 1e9)
  const options = postOptions(params)
  const posts = Array.from({ length: BATCH }, (_, i) => makePost(from + i, options))
  return { status: 200, headers: headers('application/json'), body: JSON.stringify(feedItems(posts, feedOptions(params))) }
}

/** What the demo site answers; null for hosts that are not its own. */
export function answer(url: URL): Answer | null {
  if (url.hostname !== HOST) return null
  if (url.pathname === '/') return home(url.searchParams)
  if (url.pathname === '/demo/more') return more(url.searchParams)
  return { status: 404, headers: headers('text/plain'), body: 'Not in the demo.' }
}
