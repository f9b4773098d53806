import { useEffect, useState } from 'preact/hooks'
import { onChange } from '../shared/changes.ts'
import type { LogState } from '../shared/log.ts'
import { ask } from './ask.ts'

/** How much is in the ad log, as it changes; null until that is known, and while it can't be read. */
export function useLogState(): LogState | null {
  const [state, setState] = useState<LogState | null>(null)
  useEffect(() => {
    const read = () => void ask('log:state', null).then(setState, () => undefined)
    read()
    return onChange('log', read)
  }, [])
  return state
}
