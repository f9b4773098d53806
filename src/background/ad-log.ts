import { openIndex } from '../list/lookup.ts'
import { domainOf } from '../list/domains.ts'
import { type CompiledIndex, EVIDENCE_KINDS, type Lookup, type Match } from '../list/types.ts'
import { tellChange } from '../shared/changes.ts'
import type { LogFilter, LogRow, LogState } from '../shared/log.ts'
import type { SeenAd } from '../shared/messages.ts'
import { isShown, parseSettings } from '../shared/settings.ts'
import { type Database, database, isFull } from './database.ts'
import { takes } from './log-filter.ts'

/** Rows that are read at once while searching; each batch is one request to the database. */
const BATCH = 2_000

/** What the log is told about, and by. */
export interface AdLogOptions {
  /** As stored. */
  settings: () => Promise<unknown>
  /** The index that pages look up in; null while there is none. */
  index: () => Promise<CompiledIndex | null>
  version: string
  now: () => Date
}

/**
 * The ads that were labelled, as evidence: on this device, and only once a person has switched it on.
 * Whoever calls it leaves private windows out.
 */
export class AdLog {
  readonly #options: AdLogOptions
  #problem: LogState['problem'] = null
  #lookup: { of: CompiledIndex; lookup: Lookup } | null = null

  constructor(options: AdLogOptions) {
    this.#options = options
  }

  /** Writes down those whose label is shown. */
  async record(site: string, seen: readonly SeenAd[]): Promise<void> {
    if (seen.length === 0) return
    const stored = await this.#options.settings()
    if (!parseSettings(stored).log) return
    const shown = seen.filter(({ label }) => isShown(stored, site, label.status))
    const lookup = await this.#openLookup()
    const now = this.#options.now()
    await this.#write(shown.map((ad) => this.#rowOf(ad, site, lookup, now)))
  }

  /** Adds rows of a file; those that are there already are left out. */
  async import(rows: readonly Omit<LogRow, 'id'>[]): Promise<number> {
    const store = await database()
    const fresh: Omit<LogRow, 'id'>[] = []
    const there = new Map<string, Set<string>>()
    for (const row of rows) {
      let known = there.get(row.day)
      if (!known) there.set(row.day, (known = new Set((await store.getAllFromIndex('ads', 'day', row.day)).map(identityOf))))
      if (!known.has(identityOf(row))) fresh.push(row)
      known.add(identityOf(row))
    }
    await add(store, fresh)
    tellChange('log')
    return fresh.length
  }

  /** The newest first. @param before an id; null begins with the newest */
  async rows(filter: LogFilter, before: number | null, limit: number): Promise<{ rows: LogRow[]; more: boolean }> {
    const found: LogRow[] = []
    for await (const batch of this.#batches(before)) {
      for (const row of batch) {
        if (!takes(filter, row)) continue
        if (found.length === limit) return { rows: found, more: true }
        found.push(row)
      }
    }
    return { rows: found, more: false }
  }

