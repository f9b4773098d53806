import { text } from '../pages/i18n.ts'
import { useOwnLabels } from '../pages/use-own-labels.ts'
import { LabelDesk } from './LabelDesk.tsx'
import type { WantedLabel } from './wanted-label.ts'

/** What the person wrote about advertisers, and where to write it. */
export function OwnLabels({ wanted }: { wanted: WantedLabel | null }) {
  const { labels, refresh } = useOwnLabels()
  return (
    <section id="own" aria-labelledby="own-heading">
      {/* Takes the focus when the label that had it is gone. */}
      <h2 id="own-heading" tabIndex={-1}>
        {text('ownHeading')}
      </h2>
      <p class="small soft">{text('ownIntro')}</p>
      {labels === 'unreadable' && <p role="alert">{text('ownUnreadable')}</p>}
      {typeof labels === 'object' && <LabelDesk labels={labels} refresh={refresh} wanted={wanted} focusHeading={focusHeading} />}
    </section>
  )
}

function focusHeading(): void {
  document.getElementById('own-heading')?.focus()
}
