import { momentText, text } from '../pages/i18n.ts'
import { ListCounts } from '../pages/ListCounts.tsx'
import { OwnSource } from '../pages/OwnSource.tsx'
import type { ListInfoReading } from '../pages/use-list-info.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { IntervalChoice } from './IntervalChoice.tsx'

interface UpdatesProps {
  /** Undefined until it is read. */
  own: SourceInfo | undefined
  reading: ListInfoReading
  stored: StoredSettings
}

/** How often lists are looked up, and how the build's own list is. */
export function Updates({ own, reading, stored: { settings, change } }: UpdatesProps) {
  return (
    <section id="list" aria-labelledby="updates-heading">
      <h2 id="updates-heading">{text('updatesHeading')}</h2>
      <p class="small soft">{text('updatesIntro')}</p>
      {settings && <IntervalChoice interval={settings.updates} onInterval={(updates) => change({ updates })} />}
      {own && (
        <section class="card" aria-labelledby="own-list-heading">
          <h3 id="own-list-heading">
            <bdi>{own.name || text('listHeading')}</bdi>
          </h3>
          <OwnSource source={own} reading={reading} />
          {isAhead(own.nextCheck) && <p class="small soft">{text('listNextCheck', momentText(own.nextCheck))}</p>}
          <ListCounts lists={own.lists} />
        </section>
      )}
    </section>
  )
}

function isAhead(moment: string | null): moment is string {
  return moment !== null && Date.parse(moment) > Date.now()
}
