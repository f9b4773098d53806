import type { ComponentChildren } from 'preact'
import type { SourceInfo } from '../shared/messages.ts'
import { CheckProgress } from './CheckProgress.tsx'
import type { CheckOutcome } from './check-outcome.ts'
import { text } from './i18n.ts'
import { SourceProblem } from './SourceProblem.tsx'
import type { Check } from './use-check.ts'

interface SourceCheckProps {
  source: SourceInfo
  check: Check
  /** Ids of the button, of what it comes to, and of what went wrong. */
  ids: { button: string; outcome: string; error: string }
  label: string
  /** Id of the list's name. */
  describedBy?: string
  /** What else can be done with the list. */
  children?: ComponentChildren
}

/** Looks for updates of a list, and says how the last look went. */
export function SourceCheck({ source, check, ids, label, describedBy, children }: SourceCheckProps) {
  return (
    <div class="source-check">
      <div class="actions">
        {/* One that is disabled would lose the focus. */}
        <button type="button" id={ids.button} aria-disabled={check.running} aria-describedby={describedBy} onClick={() => void check.start()}>
          {label}
        </button>
        {children}
      </div>
      {check.running && <CheckProgress checking={source.checking} />}
      {/* Always there, so that screen readers tell what appears in it. */}
      <output id={ids.outcome} class="source-outcome">
        {!check.running && check.outcome && check.outcome !== 'failed' && <span>{outcomeText(check.outcome, source)}</span>}
        {!check.running && source.error && <SourceProblem id={ids.error} error={source.error} />}
      </output>
    </div>
  )
}

function outcomeText(outcome: Exclude<CheckOutcome, 'failed'>, { version }: SourceInfo): string {
  if (outcome === 'updated' && version !== null) return text('listUpdatedTo', String(version))
  return text(outcome === 'unknown' ? 'listCheckUnknown' : 'listCurrent')
}
