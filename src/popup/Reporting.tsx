import { useState } from 'preact/hooks'
import { numberText, text } from '../pages/i18n.ts'
import { useKeptReports } from '../pages/use-kept-reports.ts'
import { BLANK_SUBJECT } from '../reports/blank-subject.ts'
import { browser } from '../shared/browser.ts'
import type { SourceInfo, TabAd } from '../shared/messages.ts'
import { useLoaded } from './use-loaded.ts'

const loadForm = () => import('../reports/ReportForm.tsx')

interface ReportingProps {
  /** Ads of the tab that are on no list. */
  unlisted: readonly TabAd[]
  /** Id of the site that the tab is on; '' for none. */
  site: string
  list: SourceInfo['lists'][number] | undefined
}

/** Where missing advertisers are reported, and the way to the reports that are kept. */
export function Reporting({ unlisted, site, list }: ReportingProps) {
  const [open, setOpen] = useState(false)
  const form = useLoaded(loadForm, open)
  const kept = useKeptReports()
  return (
    <section>
      <button type="button" id="report-missing" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text('reportMissing')}
      </button>
      {open && form && <form.ReportForm about={{ ...BLANK_SUBJECT, site, list: list?.id ?? null, listUpdated: list?.updated ?? null }} ads={unlisted} />}
      <p>
        <a id="kept-reports" href={browser.runtime.getURL('src/reports/index.html')} target="_blank" rel="noopener">
          {text('keptLink', numberText(Array.isArray(kept) ? kept.length : 0))}
        </a>
      </p>
    </section>
  )
}
