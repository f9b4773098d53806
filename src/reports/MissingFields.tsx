import { text } from '../pages/i18n.ts'
import type { ReportSubject } from '../shared/messages.ts'
import { Field } from './Field.tsx'
import { LIMITS } from './report-text.ts'

interface MissingFieldsProps {
  subject: ReportSubject
  note: string
  onSubject: (subject: ReportSubject) => void
  onNote: (note: string) => void
}

/** What is asked about an advertiser that isn't on the list. */
export function MissingFields({ subject, note, onSubject, onNote }: MissingFieldsProps) {
  return (
    <>
      <Field
        id="report-name"
        label={text('reportName')}
        value={subject.advertiser}
        limit={LIMITS.advertiser}
        required
        onInput={(advertiser) => onSubject({ ...subject, advertiser })}
      />
      <Field
        id="report-page"
        label={text('reportPageAddress')}
        value={subject.pageUrl ?? ''}
        limit={LIMITS.pageUrl}
        inputMode="url"
        onInput={(pageUrl) => onSubject({ ...subject, pageUrl })}
      />
      <Field
        id="report-domain"
        label={text('websiteOptional')}
        value={subject.domain ?? ''}
        limit={LIMITS.domain}
        inputMode="url"
        onInput={(domain) => onSubject({ ...subject, domain })}
      />
      <Field id="report-note" label={text('reportSource')} value={note} limit={LIMITS.note} long onInput={onNote} />
    </>
  )
}
