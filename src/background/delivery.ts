import type { KeptReport, ReportSending } from '../shared/messages.ts'

/** What a report's receiver is given, as JSON; nothing else goes out but what every request has. */
export type Parcel = Pick<KeptReport, 'id' | 'kind' | 'title' | 'body'>

/** Waits between tries, in milliseconds; the last one goes on. */
const WAITS = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 6 * 3_600_000, 24 * 3_600_000]
const LONGEST_WAIT = 7 * 24 * 3_600_000
/** A receiver that says nothing for so long, in milliseconds, is tried again later. */
const PATIENCE = 20_000
const LONGEST_ERROR = 200

export interface Answered {
  status: number
  /** As the receiver wrote it. */
  retryAfter: string | null
}

export type Post = (parcel: Parcel, signal: AbortSignal) => Promise<Answered>

export interface DeliveryMeans {
  post: Post
  now: () => number
  /** Between 0 and 1: many that failed at once shouldn't all come back at once. */
  random: () => number
  /** Ends the try, as when a person calls it off. */
  signal?: AbortSignal
}

/**
 * Tries once to send a report.
 * @param tries how often it was tried before
 */
export async function deliver(report: Parcel, tries: number, { post, now, random, signal }: DeliveryMeans): Promise<ReportSending> {
  const { id, kind, title, body } = report
  const again = (error: string, wait?: number): ReportSending => {
    const usual = (WAITS[Math.min(tries, WAITS.length - 1)] ?? 0) * (0.5 + random())
    return { state: 'waiting', tries: tries + 1, next: new Date(now() + Math.min(LONGEST_WAIT, Math.max(usual, wait ?? 0))).toISOString(), error: error.slice(0, LONGEST_ERROR) }
  }
  try {
    const { status, retryAfter } = await post({ id, kind, title, body }, AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]))
    const at = new Date(now()).toISOString()
    if (status >= 200 && status < 300) return { state: 'received', at }
    // Too many, too slow, too early, or the receiver's own trouble: it may be taken later.
    if (status >= 500 || [408, 425, 429].includes(status)) return again(`HTTP ${status}`, waitOf(retryAfter, now()))
    return { state: 'refused', at, error: `HTTP ${status}` }
  } catch (error) {
    return again(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network')
  }
}

/** `Retry-After` as seconds or a date, in milliseconds from now; 0 for anything else. */
function waitOf(retryAfter: string | null, now: number): number {
  const written = (retryAfter ?? '').trim()
  const wait = /^\d+$/.test(written) ? Number(written) * 1_000 : Date.parse(written) - now
  return wait > 0 ? wait : 0
}

/** Sends as any web page could: no cookies, no referrer, no redirects. The same key twice is one report. */
export function poster(address: string): Post {
  return async (parcel, signal) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': parcel.id },
      body: JSON.stringify(parcel),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal,
    })
    // What it says besides is nobody's business, and may never end.
    void response.body?.cancel().catch(() => undefined)
    return { status: response.status, retryAfter: response.headers.get('retry-after') }
  }
}
