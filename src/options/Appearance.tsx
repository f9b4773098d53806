import { type MessageKey, text } from '../pages/i18n.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import { BADGE_CORNERS, BADGE_FORMS, BADGE_SIZES, type BadgeCorner, type BadgeForm, type BadgeSize } from '../shared/settings.ts'
import { BadgePreview } from './BadgePreview.tsx'
import { Choice } from './Choice.tsx'
import { Colours } from './Colours.tsx'

const SIZES: Record<BadgeSize, MessageKey> = { small: 'appearanceSize_small', medium: 'appearanceSize_medium', large: 'appearanceSize_large' }
const FORMS: Record<BadgeForm, MessageKey> = { full: 'appearanceForm_full', compact: 'appearanceForm_compact' }
const CORNERS: Record<BadgeCorner, MessageKey> = {
  auto: 'appearanceCorner_auto',
  'top-start': 'appearanceCorner_top_start',
  'top-end': 'appearanceCorner_top_end',
  'bottom-start': 'appearanceCorner_bottom_start',
  'bottom-end': 'appearanceCorner_bottom_end',
}

/** How badges look, and where they stand. */
export function Appearance({ stored: { settings, change } }: { stored: StoredSettings }) {
  return (
    <section id="appearance" aria-labelledby="appearance-heading">
      <h2 id="appearance-heading">{text('appearanceHeading')}</h2>
      <p class="small soft">{text('appearanceIntro')}</p>
      {settings && (
        <>
          <div class="choices">
            <Choice id="badge-size" label={text('appearanceSize')} values={BADGE_SIZES} textOf={(size) => text(SIZES[size])} value={settings.appearance.size} onChoice={(size) => change({ appearance: { size } })} />
            <Choice
              id="badge-form"
              label={text('appearanceForm')}
              hint={text('appearanceFormHint')}
              values={BADGE_FORMS}
              textOf={(form) => text(FORMS[form])}
              value={settings.appearance.form}
              onChoice={(form) => change({ appearance: { form } })}
            />
            <Choice
              id="badge-corner"
              label={text('appearanceCorner')}
              hint={text('appearanceCornerHint')}
              values={BADGE_CORNERS}
              textOf={(corner) => text(CORNERS[corner])}
              value={settings.appearance.corner}
              onChoice={(corner) => change({ appearance: { corner } })}
            />
          </div>
          <BadgePreview appearance={settings.appearance} />
          <Colours hues={settings.appearance.hues} onHues={(hues) => change({ appearance: { hues } })} />
        </>
      )}
    </section>
  )
}