  /** Rows in batches, the newest first. */
  async *#batches(before: number | null): AsyncGenerator<LogRow[]> {
    const store = await database()
    const newest = await store.transaction('ads').store.openKeyCursor(null, 'prev')
    const oldest = await store.transaction('ads').store.openKeyCursor(null, 'next')
    if (!newest || !oldest) return
    // A first one that is small, since a page is waiting for it; ids of deleted rows are gaps.
    let size = 200
    let upper = Math.min(newest.key, (before ?? Infinity) - 1)
    while (upper >= oldest.key) {
      const rows = (await store.getAll('ads', IDBKeyRange.bound(upper - size + 1, upper))) as LogRow[]
      yield rows.toReversed()
      upper -= size
      size = BATCH
    }
  }

  /** All rows that a filter takes, in batches. */
  async *matching(filter: LogFilter): AsyncGenerator<LogRow[]> {
    for await (const batch of this.#batches(null)) yield batch.filter((row) => takes(filter, row))
  }

  async delete(id: number): Promise<void> {
    const store = await database()
    const { ads, days, done } = change(store)
    const row = await ads.get(id)
    if (row) {
      const key: [string, string, LogRow['status']] = [row.day, row.site, row.status]
      const left = ((await days.get(key))?.count ?? 0) - 1
      await Promise.all([ads.delete(id), left > 0 ? days.put({ day: row.day, site: row.site, status: row.status, count: left }) : days.delete(key)])
    }
    await done
    tellChange('log')
  }

  async clear(): Promise<void> {
    const { ads, days, done } = change(await database())
    await Promise.all([ads.clear(), days.clear(), done])
    this.#problem = null
    tellChange('log')
  }

  /** Deletes what is older than a person wants to keep; whole days, so that totals stay true. */
  async forget(): Promise<void> {
    const { logDays } = parseSettings(await this.#options.settings())
    const now = this.#options.now()
    const first = dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - logDays))
    const { ads, days, done } = change(await database())
    const old = IDBKeyRange.upperBound(first, true)
    let changed = false
    for (let cursor = await ads.index('day').openKeyCursor(old); cursor; cursor = await cursor.continue()) {
      changed = true
      void ads.delete(cursor.primaryKey)
    }
    void days.delete(IDBKeyRange.bound([''], [first], false, true))
    await done
    if (changed) tellChange('log')
  }

  async state(): Promise<LogState> {
    const store = await database()
    const oldest = await store.transaction('ads').store.index('day').openKeyCursor()
    return { rows: await store.count('ads'), since: oldest?.key ?? null, problem: this.#problem }
  }

  async #write(rows: readonly Omit<LogRow, 'id'>[]): Promise<void> {
    if (rows.length === 0) return
    try {
      await add(await database(), rows)
      this.#problem = null
    } catch (error) {
      this.#problem = isFull(error) ? 'full' : 'failed'
      console.warn('AdPledge: ads could not be written down', error)
    }
    tellChange('log')
  }

  async #openLookup(): Promise<Lookup | null> {
    const index = await this.#options.index().catch(() => null)
    if (!index) return null
    if (this.#lookup?.of.hash !== index.hash) this.#lookup = { of: index, lookup: openIndex(index) }
    return this.#lookup.lookup
  }

  #rowOf({ advertiser, label }: SeenAd, site: string, lookup: Lookup | null, now: Date): Omit<LogRow, 'id'> {
    const found = label.entry === null ? [] : (lookup?.find({ ...advertiser, platform: site }) ?? [])
    // As on the badge: what is on record about this platform comes first.
    const match = found.toSorted((a, b) => Number(b.list.platforms.includes(site)) - Number(a.list.platforms.includes(site)))[0]
    const name = advertiser.name ?? advertiser.page ?? domainOf(advertiser) ?? ''
    return {
      time: now.getTime(),
      day: dayOf(now),
      site,
      advertiser: name.slice(0, 400),
      page: advertiser.page?.slice(0, 400) ?? null,
      domain: domainOf(advertiser)?.slice(0, 253) ?? null,
      status: label.status,
      label: label.text,
      entry: label.entry,
      entryName: label.entryName,
      list: match?.list.id ?? null,
      listUpdated: match?.list.updated || null,
      level: match?.level ?? null,
      evidence: match ? evidenceOf(match) : '',
      extension: this.#options.version,
    }
  }
}

/** Rows and totals change together, or neither does. */
function change(store: Database) {
  const all = store.transaction(['ads', 'days'], 'readwrite')
  return { ads: all.objectStore('ads'), days: all.objectStore('days'), done: all.done }
}

async function add(store: Database, rows: readonly Omit<LogRow, 'id'>[]): Promise<void> {
  const { ads, days, done } = change(store)
  const counts = new Map<string, [string, string, LogRow['status'], number]>()
  for (const row of rows) {
    void ads.add(row)
    const key = JSON.stringify([row.day, row.site, row.status])
    counts.set(key, [row.day, row.site, row.status, (counts.get(key)?.[3] ?? 0) + 1])
  }
  for (const [day, site, status, count] of counts.values()) {
    const before = (await days.get([day, site, status]))?.count ?? 0
    void days.put({ day, site, status, count: before + count })
  }
  await done
}

/** The device's calendar day. */
export function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Two rows of the same moment, site and advertiser are one that came twice. */
function identityOf({ time, site, advertiser, domain, label }: Omit<LogRow, 'id'>): string {
  return JSON.stringify([time, site, advertiser, domain, label])
}

function evidenceOf({ evidence }: Match): string {
  const words = evidence.map(([kind, value]) => `${EVIDENCE_KINDS[kind] ?? '?'}${value ? ` ${value}` : ''}`)
  return words.join('; ').slice(0, 2_000)
}
