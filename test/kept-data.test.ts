import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AdLog } from '../src/background/ad-log.ts'
import { importData, type KeptParts } from '../src/background/kept-data.ts'
import { Mutex } from '../src/background/mutex.ts'
import { OwnLabels } from '../src/background/own-labels.ts'
import type { ReportStore } from '../src/background/report-store.ts'
import { Subscriptions } from '../src/background/subscriptions.ts'
import { buildTable } from '../src/list/build-table.ts'
import { openTable } from '../src/list/table.ts'
import type { KeptReport, OwnLabel } from '../src/shared/messages.ts'
import { DEFAULTS, parseSettings, type Settings } from '../src/shared/settings.ts'

const storage = vi.hoisted(() => ({ items: {} as Record<string, unknown> }))

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: (key: string) => Promise.resolve({ [key]: storage.items[key] }),
        set: (items: object) => Promise.resolve(void Object.assign(storage.items, items)),
      },
    },
  },
}))
vi.mock('../src/shared/config.ts', () => ({ OWN_LIST: null }))

const KEY = `${'A'.repeat(43)}=`
const REPORT: KeptReport = { kind: 'missing', title: 'x', body: 'x', id: 'a', created: '2026-01-01T00:00:00.000Z', opened: null, sending: { state: 'waiting', tries: 2, next: '2026-01-01T00:00:00.000Z', error: null } }
const NOTHING = { settings: null, labels: [], subscriptions: [], reports: [] }
const list = (number: number, on = true) => ({ address: `https://lists.example/${number}/head.txt`, key: KEY, on })
const label = (number: number) => ({ name: `Acme ${number}`, domain: null, text: 'Friends' })

let imported: readonly KeptReport[] = []
let parts: KeptParts
beforeEach(() => {
  storage.items = {}
  const mutex = new Mutex()
  const reports = { import: (given: readonly KeptReport[]) => Promise.resolve(given.length > 2 ? { ok: false, error: 'full' } : ((imported = given), { ok: true })) } as unknown as ReportStore
  parts = { mutex, labels: new OwnLabels(mutex, () => Promise.resolve(openTable(buildTable(new Map())))), subscriptions: new Subscriptions(mutex), reports, log: {} as AdLog }
})

const settings = () => parseSettings(storage.items['settings'])
const labels = () => storage.items['own-labels'] as OwnLabel[]

describe('importing a file', () => {
  it('takes settings, but switches on neither log nor following, ends no pause and shortens no log', async () => {
    const given: Settings = { ...DEFAULTS, badges: false, log: true, follow: true, logDays: 7, pausedUntil: 5 }
    expect(await importData({ ...NOTHING, settings: given }, parts)).toEqual([])
    expect(settings()).toEqual({ ...DEFAULTS, badges: false })
    await importData({ ...NOTHING, settings: { ...given, logDays: 365 } }, parts)
    expect(settings().logDays).toBe(365)
  })

  it('takes as many labels as there can be in no time, and the same ones again as the same', async () => {
    const all = Array.from({ length: 2_000 }, (_, number) => label(number))
    const start = performance.now()
    expect(await importData({ ...NOTHING, labels: all }, parts)).toEqual([])
    expect(performance.now() - start).toBeLessThan(2_000)
    const ids = labels().map(({ id }) => id)
    expect(await importData({ ...NOTHING, labels: all }, parts)).toEqual([])
    expect(labels().map(({ id }) => id)).toEqual(ids)
    expect(await importData({ ...NOTHING, labels: [label(9_999)], settings: { ...DEFAULTS, badges: false } }, parts)).toEqual([{ part: 'labels', error: 'too many' }])
    expect(labels()).toHaveLength(2_000)
    expect(settings().badges).toBe(false)
  })

  it('leaves lists that are there, adds those that fit, and tells of the others', async () => {
    await importData({ ...NOTHING, subscriptions: [list(0)] }, parts)
    const failed = await importData({ ...NOTHING, subscriptions: [...Array.from({ length: 21 }, (_, number) => list(number, number !== 1)), { ...list(1), address: 'ftp://x' }], reports: [REPORT] }, parts)
    expect(failed).toEqual([{ part: 'subscriptions', error: 'too many' }, { part: 'subscriptions', error: 'address' }])
    const all = await parts.subscriptions.list()
    expect(all).toHaveLength(20)
    expect(all.slice(0, 3).map(({ on }) => on)).toEqual([true, false, true])
    expect(imported).toHaveLength(1)
  })

  it('never sends a report, and tells when they don’t fit', async () => {
    const received: KeptReport = { ...REPORT, id: 'b', sending: { state: 'received', at: '2026-01-01' } }
    expect(await importData({ ...NOTHING, reports: [REPORT, received] }, parts)).toEqual([])
    expect(imported).toEqual([{ ...REPORT, sending: null }, received])
    expect(await importData({ ...NOTHING, reports: [REPORT, REPORT, REPORT] }, parts)).toEqual([{ part: 'reports', error: 'full' }])
  })
})
