import { useEffect, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import type { LogAdvertisers, LogFilter, LogTotals } from '../shared/log.ts'

/**
 * The advertisers with the most ads. Every row is read for that, so it is asked for only where they are shown.
 * @param totals read again whenever these are
 */
export function useAdvertisers(filter: LogFilter, totals: LogTotals): LogAdvertisers | 'reading' | 'unreadable' {
  const [found, setFound] = useState<LogAdvertisers | 'reading' | 'unreadable'>('reading')
  useEffect(() => {
    let current = true
    void ask('log:advertisers', { filter })
      .catch(() => null)
      .then((answer) => {
        if (current) setFound(answer ?? 'unreadable')
      })
    return () => {
      current = false
    }
  }, [filter, totals])
  return found
}
