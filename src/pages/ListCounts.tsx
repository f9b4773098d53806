import { dayOf } from '../shared/dates.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { countText, locale, text } from './i18n.ts'

/** What a publisher's lists are about, and how much is on record. */
export function ListCounts({ lists }: Pick<SourceInfo, 'lists'>) {
  if (lists.length === 0) return null
  const entries = lists.reduce((sum, list) => sum + list.entries, 0)
  return (
    <details class="list-counts">
      <summary>{text('listSummary', countText('listCount', lists.length), countText('listEntries', entries))}</summary>
      <ul>
        {lists.map(({ id, name, updated, entries, claimedParticipants }) => (
          <li key={id}>
            <h3>
              <bdi>{name}</bdi>
            </h3>
            <p class="small soft">
              {countText('listEntries', entries)} · {text('listOf', dayOf(updated, locale()))}
            </p>
            {claimedParticipants !== null && (
              <p class="small soft" dir="auto">
                {text('listClaimed', claimedParticipants)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
