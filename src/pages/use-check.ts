import { useState } from 'preact/hooks'
import type { SourceInfo } from '../shared/messages.ts'
import { ask } from './ask.ts'
import type { CheckOutcome } from './check-outcome.ts'
import { useFollow } from './use-follow.ts'
import type { ListInfoReading } from './use-list-info.ts'

export interface Check {
  /** Also when somebody else has asked for it. */
  running: boolean
  /** Of the check that was asked for here. */
  outcome: CheckOutcome | null
  start: () => Promise<void>
}

/**
 * Looks for updates and tells what came of it for one list.
 * @param all looks for those of all lists
 */
export function useCheck(source: SourceInfo, reading: ListInfoReading, all: boolean): Check {
  const { running, outcome, follow } = useFollow(reading, source.id)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState(false)
  const busy = asking || running || source.checking !== null
  return {
    running: busy,
    outcome: busy ? null : refused ? 'unknown' : outcome,
    async start() {
      if (busy) return
      setAsking(true)
      const begun = await ask('list:check', { source: all ? null : source.id }).then(({ ok }) => ok, () => false)
      if (begun) follow(source)
      setRefused(!begun)
      setAsking(false)
    },
  }
}
