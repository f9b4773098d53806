import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { unwrap } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AdLog } from '../src/background/ad-log.ts'
import { database } from '../src/background/database.ts'
import { ListFinder } from '../src/background/list-finder.ts'
import type { NewRow } from '../src/background/log-row.ts'
import { logAdvertisers, logTotals } from '../src/background/log-totals.ts'
import { compileLists } from '../src/list/compile.ts'
import { onChange } from '../src/shared/changes.ts'
import { type LogRow, NO_FILTER } from '../src/shared/log.ts'
import type { SeenAd } from '../src/shared/messages.ts'
import type { BadgeLabel, PageData } from '../src/shared/page-data.ts'
import { LABEL_STATUSES, type Settings } from '../src/shared/settings.ts'
import { labelTable } from './label-table.ts'
import { allRows, DAY, newRow, NOON } from './log-rows.ts'
import { entry, listOf, packedWords } from './lists.ts'

const label = (status: BadgeLabel['status'], entry: string | null = null): BadgeLabel => ({ status, text: `Label ${status}`, dates: null, entryName: entry && `${entry} Inc.`, entry })
const seen = (name: string, status: BadgeLabel['status'], entry: string | null = null): SeenAd => ({ advertiser: { name, page: name.toLowerCase(), domain: `${name.toLowerCase()}.com`, landing: null }, label: label(status, entry) })

// Two lists have Acme; the first one's entry is about a campaign elsewhere and gets no label.
const lists = [listOf('silent', [entry('Acme', { id: 'politics', domains: ['acme.com'] })]), listOf('small', [entry('Acme', { id: 'acme', domains: ['acme.com'] })])]
const pageData: PageData = {
  index: compileLists(lists, packedWords, 'hash').index,
  wording: { unlisted: label('unlisted'), labels: [labelTable([]), labelTable([[0, label('joined', 'acme')]])] },
  look: { styles: '', lang: 'en', dir: 'ltr', icons: {} as PageData['look']['icons'], events: [], corner: null },
}

const withoutId = ({ id, ...row }: LogRow): NewRow => (expect(id).toBeLessThan(0), row)
const rowFor = (advertiser: string, entryName: string | null, at: number) => newRow({ advertiser, entryName, time: NOON + at })

let settings: Partial<Settings>
let now: number
let problem: unknown
let reads: number
const make = () =>
  new AdLog({
    settings: () => Promise.resolve(settings),
    finder: () => {
      reads++
      return Promise.resolve(new ListFinder(pageData, null))
    },
    problem: {
      read: () => Promise.resolve(problem),
      write: (next) => {
        problem = next
        return Promise.resolve()
      },
    },
    version: '0.1.0',
    now: () => new Date(now),
  })
let log: AdLog

beforeEach(async () => {
  settings = { log: true }
  now = NOON
  problem = undefined
  reads = 0
  log = make()
  await log.clear()
})

