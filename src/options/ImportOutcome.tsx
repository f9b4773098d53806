import { countText, numberText, text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { MOST_OWN_LABELS } from '../shared/own-labels.ts'
import { FAULT_TEXTS } from './fault-texts.ts'
import type { Imported } from './import-labels.ts'

/** Enough to see what is wrong with a file. */
const MOST_TOLD = 10

/** What came of a file with labels, and why some were refused. Stands in an <output>, so all of it is inline. */
export function ImportOutcome({ imported }: { imported: Imported }) {
  if (imported.problem !== null) return <span class="told">{text(imported.problem, numberText(MOST_OWN_LABELS))}</span>
  const { added, replaced, refused } = imported
  return (
    <>
      <span class="told">{text('transferSummary', countText('transferAdded', added), text('transferReplaced', numberText(replaced)), text('transferRefused', numberText(refused.length)))}</span>
      {refused.slice(0, MOST_TOLD).map(({ place, name, fault }) => (
        <span key={place} class="small">
          {name ? text('transferRefusal', numberText(place), isolated(name), text(FAULT_TEXTS[fault])) : text('transferRefusalNameless', numberText(place), text(FAULT_TEXTS[fault]))}
        </span>
      ))}
      {refused.length > MOST_TOLD && <span class="small">{countText('transferMore', refused.length - MOST_TOLD)}</span>}
    </>
  )
}
