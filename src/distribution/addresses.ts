import type { HeadFile } from './head.ts'
import { isPublicKey } from './public-key.ts'

/** Where the parts of a published list are, and where a list may be at all. */

/** Longest address, in UTF-16 units, as it is written and as it is kept. */
const LONGEST = 1_000

const HEAD = 'head.txt'
const DATA = 'data'
const HEADS = 'heads'

/** Paths in the published folder. */
export const HEAD_PATH = HEAD
/** Every head that was published, for those who publish the next and those who check what was. */
export const headPath = (version: number): string => `${HEADS}/${version}.txt`
/** Named by what is in it, so a file never changes. */
export const dataPath = (sha256: string): string => `${DATA}/${sha256}.json`

/**
 * The address of a list's head: the address of its folder will do, too.
 * @returns null for what is no address that a list may have: https, or http on this machine, without a password
 */
export function listAddress(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return null
  let url: URL
  try {
    url = new URL(trimmed)
  } catch {
    return null
  }
  if (!isAllowed(url) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  if (!url.pathname.endsWith('.txt')) url.pathname = `${url.pathname.replace(/\/$/, '')}/${HEAD}`
  // Letters such as "ü" are longer in an address; what is kept must be taken again.
  return url.href.length > LONGEST ? null : url.href
}

function isAllowed({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'))
}

/** The address of a data file or difference, beside the head. */
export function dataAddress(head: string, { sha256 }: Pick<HeadFile, 'sha256'>): string {
  const url = new URL(head)
  url.pathname = url.pathname.replace(/[^/]*$/, dataPath(sha256))
  url.search = ''
  return url.href
}

/** The pattern by which permission for an address is asked: its host alone. Ports are not part of patterns. */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${hostname}/*`
}

/**
 * Takes an address and a key apart that were given as one text, in whatever order and with whatever words around.
 * @returns null when there isn't one of each
 */
export function parseInvitation(text: string): { address: string; key: string } | null {
  const words = text.slice(0, 5_000).split(/[\s<>()[\]"'“”„‘’«»,;|]+/).map((word) => word.replace(/[.:!?]+$/, ''))
  const addresses = new Set(words.flatMap((word) => (/^https?:\/\//i.test(word) ? (listAddress(word) ?? []) : [])))
  const keys = new Set(words.map((word) => word.replace(/^key[:=]/, '')).filter(isPublicKey))
  const [address] = addresses
  const [key] = keys
  return address && key && addresses.size === 1 && keys.size === 1 ? { address, key } : null
}