describe('what the log writes down', () => {
  it('is nothing until it is switched on', async () => {
    settings = {}
    await log.record('facebook', [seen('Acme', 'joined', 'acme')])
    settings = { log: false }
    await log.record('facebook', [seen('Acme', 'joined', 'acme')])
    expect(await log.state()).toEqual({ rows: 0, since: null, problem: null })
    expect(await allRows(log)).toEqual([])
  })

  it('is the ad, its label and what it was matched by, of the entry that the label is about', async () => {
    await log.record('facebook', [seen('Acme', 'joined', 'acme')])
    const day = (await log.state()).since
    expect(await allRows(log)).toEqual([
      {
        id: expect.any(Number) as number, time: NOON, day, site: 'facebook', advertiser: 'Acme', page: 'acme', domain: 'acme.com', status: 'joined', label: 'Label joined', entry: 'acme', entryName: 'acme Inc.', list: 'small',
        listUpdated: lists[1]?.updated, level: 'certain', evidence: 'name Acme; domain acme.com; slug acme', extension: '0.1.0',
      },
    ])
  })

  it('has neither list nor evidence for what is on none, which takes no look-up', async () => {
    await log.record('x', [seen('Beta', 'unlisted')])
    expect(await allRows(log)).toMatchObject([{ site: 'x', advertiser: 'Beta', entry: null, list: null, listUpdated: null, level: null, evidence: '' }])
    expect(reads).toBe(0)
  })

  it('reads the lists once for as long as they do not change', async () => {
    for (let time = 0; time < 3; time++) await log.record('facebook', [seen('Acme', 'joined', 'acme')])
    expect(reads).toBe(1)
    log.listsChanged()
    await log.record('facebook', [seen('Acme', 'joined', 'acme')])
    expect(reads).toBe(2)
  })

  it.each<[string, Partial<Settings>]>([
    ['badges are off', { badges: false }],
    ['badges are paused', { pausedUntil: NOON + 1 }],
    ['the site is off', { sitesOff: ['facebook'] }],
    ['the label is hidden', { statuses: { ...Object.fromEntries(LABEL_STATUSES.map((status) => [status, true])), joined: false } as Settings['statuses'] }],
  ])('is nothing where %s', async (_, change) => {
    settings = { log: true, ...change }
    await log.record('facebook', [seen('Acme', 'joined', 'acme')])
    expect((await log.state()).rows).toBe(0)
  })

  it('has a moment of its own for each row', async () => {
    await log.record('facebook', [seen('A', 'unlisted'), seen('A', 'unlisted'), seen('B', 'unlisted')])
    await log.record('x', [seen('A', 'unlisted')])
    const rows = await allRows(log)
    expect(rows.map(({ time }) => time)).toEqual([NOON + 3, NOON + 2, NOON + 1, NOON])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4)
  })

  it('is told to pages', async () => {
    let told = 0
    const stop = onChange('log', () => told++)
    await log.record('facebook', [seen('A', 'unlisted')])
    await vi.waitFor(() => expect(told).toBe(1))
    stop()
  })
})

describe('a full disk', () => {
  it('is told, also by the next background, until writing works again', async () => {
    const store = await database()
    const error = new DOMException('no room', 'QuotaExceededError')
    const spy = vi.spyOn(store, 'transaction').mockImplementation(() => {
      throw error
    })
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await log.record('facebook', [seen('A', 'unlisted')])
    expect(quiet).toHaveBeenCalledOnce()
    spy.mockRestore()
    quiet.mockRestore()
    expect(await log.state()).toEqual({ rows: 0, since: null, problem: 'full' })
    expect((await make().state()).problem).toBe('full')
    await log.record('facebook', [seen('A', 'unlisted')])
    expect(await log.state()).toMatchObject({ rows: 1, problem: null })
    expect((await make().state()).problem).toBeNull()
  })

  it('that shows only when the transaction ends leaves neither rows nor counts', async () => {
    const store = unwrap(await database())
    const begin = store.transaction.bind(store)
    const spy = vi.spyOn(store, 'transaction').mockImplementation((...args) => {
      const transaction = begin(...args)
      setTimeout(() => transaction.abort(), 0)
      return transaction
    })
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await log.record('facebook', Array.from({ length: 500 }, () => seen('A', 'unlisted')))
    spy.mockRestore()
    quiet.mockRestore()
    expect(await log.state()).toEqual({ rows: 0, since: null, problem: 'failed' })
    expect(await allRows(log)).toEqual([])
  })
})

