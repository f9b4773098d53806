import { ask } from '../pages/ask.ts'
import type { MessageKey } from '../pages/i18n.ts'
import type { KeptReport, ReportDraft } from '../shared/messages.ts'

/** `why`: what a person is told. */
export type Keeping = { kept: KeptReport } | { kept: null; why: MessageKey }

/** Keeps a report; never throws, because what failed must be told beside what was typed. */
export async function keepReport(draft: ReportDraft): Promise<Keeping> {
  try {
    const outcome = await ask('report:keep', draft)
    if (outcome.ok && outcome.report) return { kept: outcome.report }
    return { kept: null, why: outcome.ok ? 'reportNotKept' : whyNot(outcome.error) }
  } catch {
    return { kept: null, why: 'reportNotKept' }
  }
}

function whyNot(error: string): MessageKey {
  if (error === 'full') return 'reportFull'
  return error === 'quota' ? 'reportQuota' : 'reportNotKept'
}
