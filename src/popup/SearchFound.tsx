import { countText, text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { DomainRecordView } from './DomainRecordView.tsx'
import { LabelLine } from './LabelLine.tsx'
import type { Found } from './use-search.ts'

interface SearchFoundProps {
  wanted: string
  found: Found
}

/** The records that a search has found, with their sources. */
export function SearchFound({ wanted, found }: SearchFoundProps) {
  const records = typeof found === 'object' ? found.records : []
  const more = typeof found === 'object' ? found.more : 0
  return (
    <>
      <output id="search-told">{told(wanted, found)}</output>
      <ul id="search-found">
        {records.map((record) => (
          <li class="domain-record" key={`${record.list?.campaign} ${record.label.entry}`}>
            <LabelLine label={record.label} />
            <DomainRecordView record={record} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small soft">{countText('searchMore', more)}</p>}
    </>
  )
}

function told(wanted: string, found: Found): string {
  if (found === 'nothing asked' || wanted === '') return ''
  if (found === 'failed') return text('searchFailed')
  const count = found.records.length + found.more
  if (count > 0) return countText('searchFound', count)
  return found.political > 0 ? text('domainPolitical') : text('searchNone', isolated(wanted))
}
