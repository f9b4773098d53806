import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { onChange } from '../shared/changes.ts'
import type { LogFilter, LogRow, LogState, LogTotals } from '../shared/log.ts'

/** Rows that the page begins with, and that each press brings. */
const FIRST = 50
const MORE = 100
/** Ads come in bursts; what they change is read once they are over, in milliseconds. */
const QUIET = 500

export interface LogReading {
  /** Null until they are read. */
  state: LogState | null
  totals: LogTotals | null
  rows: readonly LogRow[] | null
  /** There are older rows. */
  more: boolean
  /** There are newer rows, which wait until a person asks for them: what is being read must not move away. */
  fresh: boolean
  /** It can't be read. */
  failed: boolean
  showMore: () => Promise<void>
  showFresh: () => void
  /** @returns whether it is deleted */
  remove: (id: number) => Promise<boolean>
}

interface Shown {
  rows: readonly LogRow[]
  more: boolean
}

/** What the log has for a filter, as it changes. */
export function useLog(filter: LogFilter): LogReading {
  const [state, setState] = useState<LogState | null>(null)
  const [totals, setTotals] = useState<LogTotals | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [fresh, setFresh] = useState(false)
  const [failed, setFailed] = useState(false)
  /** Counts what was asked for; an answer to an earlier question is nobody's. */
  const askedRef = useRef(0)
  const shownRef = useRef(shown)
  useEffect(() => void (shownRef.current = shown), [shown])

  const readTotals = useCallback(async () => {
    const asked = askedRef.current
    const [nextState, next] = await Promise.all([ask('log:state', null), ask('log:totals', { filter })]).catch(() => [null, null] as const)
    if (asked !== askedRef.current) return
    setFailed(nextState === null || next === null)
    if (nextState) setState(nextState)
    if (next) setTotals(next)
  }, [filter])

  const readRows = useCallback(async () => {
    const asked = askedRef.current
    const next = await ask('log:rows', { filter, before: null, limit: FIRST }).catch(() => null)
    if (asked !== askedRef.current) return
    setFailed(next === null)
    if (next) setShown(next)
    setFresh(false)
  }, [filter])

  useEffect(() => {
    askedRef.current++
    const rows = readRows()
    // With a text both read every row; what is looked at first comes first.
    if (filter.text.trim() === '') void readTotals()
    else void rows.then(readTotals)
  }, [filter, readRows, readTotals])

  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined
    async function read(): Promise<void> {
      const asked = askedRef.current
      await readTotals()
      const newest = await ask('log:rows', { filter, before: null, limit: 1 }).catch(() => null)
      if (asked !== askedRef.current || !newest) return
      const [first] = newest.rows
      const known = shownRef.current?.rows[0]
      // Nothing is being read where there is nothing, and what is gone must not stay.
      if (!known || !first) return readRows()
      setFresh(first.id < known.id)
    }
    const stop = onChange('log', () => {
      clearTimeout(soon)
      soon = setTimeout(() => void read(), QUIET)
    })
    return () => {
      clearTimeout(soon)
      stop()
    }
  }, [filter, readRows, readTotals])

  return {
    state,
    totals,
    rows: shown?.rows ?? null,
    more: shown?.more ?? false,
    fresh,
    failed,
    async showMore() {
      const asked = askedRef.current
      const before = shown?.rows.at(-1)?.id ?? null
      const next = await ask('log:rows', { filter, before, limit: MORE }).catch(() => null)
      if (asked !== askedRef.current) return
      setFailed(next === null)
      // Pressed twice, it must not show the same rows twice.
      if (next) setShown((now) => (now && now.rows.at(-1)?.id === before ? { rows: [...now.rows, ...next.rows], more: next.more } : now))
    },
    showFresh: () => void readRows(),
    async remove(id) {
      const deleted = await ask('log:delete', { id }).then(({ ok }) => ok, () => false)
      if (deleted) setShown((now) => now && { ...now, rows: now.rows.filter((row) => row.id !== id) })
      return deleted
    },
  }
}
