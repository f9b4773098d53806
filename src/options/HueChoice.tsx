import type { CSSProperties } from 'preact'
import { type MessageKey, text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import { HUE_NAMES, type HueName, HUES } from '../shared/hues.ts'
import type { LabelStatus } from '../shared/settings.ts'

const TEXTS: Record<HueName, MessageKey> = {
  green: 'hue_green',
  blue: 'hue_blue',
  purple: 'hue_purple',
  pink: 'hue_pink',
  red: 'hue_red',
  amber: 'hue_amber',
  teal: 'hue_teal',
  grey: 'hue_grey',
}

interface HueChoiceProps {
  status: LabelStatus
  hue: HueName
  onHue: (hue: HueName) => void
}

/** The colour of one kind of label, each with its name. */
export function HueChoice({ status, hue, onHue }: HueChoiceProps) {
  return (
    <fieldset class="hues">
      <legend>
        <StatusIcon status={status} />
        {text(STATUS_TEXTS[status])}
      </legend>
      <div class="hue-grid">
        {HUE_NAMES.map((name) => (
          <label key={name} class="hue" style={coloursOf(name)}>
            <input type="radio" name={`hue-${status}`} value={name} checked={name === hue} onChange={() => onHue(name)} />
            {text(TEXTS[name])}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function coloursOf(name: HueName): CSSProperties {
  return { '--hue': HUES[name].hue, '--strength': HUES[name].strength }
}
