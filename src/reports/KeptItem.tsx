import { useRef, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { copyText, selectContents } from '../pages/clipboard.ts'
import { ConfirmButton } from '../pages/ConfirmButton.tsx'
import { type MessageKey, momentText, text } from '../pages/i18n.ts'
import { REPORT_MAIL, REPORT_URL } from '../shared/config.ts'
import type { KeptReport } from '../shared/messages.ts'
import { KeptSending } from './KeptSending.tsx'
import { openForm, type Opening } from './open-form.ts'
import { type Mailing, openMail } from './open-mail.ts'
import { saveReport } from './save-report.ts'
import { SendingState } from './SendingState.tsx'
import { wholeText } from './whole-text.ts'

const OPENED: Record<Opening, MessageKey> = {
  filled: 'keptOpenedForm',
  paste: 'keptOpenedPaste',
  'by-hand': 'keptOpenedByHand',
  failed: 'keptNotOpenedForm',
}

const MAILED: Record<Mailing, MessageKey> = {
  filled: 'keptMailed',
  paste: 'keptMailedPaste',
  'by-hand': 'keptMailedByHand',
}

interface KeptItemProps {
  report: KeptReport
  onDeleted: () => void
}

/** One kept report and what can be done with it. */
export function KeptItem({ report, onDeleted }: KeptItemProps) {
  const [outcome, setOutcome] = useState<MessageKey | null>(null)
  const detailsRef = useRef<HTMLDetailsElement>(null)
  const bodyRef = useRef<HTMLPreElement>(null)
  const titleId = `report-${report.id}`
  // It may have been received just then, which its state tells.
  const told = outcome === 'keptCalledOff' && report.sending !== null ? null : outcome

  function show(): void {
    if (detailsRef.current) detailsRef.current.open = true
  }

  function selectText(): void {
    show()
    selectContents(bodyRef.current)
  }

  async function open(): Promise<void> {
    const opening = await openForm(report)
    setOutcome(OPENED[opening])
    if (opening === 'by-hand') selectText()
  }

  async function mail(): Promise<void> {
    const mailing = await openMail(report)
    setOutcome(MAILED[mailing])
    if (mailing === 'by-hand') selectText()
  }

  async function copy(): Promise<void> {
    const copied = await copyText(wholeText(report))
    setOutcome(copied ? 'copied' : 'reportNotCopied')
    if (!copied) selectText()
  }

  async function remove(): Promise<void> {
    const deleted = await ask('report:delete', { id: report.id }).then(({ ok }) => ok, () => false)
    if (deleted) onDeleted()
    else setOutcome('notDeleted')
  }

  return (
    <li class="kept" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <bdi>{report.title}</bdi>
      </h3>
      <p class="small soft">
        {text('keptCreated', momentText(report.created))}
        {REPORT_URL && ` · ${report.opened ? text('keptOpened', momentText(report.opened)) : text('keptNotOpened')}`}
      </p>
      <SendingState sending={report.sending} />
      <details ref={detailsRef}>
        <summary>{text('keptText')}</summary>
        <pre class="report-text" ref={bodyRef} tabIndex={-1} dir="auto">
          {wholeText(report)}
        </pre>
      </details>
      <KeptSending report={report} describedBy={titleId} onShow={show} onOutcome={setOutcome} />
      <div class="actions">
        {REPORT_URL && (
          <button type="button" aria-describedby={titleId} onClick={() => void open()}>
            {text(report.opened ? 'keptOpenAgain' : 'keptOpen')}
          </button>
        )}
        {REPORT_MAIL && (
          <button type="button" aria-describedby={titleId} onClick={() => void mail()}>
            {text('keptMail')}
          </button>
        )}
        <button type="button" aria-describedby={titleId} onClick={() => void copy()}>
          {text('copy')}
        </button>
        <button type="button" aria-describedby={titleId} onClick={() => saveReport(report)}>
          {text('saveAsFile')}
        </button>
        <ConfirmButton label={text('delete')} question={text('keptDeleteSure')} keep={text('keepIt')} describedBy={titleId} onConfirm={() => void remove()} />
      </div>
      <output class="outcome">{told && text(told, REPORT_MAIL)}</output>
    </li>
  )
}
