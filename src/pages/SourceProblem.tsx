import type { SourceInfo } from '../shared/messages.ts'
import { momentText, text } from './i18n.ts'
import { PROBLEM_TEXTS } from './problem-texts.ts'

interface SourceProblemProps {
  id: string
  error: NonNullable<SourceInfo['error']>
}

/** Why the last update failed, when, and what to do. Stands in an <output>, so all of it is inline. */
export function SourceProblem({ id, error: { code, detail, at } }: SourceProblemProps) {
  return (
    <span id={id} class="notice source-problem">
      <span>
        {text('listFailed', momentText(at))} {text(PROBLEM_TEXTS[code])}
      </span>{' '}
      {detail && (
        <span class="small" dir="auto">
          {text('listDetail', detail)}
        </span>
      )}
    </span>
  )
}
