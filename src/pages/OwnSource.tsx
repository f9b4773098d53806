import type { SourceInfo } from '../shared/messages.ts'
import { HostAccess } from './HostAccess.tsx'
import { text } from './i18n.ts'
import { NoUpdates } from './NoUpdates.tsx'
import { SourceCheck } from './SourceCheck.tsx'
import { SourceState } from './SourceState.tsx'
import { useCheck } from './use-check.ts'
import type { ListInfoReading } from './use-list-info.ts'

const IDS = { button: 'check-updates', outcome: 'update-outcome', error: 'list-error' }

/** How the build's own list is. */
export function OwnSource({ source, reading }: { source: SourceInfo; reading: ListInfoReading }) {
  const check = useCheck(source, reading, true)
  if (source.address === null) return <NoUpdates lists={source.lists} />
  return (
    <>
      <SourceState source={source} prefix="list" />
      <SourceCheck source={source} check={check} ids={IDS} label={text('listCheck')} />
      <HostAccess source={source} onAllowed={() => void check.start()} focusNext={IDS.button} />
    </>
  )
}
