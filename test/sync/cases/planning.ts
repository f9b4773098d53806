import { expect } from 'vitest'
import { status } from '../../../harness/misbehaviour.ts'
import { nextCheck, retryMoment } from '../../../src/background/sync/schedule.ts'
import { UPDATE_INTERVALS } from '../../../src/shared/settings.ts'
import { failureCase } from '../situation.ts'

/** When lists are looked for: clocks, alarms, sleep, and hosts that fail and fail. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const LENGTHS = { '6h': 6 * HOUR, daily: DAY, weekly: 7 * DAY } as const

failureCase(44, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const right = client.now
  const due = async () => nextCheck(await client.state(), 'daily', client.now)
  // Years ahead: everything seems to have expired, so nothing is taken, and what is here stays in use.
  client.now = right + 9 * YEAR
  expect(await due()).toBeLessThanOrEqual(client.now)
  await situation.refuses('expired')
  expect((await client.inUse()).using).toBe('synced')
  // Set right: what happened "in nine years" doesn't keep the next check waiting.
  client.now = right + HOUR
  expect(await due()).toBe(client.now)
  await situation.recovers()
  // Years back: nothing here was published yet. It is looked for at once and then as ever, and newer lists are taken.
  client.now = right - 9 * YEAR
  expect(await due()).toBe(client.now)
  host.requests.length = 0
  expect(await client.check()).toEqual({ outcome: 'unchanged' })
  expect(host.headRequests()).toHaveLength(1)
  expect(await due()).toBe(client.now + 24 * HOUR)
  await situation.takes()
  // A clock that is behind doesn't make good what had expired before the list that is here was made.
  await situation.refusesOne('expired', { head: { created: '2026-01-01T00:00:00Z', expires: '2026-04-30T00:00:00Z' } })
  client.now = right + 2 * HOUR
  expect(await due()).toBeLessThanOrEqual(client.now)
  await situation.recovers()
})

failureCase(45, async (situation) => {
  const { client } = situation
  // Whether a check is due is worked out from what is stored, at any start; the alarm is only what wakes us.
  expect(nextCheck(await client.state(), 'daily', client.now)).toBe(client.now)
  await situation.takes()
  client.restart()
  const next = nextCheck(await client.state(), 'daily', client.now) ?? 0
  expect(next).toBeGreaterThan(client.now + 21 * HOUR)
  client.now = next + 3 * DAY
  client.restart()
  expect(nextCheck(await client.state(), 'daily', client.now)).toBeLessThanOrEqual(client.now)
  await situation.recovers()
})

failureCase(46, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  // A week asleep: seven checks were missed, and one makes up for them.
  client.now += 7 * DAY
  host.requests.length = 0
  let checks = 0
  for (let wake = 0; wake < 10; wake++) {
    const next = nextCheck(await client.state(), 'daily', client.now)
    if (next === null || next > client.now) continue
    checks++
    await client.check()
  }
  expect(checks).toBe(1)
  expect(host.headRequests()).toHaveLength(1)
  expect(nextCheck(await client.state(), 'daily', client.now)).toBeGreaterThan(client.now + 21 * HOUR)
  await situation.recovers()
})

failureCase(49, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  for (const later of [0, DAY, YEAR, -YEAR]) expect(nextCheck(await client.state(), 'off', client.now + later)).toBeNull()
  host.behave('head', status(500))
  await situation.refuses('http')
  expect(nextCheck(await client.state(), 'off', client.now + YEAR)).toBeNull()
  for (const interval of UPDATE_INTERVALS) if (interval !== 'off') expect(nextCheck(await client.state(), interval, client.now)).not.toBeNull()
  // Whoever asks gets an answer all the same.
  await situation.recovers()
})

failureCase(52, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  host.behave('head', status(503))
  // A host that is down for a fortnight, and a worker that is started every minute of it.
  client.now += DAY
  host.requests.length = 0
  const began = client.now
  const asked: number[] = []
  for (; client.now < began + 14 * DAY; client.now += 10 * MINUTE) {
    client.restart()
    if ((nextCheck(await client.state(), '6h', client.now) ?? Infinity) > client.now) continue
    asked.push(client.now)
    await situation.refuses('http')
  }
  expect(host.requests).toHaveLength(asked.length)
  expect(asked.length).toBeLessThan(25)
  const waits = asked.slice(1).map((moment, at) => moment - (asked[at] ?? 0))
  // Longer each time, up to a day or so.
  expect(waits.slice(0, 6)).toEqual(waits.slice(0, 6).toSorted((a, b) => a - b))
  expect(waits[0]).toBeGreaterThanOrEqual(10 * MINUTE)
  expect(Math.max(...waits)).toBeLessThanOrEqual(36 * HOUR)
  // A worker that dies in the middle of a check has failed, too: it must not begin again at once.
  host.behave('head', () => undefined)
  const { now } = client
  void client.check()
  await host.seen(host.requests.length + 1)
  client.restart()
  expect(await client.state()).toMatchObject({ lastAttempt: now, failures: asked.length + 1 })
  expect(nextCheck(await client.state(), '6h', now)).toBeGreaterThan(now + 10 * MINUTE)
  await situation.hasHungUp()
  // Many installations, after the same failure: all over the time there is, and never at once.
  const moments = Array.from({ length: 200 }, (_, at) => retryMoment(4, 0, at / 200, null))
  expect(new Set(moments).size).toBe(200)
  expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(HOUR)
  expect(Math.min(...moments)).toBeGreaterThan(30 * MINUTE)
  // And on ordinary days.
  for (const [interval, length] of Object.entries(LENGTHS)) {
    const spread = Array.from({ length: 200 }, (_, at) => nextCheck({ lastAttempt: 0, failures: 0, retryAt: null, spread: at / 200 }, interval as keyof typeof LENGTHS, 0) ?? 0)
    expect(new Set(spread).size).toBe(200)
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0.9 * length)
    expect(Math.max(...spread)).toBeLessThanOrEqual(1.1 * length)
  }
  await situation.recovers()
})
