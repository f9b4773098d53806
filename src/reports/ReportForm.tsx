import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { selectContents } from '../pages/clipboard.ts'
import { text } from '../pages/i18n.ts'
import { REPORT_URL } from '../shared/config.ts'
import type { ReportSubject, TabAd } from '../shared/messages.ts'
import { AdPicker } from './AdPicker.tsx'
import { formAddress } from './form-address.ts'
import { MissingFields } from './MissingFields.tsx'
import { MistakeFields } from './MistakeFields.tsx'
import { Preview } from './Preview.tsx'
import { reportText } from './report-text.ts'
import { useDelivery, type Way } from './use-delivery.ts'
import { wholeText } from './whole-text.ts'

interface ReportFormProps {
  /** What it starts with. */
  about: ReportSubject
  /** Ads that can be picked instead of typing a name. */
  ads?: readonly TabAd[]
}

/** Where a report is written, seen as a whole, kept, and taken to where it is sent. */
export function ReportForm({ about, ads = [] }: ReportFormProps) {
  const [subject, setSubject] = useState(about)
  const [note, setNote] = useState('')
  const [picked, setPicked] = useState('')
  const formRef = useRef<HTMLFormElement>(null)
  const previewRef = useRef<HTMLPreElement>(null)
  useEffect(() => formRef.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])

  const draft = reportText(subject, note, { text, version: browser.runtime.getManifest().version })
  const { outcome, keepFailed, deliver } = useDelivery(draft, () => selectContents(previewRef.current))

  function pick(key: string, ad: TabAd | null): void {
    setPicked(key)
    setSubject(ad ? { ...about, advertiser: ad.advertiser, pageUrl: ad.pageUrl, domain: ad.domain, label: ad.text } : about)
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const button = event.submitter
    if (button instanceof HTMLButtonElement) void deliver(button.value as Way)
  }

  return (
    <form id="report-form" class="report-form" ref={formRef} onSubmit={submit}>
      {ads.length > 0 && <AdPicker picked={picked} ads={ads} onPick={pick} />}
      {subject.kind === 'missing' ? (
        <MissingFields subject={subject} note={note} onSubject={setSubject} onNote={setNote} />
      ) : (
        <MistakeFields subject={subject} note={note} onNote={setNote} />
      )}
      <Preview content={wholeText(draft)} contentRef={previewRef} />
      <p class="small soft">{text(REPORT_URL ? 'reportNothingYet' : 'reportNothingYetCopy')}</p>
      {REPORT_URL && !formAddress(REPORT_URL, draft).withBody && <p class="small">{text('reportTooLong')}</p>}
      <div class="actions">
        {REPORT_URL && (
          <button id="keep-and-open" class="primary" value="open">
            {text('reportKeepAndOpen')}
          </button>
        )}
        <button id="keep-and-copy" class={REPORT_URL ? '' : 'primary'} value="copy">
          {text('reportKeepAndCopy')}
        </button>
        {keepFailed && (
          <button id="copy-only" value="copy-only">
            {text('reportCopyOnly')}
          </button>
        )}
      </div>
      <output id="report-outcome" class="outcome">{outcome && text(outcome)}</output>
    </form>
  )
}
