import type { Match } from '../list/types.ts'
import { tellChange } from '../shared/changes.ts'
import type { LogFilter, LogRow, LogState } from '../shared/log.ts'
import type { SeenAd } from '../shared/messages.ts'
import { isShown, parseSettings } from '../shared/settings.ts'
import { database, isFull } from './database.ts'
import { taker } from './log-filter.ts'
import { idBounds, isOnDay } from './log-id.ts'
import type { ListFinder } from './list-finder.ts'
import { dayOf, matchesOf, type NewRow, rowOf } from './log-row.ts'
import { addRows, deleteAll, deleteBefore, deleteRow } from './log-store.ts'

/** Rows that are read at once while searching; each batch is one request to the database. */
const BATCH = 2_000
/** Of a first batch, since a page is waiting for it. */
const FIRST_BATCH = 200

/** What the log is told about, and by. */
export interface AdLogOptions {
  /** As stored. */
  settings: () => Promise<unknown>
  /** Looks up as pages do; null while there is nothing to look up in. */
  finder: () => Promise<ListFinder | null>
  /** What went wrong last, for as long as the browser runs: the background is stopped again and again. */
  problem: { read: () => Promise<unknown>; write: (problem: LogState['problem']) => Promise<void> }
  version: string
  now: () => Date
}

/**
 * The ads that were labelled, as evidence: on this device, and only once a person has switched it on.
 * Whoever calls it leaves private windows out.
 */
export class AdLog {
  readonly #options: AdLogOptions
  #problem: LogState['problem'] | undefined
  #finder: Promise<ListFinder | null> | null = null
  #last = 0

  constructor(options: AdLogOptions) {
    this.#options = options
  }

  /** Writes down those whose label is shown. */
  async record(site: string, seen: readonly SeenAd[]): Promise<void> {
    if (seen.length === 0) return
    const stored = await this.#options.settings()
    if (!parseSettings(stored).log) return
    const shown = seen.filter(({ label }) => isShown(stored, site, label.status))
    if (shown.length === 0) return
    const matches = await this.#matchesOf(shown, site)
    await this.#write(shown.map((ad) => rowOf(ad, this.#nextMoment(), { site, match: matches.get(ad), version: this.#options.version })))
  }

  async #matchesOf(shown: readonly SeenAd[], site: string): Promise<Map<SeenAd, Match | undefined>> {
    const listed = shown.filter(({ label }) => label.entry !== null)
    const finder = listed.length > 0 ? await this.#openFinder() : null
    const matches = finder ? await matchesOf(listed, site, finder).catch(() => []) : []
    return new Map(listed.map((ad, at) => [ad, matches[at]]))
  }

  /** Lists have changed: what is remembered of them is let go. */
  listsChanged(): void {
    this.#finder = null
  }

  /**
   * Adds rows of a file. Left out are those that are there already, those that are older than a person wants to keep, and
   * those whose day can't be that of their moment.
   */
  async import(rows: readonly NewRow[]): Promise<number> {
    const first = await this.#firstDay()
    const usable = rows.filter(({ time, day }) => day >= first && isOnDay(time, day)).toSorted((a, b) => a.time - b.time)
    const added = await addRows(await database(), usable, (there) => {
      const known = new Set(there.map(identityOf))
      return (row) => !known.has(identityOf(row)) && known.add(identityOf(row)) !== null
    })
    if (added > 0) tellChange('log')
    return added
  }

  /** The newest first. @param before an id; null begins with the newest */
  async rows(filter: LogFilter, before: number | null, limit: number): Promise<{ rows: LogRow[]; more: boolean }> {
    const found: LogRow[] = []
    // Where every row is taken, one more than is wanted tells whether there are more.
    for await (const batch of this.#matching(filter, before, Math.max(FIRST_BATCH, limit + 1))) {
      found.push(...batch)
      if (found.length > limit) break
    }
    return { rows: found.slice(0, limit), more: found.length > limit }
  }

  /** All rows that a filter takes, in batches, the newest first. */
  matching(filter: LogFilter): AsyncGenerator<LogRow[]> {
    return this.#matching(filter, null, BATCH)
  }

  async *#matching(filter: LogFilter, before: number | null, first: number): AsyncGenerator<LogRow[]> {
    const store = await database()
    const takes = taker(filter)
    const [least, most] = idBounds(filter.from, filter.until)
    let size = first
    for (let after = Math.max(least, before ?? -Infinity); after < most; size = BATCH) {
      const rows = await store.getAll('ads', IDBKeyRange.bound(after, most, true, false), size)
      yield rows.filter(takes)
      const last = rows.at(-1)
      if (!last || rows.length < size) return
      after = last.id
    }
  }

  async delete(id: number): Promise<void> {
    await deleteRow(await database(), id)
    tellChange('log')
  }

  async clear(): Promise<void> {
    await deleteAll(await database())
    await this.#setProblem(null)
    tellChange('log')
  }

  /** Deletes what is older than a person wants to keep. */
  async forget(): Promise<void> {
    if ((await deleteBefore(await database(), await this.#firstDay())) > 0) tellChange('log')
  }

  async state(): Promise<LogState> {
    const days = await (await database()).getAll('days')
    return { rows: days.reduce((sum, { count }) => sum + count, 0), since: days[0]?.day ?? null, problem: await this.#readProblem() }
  }

  async #write(rows: readonly NewRow[]): Promise<void> {
    try {
      await addRows(await database(), rows)
      await this.#setProblem(null)
    } catch (error) {
      console.warn('AdPledge: ads could not be written down', error)
      await this.#setProblem(isFull(error) ? 'full' : 'failed')
    }
    tellChange('log')
  }

  async #setProblem(problem: LogState['problem']): Promise<void> {
    if ((await this.#readProblem()) === problem) return
    this.#problem = problem
    await this.#options.problem.write(problem).catch(() => undefined)
  }

  async #readProblem(): Promise<LogState['problem']> {
    if (this.#problem === undefined) {
      const stored = await this.#options.problem.read().catch(() => null)
      this.#problem ??= stored === 'full' || stored === 'failed' ? stored : null
    }
    return this.#problem
  }

  /** Each row has a moment of its own, by which it can be cited and told from others in a file. */
  #nextMoment(): Date {
    this.#last = Math.max(this.#options.now().getTime(), this.#last + 1)
    return new Date(this.#last)
  }

  async #firstDay(): Promise<string> {
    const { logDays } = parseSettings(await this.#options.settings())
    const now = this.#options.now()
    return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - logDays))
  }

  /** Reading the lists takes long beside writing a row, so they are kept for as long as they don't change. */
  #openFinder(): Promise<ListFinder | null> {
    this.#finder ??= this.#options.finder().catch(() => null)
    const opening = this.#finder
    void opening.then((finder) => {
      if (!finder && this.#finder === opening) this.#finder = null
    })
    return opening
  }
}

/** Two rows of the same moment, site and advertiser are one that came twice. */
function identityOf({ time, site, advertiser, domain, label }: NewRow): string {
  return JSON.stringify([time, site, advertiser, domain, label])
}
