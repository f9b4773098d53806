import { useEffect, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { onChange } from '../shared/changes.ts'
import type { FollowState } from '../shared/messages.ts'

/**
 * How following goes, as it changes.
 * @param on whether it is switched on, of which nothing is told besides
 */
export function useFollowState(on: boolean): FollowState | null {
  const [state, setState] = useState<FollowState | null>(null)
  useEffect(() => {
    const read = () => void ask('follow:state', null).then(setState, () => setState(null))
    read()
    return onChange('follow', read)
  }, [on])
  return state
}