describe('rows', () => {
  it('come newest first, in pages without gaps or repeats, whatever was deleted between them', async () => {
    await log.import(Array.from({ length: 950 }, (_, at) => newRow({ time: NOON - ((at * 7_919) % 950) * 60_000, advertiser: `A${at}` })))
    const first = await log.rows(NO_FILTER, null, 100)
    expect(first.more).toBe(true)
    const last = first.rows.at(-1)?.id ?? 0
    await log.delete(last)
    const rest: typeof first.rows = []
    for (let before = last, more = true; more; before = rest.at(-1)?.id ?? 0) {
      const page = await log.rows(NO_FILTER, before, 173)
      rest.push(...page.rows)
      more = page.more
    }
    const times = [...first.rows, ...rest].map(({ time }) => time)
    expect(times).toEqual(Array.from({ length: 950 }, (_, at) => NOON - at * 60_000))
  })

  it('that fill a page exactly have no more', async () => {
    await log.import(Array.from({ length: 10 }, (_, at) => newRow({ time: NOON + at })))
    expect(await log.rows(NO_FILTER, null, 10)).toMatchObject({ more: false })
    expect(await log.rows(NO_FILTER, null, 9)).toMatchObject({ more: true })
    expect(await log.rows(NO_FILTER, (await allRows(log)).at(-1)?.id ?? null, 9)).toEqual({ rows: [], more: false })
  })

  it('are filtered by text, status, site and days', async () => {
    await log.import([
      newRow({ time: NOON - 3 * DAY, advertiser: 'Éclair', entryName: null, domain: 'one.example', status: 'unlisted' }),
      newRow({ time: NOON - 2 * DAY, advertiser: 'Beta', entryName: 'Gamma Group', domain: null, site: 'x' }),
      newRow({ time: NOON - DAY, advertiser: 'Delta', entryName: null, domain: 'two.example', status: 'paused' }),
    ])
    const names = async (change: Partial<typeof NO_FILTER>) => (await allRows(log, { ...NO_FILTER, ...change }, 1)).map(({ advertiser }) => advertiser)
    expect(await names({})).toEqual(['Delta', 'Beta', 'Éclair'])
    expect(await names({ text: ' éCLAIR ' })).toEqual(['Éclair'])
    expect(await names({ text: 'gamma' })).toEqual(['Beta'])
    expect(await names({ text: '.EXAMPLE' })).toEqual(['Delta', 'Éclair'])
    expect(await names({ text: 'label' })).toEqual([])
    expect(await names({ status: 'paused' })).toEqual(['Delta'])
    expect(await names({ site: 'x' })).toEqual(['Beta'])
    expect(await names({ from: '2026-09-19' })).toEqual(['Delta', 'Beta'])
    expect(await names({ until: '2026-09-19' })).toEqual(['Beta', 'Éclair'])
    expect(await names({ from: '2026-09-19', until: '2026-09-19' })).toEqual(['Beta'])
    const backwards = { ...NO_FILTER, from: '2026-09-20', until: '2026-09-19' }
    expect(await names(backwards)).toEqual([])
    expect(await logTotals(log, backwards)).toEqual({ total: 0, days: [], sites: [] })
    // What only looks like a day.
    expect(await names({ from: '2026-99-99' })).toEqual([])
  })
})

describe('totals', () => {
  it('are by day, status and site, the same with a text as without', async () => {
    await log.import([newRow({ time: NOON - DAY }), newRow(), newRow({ time: NOON + 1, status: 'unlisted' }), newRow({ time: NOON + 2, site: 'x' })])
    const expected = { total: 4, days: [{ day: '2026-09-20', counts: { joined: 1 } }, { day: '2026-09-21', counts: { joined: 2, unlisted: 1 } }], sites: [{ site: 'facebook', count: 3 }, { site: 'x', count: 1 }] }
    expect(await logTotals(log, NO_FILTER)).toEqual(expected)
    expect(await logTotals(log, { ...NO_FILTER, text: 'acme' })).toEqual(expected)
    expect(await logTotals(log, { ...NO_FILTER, status: 'joined', site: 'facebook', from: '2026-09-21', until: '2026-09-21' })).toEqual({ total: 1, days: [{ day: '2026-09-21', counts: { joined: 1 } }], sites: [{ site: 'facebook', count: 1 }] })
  })

  it('of advertisers go by the entry’s name, the most first', async () => {
    await log.import([rowFor('Acme UK', 'Acme', 1), rowFor('Acme US', 'Acme', 2), rowFor('Beta', null, 3)])
    expect(await logAdvertisers(log, NO_FILTER)).toEqual({
      top: [{ advertiser: 'Acme', count: 2, counts: { joined: 2 } }, { advertiser: 'Beta', count: 1, counts: { joined: 1 } }],
      days: [{ day: '2026-09-21', advertiser: 'Acme', count: 2 }, { day: '2026-09-21', advertiser: 'Beta', count: 1 }],
      count: 2,
    })
  })
})

