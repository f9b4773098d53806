import type { Bytes } from '../../distribution/encoding.ts'
import { ListProblem } from '../../distribution/problem.ts'

/** In milliseconds. */
export interface Patience {
  /** Without a byte. */
  stall: number
  /** For everything, and … */
  total: number
  /** … this much more for every byte that is expected. */
  perByte: number
}

export const PATIENCE: Patience = { stall: 20_000, total: 60_000, perByte: 1 / 20 }

/** A longer ETag isn't kept: sent back, hosts would refuse it, time and again. */
const LONGEST_ETAG = 200

/** A host may ask us to stay away this long at most, in milliseconds. */
const LONGEST_STAY = 24 * 3_600_000

export interface DownloadOptions {
  fetch: typeof fetch
  now: () => number
  /** Most bytes that are read, unpacked. */
  most: number
  patience: Patience
  /** Validators of the copy at hand. */
  etag?: string | null
  onBytes?: (received: number) => void
}

export type Downloaded = { bytes: Bytes; etag: string | null } | 'not-modified'

/**
 * Gets one file, without cookies and without following redirects: the address is what a person or the build gave.
 * @throws ListProblem `network`, `timeout`, `http`, `redirect` or `too-large`
 */
export async function download(address: string, { fetch, now, most, patience, etag, onBytes }: DownloadOptions): Promise<Downloaded> {
  const controller = new AbortController()
  const late = () => controller.abort(new ListProblem('timeout', new URL(address).host))
  const whole = setTimeout(late, patience.total + most * patience.perByte)
  let stall = setTimeout(late, patience.stall)
  const alive = () => {
    clearTimeout(stall)
    stall = setTimeout(late, patience.stall)
  }
  try {
    const response = await fetch(address, {
      // Our own validators, not those of the browser's cache.
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      // The host needn't know a person's languages.
      headers: { 'Accept-Language': '*', ...(etag ? { 'If-None-Match': etag } : {}) },
      signal: controller.signal,
    })
    alive()
    if (response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status)) {
      throw new ListProblem('redirect', new URL(address).host)
    }
    if (response.status === 304 && etag) return 'not-modified'
    if (response.status !== 200) throw new ListProblem('http', String(response.status), retryAt(response, now()))
    const bytes = await readBody(response, most, alive, onBytes)
    const given = response.headers.get('etag')
    return { bytes, etag: given !== null && given.length <= LONGEST_ETAG ? given : null }
  } catch (error) {
    if (error instanceof ListProblem) throw error
    if (controller.signal.reason instanceof ListProblem) throw controller.signal.reason
    throw new ListProblem('network', new URL(address).host)
  } finally {
    clearTimeout(whole)
    clearTimeout(stall)
    // Whatever came to an end early isn't read on.
    controller.abort()
  }
}

/** Counts what comes out of the host's compression, so that little that unpacks to much is stopped in time. */
async function readBody(response: Response, most: number, alive: () => void, onBytes?: (received: number) => void): Promise<Bytes> {
  const chunks: Uint8Array[] = []
  let received = 0
  const reader = response.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) break
    alive()
    received += value.length
    if (received > most) throw new ListProblem('too-large', `more than ${most} bytes`)
    chunks.push(value)
    onBytes?.(received)
  }
  const bytes = new Uint8Array(received)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** `Retry-After` is seconds or a date. */
function retryAt(response: Response, now: number): number | null {
  const text = response.headers.get('retry-after')?.trim() ?? ''
  const wanted = /^\d{1,9}$/.test(text) ? now + Number(text) * 1_000 : Date.parse(text)
  return Number.isNaN(wanted) ? null : Math.max(now, Math.min(wanted, now + LONGEST_STAY))
}
