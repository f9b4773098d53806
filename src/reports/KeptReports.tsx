import { useRef } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import type { KeptState } from '../pages/use-kept-reports.ts'
import { KeptItem } from './KeptItem.tsx'

/** The kept reports. */
export function KeptReports({ reports }: { reports: KeptState }) {
  const headingRef = useRef<HTMLHeadingElement>(null)
  return (
    <section aria-labelledby="kept-heading">
      {/* Takes the focus when the report that had it is gone. */}
      <h2 id="kept-heading" ref={headingRef} tabIndex={-1}>
        {text('keptHeading')}
      </h2>
      <p class="small soft">{text('keptIntro')}</p>
      {reports === 'unreadable' && <p role="alert">{text('keptUnreadable')}</p>}
      {typeof reports === 'object' && reports.length === 0 && <p class="empty">{text('keptNone')}</p>}
      {typeof reports === 'object' && reports.length > 0 && (
        <ul id="kept-list">
          {reports.map((report) => (
            <KeptItem key={report.id} report={report} onDeleted={() => headingRef.current?.focus()} />
          ))}
        </ul>
      )}
    </section>
  )
}
