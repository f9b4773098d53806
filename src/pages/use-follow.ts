import { useEffect, useRef, useState } from 'preact/hooks'
import type { SourceInfo } from '../shared/messages.ts'
import { type Before, type CheckOutcome, outcomeOf } from './check-outcome.ts'
import { type ListInfoReading, PACE } from './use-list-info.ts'

/** A check that was asked for has begun by then, in milliseconds. */
const PATIENCE = 10_000

export interface Following {
  /** From the asking until the outcome. */
  running: boolean
  /** null before the first check and while one is under way. */
  outcome: CheckOutcome | null
  /** Begins, for a check that was just asked for. */
  follow: (before: Before) => void
}

/**
 * Follows a check of one list until it is over.
 * @param id of the list; null for one that isn't known yet
 */
export function useFollow({ info, refresh }: ListInfoReading, id: string | null): Following {
  const [followed, setFollowed] = useState<{ before: Before; since: number } | null>(null)
  const [outcome, setOutcome] = useState<CheckOutcome | null>(null)
  const seenRef = useRef(false)

  useEffect(() => {
    if (!followed) return undefined
    const source = sourceOf(info, id)
    if (source?.checking) {
      seenRef.current = true
      // It is read again anyway.
      return undefined
    }
    const result = source ? outcomeOf(followed.before, source, seenRef.current) : null
    if (result === null && Date.now() - followed.since < PATIENCE) {
      const timer = setTimeout(refresh, PACE)
      return () => clearTimeout(timer)
    }
    setOutcome(result ?? 'unknown')
    setFollowed(null)
    return undefined
  }, [followed, info, id, refresh])

  return {
    running: followed !== null,
    outcome: followed ? null : outcome,
    follow(before) {
      seenRef.current = false
      setFollowed({ before, since: Date.now() })
    },
  }
}

export function sourceOf(info: ListInfoReading['info'], id: string | null): SourceInfo | undefined {
  return typeof info === 'object' ? info.sources.find((source) => source.id === id) : undefined
}
