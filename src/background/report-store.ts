import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { tellChange } from '../shared/changes.ts'
import type { KeptReport, Outcome, ReportDraft, ReportSubject } from '../shared/messages.ts'
import { keptReport } from '../shared/kept-schemas.ts'
import { REPORTS_KEY } from '../shared/storage-keys.ts'
import { database, isFull } from './database.ts'
import type { Mutex } from './mutex.ts'

/** Most reports kept; the person is told before one would be lost. */
const MOST_REPORTS = 500

/** Reports are kept here before anything else happens to them, until the person deletes them. */
export class ReportStore {
  readonly #mutex: Mutex
  #moved: Promise<void> | null = null

  constructor(mutex: Mutex) {
    this.#mutex = mutex
  }

  /** Newest first. */
  async list(): Promise<KeptReport[]> {
    await this.#moveOld()
    return (await (await database()).getAllFromIndex('reports', 'created')).toReversed()
  }

  keep(draft: ReportDraft): Promise<Outcome & { report?: KeptReport }> {
    const report: KeptReport = { ...draft, id: crypto.randomUUID(), created: new Date().toISOString(), opened: null, sending: null }
    return this.#change(async () => {
      await this.#moveOld()
      const store = await database()
      if ((await store.count('reports')) >= MOST_REPORTS) throw new Error('full')
      await store.add('reports', report)
    }).then((outcome) => (outcome.ok ? { ...outcome, report } : outcome))
  }

  /** Adds reports of a file; those that are here already stay as they are. None goes out for that: sending one is a press of a button. */
  import(reports: readonly KeptReport[]): Promise<Outcome> {
    return this.#change(async () => {
      await this.#moveOld()
      const here = new Set(await (await database()).getAllKeys('reports'))
      const fresh = new Map(reports.filter(({ id }) => !here.has(id)).map((report) => [report.id, report.sending?.state === 'waiting' ? { ...report, sending: null } : report]))
      if (here.size + fresh.size > MOST_REPORTS) throw new Error('full')
      await addNew([...fresh.values()])
    })
  }

  opened(id: string): Promise<Outcome> {
    return this.update(id, () => ({ opened: new Date().toISOString() }))
  }

  async get(id: string): Promise<KeptReport | null> {
    await this.#moveOld()
    return (await (await database()).get('reports', id)) ?? null
  }

  /** Changes a report that is still there. */
  update(id: string, change: (report: KeptReport) => Partial<KeptReport>): Promise<Outcome> {
    return this.#change(async () => {
      await this.#moveOld()
      const { store, done } = (await database()).transaction('reports', 'readwrite')
      const report = await store.get(id)
      await Promise.all([report && store.put({ ...report, ...change(report) }), done])
    })
  }

  delete(id: string): Promise<Outcome> {
    return this.#change(async () => (await database()).delete('reports', id))
  }

  clear(): Promise<Outcome> {
    return this.#change(async () => (await database()).clear('reports'))
  }

  /** Earlier versions kept reports in storage.local; they leave it only when they are all here. */
  #moveOld(): Promise<void> {
    this.#moved ??= this.#move().catch((error: unknown) => {
      this.#moved = null
      throw error
    })
    return this.#moved
  }

  async #move(): Promise<void> {
    const stored = (await browser.storage.local.get(REPORTS_KEY))[REPORTS_KEY]
    if (!Array.isArray(stored)) return
    const old = stored.flatMap((item: unknown) => {
      const result = v.safeParse(keptReport, typeof item === 'object' ? { sending: null, ...item } : item)
      return result.success ? [result.output] : []
    })
    await addNew(old)
    await browser.storage.local.remove(REPORTS_KEY)
  }

  #change(change: () => Promise<void>): Promise<Outcome> {
    return this.#mutex.run(async () => {
      try {
        await change()
        tellChange('reports')
        return { ok: true }
      } catch (error) {
        return { ok: false, error: isFull(error) ? 'quota' : error instanceof Error ? error.message : 'failed' }
      }
    })
  }
}

/** All that aren't here yet, or none: those that are may have been sent meanwhile. */
async function addNew(reports: readonly KeptReport[]): Promise<void> {
  const { store, done } = (await database()).transaction('reports', 'readwrite')
  await Promise.all([...reports.map(async (report) => (await store.getKey(report.id)) === undefined && store.put(report)), done])
}

const SUBJECT_PREFIX = 'subject:'

/** Hands what a report is about to the page that opens for it; gone with the browser session. */
export async function keepSubject(subject: ReportSubject): Promise<string> {
  const id = crypto.randomUUID()
  await browser.storage.session.set({ [SUBJECT_PREFIX + id]: subject })
  return id
}

export async function subjectById(id: string): Promise<ReportSubject | null> {
  const stored = await browser.storage.session.get(SUBJECT_PREFIX + id)
  return (stored[SUBJECT_PREFIX + id] as ReportSubject | undefined) ?? null
}
