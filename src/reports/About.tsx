import { text } from '../pages/i18n.ts'
import type { ReportSubject } from '../shared/messages.ts'
import { BLANK_SUBJECT } from './blank-subject.ts'
import { ReportForm } from './ReportForm.tsx'
import { useSubject } from './use-subject.ts'

/** The form about what the page was opened for. */
export function About({ id }: { id: string | null }) {
  const found = useSubject(id)
  if (found === 'none' || found === 'loading') return null
  const subject: ReportSubject = found === 'gone' ? BLANK_SUBJECT : found
  return (
    <section aria-labelledby="report-heading">
      <h2 id="report-heading">{text(subject.kind === 'mistake' ? 'reportMistake' : 'reportMissing')}</h2>
      {found === 'gone' && (
        <output class="notice">{text('subjectGone')}</output>
      )}
      <ReportForm about={subject} />
    </section>
  )
}
