import { text } from '../pages/i18n.ts'
import { ListCounts } from '../pages/ListCounts.tsx'
import { OwnSource } from '../pages/OwnSource.tsx'
import type { ListInfoReading } from '../pages/use-list-info.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { OptionsLink } from './OptionsLink.tsx'
import { Subscribed } from './Subscribed.tsx'

interface TheListProps {
  /** Undefined when it can't be read. */
  own: SourceInfo | undefined
  subscribed: readonly SourceInfo[]
  reading: ListInfoReading
}

/** Which lists there are, how old and how large, and whether there are newer ones. */
export function TheList({ own, subscribed, reading }: TheListProps) {
  return (
    <section aria-labelledby="list-heading" id="list">
      <h2 id="list-heading">{text('listHeading')}</h2>
      {own && <OwnSource source={own} reading={reading} />}
      {own && <ListCounts lists={own.lists} />}
      {subscribed.length > 0 && <Subscribed sources={subscribed} />}
      <OptionsLink />
    </section>
  )
}