describe('forgetting', () => {
  it('takes whole days, and only those older than a person keeps', async () => {
    settings = { log: true, logDays: 365 }
    const rows = Array.from({ length: 12 }, (_, at) => [newRow({ time: NOON - at * DAY, site: 'x' }), newRow({ time: NOON - at * DAY + 3_600_000 })]).flat()
    expect(await log.import(rows)).toBe(24)
    settings = { log: true, logDays: 7 }
    await log.forget()
    const days = new Set((await allRows(log)).map(({ day }) => day))
    // Today and the seven days before it.
    expect([...days].toSorted()).toEqual(['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20', '2026-09-21'])
    expect(await log.state()).toMatchObject({ rows: 16, since: '2026-09-14' })
  })

  it('goes on while the log is off', async () => {
    await log.import([newRow({ time: NOON - 30 * DAY })])
    settings = { log: false, logDays: 7 }
    await log.forget()
    expect((await log.state()).rows).toBe(0)
  })
})

describe('a file’s rows', () => {
  it('are left out where they are there, and keep two ads of one advertiser apart', async () => {
    await log.record('facebook', [seen('A', 'unlisted'), seen('A', 'unlisted')])
    const rows = (await allRows(log)).map(withoutId)
    expect(await log.import(rows)).toBe(0)
    await log.clear()
    expect(await log.import(rows.slice(0, 1))).toBe(1)
    expect(await log.import([...rows, ...rows])).toBe(1)
    expect((await allRows(log)).map(withoutId)).toEqual(rows)
  })

  it('of the same moment as others get places of their own', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => newRow({ advertiser: `A${at}` }))
    expect(await log.import(rows)).toBe(30)
    expect(await log.import(rows.map((row) => ({ ...row, site: 'x' })))).toBe(30)
    expect((await log.state()).rows).toBe(60)
    expect(await allRows(log, NO_FILTER, 7)).toHaveLength(60)
  })

  it('that are too old, or whose day is not that of their moment, are left out', async () => {
    expect(await log.import([newRow({ time: NOON - 91 * DAY }), newRow({ day: '9999-99-99' }), newRow({ day: '2026-09-24' }), newRow({ day: '2026-09-22' })])).toBe(1)
    expect((await allRows(log)).map(({ day }) => day)).toEqual(['2026-09-22'])
  })
})

type Step = { kind: 'record'; ads: { site: string; status: BadgeLabel['status'] }[] } | { kind: 'delete'; at: number } | { kind: 'forget'; days: 7 | 30 | 90 } | { kind: 'import'; rows: NewRow[] } | { kind: 'wait'; days: number } | { kind: 'clear' }

const site = fc.constantFrom('facebook', 'x')
const status = fc.constantFrom(...LABEL_STATUSES)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('record' as const), ads: fc.array(fc.record({ site, status }), { maxLength: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('forget' as const), days: fc.constantFrom(7 as const, 30 as const, 90 as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), rows: fc.array(fc.record({ age: fc.nat(100), site, status, advertiser: fc.constantFrom('A', 'B') }).map(({ age, ...row }) => newRow({ ...row, time: NOON - age * DAY })), { maxLength: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const) }) },
)

async function run(one: Step): Promise<void> {
  if (one.kind === 'record') await Promise.all(one.ads.map((ad) => log.record(ad.site, [seen('A', ad.status)])))
  if (one.kind === 'delete') await log.delete((await allRows(log))[one.at]?.id ?? -1)
  if (one.kind === 'forget') {
    settings = { ...settings, logDays: one.days }
    await log.forget()
  }
  if (one.kind === 'import') await log.import(one.rows)
  if (one.kind === 'wait') now += one.days * DAY
  if (one.kind === 'clear') await log.clear()
}

it('counts of days are those of the rows, whatever happens and however it interleaves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, atOnce) => {
      now = NOON
      log = make()
      await log.clear()
      if (atOnce) await Promise.all(steps.map(run))
      else for (const one of steps) await run(one)
      const counted = new Map<string, number>()
      for (const row of await allRows(log, NO_FILTER, 5)) {
        const key = JSON.stringify([row.day, row.site, row.status])
        counted.set(key, (counted.get(key) ?? 0) + 1)
      }
      const kept = (await (await database()).getAll('days')).map((one) => [JSON.stringify([one.day, one.site, one.status]), one.count] as const)
      expect(new Map(kept)).toEqual(counted)
    }),
    { numRuns: 60 },
  )
})
