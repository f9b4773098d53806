import { useEffect, useState } from 'preact/hooks'
import { onChange } from '../shared/changes.ts'
import type { LogState } from '../shared/log.ts'
import { ask } from './ask.ts'

export type LogReading = LogState | 'loading' | 'unreadable'

/** How much is in the ad log, as it changes. */
export function useLogState(): LogReading {
  const [state, setState] = useState<LogReading>('loading')
  useEffect(() => {
    const read = () => void ask('log:state', null).then((answer) => setState(answer ?? 'unreadable'), () => setState('unreadable'))
    read()
    return onChange('log', read)
  }, [])
  return state
}
