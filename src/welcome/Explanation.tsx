import { locale, text } from '../pages/i18n.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import { dayOf } from '../shared/dates.ts'
import { type Label, labelText } from '../shared/wording.ts'
import type { ExampleAd } from './examples.ts'

/** What a label means, and what the card of such an ad would say. */
export function Explanation({ post: { id, name, kind, entry, means, states, scope, source }, label }: { post: ExampleAd; label: Label }) {
  const announced = entry?.badgeOk && entry.announced !== undefined ? dayOf(entry.announced, locale()) : null
  return (
    <div class="explanation" id={`explanation-${id}`}>
      <p>{text(means)}</p>
      <p class="small soft">{text('welcomeCardSays')}</p>
      <div class="example-card">
        <p class="card-title">
          <StatusIcon status={kind} />
          <span>
            <bdi>{name}</bdi>
            <span class="small soft">{labelText(label)}</span>
          </span>
        </p>
        <p>{text(states, name)}</p>
        {entry?.badgeOk && (
          <dl class="small">
            <dt>{text('cardScope')}</dt>
            <dd>{scope === null ? text('welcomeEverywhere') : text(scope)}</dd>
            <dt>{text('cardAnnounced')}</dt>
            <dd>{announced}</dd>
            <dt>{text('cardDates')}</dt>
            <dd>{label.dates}</dd>
            <dt>{text('cardSources')}</dt>
            <dd>{source !== null && announced !== null && text(source, announced)}</dd>
          </dl>
        )}
      </div>
    </div>
  )
}
