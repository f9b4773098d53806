import { webUrl } from '../src/shared/web-url.ts'
import facebook from '../src/sites/facebook.data.json' with { type: 'json' }

/** First parts of paths under which a page's name or id follows. */
const BEFORE_PAGE = new Set(['pg', 'pages', 'people', 'p'])
/** First parts of paths that are no page of anybody's; those of scripts aside. */
const NO_PAGE = new Set([...facebook.notPages, 'dialog', 'plugins', 'policies', 'sharer', 'tr'])

/**
 * The slug or numeric id of a Facebook page, from what people type or copy: the slug itself, a path, or an address.
 * @returns null for any other site's address, and for paths that are no page
 */
export function pageOf(page: string | null | undefined): string | null {
  const text = (page ?? '').trim()
  if (/^@?[^/:?#@\s]+$/.test(text) && !/^www\.|\.com$/i.test(text)) return slugIn(text)
  const url = webUrl(/^[\w.-]+\.\w+(\/|$)/.test(text) ? `https://${text}` : text, 'https://www.facebook.com/')
  if (!url || !/^((www|web|m|mbasic|[a-z]{2}-[a-z]{2})\.)?facebook\.com$|^(www\.)?fb\.com$/.test(url.hostname)) return null
  const id = url.searchParams.get('id')
  const [first = '', second = '', third = ''] = url.pathname.split('/').filter(Boolean).map(decoded)
  if (first === 'profile.php') return /^\d+$/.test(id ?? '') ? id : null
  if (BEFORE_PAGE.has(first)) return third.match(/^\d+$/)?.[0] ?? (first === 'pg' ? slugIn(second) : (/\d{5,}$/.exec(second)?.[0] ?? null))
  return first.endsWith('.php') || NO_PAGE.has(first.toLowerCase()) ? null : slugIn(first)
}

function slugIn(part: string): string | null {
  return /^@?([^@\s]\S*)$/.exec(part)?.[1] ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
