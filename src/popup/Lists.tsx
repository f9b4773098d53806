import { countText, locale, text } from '../pages/i18n.ts'
import { dayOf } from '../shared/dates.ts'
import type { ListInfo } from '../shared/messages.ts'

/** Which lists there are, how old and how large. */
export function Lists({ lists }: { lists: ListInfo['lists'] }) {
  if (lists.length === 0) return null
  return (
    <section aria-labelledby="list-heading" id="list">
      <h2 id="list-heading">{text('listHeading')}</h2>
      {lists.map(({ id, name, updated, entries, claimedParticipants }) => (
        <div key={id}>
          <h3>{name}</h3>
          <p class="small soft">{text('listBundled', dayOf(updated, locale()))}</p>
          <p class="small soft">{countText('listEntries', entries)}</p>
          <p class="small soft">{text('listClaimed', claimedParticipants)}</p>
        </div>
      ))}
    </section>
  )
}
