import { countText, numberText, text } from '../pages/i18n.ts'
import type { PartFailure } from '../shared/messages.ts'
import { MOST_OWN_LABELS } from '../shared/own-labels.ts'
import type { DataImported } from './import-data.ts'

interface DataOutcomeProps {
  imported: DataImported
  /** The browser lets the extension reach the lists' hosts. */
  allowed: boolean
}

/** What came of an import, and what of it couldn't be taken. Stands in an <output>, so all of it is inline. */
export function DataOutcome({ imported: { failed, rows }, allowed }: DataOutcomeProps) {
  const problems = new Set(failed.map(failureText))
  if (rows && rows.done < rows.all) problems.add(text('dataRowsFailed', numberText(rows.done), numberText(rows.all)))
  if (!allowed) problems.add(text('dataHostsRefused'))
  return (
    <>
      <span class="told">{text(problems.size === 0 ? 'dataDone' : 'dataDonePartly')}</span>
      {rows && <span>{countText('dataRowsAdded', rows.added)}</span>}
      {[...problems].map((problem) => (
        <span key={problem} class="notice">
          {problem}
        </span>
      ))}
    </>
  )
}

function failureText({ part, error }: PartFailure): string {
  if (part === 'settings') return text('problemSettingsSave')
  if (part === 'labels') return error === 'too many' ? text('dataLabelsTooMany', numberText(MOST_OWN_LABELS)) : text('dataLabelsFailed')
  if (part === 'subscriptions') return text(error === 'too many' ? 'dataListsTooMany' : 'dataListsFailed')
  return text(error === 'full' ? 'dataReportsTooMany' : 'dataReportsFailed')
}
