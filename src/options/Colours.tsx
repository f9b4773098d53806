import { text } from '../pages/i18n.ts'
import { type Appearance, DEFAULTS, LABEL_STATUSES } from '../shared/settings.ts'
import { HueChoice } from './HueChoice.tsx'

interface ColoursProps {
  hues: Appearance['hues']
  onHues: (hues: Appearance['hues']) => void
}

/** The colour of each kind of label. */
export function Colours({ hues, onHues }: ColoursProps) {
  return (
    <details id="colours" class="card">
      <summary>{text('appearanceColours')}</summary>
      <p class="small soft">{text('appearanceColoursHint')}</p>
      {LABEL_STATUSES.map((status) => (
        <HueChoice key={status} status={status} hue={hues[status]} onHue={(hue) => onHues({ ...hues, [status]: hue })} />
      ))}
      <div class="actions">
        <button type="button" id="usual-colours" onClick={() => onHues(DEFAULTS.appearance.hues)}>
          {text('appearanceUsualColours')}
        </button>
      </div>
    </details>
  )
}
