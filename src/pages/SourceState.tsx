import { dayOf } from '../shared/dates.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { ageText } from './amounts.ts'
import { locale, momentText, text } from './i18n.ts'

interface SourceStateProps {
  source: SourceInfo
  /** Of the ids of its parts. */
  prefix: string
  /** Says how long ago the list was published. */
  withAge?: boolean
}

/** Which version of a list is in use, and when it was last known to be the newest. */
export function SourceState({ source: { using, version, created, expires, expired, lastSuccess }, prefix, withAge = false }: SourceStateProps) {
  const age = withAge && created ? ageIn(created) : ''
  return (
    <div class="source-state small soft">
      <p>
        <span id={`${prefix}-version`}>
          {using === 'nothing' ? text('listNothing') : text('listVersion', version === null ? text('listVersionBundled') : String(version))}
        </span>
        {created && (
          <>
            {' · '}
            <span id={`${prefix}-date`}>{age ? text('listOfAged', dayIn(created), age) : text('listOf', dayIn(created))}</span>
          </>
        )}
      </p>
      <p id={`${prefix}-last-success`}>{text('listLastSuccess', lastSuccess ? momentText(lastSuccess) : text('listNever'))}</p>
      {expired && expires && (
        <p id={`${prefix}-expired`} class="notice">
          {text('listExpired', dayIn(expires))}
        </p>
      )}
    </div>
  )
}

function ageIn(moment: string): string {
  return ageText(moment, Date.now(), locale())
}

function dayIn(moment: string): string {
  return dayOf(moment.slice(0, 10), locale())
}
