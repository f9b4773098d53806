import { useRef, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { copyText } from '../pages/clipboard.ts'
import { type MessageKey, text } from '../pages/i18n.ts'
import { REPORT_MAIL } from '../shared/config.ts'
import type { KeptReport, ReportDraft } from '../shared/messages.ts'
import { allowSending } from './allow-sending.ts'
import { keepReport } from './keep-report.ts'
import { openForm, type Opening } from './open-form.ts'
import { type Mailing, openMail } from './open-mail.ts'
import { saveReport } from './save-report.ts'
import { wholeText } from './whole-text.ts'

export type Way = 'send' | 'open' | 'mail' | 'copy' | 'save' | 'copy-only'

const OPENED: Record<Opening, MessageKey> = {
  filled: 'reportKeptOpened',
  paste: 'reportKeptOpenedPaste',
  'by-hand': 'reportKeptOpenedByHand',
  failed: 'reportKeptNotOpened',
}

const MAILED: Record<Mailing, MessageKey> = {
  filled: 'reportKeptMailed',
  paste: 'reportKeptMailedPaste',
  'by-hand': 'reportKeptMailedByHand',
}

export interface Delivery {
  /** What came of it, to be told; null again once the report is another one. */
  outcome: string | null
  /** The report could not be kept, so copying it is all that is left. */
  keepFailed: boolean
  /** Id of what was handed over to be sent; null again once the report is another one. */
  sent: string | null
  deliver: (way: Way) => Promise<void>
}

/** @param onNotCopied called when the text must be copied by hand */
export function useDelivery(draft: ReportDraft, onNotCopied: () => void): Delivery {
  const [outcome, setOutcome] = useState<{ of: string; message: string; sent: string | null } | null>(null)
  const [keepFailed, setKeepFailed] = useState(false)
  const keptRef = useRef<KeptReport | null>(null)
  const runningRef = useRef(false)
  const whole = wholeText(draft)

  function tell(message: MessageKey, sent: string | null = null): void {
    setOutcome({ of: whole, message: text(message, REPORT_MAIL), sent })
  }

  /** The same report handed over twice is kept once. */
  async function keep(): Promise<KeptReport | null> {
    if (keptRef.current && wholeText(keptRef.current) === whole) return keptRef.current
    const keeping = await keepReport(draft)
    keptRef.current = keeping.kept
    setKeepFailed(!keeping.kept)
    if (!keeping.kept) tell(keeping.why)
    return keeping.kept
  }

  async function send({ id }: KeptReport): Promise<void> {
    const sent = await ask('report:send', { id }).then(({ ok }) => ok, () => false)
    tell(sent ? 'reportKeptSent' : 'reportKeptNotSent', sent ? id : null)
  }

  async function open(report: KeptReport): Promise<void> {
    const opening = await openForm(report)
    tell(OPENED[opening])
    if (opening === 'by-hand') onNotCopied()
  }

  async function mail(report: KeptReport): Promise<void> {
    const mailing = await openMail(report)
    tell(MAILED[mailing])
    if (mailing === 'by-hand') onNotCopied()
  }

  async function copy(copied: MessageKey, notCopied: MessageKey): Promise<void> {
    const done = await copyText(whole)
    tell(done ? copied : notCopied)
    if (!done) onNotCopied()
  }

  async function deliver(way: Way): Promise<void> {
    if (way === 'copy-only') return copy('copied', 'reportNotCopied')
    // Asked in the very press; meanwhile it is kept, whatever the answer.
    const allowing = way === 'send' || way === 'open' ? allowSending() : null
    const report = await keep()
    if (!report) return
    if (allowing !== null && !(await allowing)) return tell(way === 'send' ? 'reportKeptNotSent' : 'reportKeptNotOpened')
    if (way === 'send') return send(report)
    if (way === 'open') return open(report)
    if (way === 'mail') return mail(report)
    if (way === 'copy') return copy('reportKeptCopied', 'reportKeptNotCopied')
    saveReport(report)
    tell('reportKeptSaved')
  }

  return {
    outcome: outcome?.of === whole ? outcome.message : null,
    keepFailed,
    sent: outcome?.of === whole ? outcome.sent : null,
    async deliver(way) {
      // A second press while the first is under way would keep it twice.
      if (runningRef.current) return
      runningRef.current = true
      await deliver(way).finally(() => (runningRef.current = false))
    },
  }
}
