import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Mutex } from '../src/background/mutex.ts'
import type { Answered, Parcel } from '../src/background/delivery.ts'
import { ReportSender } from '../src/background/report-sender.ts'
import { ReportStore } from '../src/background/report-store.ts'
import type { KeptReport, ReportDraft } from '../src/shared/messages.ts'

const stored = vi.hoisted(() => new Map<string, unknown>())
const alarm = vi.hoisted(() => ({ when: null as number | null }))
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { local: { get: (key: string) => Promise.resolve(stored.has(key) ? { [key]: stored.get(key) } : {}), remove: (key: string) => Promise.resolve(void stored.delete(key)) } },
    alarms: { create: (_name: string, { when }: { when: number }) => void (alarm.when = when), clear: () => Promise.resolve(void (alarm.when = null)), onAlarm: { addListener: () => undefined } },
  },
}))

const DRAFT: ReportDraft = { kind: 'missing', title: 'Missing advertiser: Acme', body: 'Advertiser: Acme' }
const report = (id: string, change: Partial<KeptReport> = {}): KeptReport => ({ ...DRAFT, id, created: `2026-11-0${id.length}T10:00:00.000Z`, opened: null, sending: null, ...change })

/** An answer that is given when a test says so. */
class Later {
  give: (answer: Answered) => void = () => undefined
  readonly answer = new Promise<Answered>((resolve) => (this.give = resolve))
}

const answered = (status: number, retryAfter: string | null = null): Answered => ({ status, retryAfter })

let store: ReportStore
beforeEach(async () => {
  stored.clear()
  alarm.when = null
  store = new ReportStore(new Mutex())
  await store.clear()
})
const keep = async (): Promise<string> => (await store.keep(DRAFT)).report?.id ?? ''
const sendingOf = async (id: string) => (await store.get(id))?.sending

describe('kept reports', () => {
  it('are kept as they are, until they are deleted', async () => {
    const id = await keep()
    expect(await store.list()).toMatchObject([{ ...DRAFT, id, opened: null, sending: null }])
    expect(await store.opened(id)).toEqual({ ok: true })
    expect((await store.get(id))?.opened).toMatch(/^\d{4}-/)
    await store.delete(id)
    expect(await store.list()).toEqual([])
    // What is gone isn't brought back by a change.
    expect(await store.update(id, () => ({ opened: null }))).toEqual({ ok: true })
    expect(await store.list()).toEqual([])
  })

  it('are no more than 500, which is told before one is lost', async () => {
    await store.import(Array.from({ length: 499 }, (_, at) => report(`r${at}`, { created: '2026-11-01T10:00:00.000Z' })))
    expect(await store.keep(DRAFT)).toMatchObject({ ok: true })
    expect(await store.keep(DRAFT)).toEqual({ ok: false, error: 'full' })
    expect(await store.import([report('more')])).toEqual({ ok: false, error: 'full' })
    expect(await store.list()).toHaveLength(500)
  })

  it('tell a full disk', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    expect(await store.keep(DRAFT)).toEqual({ ok: false, error: 'quota' })
    add.mockRestore()
    expect(await store.keep(DRAFT)).toMatchObject({ ok: true })
  })

  it('of a file come beside those that are here, and none of them goes out for that', async () => {
    const here = await keep()
    const waiting = { state: 'waiting', tries: 1, next: '2026-11-01T10:00:00.000Z', error: 'network' } as const
    const received = { state: 'received', at: '2026-11-01T10:00:00.000Z' } as const
    expect(await store.import([report(here, { title: 'another' }), report('a', { sending: waiting }), report('bb', { sending: received }), report('bb')])).toEqual({ ok: true })
    expect((await store.get(here))?.title).toBe(DRAFT.title)
    expect([await sendingOf('a'), await sendingOf('bb')]).toEqual([null, null])
    expect(await store.list()).toHaveLength(3)
  })

  it('of earlier versions are moved once, and don’t take the place of those that are here', async () => {
    const { sending: _, ...old } = report('old')
    stored.set('reports', [old, { id: 'no report' }, null, 7, report('one-more')])
    expect((await store.list()).map(({ id, sending }) => [id, sending])).toEqual([['one-more', null], ['old', null]])
    expect(stored.has('reports')).toBe(false)
    await store.opened('old')
    // As where the worker was stopped before it could take them out of storage.
    stored.set('reports', [old])
    const again = new ReportStore(new Mutex())
    expect((await again.list()).find(({ id }) => id === 'old')?.opened).not.toBeNull()
    stored.set('reports', 'damaged')
    expect(await new ReportStore(new Mutex()).list()).toHaveLength(2)
  })
})

