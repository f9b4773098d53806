import { useRef, useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { sourceName } from '../pages/source-name.ts'
import type { ListInfoReading } from '../pages/use-list-info.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { AddList } from './AddList.tsx'
import { Subscription } from './Subscription.tsx'

interface MoreListsProps {
  sources: readonly SourceInfo[]
  reading: ListInfoReading
}

/** Lists that the person has added, and where to add them. */
export function MoreLists({ sources, reading }: MoreListsProps) {
  const [removed, setRemoved] = useState<string | null>(null)
  const headingRef = useRef<HTMLHeadingElement>(null)

  function onRemoved(source: SourceInfo): void {
    setRemoved(sourceName(source))
    // What had the focus is gone.
    headingRef.current?.focus()
    reading.refresh()
  }

  return (
    <section id="more" aria-labelledby="more-heading">
      <h2 id="more-heading" ref={headingRef} tabIndex={-1}>
        {text('moreHeading')}
      </h2>
      <p class="small soft">{text('moreIntro')}</p>
      {sources.length === 0 ? (
        typeof reading.info === 'object' && <p class="empty">{text('moreNone')}</p>
      ) : (
        <ul id="subscriptions" class="cards">
          {sources.map((source) => (
            <Subscription key={source.id} source={source} reading={reading} onRemoved={() => onRemoved(source)} />
          ))}
        </ul>
      )}
      <output id="subscriptions-outcome" class="outcome">
        {removed !== null && text('subscriptionRemoved', isolated(removed))}
      </output>
      <AddList reading={reading} />
    </section>
  )
}
