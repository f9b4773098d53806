import { countText, text } from '../pages/i18n.ts'

interface OffProps {
  /** For how long it would be kept. */
  days: number
  onOn: () => void
}

/** What the log would keep, and where it is switched on. */
export function Off({ days, onOn }: OffProps) {
  return (
    <section class="off" aria-labelledby="off-heading">
      <h2 id="off-heading">{text('logOffHeading')}</h2>
      <p>{text('logOffWhat')}</p>
      <ul class="dots">
        <li>{text('logOffTime')}</li>
        <li>{text('logOffWho')}</li>
        <li>{text('logOffLabel')}</li>
        <li>{text('logOffEvidence')}</li>
      </ul>
      <p>{text('logOffWhere', countText('logDays', days))}</p>
      <div class="actions">
        <button type="button" id="log-on" class="primary" onClick={onOn}>
          {text('logOn')}
        </button>
      </div>
    </section>
  )
}