describe('sending', () => {
  type Answer = Answered | Error | Promise<Answered>
  /** A receiver that answers as it is told, and knows what came. */
  function receiver(answer: (parcel: Parcel) => Answer, mayLeave = async () => true) {
    const came: string[] = []
    const sender = new ReportSender(store, async (parcel, signal) => {
      came.push(parcel.id)
      const given = answer(parcel)
      if (given instanceof Error) throw given
      return Promise.race([given, new Promise<never>((_done, failed) => signal.addEventListener('abort', () => failed(signal.reason as Error)))])
    }, mayLeave)
    return { sender, came }
  }
  const never = new Promise<never>(() => undefined)

  it('goes on record, out, and is received', async () => {
    const { sender, came } = receiver(() => answered(201))
    const id = await keep()
    await sender.send(id)
    await sender.start()
    expect(came).toEqual([id])
    expect(await sendingOf(id)).toMatchObject({ state: 'received' })
    expect(alarm.when).toBeNull()
    // What was received isn't sent again.
    await sender.send(id)
    await sender.start()
    expect(came).toEqual([id])
  })

  it('sends nothing that nobody had sent', async () => {
    const { sender, came } = receiver(() => answered(201))
    await keep()
    await sender.start(true)
    expect(came).toEqual([])
  })

  it('waits after a failure, and has the clock set before anything goes out', async () => {
    let before: number | null = null
    const { sender, came } = receiver(() => {
      before = alarm.when
      return new TypeError('no network')
    })
    const id = await keep()
    await sender.send(id)
    await sender.start()
    expect(before).toBeGreaterThan(Date.now())
    expect(await sendingOf(id)).toMatchObject({ state: 'waiting', tries: 1, error: 'network' })
    expect(alarm.when).toBeGreaterThan(Date.now() + 50_000)
    await sender.start()
    expect(came).toHaveLength(1)
    // The network is back.
    await sender.start(true)
    expect(came).toHaveLength(2)
  })

  it('keeps to a receiver’s pause, whatever the network does, until a person presses', async () => {
    let status = 429
    const { sender, came } = receiver(() => answered(status, '3600'))
    const id = await keep()
    await sender.send(id)
    await sender.start()
    await sender.start(true)
    expect(came).toHaveLength(1)
    status = 200
    await sender.send(id)
    await sender.start()
    expect(await sendingOf(id)).toMatchObject({ state: 'received' })
  })

  it('ends with a refusal, and goes on when a person wants it', async () => {
    let status = 400
    const { sender } = receiver(() => answered(status))
    const id = await keep()
    await sender.send(id)
    await sender.start(true)
    expect(await sendingOf(id)).toMatchObject({ state: 'refused', error: 'HTTP 400' })
    status = 201
    await sender.send(id)
    await sender.start()
    expect(await sendingOf(id)).toMatchObject({ state: 'received' })
  })

  it('is called off, also while it is going out, and while others are', async () => {
    const { sender, came } = receiver(() => never)
    const [first, second] = [await keep(), await keep()]
    await sender.send(first)
    await sender.send(second)
    await vi.waitFor(() => expect(came).toHaveLength(1))
    await sender.callOff(first === came[0] ? second : first)
    await sender.callOff(came[0] ?? '')
    await sender.start()
    expect(came).toHaveLength(1)
    expect([await sendingOf(first), await sendingOf(second)]).toEqual([null, null])
    expect(alarm.when).toBeNull()
  })

  it('was received although it was called off too late', async () => {
    const later = new Later()
    const { sender, came } = receiver(() => later.answer)
    const id = await keep()
    await sender.send(id)
    await vi.waitFor(() => expect(came).toHaveLength(1))
    await store.update(id, () => ({ sending: null }))
    later.give(answered(201))
    await sender.start()
    expect(await sendingOf(id)).toMatchObject({ state: 'received' })
  })

  it('does not bring back what was deleted meanwhile', async () => {
    const later = new Later()
    const { sender, came } = receiver(() => later.answer)
    const id = await keep()
    await sender.send(id)
    await vi.waitFor(() => expect(came).toHaveLength(1))
    await store.delete(id)
    later.give(answered(503))
    await sender.start()
    expect(await store.list()).toEqual([])
  })

  it('goes on where another worker was stopped', async () => {
    const id = await keep()
    await store.update(id, () => ({ sending: { state: 'waiting', tries: 2, next: 'not a moment', error: null } }))
    const { sender, came } = receiver(() => answered(201))
    await sender.start()
    expect(came).toEqual([id])
  })

  it('is called off where it may leave the browser no more', async () => {
    const ids = [await keep(), await keep()]
    for (const id of ids) await store.update(id, () => ({ sending: { state: 'waiting', tries: 1, next: '2020-01-01T00:00:00.000Z', error: 'network' } }))
    const { sender, came } = receiver(() => answered(201), async () => false)
    await sender.start()
    expect(came).toEqual([])
    for (const id of ids) expect(await sendingOf(id)).toBeNull()
  })

  it('is refused where there is no address, no such report, or no room', async () => {
    const id = await keep()
    await expect(new ReportSender(store, null, async () => true).send(id)).rejects.toThrow('none')
    expect(await sendingOf(id)).toBeNull()
    const { sender, came } = receiver(() => answered(201))
    await expect(sender.send('nobody')).rejects.toThrow('none')
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(sender.send(id)).rejects.toThrow('quota')
    put.mockRestore()
    await sender.start()
    expect(came).toEqual([])
  })
})
