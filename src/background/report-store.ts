import * as v from 'valibot'
import browser from 'webextension-polyfill'
import type { KeptReport, Outcome, ReportDraft, ReportSubject } from '../shared/messages.ts'
import { REPORTS_KEY } from '../shared/storage-keys.ts'
import type { Mutex } from './mutex.ts'

/** Most reports kept; the person is told before one would be lost. */
const MOST_REPORTS = 500

const keptReport = v.object({
  id: v.string(),
  kind: v.picklist(['missing', 'mistake', 'broken']),
  title: v.string(),
  body: v.string(),
  created: v.string(),
  opened: v.nullable(v.string()),
})

/** Reports are kept here before anything else happens to them, until the person deletes them. */
export class ReportStore {
  readonly #mutex: Mutex

  constructor(mutex: Mutex) {
    this.#mutex = mutex
  }

  /** Newest first; what isn't a report is left out. */
  async list(): Promise<KeptReport[]> {
    return (await this.#read()).toReversed()
  }

  keep(draft: ReportDraft): Promise<Outcome & { report?: KeptReport }> {
    const report: KeptReport = { ...draft, id: crypto.randomUUID(), created: new Date().toISOString(), opened: null }
    return this.#change((reports) => {
      if (reports.length >= MOST_REPORTS) throw new Error('full')
      return [...reports, report]
    }).then((outcome) => (outcome.ok ? { ...outcome, report } : outcome))
  }

  opened(id: string): Promise<Outcome> {
    return this.#change((reports) => reports.map((report) => (report.id === id ? { ...report, opened: new Date().toISOString() } : report)))
  }

  delete(id: string): Promise<Outcome> {
    return this.#change((reports) => reports.filter((report) => report.id !== id))
  }

  async #read(): Promise<KeptReport[]> {
    const stored = (await browser.storage.local.get(REPORTS_KEY))[REPORTS_KEY]
    if (!Array.isArray(stored)) return []
    return stored.flatMap((item) => {
      const result = v.safeParse(keptReport, item)
      return result.success ? [result.output] : []
    })
  }

  #change(change: (reports: KeptReport[]) => KeptReport[]): Promise<Outcome> {
    return this.#mutex.run(async () => {
      try {
        await browser.storage.local.set({ [REPORTS_KEY]: change(await this.#read()) })
        return { ok: true }
      } catch (error) {
        return { ok: false, error: (error as Error).message }
      }
    })
  }
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
