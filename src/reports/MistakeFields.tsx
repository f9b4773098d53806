import { type MessageKey, text } from '../pages/i18n.ts'
import type { ReportSubject } from '../shared/messages.ts'
import { Field } from './Field.tsx'
import { LIMITS } from './report-text.ts'

interface MistakeFieldsProps {
  subject: ReportSubject
  note: string
  onNote: (note: string) => void
}

/** Which label is meant, and what is asked about it. */
export function MistakeFields({ subject, note, onNote }: MistakeFieldsProps) {
  const facts: [MessageKey, string | null][] = [
    ['advertiser', subject.advertiser],
    ['reportEntry', subject.entry],
    ['reportLabel', subject.label],
  ]
  return (
    <>
      <dl id="report-about" class="facts">
        {facts.map(([term, value]) => value && (
          <div key={term}>
            <dt>{text(term)}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <Field id="report-note" label={text('reportWrong')} value={note} limit={LIMITS.note} required long onInput={onNote} />
    </>
  )
}
