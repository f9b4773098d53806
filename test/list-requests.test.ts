import { describe, expect, it } from 'vitest'
import { download } from '../src/background/sync/download.ts'
import { nextCheck } from '../src/background/sync/schedule.ts'

/** What a list's host learns of who asks it, and when. */

const DAY = 24 * 3_600_000
const NOW = 1_800_000_000_000
const checks = (spread: number) => ({ lastAttempt: NOW, failures: 0, retryAt: null, spread })

async function requestsOf(etag?: string): Promise<[string, RequestInit | undefined][]> {
  const asked: [string, RequestInit | undefined][] = []
  const fetch = ((address: string, options?: RequestInit) => {
    asked.push([address, options])
    return Promise.resolve(new Response('AdPledge list 1'))
  }) as typeof globalThis.fetch
  await download('https://lists.example/head.txt', { fetch, now: () => NOW, most: 1_000, patience: { stall: 1_000, total: 1_000, perByte: 0 }, ...(etag === undefined ? {} : { etag }) })
  return asked
}

describe('a request for a list', () => {
  it('asks for no cookies, referrer, cache or redirect, and tells no language', async () => {
    const [[address, options] = [], ...more] = await requestsOf()
    expect(more).toEqual([])
    expect(address).toBe('https://lists.example/head.txt')
    const { signal, ...asked } = options ?? {}
    expect(signal).toBeInstanceOf(AbortSignal)
    expect(asked).toEqual({ cache: 'no-store', credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer', headers: { 'Accept-Language': '*' } })
  })

  it('tells besides only which version is here', async () => {
    const [[, options] = []] = await requestsOf('"abc"')
    expect(options?.headers).toEqual({ 'Accept-Language': '*', 'If-None-Match': '"abc"' })
  })
})

describe('lists are looked for', () => {
  it('by each installation at a moment of its own, within the interval that was chosen', () => {
    const moments = Array.from({ length: 11 }, (_, at) => nextCheck(checks(at / 10), 'daily', NOW) ?? 0)
    expect(new Set(moments).size).toBe(11)
    for (const moment of moments) expect(Math.abs(moment - NOW - DAY)).toBeLessThanOrEqual(0.1 * DAY + 1)
    expect(nextCheck(checks(0.5), '6h', NOW)).toBe(NOW + DAY / 4)
    expect(nextCheck(checks(0.5), 'weekly', NOW)).toBe(NOW + 7 * DAY)
  })

  it('never by itself where that is switched off', () => {
    for (const lastAttempt of [null, 0, NOW - 365 * DAY]) expect(nextCheck({ ...checks(0.5), lastAttempt }, 'off', NOW)).toBeNull()
    expect(nextCheck({ ...checks(0.5), failures: 3, retryAt: NOW - 1 }, 'off', NOW)).toBeNull()
  })
})
