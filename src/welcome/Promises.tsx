import { type MessageKey, text } from '../pages/i18n.ts'

const DOES = ['welcomeDoes_read', 'welcomeDoes_lists', 'welcomeDoes_then'] as const satisfies readonly MessageKey[]
const DOES_NOT = ['welcomeDoesNot_send', 'welcomeDoesNot_today', 'welcomeDoesNot_hide'] as const satisfies readonly MessageKey[]

/** What AdPledge does with what it reads, and what it never does. */
export function Promises() {
  return (
    <section class="promises" aria-labelledby="promises-heading">
      <h2 id="promises-heading">{text('welcomePromisesHeading')}</h2>
      <div class="columns">
        <Points heading="welcomeDoes" points={DOES} />
        <Points heading="welcomeDoesNot" points={DOES_NOT} />
      </div>
    </section>
  )
}

function Points({ heading, points }: { heading: MessageKey; points: readonly MessageKey[] }) {
  return (
    <div>
      <h3>{text(heading)}</h3>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{text(point)}</li>
        ))}
      </ul>
    </div>
  )
}
