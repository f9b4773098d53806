import { useRef, useState } from 'preact/hooks'
import { copyText } from '../pages/clipboard.ts'
import type { MessageKey } from '../pages/i18n.ts'
import type { KeptReport, ReportDraft } from '../shared/messages.ts'
import { keepReport } from './keep-report.ts'
import { openForm, type Opening } from './open-form.ts'
import { saveReport } from './save-report.ts'
import { wholeText } from './whole-text.ts'

export type Way = 'open' | 'copy' | 'save' | 'copy-only'

const OPENED: Record<Opening, MessageKey> = {
  filled: 'reportKeptOpened',
  paste: 'reportKeptOpenedPaste',
  'by-hand': 'reportKeptOpenedByHand',
  failed: 'reportKeptNotOpened',
}

export interface Delivery {
  /** What came of it, to be told; null again once the report is another one. */
  outcome: MessageKey | null
  /** The report could not be kept, so copying it is all that is left. */
  keepFailed: boolean
  deliver: (way: Way) => Promise<void>
}

/** @param onNotCopied called when the text must be copied by hand */
export function useDelivery(draft: ReportDraft, onNotCopied: () => void): Delivery {
  const [outcome, setOutcome] = useState<{ of: string; message: MessageKey } | null>(null)
  const [keepFailed, setKeepFailed] = useState(false)
  const keptRef = useRef<KeptReport | null>(null)
  const runningRef = useRef(false)
  const whole = wholeText(draft)

  function tell(message: MessageKey): void {
    setOutcome({ of: whole, message })
  }

  /** The same report handed over twice is kept once. */
  async function keep(): Promise<KeptReport | null> {
    if (keptRef.current && wholeText(keptRef.current) === whole) return keptRef.current
    const keeping = await keepReport(draft)
    keptRef.current = keeping.kept
    setKeepFailed(!keeping.kept)
    if (!keeping.kept) tell(keeping.full ? 'reportFull' : 'reportNotKept')
    return keeping.kept
  }

  async function open(report: KeptReport): Promise<void> {
    const opening = await openForm(report)
    tell(OPENED[opening])
    if (opening === 'by-hand') onNotCopied()
  }

  async function copy(copied: MessageKey, notCopied: MessageKey): Promise<void> {
    const done = await copyText(whole)
    tell(done ? copied : notCopied)
    if (!done) onNotCopied()
  }

  async function deliver(way: Way): Promise<void> {
    if (way === 'copy-only') return copy('reportCopied', 'reportNotCopied')
    const report = await keep()
    if (!report) return
    if (way === 'open') return open(report)
    if (way === 'copy') return copy('reportKeptCopied', 'reportKeptNotCopied')
    saveReport(report)
    tell('reportKeptSaved')
  }

  return {
    outcome: outcome?.of === whole ? outcome.message : null,
    keepFailed,
    async deliver(way) {
      // A second press while the first is under way would keep it twice.
      if (runningRef.current) return
      runningRef.current = true
      await deliver(way).finally(() => (runningRef.current = false))
    },
  }
}
