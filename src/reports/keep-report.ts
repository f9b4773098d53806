import { ask } from '../pages/ask.ts'
import type { KeptReport, ReportDraft } from '../shared/messages.ts'

export type Keeping = { kept: KeptReport } | { kept: null; full: boolean }

/** Keeps a report; never throws, because what failed must be told beside what was typed. */
export async function keepReport(draft: ReportDraft): Promise<Keeping> {
  try {
    const outcome = await ask('report:keep', draft)
    if (outcome.ok && outcome.report) return { kept: outcome.report }
    return { kept: null, full: !outcome.ok && outcome.error === 'full' }
  } catch {
    return { kept: null, full: false }
  }
}
