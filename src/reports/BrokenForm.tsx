import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { selectContents } from '../pages/clipboard.ts'
import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'
import { type BrokenSite, brokenReportText } from './broken-text.ts'
import { Field } from './Field.tsx'
import { LIMITS } from './report-text.ts'
import { Sending } from './Sending.tsx'
import { useDelivery, type Way } from './use-delivery.ts'

/** Where a person says what isn't right on a site, and sees all else that the report holds. */
export function BrokenForm({ about }: { about: BrokenSite }) {
  const [note, setNote] = useState('')
  const formRef = useRef<HTMLFormElement>(null)
  const previewRef = useRef<HTMLPreElement>(null)
  useEffect(() => formRef.current?.querySelector('textarea')?.focus(), [])

  const draft = brokenReportText(about, note, browser.runtime.getManifest().version)
  const delivery = useDelivery(draft, () => selectContents(previewRef.current))

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    const button = event.submitter
    if (button instanceof HTMLButtonElement) void delivery.deliver(button.value as Way)
  }

  return (
    <form id="report-form" class="report-form" ref={formRef} onSubmit={submit}>
      <p class="small soft">{text(about.skeleton === null ? 'brokenNoSkeleton' : 'brokenSkeleton')}</p>
      <Field id="report-note" label={text('brokenNote')} value={note} limit={LIMITS.note} long onInput={setNote} />
      <Sending draft={draft} delivery={delivery} previewRef={previewRef} />
    </form>
  )
}
