import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { selectContents } from '../pages/clipboard.ts'
import { browser } from '../shared/browser.ts'
import type { ReportSubject, TabAd } from '../shared/messages.ts'
import { AdPicker } from './AdPicker.tsx'
import { MissingFields } from './MissingFields.tsx'
import { MistakeFields } from './MistakeFields.tsx'
import { reportText } from './report-text.ts'
import { Sending } from './Sending.tsx'
import { useDelivery, type Way } from './use-delivery.ts'

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

  const draft = reportText(subject, note, browser.runtime.getManifest().version)
  const delivery = useDelivery(draft, () => selectContents(previewRef.current))

  function pick(key: string, ad: TabAd | null): void {
    setPicked(key)
    setSubject(ad ? { ...about, advertiser: ad.advertiser, pageUrl: ad.pageUrl, domain: ad.domain, label: ad.text } : about)
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const button = event.submitter
    if (button instanceof HTMLButtonElement) void delivery.deliver(button.value as Way)
  }

  return (
    <form id="report-form" class="report-form" ref={formRef} onSubmit={submit}>
      {ads.length > 0 && <AdPicker picked={picked} ads={ads} onPick={pick} />}
      {subject.kind === 'missing' ? (
        <MissingFields subject={subject} note={note} onSubject={setSubject} onNote={setNote} />
      ) : (
        <MistakeFields subject={subject} note={note} onNote={setNote} />
      )}
      <Sending draft={draft} delivery={delivery} previewRef={previewRef} />
    </form>
  )
}
