import { dayOf } from '../shared/dates.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { locale, text } from './i18n.ts'

/** What a build without an address for updates says of its list. */
export function NoUpdates({ lists }: Pick<SourceInfo, 'lists'>) {
  const newest = lists.map(({ updated }) => updated).sort().at(-1)
  return newest === undefined ? null : (
    <p id="list-date" class="small soft">
      {text('listNoUpdates', dayOf(newest, locale()))}
    </p>
  )
}
