import { describe, expect, it } from 'vitest'
import { type Answered, deliver, type Parcel, poster } from '../src/background/delivery.ts'

const NOW = Date.parse('2026-11-30T10:00:00Z')
const PARCEL: Parcel = { id: 'one', kind: 'missing', title: 'Missing advertiser: Acme', body: 'Advertiser: Acme' }
const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE

const tried = (answer: Partial<Answered> | Error, { tries = 0, random = 0.5 } = {}) =>
  deliver({ ...PARCEL, extra: 'never sent' } as Parcel, tries, {
    now: () => NOW,
    random: () => random,
    post: (parcel) => {
      expect(parcel).toEqual(PARCEL)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ status: 200, retryAfter: null, ...answer })
    },
  })
const waitOf = async (...given: Parameters<typeof tried>) => {
  const sending = await tried(...given)
  return sending.state === 'waiting' ? Date.parse(sending.next) - NOW : null
}

describe('deliver', () => {
  it.each([200, 201, 202, 204])('takes %d for a receipt', async (status) => {
    expect(await tried({ status })).toEqual({ state: 'received', at: '2026-11-30T10:00:00.000Z' })
  })

  it.each([300, 400, 401, 403, 404, 409, 413, 422])('takes %d for a refusal', async (status) => {
    expect(await tried({ status, retryAfter: '60' })).toEqual({ state: 'refused', at: '2026-11-30T10:00:00.000Z', error: `HTTP ${status}` })
  })

  it.each([408, 425, 429, 500, 502, 503, 599])('tries again after %d', async (status) => {
    expect(await tried({ status }, { tries: 3 })).toEqual({ state: 'waiting', tries: 4, next: new Date(NOW + 120 * MINUTE).toISOString(), error: `HTTP ${status}` })
  })

  it('tries again where nobody answered', async () => {
    expect(await tried(new TypeError('Failed to fetch'))).toMatchObject({ state: 'waiting', tries: 1, error: 'network' })
    expect(await tried(new DOMException('slow', 'TimeoutError'))).toMatchObject({ state: 'waiting', tries: 1, error: 'timeout' })
  })

  it('waits longer each time, up to a day, and never the same', async () => {
    const waits = await Promise.all([0, 1, 2, 3, 4, 5, 6, 60].map((tries) => waitOf({ status: 503 }, { tries })))
    expect(waits.map((wait) => (wait ?? 0) / MINUTE)).toEqual([1, 5, 30, 120, 360, 1_440, 1_440, 1_440])
    expect([await waitOf({ status: 503 }, { tries: 1, random: 0 }), await waitOf({ status: 503 }, { tries: 1, random: 1 })]).toEqual([2.5 * MINUTE, 7.5 * MINUTE])
  })

  it.each<[string, string | null, number]>([
    ['seconds', '3600', 60 * MINUTE], ['a date', 'Mon, 30 Nov 2026 12:00:00 GMT', 120 * MINUTE], ['less than the usual', '1', MINUTE], ['a date that is over', 'Mon, 30 Nov 2020 12:00:00 GMT', MINUTE], ['ages', '99999999999', WEEK],
    ['more than a number', '9'.repeat(400), WEEK], ['a date far away', 'Mon, 30 Nov 2099 12:00:00 GMT', WEEK], ['less than nothing', '-5', MINUTE], ['nothing', '', MINUTE], ['spaces', '  ', MINUTE], ['words', 'soon', MINUTE], ['infinity', 'Infinity', MINUTE], ['none', null, MINUTE],
  ])('keeps to a pause of %s', async (_what, retryAfter, wait) => {
    expect(await waitOf({ status: 429, retryAfter })).toBe(wait)
  })

  it('ends when it is called off', async () => {
    const abort = new AbortController()
    const sending = deliver(PARCEL, 0, { now: () => NOW, random: () => 0, signal: abort.signal, post: (_parcel, signal) => new Promise((_done, failed) => signal.addEventListener('abort', () => failed(signal.reason as Error))) })
    abort.abort()
    expect(await sending).toMatchObject({ state: 'waiting', error: 'network' })
  })
})

describe('poster', () => {
  it('sends four fields, and asks for no cookies, referrer or redirect', async () => {
    const asked: [string, RequestInit][] = []
    const before = globalThis.fetch
    globalThis.fetch = (address, options) => {
      asked.push([address as string, options ?? {}])
      return Promise.resolve(new Response('thanks', { status: 429, headers: { 'retry-after': '7' } }))
    }
    try {
      const signal = new AbortController().signal
      expect(await poster('https://reports.example/')(PARCEL, signal)).toEqual({ status: 429, retryAfter: '7' })
      expect(asked).toEqual([
        ['https://reports.example/', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'one' }, body: JSON.stringify(PARCEL), credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', cache: 'no-store', signal }],
      ])
    } finally {
      globalThis.fetch = before
    }
  })
})
